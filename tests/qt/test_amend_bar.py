"""What may become of an alert is offered to whoever may, with a reason, and to nobody else."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Life
from tests.support.alert_page import ONE, shown
from tests.support.faces import Face, alert
from tests.support.hands import button, press, write
from tests.support.seen import lines, offered, there, worded
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.alert import AlertScreen

MAY = {
    "nobody": frozenset[Life](),
    "author": frozenset({Life.CORRECTED, Life.LOCATED}),
    "in-charge": frozenset({Life.CORRECTED, Life.LOCATED, Life.RECALLED}),
}


DEEDS = {"Correct…": Life.CORRECTED, "Located…": Life.LOCATED, "Recall…": Life.RECALLED}


def shown_to(who: str, face: Face, bridge: Bridge, qtbot: QtBot) -> AlertScreen:
    """Show an alert to somebody."""
    face.amending.may = MAY[who]
    screen = shown(face, bridge, qtbot, alert(1))
    qtbot.waitUntil(bridge.idle)
    return screen


@pytest.mark.parametrize("who", MAY)
def test_only_what_may_be_done_is_shown(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, who: str) -> None:
    """Nothing for another office; recalling only for who is in charge."""
    screen = shown_to(who, face, bridge, qtbot)
    assert speech is not None
    assert {DEEDS[one] for one in offered(screen) if one in DEEDS} == MAY[who]


def test_a_recall_needs_its_reason(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """The question is asked first; nothing is sent without an answer to it; cancelling sends nothing."""
    screen = shown_to("in-charge", face, bridge, qtbot)
    press(screen, "Recall…")
    why = "Why is this alert taken back?"
    assert why in lines(screen)
    assert not button(screen, "Send to all stations").isEnabled()
    write(screen, why, "Sent by mistake, the men were released.")
    press(screen, "Cancel")
    assert not there(screen, why)
    press(screen, "Located…")
    speech.use("hi")
    what = "क्या मिला, कहाँ और कब?"
    assert what in lines(screen)
    write(screen, what, "Found at Lalpur.")
    press(screen, worded("AmendBar", "&Send to all stations"))
    qtbot.waitUntil(lambda: not there(screen, what))
    assert face.amending.made == [(ONE, "located", "Found at Lalpur.")]


def test_a_correction_opens_as_a_draft(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """In the editor, like any other."""
    screen = shown_to("author", face, bridge, qtbot)
    assert speech is not None
    with qtbot.waitSignal(screen.edit_draft) as opened:
        press(screen, "Correct…")
    assert opened.args == ["a-correction"]
    screen.sleep()
    assert not there(screen, "Correct…")
