"""Windows of their own, side by side and while the centre changes what they show: each hears what is its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from station_client.events import Part, StoreChanged
from tests.support.faces import Face
from tests.support.work import Desk, with_two_firs
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.fir import FirScreen
from ui.screens.receipt import ReceiptScreen


@pytest.fixture
def desk(face: Face) -> Desk:
    """Give services with one protected and one plain FIR."""
    return with_two_firs(Desk(face))


def test_each_window_that_stands_open_hears_the_change(
    fir_screen: FirScreen, desk: Desk, bridge: Bridge, qtbot: QtBot
) -> None:
    """Two FIRs are read side by side, and both victims are protected by the same sync: neither name stays."""
    beside = FirScreen(desk.verbs, bridge)
    qtbot.addWidget(beside)
    beside.show()
    desk.firs.held["second"] = desk.firs.held["plain"]
    windows = {"plain": fir_screen, "second": beside}
    for key, window in windows.items():
        window.show_one(key)
    qtbot.waitUntil(lambda: all("Kalpanika" in one.page.toPlainText() for one in windows.values()))
    for key in windows:
        desk.firs.held[key] = replace(desk.firs.held[key], victim_protected=True, version=2)
    desk.face.bus.tell(StoreChanged(frozenset({Part.FIRS})))
    qtbot.waitUntil(lambda: not any("Kalpanika" in one.page.toPlainText() for one in windows.values()))


def test_two_receipts_side_by_side_both_come(desk: Desk, bridge: Bridge, qtbot: QtBot, speech: Speech) -> None:
    """A second window that is opened at once does not leave the first at "Opening" for good."""
    assert speech.code == "en"
    windows = ReceiptScreen(desk.verbs, bridge), ReceiptScreen(desk.verbs, bridge)
    for window in windows:
        qtbot.addWidget(window)
        window.show()
        window.show_one("item-none")
    qtbot.waitUntil(lambda: all("not confirmed" in one.empty.text() for one in windows))


def test_a_change_behind_what_is_shown_with_a_reason_is_told_as_such(
    fir_screen: FirScreen, desk: Desk, qtbot: QtBot
) -> None:
    """What the centre told stays as it was told: it is not called the FIR of now."""
    desk.disclosure.may, desk.disclosure.told = True, desk.firs.held["protected"]
    fir_screen.show_one("protected")
    qtbot.waitUntil(lambda: "•••" in fir_screen.page.toPlainText())
    fir_screen.why.given.emit("to find her")
    qtbot.waitUntil(lambda: "Kalpanika" in fir_screen.page.toPlainText())
    desk.firs.held["protected"] = replace(desk.firs.held["protected"], version=2)
    with qtbot.waitSignal(fir_screen.notice) as told:
        desk.face.bus.tell(StoreChanged(frozenset({Part.FIRS})))
    assert "as it was before" in told.args[1]
    assert "Kalpanika" in fir_screen.page.toPlainText()


def test_a_window_that_is_closed_while_its_fir_is_asked_for_is_told_nothing(
    desk: Desk, bridge: Bridge, qtbot: QtBot, speech: Speech
) -> None:
    """The wish is kept all the same."""
    assert speech.code == "en"
    screen = FirScreen(desk.verbs, bridge)
    screen.show()
    screen.show_one("elsewhere")
    qtbot.waitUntil(lambda: "not in this PC's copy" in screen.empty.text())
    screen.empty.acted.emit()
    delete(screen)
    qtbot.waitUntil(bridge.idle)
    assert desk.firs.wishes == {"elsewhere": ""}
