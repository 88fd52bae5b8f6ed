"""An officer comes in by the window's own door."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.support.faces import PASSWORD
from ui.main_window import MainWindow


def come_in(window: MainWindow, qtbot: QtBot) -> None:
    """Show the window, sign in with the password, and wait until the desk stands open."""
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: bool(window.gate.sign_in._group.buttons()))
    window.gate.sign_in._form.submitted.emit(PASSWORD)
    qtbot.waitUntil(lambda: not window.locked())
