"""The scanner's files beside "Attach files": offered by a key, attached as any other, left where they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.sample_files import pdf
from tests.support.work import Desk
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.editor import EditorScreen


def test_a_scan_is_attached_by_keys(desk: Desk, bridge: Bridge, speech: Speech, qtbot: QtBot, tmp_path: Path) -> None:
    """Enter opens the menu, an arrow and Enter choose; the file stays in its folder."""
    assert speech.code == "en"
    scan = tmp_path / "scan 0012.pdf"
    scan.write_bytes(pdf())
    desk.drafts.scan_folder = tmp_path
    desk.verbs = replace(desk.verbs, settings=replace(desk.verbs.settings, scan_folder=tmp_path))
    editor = EditorScreen(desk.verbs, bridge)
    qtbot.addWidget(editor)
    editor.show()
    editor.show_one("")
    qtbot.waitUntil(editor.isEnabled)
    menu = editor.attaching.scans.menu
    qtbot.keyClick(editor.places.scan, Qt.Key.Key_Return)
    qtbot.waitUntil(menu.isVisible)
    assert "scan 0012.pdf" in menu.actions()[0].text()
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "scan 0012.pdf" in editor.places.places[0].text())
    assert scan.exists()
    desk.drafts.scan_folder = tmp_path / "gone"
    editor.places.scan.click()
    qtbot.waitUntil(lambda: "scan folder cannot be opened" in editor.places.error.text())


def test_without_a_folder_there_is_no_button(editor: EditorScreen) -> None:
    """State IT has named none."""
    assert editor.places.scan.isHidden()
