"""What may become of an alert is offered to whoever may, with a reason, and to nobody else."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Life
from station_client.domain.ids import AlertUid
from tests.support.faces import Face, alert
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.alert import AlertScreen

ONE = AlertUid("alert-1")
MAY = {
    "nobody": frozenset[Life](),
    "author": frozenset({Life.CORRECTED, Life.LOCATED}),
    "in-charge": frozenset({Life.CORRECTED, Life.LOCATED, Life.RECALLED}),
}


def shown(face: Face, bridge: Bridge, qtbot: QtBot, who: str) -> AlertScreen:
    """Show an alert to somebody."""
    face.amending.may = MAY[who]
    face.alerts.put(alert(1))
    screen = AlertScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.resize(1000, 640)
    screen.show()
    screen.show_one(ONE)
    qtbot.waitUntil(lambda: screen._view is not None and bridge.idle())
    return screen


@pytest.mark.parametrize("who", MAY)
def test_only_what_may_be_done_is_shown(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, who: str) -> None:
    """Nothing for another office; recalling only for who is in charge."""
    bar = shown(face, bridge, qtbot, who)._amend
    assert speech is not None
    assert bar.isVisible() == bool(MAY[who])
    assert bar.correct.isVisible() == (Life.CORRECTED in MAY[who])
    assert bar.recall.isVisible() == (Life.RECALLED in MAY[who])


def test_a_recall_needs_its_reason(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """The question is asked first; nothing is sent without an answer to it; cancelling sends nothing."""
    bar = shown(face, bridge, qtbot, "in-charge")._amend
    bar.recall.click()
    assert bar.line.question.text() == "Why is this alert taken back?"
    assert not bar.line.confirm.isEnabled()
    bar.line.why.setText("Sent by mistake, the men were released.")
    bar.line.cancel.click()
    assert not bar.line.why.isVisible()
    bar.located.click()
    speech.use("hi")
    assert bar.line.question.text() == "क्या मिला, कहाँ और कब?"
    bar.line.why.setText("Found at Lalpur.")
    bar.line.confirm.click()
    qtbot.waitUntil(lambda: not bar.line.why.isVisible())
    assert face.amending.made == [(ONE, "located", "Found at Lalpur.")]


def test_a_correction_opens_as_a_draft(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """In the editor, like any other."""
    screen = shown(face, bridge, qtbot, "author")
    assert speech is not None
    with qtbot.waitSignal(screen.edit_draft) as opened:
        screen._amend.correct.click()
    assert opened.args == ["a-correction"]
    screen.sleep()
    assert not screen._amend.isVisible()
