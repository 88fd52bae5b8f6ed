"""An officer comes in by the window's own door."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.support.faces import PASSWORD
from tests.support.hands import write
from tests.support.seen import offered, worded
from ui.main_window import MainWindow


def come_in(window: MainWindow, qtbot: QtBot, password: str = PASSWORD) -> None:
    """Show the window, sign in with the password, and wait until the desk stands open."""
    stand_before(window, qtbot)
    give_password(window, password)
    qtbot.waitUntil(lambda: not window.locked())


def stand_before(window: MainWindow, qtbot: QtBot) -> None:
    """Show the window, and wait until it asks who it is."""
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: any(" · " in one for one in offered(window)))


def give_password(window: MainWindow, password: str = PASSWORD) -> None:
    """Type a password into the door that stands: the sign-in's or the lock's; Enter."""
    write(window, worded("PasswordForm", "Password"), password, enter=True)
