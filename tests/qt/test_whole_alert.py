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
from tests.support.hands import button, field, press, write
from tests.support.held_firs import FakeDisclosure
from tests.support.seen import held, lines, offered, there, words
from tests.support.spoken import nameless
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.alert import AlertScreen

WHY = "Identification parade on Monday"
ANY, VICTIM, REASON = "Show it, if it is sensitive…", "Show the victim's identity…", "Why you need it"
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


def ask(screen: AlertScreen, qtbot: QtBot, begin: str = VICTIM) -> None:
    """Ask the centre with a reason, once that is offered."""
    qtbot.waitUntil(lambda: there(screen, begin) and button(screen, begin).isEnabled())
    press(screen, begin)
    write(screen, REASON, WHY, enter=True)


def hidden(one: Alert) -> Alert:
    """Give an alert as the feed tells it: without the victim."""
    return replace(one, description=f"{HIDDEN} was seen at the station.")


def test_what_is_on_no_pc_is_asked_for_by_keys(screen: AlertScreen, centre: FakeDisclosure, qtbot: QtBot) -> None:
    """A reason of ten signs; the trace's number; numbers masked; nothing to be done with it."""
    screen.show_one("alert-1")
    qtbot.waitUntil(lambda: there(screen, ANY))
    assert "does not have it yet" in words(screen)
    assert "Acknowledge" not in offered(screen)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    button(screen, ANY).setFocus()
    qtbot.keyClick(button(screen, ANY), Qt.Key.Key_Return)
    assert field(screen, REASON).hasFocus()
    write(screen, REASON, "too short")
    assert not button(screen, "Ask the centre").isEnabled()
    write(screen, REASON, WHY)
    assert nameless(screen) == []
    qtbot.keyClick(field(screen, REASON), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Kalpanika" in words(screen))
    assert centre.asked == [("alert-1", WHY)]
    assert "9876543210" not in words(screen)
    assert "№ 34" in words(screen)
    assert "does not have it yet" not in words(screen)
    assert not there(screen, ANY)
    assert not there(screen, REASON)


@pytest.mark.parametrize("end", ["leave", "sleep", "another"])
def test_it_goes_with_the_page(screen: AlertScreen, face: Face, end: str, qtbot: QtBot) -> None:
    """With the lock, with another place, with another alert; a sync alone takes nothing away."""
    face.alerts.put(hidden(alert(1)), alert(2))
    screen.show_one("alert-1")
    ask(screen, qtbot)
    qtbot.waitUntil(lambda: "Kalpanika" in words(screen))
    assert HIDDEN not in words(screen)
    screen.activate()
    qtbot.waitUntil(screen.bridge.idle)
    assert "Kalpanika" in words(screen)
    ends: dict[str, Callable[[], None]] = {
        "leave": screen.leave,
        "sleep": screen.sleep,
        "another": partial(screen.show_one, "alert-2"),
    }
    ends[end]()
    assert "Kalpanika" not in held(screen)


def test_an_answer_that_comes_late_is_not_shown(screen: AlertScreen, centre: FakeDisclosure, qtbot: QtBot) -> None:
    """Locked while the centre was asked."""
    screen.show_one("alert-1")
    ask(screen, qtbot, ANY)
    screen.sleep()
    screen.hide()
    qtbot.waitUntil(screen.bridge.idle)
    assert centre.asked
    assert "Kalpanika" not in held(screen)


def test_who_may_not_and_who_has_no_line_are_told(
    screen: AlertScreen, face: Face, centre: FakeDisclosure, qtbot: QtBot
) -> None:
    """No button for an alert that nothing is kept back of, nor without the right; a dead one says why; a no is said."""
    face.alerts.put(hidden(alert(1)), alert(2))
    screen.show_one("alert-2")
    qtbot.waitUntil(lambda: "Seen" in lines(screen))
    assert not there(screen, VICTIM)
    screen.show_one("alert-1")
    qtbot.waitUntil(lambda: there(screen, VICTIM))
    face.sync.put(SyncStatus(Line.NONE, NOW, NOW))
    qtbot.waitUntil(lambda: not button(screen, VICTIM).isEnabled())
    assert "no line" in button(screen, VICTIM).toolTip()
    assert "There is no line to the centre now." in lines(screen)
    face.sync.put(SyncStatus(Line.GOOD, NOW, NOW))
    centre.wrong = NotEntitledError("see-victim")
    with qtbot.waitSignal(screen.notice):
        ask(screen, qtbot)
    assert "Kalpanika" not in held(screen)
    centre.may = False
    face.sync.put(SyncStatus(Line.NONE, NOW, NOW))
    qtbot.waitUntil(lambda: not there(screen, REASON))
    assert not there(screen, VICTIM)
    face.session.now = replace(OFFICER, rights=Rights())
    screen.show_one(AlertUid("no-such"))
    qtbot.waitUntil(lambda: "does not have it yet" in words(screen))
    assert not there(screen, ANY)
