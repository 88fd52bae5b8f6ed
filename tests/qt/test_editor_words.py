"""What the editor says of itself: never saved before a word was typed, never new when it is taken up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId, Login
from tests.support.seen import lines
from tests.support.work import Desk
from ui.language import Speech
from ui.screens.editor import EditorScreen
from ui.widgets.column_area import ColumnArea
from ui.widgets.draft_form import DraftForm

NOW = datetime(2026, 8, 1, tzinfo=UTC)
PLAIN = Draft(DraftId("d"), Login("asharma"), NOW, NOW)


def test_nothing_typed_is_not_called_saved(editor: EditorScreen, qtbot: QtBot) -> None:
    """The first sentence is a promise in quiet; after the first key it is a fact with its time."""
    assert editor.saved.text() == "Saved on this PC as you type"
    assert editor.saved.property("role") == "quiet"
    qtbot.keyClicks(editor.form.fir, "1")
    qtbot.waitUntil(lambda: editor.saved.text() == "Saved on this PC 14:05:00", timeout=2000)
    assert editor.saved.property("role") == "good"


def test_a_draft_that_is_taken_up_again_is_a_draft(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """Only a fresh one is a new alert, on the page and in the window's title."""
    first = next(iter(desk.drafts.held))
    editor.form.description.setPlainText("begun")
    assert editor.title() == "New alert"
    editor.leave()
    qtbot.waitUntil(lambda: desk.drafts.held[first].description == "begun")
    editor.sleep()
    editor.show_one(str(first))
    with qtbot.waitSignal(editor.title_changed):
        qtbot.waitUntil(editor.isEnabled)
    editor.activate()
    assert editor.title() == "Draft"
    editor.show_one("")
    qtbot.waitUntil(editor.isEnabled)
    assert editor.title() == "New alert"


def test_a_correction_says_that_it_is_one(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """So that nobody takes it for an alert of its own; the fresh one after it is not."""
    other = replace(desk.drafts.begin(), draft_id=DraftId("a-correction"), edits="alert-1", base_version=1)
    desk.drafts.held[other.draft_id] = other
    editor.show_one(other.draft_id)
    qtbot.waitUntil(editor.isEnabled)
    assert editor.title() == "Correction of a sent alert"
    assert editor.title() in lines(editor)
    editor.show_one("")
    qtbot.waitUntil(editor.isEnabled)
    assert editor.title() == "New alert"


def test_without_a_fir_the_gd_field_is_marked(editor: EditorScreen, qtbot: QtBot) -> None:
    """Whoever has said that there is no FIR is not sent back to its field."""
    editor.form.no_fir.setChecked(True)
    editor.submit()
    qtbot.waitUntil(lambda: bool(editor.form.errors["gd-number"].text()))
    assert not editor.form.errors["fir"].text()


def test_the_hint_speaks_the_other_language(editor: EditorScreen, speech: Speech, qtbot: QtBot) -> None:
    """What stands under the FIR number changes with the rest."""
    before = editor.form.fir_hint.text()
    speech.use("hi")
    qtbot.waitUntil(lambda: editor.form.fir_hint.text() != before)


def test_a_correction_says_what_the_marks_stand_for(speech: Speech, qtbot: QtBot) -> None:
    """While there is one in its text; a new alert's dots are its author's own."""
    form = DraftForm()
    qtbot.addWidget(form)
    form.retranslate()
    form.show_draft(replace(PLAIN, description="••• was followed.", edits="a"), ())
    assert not form.masked.isHidden()
    assert form.masked.text().startswith("••• is a name")
    form.description.setPlainText("Nobody was followed.")
    assert form.masked.isHidden()
    form.gd_reason.setText("••• is awaited")
    assert not form.masked.isHidden()
    form.show_draft(replace(PLAIN, description="••• was followed."), ())
    assert form.masked.isHidden()
    speech.use("hi")
    form.retranslate()
    assert form.masked.text().startswith("••• की जगह")


def test_a_sixth_file_opens_no_dialog(editor: EditorScreen, qtbot: QtBot, tmp_path: Path) -> None:
    """With every place taken the keys say so instead of asking for a file in vain."""
    files = [tmp_path / f"{number}.jpg" for number in range(5)]
    for file in files:
        file.write_bytes(file.name.encode())
    editor.attaching.add(files)
    qtbot.waitUntil(lambda: "4.jpg" in editor.places.places[4].text())
    editor.places.ask()
    assert editor.places.findChildren(QFileDialog) == []
    assert "Five files" in editor.places.error.text()


def test_nothing_is_cut_at_the_right_edge(editor: EditorScreen) -> None:
    """The column of the attachments is never narrower than its buttons, however narrow the window."""
    editor.resize(500, 500)
    QApplication.processEvents()
    area = next(one for one in editor.findChildren(ColumnArea) if one.isAncestorOf(editor.places))
    assert area.viewport().width() >= editor.places.minimumSizeHint().width()


def test_the_dialog_begins_in_a_folder_that_there_is(
    editor: EditorScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where this PC has no folder of documents, in the home; no file name is made of the missing one."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: _place(tmp_path, place))
    for folder in (tmp_path, tmp_path / "Documents"):
        folder.mkdir(exist_ok=True)
        editor.places.ask()
        dialog = editor.places.findChildren(QFileDialog)[-1]
        assert Path(dialog.directory().absolutePath()) == folder
        assert dialog.selectedFiles() in ([], [str(folder)])
        dialog.close()


def _place(home: Path, place: QStandardPaths.StandardLocation) -> str:
    return str(home / "Documents" if place is QStandardPaths.StandardLocation.DocumentsLocation else home)
