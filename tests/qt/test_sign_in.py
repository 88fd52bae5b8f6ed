"""Sign-in: who is offered, what is explained, what a refusal says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_client.config import Settings
from station_client.errors import FirstSignInNeedsLineError, PictureNeededError, VouchNeededError
from station_client.ports import Line, SyncStatus
from tests.support.faces import NOW, PASSWORD, Face
from ui import theme
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.sign_in import SignInScreen


def shown(face: Face, bridge: Bridge, qtbot: QtBot) -> SignInScreen:
    """Show the screen and wait for what it asked."""
    screen = SignInScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.show()
    with qtbot.waitSignal(bridge._answered):
        screen.activate()
    return screen


def test_the_officers_of_this_pc_are_offered(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """The first is chosen, the password has the focus next."""
    screen = shown(face, bridge, qtbot)
    names = [one.text() for one in screen._group.buttons()]
    assert names == ["Anil Sharma · Sub-Inspector", "Pooja Negi · Inspector"]
    assert not screen._login_field.isVisible()
    screen._group.buttons()[1].click()
    with qtbot.waitSignal(screen.signed_in) as signed:
        screen._form.submitted.emit(PASSWORD)
    assert signed.args is not None
    assert signed.args[0].officer.login == "pnegi"
    assert screen._form.field.text() == ""
    assert speech.code == "en"


def test_the_next_officer_finds_the_list_as_it_was(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """After a sign-out the same officers take the same room, one under the other."""
    screen = shown(face, bridge, qtbot)
    high = screen._scroll.height()
    with qtbot.waitSignal(bridge._answered):
        screen.activate()
    assert screen._scroll.height() == high
    assert speech.code == "en"


@pytest.mark.parametrize("language", ["en", "hi"])
def test_what_the_centre_asks_besides_stands_whole(
    face: Face, bridge: Bridge, speech: Speech, dressed: QApplication, qtbot: QtBot, *, language: str
) -> None:
    """At the largest letters on 1366×768: the picture, why it is asked for and the button, with nothing squeezed."""
    speech.use(language)
    theme.wear(dressed, scale=theme.SCALES[-1])
    try:
        screen = shown(face, bridge, qtbot)
        screen.resize(1366, 768)
        face.session.error = PictureNeededError()
        screen._form.submitted.emit("not this one")
        proof = screen._form.proof
        qtbot.waitUntil(lambda: not proof._picture.pixmap().isNull())
        qtbot.waitUntil(lambda: proof._picture.height() >= proof._picture.pixmap().height())
        said = proof._wrong._text
        assert said.height() >= said.heightForWidth(said.width())
        assert not screen._training.isVisible()
        screen._form.reset()
        assert screen._training.isVisible()
    finally:
        theme.wear(dressed)


def test_the_first_time_is_explained(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """No vault: the login name is asked, and that the line is needed once is said."""
    face.session.vault = False
    screen = shown(face, bridge, qtbot)
    assert screen._login_field.isVisible()
    assert "needed once" in screen._first.text()
    face.session.error = FirstSignInNeedsLineError()
    screen._login_field.setText(" asharma ")
    screen._form.submitted.emit(PASSWORD)
    qtbot.waitUntil(lambda: "there is none now" in screen._form.wrong())
    assert face.session.calls == ["sign-in asharma"]
    assert speech.code == "en"


def test_a_missing_login_name_is_said(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Enter in the empty field, or a password alone, says what is missing where it is missing; nothing is tried."""
    face.session.vault = False
    screen = shown(face, bridge, qtbot)
    screen._login_field.returnPressed.emit()
    assert "login name" in screen._login_wrong.text()
    qtbot.keyClicks(screen._login_field, "a")
    assert not screen._login_wrong.text()
    screen._login_field.clear()
    screen._form.submitted.emit(PASSWORD)
    assert "login name" in screen._login_wrong.text()
    assert face.session.calls == []
    assert speech.code == "en"


def test_a_stranger_is_told_who_can_let_them_in(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Another officer types a name; the refusal says whom to ask."""
    screen = shown(face, bridge, qtbot)
    screen._other.click()
    assert screen._login_field.isVisible()
    assert "added by one who is signed in" in screen._first.text()
    face.session.error = VouchNeededError()
    screen._login_field.setText("stranger")
    screen._form.submitted.emit(PASSWORD)
    qtbot.waitUntil(lambda: "Ask an officer" in screen._form.wrong())
    assert speech.code == "en"


def test_wrong_passwords_lead_to_a_lockout(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Each wrong one is said; the fifth is counted down."""
    screen = shown(face, bridge, qtbot)
    for _ in range(4):
        screen._form.submitted.emit("wrong")
        qtbot.waitUntil(lambda: not screen._form._busy)
        assert "do not belong together" in screen._form.wrong()
    screen._form.submitted.emit("wrong")
    qtbot.waitUntil(lambda: "wait 30 s" in screen._form.wrong())
    assert speech.code == "en"


def test_no_line_is_said_plainly(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """And that work goes on all the same."""
    face.sync.shown = SyncStatus(Line.NONE, NOW)
    screen = shown(face, bridge, qtbot)
    assert "no line now" in screen._offline.text()
    assert speech.code == "en"


def test_without_a_keychain_the_password_is_warned_of(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Password-only mode names nobody and says what guards the data."""
    face.settings = replace(face.settings, password_only=True)
    face.session.lists = False
    screen = shown(face, bridge, qtbot)
    assert "password alone" in screen._password_only.text()
    assert screen._login_field.isVisible()
    assert screen._group.buttons() == []
    speech.use("hi")
    assert "कीचेन" in screen._password_only.text()
    assert isinstance(face.settings, Settings)
