"""Sign-in: who is offered, what is explained, what a refusal says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from station_client.errors import FirstSignInNeedsLineError, PictureNeededError, VouchNeededError
from station_client.ports import Line, SyncStatus
from tests.support.faces import NOW, PASSWORD, Face
from tests.support.hands import button, field, named, press, write
from tests.support.seen import lines, offered, text, there, worded, words
from ui import theme
from ui.bridge import Bridge
from ui.language import Speech, phrase_of
from ui.screens.sign_in import SignInScreen

LOGIN = "Login name at the centre"
MISSING = "Type your login name first."


def shown(face: Face, bridge: Bridge, qtbot: QtBot) -> SignInScreen:
    """Show the screen and wait for what it asked."""
    screen = SignInScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    qtbot.waitUntil(bridge.idle)
    return screen


def officers(screen: SignInScreen) -> list[str]:
    """Give the officers who can be chosen, one under the other."""
    return [one for one in offered(screen) if " · " in one]


def give_password(screen: SignInScreen) -> None:
    """Type the right password, and Enter."""
    write(screen, "Password", PASSWORD, enter=True)


def test_the_officers_of_this_pc_are_offered(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """The first is chosen, the password has the focus next."""
    screen = shown(face, bridge, qtbot)
    assert officers(screen) == ["Anil Sharma · Sub-Inspector", "Pooja Negi · Inspector"]
    assert button(screen, "Anil Sharma · Sub-Inspector").isChecked()
    assert not there(screen, LOGIN)
    press(screen, "Pooja Negi · Inspector")
    with qtbot.waitSignal(screen.signed_in) as signed:
        give_password(screen)
    assert signed.args is not None
    assert signed.args[0].officer.login == "pnegi"
    assert field(screen, "Password").text() == ""
    assert speech.code == "en"


def test_the_next_officer_finds_the_list_as_it_was(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """After a sign-out the same officers take the same room, one under the other."""
    screen = shown(face, bridge, qtbot)
    high = named(screen, "Officers of this PC").height()
    screen.activate()
    qtbot.waitUntil(bridge.idle)
    assert named(screen, "Officers of this PC").height() == high
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
        write(screen, worded("PasswordForm", "Password"), "not this one", enter=True)
        name = worded("ProofForm", "A picture of five letters and digits")
        qtbot.waitUntil(lambda: there(screen, name))
        picture = named(screen, name, QLabel)
        qtbot.waitUntil(lambda: not picture.pixmap().isNull())
        qtbot.waitUntil(lambda: picture.height() >= picture.pixmap().height())
        why = text(screen, phrase_of(face.session.error).happened)
        assert why.height() >= why.heightForWidth(why.width())
        training = worded("TrainingDoor", "&Training with made-up data…")
        assert training not in offered(screen)
        press(screen, officers(screen)[0])
        assert training in offered(screen)
    finally:
        theme.wear(dressed)


def test_the_first_time_is_explained(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """No vault: the login name is asked, and that the line is needed once is said."""
    face.session.vault = False
    screen = shown(face, bridge, qtbot)
    assert "needed once" in words(screen)
    face.session.error = FirstSignInNeedsLineError()
    write(screen, LOGIN, " asharma ")
    give_password(screen)
    qtbot.waitUntil(lambda: "there is none now" in words(screen))
    assert face.session.calls == ["sign-in asharma"]
    assert speech.code == "en"


def test_a_missing_login_name_is_said(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Enter in the empty field, or a password alone, says what is missing where it is missing; nothing is tried."""
    face.session.vault = False
    screen = shown(face, bridge, qtbot)
    write(screen, LOGIN, "", enter=True)
    assert MISSING in lines(screen)
    write(screen, LOGIN, "a")
    assert MISSING not in lines(screen)
    write(screen, LOGIN, "")
    give_password(screen)
    assert MISSING in lines(screen)
    assert face.session.calls == []
    assert speech.code == "en"


def test_a_stranger_is_told_who_can_let_them_in(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Another officer types a name; the refusal says whom to ask."""
    screen = shown(face, bridge, qtbot)
    press(screen, "Another officer…")
    assert "added by one who is signed in" in words(screen)
    face.session.error = VouchNeededError()
    write(screen, LOGIN, "stranger")
    give_password(screen)
    qtbot.waitUntil(lambda: "Ask an officer" in words(screen))
    assert speech.code == "en"


def test_wrong_passwords_lead_to_a_lockout(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Each wrong one is said; the fifth is counted down."""
    screen = shown(face, bridge, qtbot)
    for _ in range(4):
        write(screen, "Password", "wrong")
        assert "do not belong together" not in words(screen)
        press(screen, "Sign in")
        qtbot.waitUntil(lambda: "do not belong together" in words(screen))
    write(screen, "Password", "wrong", enter=True)
    qtbot.waitUntil(lambda: "wait 30 s" in words(screen))
    write(screen, "Password", "wrong")
    assert not button(screen, "Sign in").isEnabled()
    assert speech.code == "en"


def test_no_line_is_said_plainly(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """And that work goes on all the same."""
    face.sync.shown = SyncStatus(Line.NONE, NOW)
    screen = shown(face, bridge, qtbot)
    assert "no line now" in words(screen)
    assert speech.code == "en"


def test_a_line_that_comes_and_goes_is_said_while_nobody_signs_in(
    face: Face, bridge: Bridge, speech: Speech, told: list[str], qtbot: QtBot
) -> None:
    """Who waits with the password before them sees it, and hears it once."""
    assert speech.code == "en"
    screen = shown(face, bridge, qtbot)
    assert "no line now" not in words(screen)
    face.sync.put(SyncStatus(Line.NONE, NOW))
    qtbot.waitUntil(lambda: "no line now" in words(screen))
    face.sync.put(SyncStatus(Line.NONE, NOW, waiting=1))
    face.sync.put(SyncStatus(Line.GOOD, NOW))
    qtbot.waitUntil(lambda: "no line now" not in words(screen))
    assert len([one for one in told if "no line now" in one]) == 1


def test_without_a_keychain_the_password_is_warned_of(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Password-only mode names nobody and says what guards the data."""
    face.settings = replace(face.settings, password_only=True)
    face.session.lists = False
    screen = shown(face, bridge, qtbot)
    assert "password alone" in words(screen)
    assert there(screen, LOGIN)
    assert officers(screen) == []
    speech.use("hi")
    assert "कीचेन" in words(screen)
