"""One button of a page looks like the main deed: the answer that is asked for, or else the page's own."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.support.alert_page import shown
from tests.support.faces import Face, alert
from tests.support.hands import button
from tests.support.work import Desk
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.alert import AlertScreen
from ui.screens.fir import FirScreen
from ui.widgets.why_line import WhyLine


def test_acknowledging_gives_way_to_an_answer(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """While an officer says what was found, only sending it is the main deed; put away, the page is as before."""
    assert speech.code == "en"
    screen: AlertScreen = shown(face, bridge, qtbot, alert(1))
    own = button(screen, "Acknowledge")
    for line in screen.findChildren(WhyLine):
        assert own.property("kind") == "primary"
        line.ask()
        assert [own.property("kind"), line.confirm.property("kind")] == ["", "primary"]
        line.put_away()
    assert own.property("kind") == "primary"


def test_saving_a_fir_gives_way_too(face: Face, bridge: Bridge, qtbot: QtBot) -> None:
    """While the victim's identity is asked for."""
    screen = FirScreen(Desk(face).verbs, bridge)
    qtbot.addWidget(screen)
    screen.why.line.ask()
    assert screen.pdf_button.property("kind") == ""
    screen.why.line.put_away()
    assert screen.pdf_button.property("kind") == "primary"
