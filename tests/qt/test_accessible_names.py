"""Whoever hears the window instead of seeing it: every widget that takes the focus has a name and a role."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from station_client.errors import DiskFullError
from tests.support.entering import stand_before
from tests.support.faces import Face, alert
from tests.support.seen import lines
from tests.support.spoken import nameless
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.screens.add_officer import AddOfficerScreen
from ui.screens.alert import AlertScreen
from ui.screens.dashboard import DashboardScreen
from ui.screens.trouble import TroubleWindow


@pytest.fixture(params=["en", "hi"])
def spoken(request: pytest.FixtureRequest, speech: Speech) -> Iterator[str]:
    """Speak both languages."""
    speech.use(request.param)
    yield request.param
    speech.use("en")


def test_the_window_has_names(face: Face, bridge: Bridge, spoken: str, qtbot: QtBot) -> None:
    """Sign-in, lock, bar, rail and status line."""
    assert spoken
    window = MainWindow(face.verbs(), bridge)
    stand_before(window, qtbot)
    assert nameless(window) == []


def test_the_screens_have_names(face: Face, bridge: Bridge, spoken: str, qtbot: QtBot) -> None:
    """Dashboard, alert with files, adding an officer, the trouble window."""
    assert spoken
    face.alerts.put(alert(1, files=(face.files.put("a.pdf", "pdf", b"%PDF"), face.files.put("b.png", "png", b"x"))))
    page = AlertScreen(face.verbs(), bridge)
    for screen in (page, DashboardScreen(face.verbs(), bridge), AddOfficerScreen(face.verbs(), bridge)):
        qtbot.addWidget(screen)
        screen.show()
    page.show_one("alert-1")
    qtbot.waitUntil(lambda: {"a.pdf", "b.png"} <= set(lines(page)))
    trouble = TroubleWindow(DiskFullError())
    qtbot.addWidget(trouble)
    assert [nameless(page), nameless(trouble)] == [[], []]


def test_a_list_tells_its_rows(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """A row is heard with its state, its headline and its FIR."""
    assert speech.code == "en"
    face.alerts.put(alert(1))
    screen = DashboardScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: "Loading…" not in lines(screen))
    view = next(iter(screen.windows.values())).view
    heard = QAccessible.queryAccessibleInterface(view)
    assert heard.text(QAccessible.Text.Name) == "High Alerts, 1 new of 1"
    row = heard.child(0)
    assert "FIR 0001/2026" in row.text(QAccessible.Text.Name)
