"""What was typed before is brought back from a menu, by keyboard too."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.support.work import Desk
from ui.screens.editor import EditorScreen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no keyboard to grab


def entries(editor: EditorScreen) -> list[str]:
    """Give the menu's lines."""
    return [one.text() for one in editor.earlier.menu.actions()]


def test_a_new_alert_says_that_there_is_none(editor: EditorScreen, qtbot: QtBot) -> None:
    """The menu is never empty without a word."""
    editor.earlier.button.click()
    qtbot.waitUntil(lambda: entries(editor) == ["There is no earlier version yet"])
    editor.earlier.menu.close()


def test_what_was_overwritten_comes_back(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """What stands on the screen is saved first; then the chosen text is in the form and on the desk."""
    editor.form.description.setPlainText("A long account of the theft.")
    editor.saving.flush()
    editor.form.description.setPlainText("x")
    editor.earlier.button.click()
    qtbot.waitUntil(lambda: any("A long account" in one for one in entries(editor)))
    editor.earlier.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: editor.form.description.toPlainText() == "A long account of the theft.")
    assert next(iter(desk.drafts.held.values())).description == "A long account of the theft."
    assert "x" in [one.description for one in desk.drafts.before]
    editor.sleep()
    assert entries(editor) == []
