"""The lock comes while a dialog stands open or an answer is under way: nothing of it is on the screen."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.support.entering import come_in
from tests.support.faces import Face
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.screens.printer import preview


def test_a_preview_does_not_outlive_the_lock(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Pages on their way to paper are gone with everything else."""
    assert speech.code == "en"
    window = MainWindow(face.verbs(), bridge)
    come_in(window, qtbot)
    window.show_place("reports")
    drawn: list[object] = []
    dialog = preview(drawn.append, "pages", window.places.screens["reports"])
    qtbot.waitUntil(dialog.isVisible)
    window.lock()
    assert window.locked()
    assert not dialog.isVisible()
    window.close()
