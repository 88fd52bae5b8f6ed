"""A window of the dashboard that was scrolled down: what it shows stays true, and stays in its place."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category, Life
from station_client.domain.ids import AlertUid
from station_client.errors import StoreDamagedError
from station_client.services.views import AlertLine
from tests.support.dashboards import shown
from tests.support.faces import Face, alert
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.dashboard import DashboardScreen
from ui.widgets.alert_list import AlertList


def scrolled(face: Face, bridge: Bridge, qtbot: QtBot, number: int = 120) -> tuple[DashboardScreen, AlertList]:
    """Show so many High Alerts, scroll down until all are there, and stay in their middle."""
    face.alerts.put(*(alert(one) for one in range(number)))
    screen = shown(face, bridge, qtbot)
    window = screen.windows[Category.HIGH_ALERT]
    bar = window.view.verticalScrollBar()

    def all_there() -> bool:
        bar.setValue(bar.maximum())  # which grows a moment after each page has come
        return window.model.rowCount() >= number

    qtbot.waitUntil(all_there)
    bar.setValue(bar.maximum() // 2 + 7)
    return screen, window.view


def top_of(view: AlertList) -> tuple[str, int]:
    """Name the alert at the upper edge, and its place in pixels."""
    at = view.indexAt(QPoint(0, 0))
    line = view.line_at(at)
    return (line.uid if line else "", view.visualRect(at).top())


def test_an_older_alert_that_changed_is_shown_where_it_stands(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """A recall of what was scrolled to is seen at once; neither the place nor the keyboard is lost over it."""
    assert speech.code == "en"
    screen, view = scrolled(face, bridge, qtbot)
    at = view.indexAt(QPoint(0, 0)).siblingAtRow(view.indexAt(QPoint(0, 0)).row() + 1)
    view.setCurrentIndex(at)
    line = view.line_at(at)
    assert line is not None
    before, lines = top_of(view), [line.uid]
    face.alerts.put(replace(face.alerts.stored[line.uid], life=Life.RECALLED))
    qtbot.waitUntil(lambda: [one.uid for one in screen_lines(screen) if one.life is Life.RECALLED] == lines)
    assert top_of(view) == before
    here = view.line_at(view.currentIndex())
    assert here is not None
    assert here.uid == line.uid


def test_who_reads_elsewhere_than_where_they_stand_stays_there(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """The wheel has gone on from the line with the focus; one comes on top, one goes above the eye."""
    assert speech.code == "en"
    screen, view = scrolled(face, bridge, qtbot)
    first = view.line_at(view.model().index(1, 0))
    assert first is not None
    at = view.verticalScrollBar().value()
    view.setCurrentIndex(view.model().index(1, 0))
    view.verticalScrollBar().setValue(at)
    before = top_of(view)
    del face.alerts.stored[AlertUid("alert-115")]
    face.alerts.put(alert(200))
    qtbot.waitUntil(lambda: any(one.uid == "alert-200" for one in screen_lines(screen)))
    qtbot.waitUntil(bridge.idle)
    assert top_of(view) == before


def screen_lines(screen: DashboardScreen) -> tuple[AlertLine, ...]:
    """Give the lines of High Alerts."""
    return screen.windows[Category.HIGH_ALERT].model.lines()


def test_what_comes_and_goes_leaves_the_eye_where_it_reads(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """More than the newest twenty come on top, one in sight and one far below are withdrawn: the rest stays."""
    assert speech.code == "en"
    screen, view = scrolled(face, bridge, qtbot)
    before = top_of(view)
    row = view.indexAt(QPoint(0, 0)).row()
    below = view.line_at(view.model().index(row + 1, 0))
    assert below is not None
    for uid in (below.uid, AlertUid("alert-2")):
        del face.alerts.stored[uid]
    face.alerts.put(*(alert(number) for number in range(200, 230)))
    every = face.alerts.page(Category.HIGH_ALERT, limit=1000)
    qtbot.waitUntil(lambda: screen_lines(screen) == every)
    assert top_of(view) == before
    row = view.indexAt(QPoint(0, 0)).row()
    second = view.line_at(view.model().index(row + 1, 0))
    height = view.visualRect(view.model().index(row + 1, 0)).top()
    assert second is not None
    del face.alerts.stored[AlertUid(before[0])]
    face.alerts.put(alert(300))
    qtbot.waitUntil(lambda: all(one.uid != before[0] for one in screen_lines(screen)))
    now = screen.windows[Category.HIGH_ALERT].model.row_of(second.uid)
    assert view.visualRect(view.model().index(now, 0)).top() == height


def test_who_scrolls_on_asks_again_for_what_did_not_come(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The failure is said; at the end of the list the next turn of the wheel, or the arrow, asks once more."""
    assert speech.code == "en"
    face.alerts.put(*(alert(number) for number in range(90)))
    page = face.alerts.page
    broken = Mock(side_effect=page)
    monkeypatch.setattr(face.alerts, "page", broken)
    screen = shown(face, bridge, qtbot)
    view = screen.windows[Category.HIGH_ALERT].view
    bar = view.verticalScrollBar()
    broken.side_effect = StoreDamagedError()
    with qtbot.waitSignal(screen.notice) as said:
        bar.setValue(bar.maximum())
    assert said.args is not None
    assert "damaged" in said.args[1]
    broken.side_effect = page
    with qtbot.waitSignal(view.model().rowsInserted):
        QApplication.sendEvent(view.viewport(), turned(view))
    broken.side_effect = StoreDamagedError()
    qtbot.waitUntil(lambda: bar.value() < bar.maximum())  # the page that came is laid out a moment later
    with qtbot.waitSignal(screen.notice):
        bar.setValue(bar.maximum())
    broken.side_effect = page
    view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, 0))
    qtbot.waitUntil(lambda: qtbot.keyClick(view, Qt.Key.Key_Down) or len(screen_lines(screen)) == 90)


def turned(view: AlertList) -> QWheelEvent:
    """Turn the wheel a notch down."""
    at = view.viewport().rect().center().toPointF()
    there = view.viewport().mapToGlobal(at)
    no, plain, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(at, there, QPoint(), QPoint(0, -120), no, plain, phase, False)  # noqa: FBT003 Qt's own way
