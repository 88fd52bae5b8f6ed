"""A page that stands open while time goes on, with nothing coming from the line."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category, Life
from station_client.domain.ids import AlertUid
from tests.support import alert_page
from tests.support.dashboards import shown
from tests.support.faces import NOW, Face, alert
from tests.support.hands import clocks
from tests.support.seen import lines
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.dashboard import MINUTE_MILLISECONDS, DashboardScreen

ONE = AlertUid("alert-1")


def each_minute(screen: DashboardScreen) -> list[QTimer]:
    """Give the clocks that strike each minute."""
    return [one for one in clocks(screen) if one.interval() == MINUTE_MILLISECONDS]


def test_the_dashboard_looks_again_each_minute(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """What is over is shown so on a wall that nobody touches; a page that nobody sees asks for nothing."""
    assert speech.code == "en"
    face.alerts.put(alert(1))
    screen = shown(face, bridge, qtbot)
    model = screen.windows[Category.HIGH_ALERT].model
    face.alerts.stored[ONE] = replace(alert(1), life=Life.EXPIRED)  # as the clock makes it: nobody tells
    (minute,) = each_minute(screen)
    minute.timeout.emit()
    qtbot.waitUntil(lambda: model.lines()[0].life is Life.EXPIRED)
    screen.leave()
    assert each_minute(screen) == []


def test_an_alert_that_is_read_says_when_it_is_over(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """In the moment itself, with nothing heard from the centre; what is over already is not asked for again."""
    assert speech.code == "en"
    screen = alert_page.shown(face, bridge, qtbot, alert(1, expires_at=NOW + timedelta(milliseconds=200)))
    assert "Active" in lines(screen)
    face.alerts.stored[ONE] = replace(alert(1), life=Life.EXPIRED, expires_at=NOW - timedelta(hours=1))
    qtbot.waitUntil(lambda: "Expired" in lines(screen))
    assert not [one for one in clocks(screen) if one.isSingleShot()]
