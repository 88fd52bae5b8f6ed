"""A dashboard as an officer has it before them, for the window's tests."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.support.faces import Face
from tests.support.seen import lines, worded
from ui.bridge import Bridge
from ui.screens.dashboard import DashboardScreen


def shown(face: Face, bridge: Bridge, qtbot: QtBot) -> DashboardScreen:
    """Show the dashboard filled."""
    screen = DashboardScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.resize(1100, 640)
    screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: worded("CategoryWindow", "Loading…") not in lines(screen))
    return screen
