"""A sensitive alert, and a protected victim's name in another, are read in the window by who has the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Alert
from station_client.domain.ids import AlertUid
from station_client.domain.office import Rights
from station_client.domain.redaction import HIDDEN
from station_client.errors import NotEntitledError
from station_client.ports import Line, SyncStatus
from tests.support.faces import NOW, OFFICER, Face, alert
from tests.support.held_firs import FakeDisclosure
from tests.support.spoken import nameless
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.alert import AlertScreen

WHY = "Identification parade on Monday"
TEXT = "Kalpanika was seen at the station; call 9876543210."


@pytest.fixture
def centre() -> FakeDisclosure:
    """Let the officer ask."""
    return FakeDisclosure(may=True, whole=replace(alert(1), description=TEXT))


@pytest.fixture
def screen(face: Face, centre: FakeDisclosure, bridge: Bridge, qtbot: QtBot, speech: Speech) -> AlertScreen:
    """Give the page, with nothing shown yet."""
    assert speech.code == "en"
    face.session.now = OFFICER
    made = AlertScreen(face.verbs(disclosure=centre), bridge)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def read(screen: AlertScreen) -> str:
    """Give what stands in the part that the centre told."""
    return screen._whole.text.text() if screen._whole.text.isVisible() else ""


def hidden(one: Alert) -> Alert:
    """Give an alert as the feed tells it: without the victim."""
    return replace(one, description=f"{HIDDEN} was seen at the station.")


def test_what_is_on_no_pc_is_asked_for_by_keys(screen: AlertScreen, centre: FakeDisclosure, qtbot: QtBot) -> None:
    """A reason of ten signs; the trace's number; numbers masked; nothing to be done with it."""
    screen.show_one("alert-1")
    qtbot.waitUntil(screen._whole.isVisible)
    assert screen._empty.isVisible()
    assert not screen._acknowledge.isVisible()
    screen._whole.why.begin.setFocus()
    qtbot.keyClick(screen._whole.why.begin, Qt.Key.Key_Return)
    qtbot.keyClicks(screen._whole.why.line.why, "too short")
    assert not screen._whole.why.line.confirm.isEnabled()
    screen._whole.why.line.why.clear()
    qtbot.keyClicks(screen._whole.why.line.why, WHY)
    assert nameless(screen) == []
    qtbot.keyClick(screen._whole.why.line.why, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Kalpanika" in read(screen))
    assert centre.asked == [("alert-1", WHY)]
    assert "9876543210" not in read(screen)
    assert "№ 34" in screen._whole.banner.text()
    assert not screen._empty.isVisible()
    assert not screen._whole.why.isVisible()


@pytest.mark.parametrize("end", ["leave", "sleep", "another"])
def test_it_goes_with_the_page(screen: AlertScreen, face: Face, end: str, qtbot: QtBot) -> None:
    """With the lock, with another place, with another alert; a sync alone takes nothing away."""
    face.alerts.put(hidden(alert(1)), alert(2))
    screen.show_one("alert-1")
    qtbot.waitUntil(screen._whole.why.begin.isVisible)
    assert "victim" in screen._whole.why.begin.text()
    screen._whole.why.given.emit(WHY)
    qtbot.waitUntil(lambda: "Kalpanika" in read(screen))
    assert not screen._body.isVisible()
    screen.activate()
    qtbot.waitUntil(screen.bridge.idle)
    assert "Kalpanika" in read(screen)
    ends: dict[str, Callable[[], None]] = {
        "leave": screen.leave,
        "sleep": screen.sleep,
        "another": partial(screen.show_one, "alert-2"),
    }
    ends[end]()
    assert not read(screen)
    assert screen._whole.text.text() == ""


def test_an_answer_that_comes_late_is_not_shown(screen: AlertScreen, qtbot: QtBot) -> None:
    """Locked while the centre was asked."""
    screen.show_one("alert-1")
    qtbot.waitUntil(screen._whole.isVisible)
    screen._whole.why.given.emit(WHY)
    screen.sleep()
    qtbot.waitUntil(screen.bridge.idle)
    assert screen._whole.text.text() == ""


def test_who_may_not_and_who_has_no_line_are_told(
    screen: AlertScreen, face: Face, centre: FakeDisclosure, qtbot: QtBot
) -> None:
    """No button for an alert that nothing is kept back of, nor without the right; a dead one says why; a no is said."""
    face.alerts.put(hidden(alert(1)), alert(2))
    screen.show_one("alert-2")
    qtbot.waitUntil(lambda: screen._view is not None)
    assert not screen._whole.isVisible()
    screen.show_one("alert-1")
    qtbot.waitUntil(screen._whole.why.begin.isEnabled)
    face.sync.put(SyncStatus(Line.NONE, NOW, NOW))
    qtbot.waitUntil(lambda: not screen._whole.why.begin.isEnabled())
    assert "no line" in screen._whole.why.begin.toolTip()
    assert "no line" in screen._whole.why._note.text()
    assert screen._whole.why._note.isVisible()
    centre.wrong = NotEntitledError("see-victim")
    with qtbot.waitSignal(screen.notice):
        screen._whole.why.given.emit(WHY)
    assert not read(screen)
    centre.may = False
    face.sync.put(SyncStatus(Line.GOOD, NOW, NOW))
    qtbot.waitUntil(lambda: not screen._whole.isVisible())
    face.session.now = replace(OFFICER, rights=Rights())
    screen.show_one(AlertUid("no-such"))
    qtbot.waitUntil(screen._empty.isVisible)
    assert not screen._whole.isVisible()
