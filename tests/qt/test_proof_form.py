"""The window asks for what the centre wants beside a password: a picture's signs, a question's answer, a code."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from station_client.errors import CentreUnreachableError, CodeNeededError, PictureNeededError, WrongPasswordError
from station_client.ports import NO_PROOF, Proof
from tests.support.faces import PASSWORD, Face
from tests.support.hands import button, field, press, write
from tests.support.seen import heard, lines, there, worded, words
from ui.bridge import Bridge
from ui.language import Speech, phrase_of
from ui.screens.lock import LockScreen
from ui.screens.sign_in import SignInScreen

SIGNS = "Letters and digits of the picture"
CODE = "One-time code"


def shown(face: Face, bridge: Bridge, qtbot: QtBot) -> SignInScreen:
    """Show the screen as on an officer's first day at this PC, with the login typed."""
    face.session.vault = False
    screen = SignInScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    qtbot.waitUntil(bridge.idle)
    write(screen, worded("SignInScreen", "Login name at the centre"), "asharma")
    return screen


def asked_for_a_picture(screen: SignInScreen, face: Face, qtbot: QtBot) -> None:
    """Type the password where the centre wants a picture first, and wait for it."""
    face.session.error = PictureNeededError()
    write(screen, worded("PasswordForm", "Password"), PASSWORD, enter=True)
    qtbot.waitUntil(lambda: drawn(screen))


def drawn(screen: SignInScreen) -> bool:
    """Tell whether a picture to read is seen."""
    name = worded("ProofForm", "A picture of five letters and digits")
    pictures = (one for one in screen.findChildren(QLabel) if heard(one) == name)
    return any(one.isVisible() and not one.pixmap().isNull() for one in pictures)


def test_a_picture_is_shown_and_read_with_the_keyboard_alone(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """The password stays, the field of the picture has the focus, Enter signs in with what was read."""
    screen = shown(face, bridge, qtbot)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    assert not there(screen, SIGNS)
    asked_for_a_picture(screen, face, qtbot)
    assert field(screen, SIGNS).hasFocus()
    assert not there(screen, CODE)
    assert field(screen, "Password").text() == PASSWORD
    assert "one thing more" in words(screen)
    assert not button(screen, "Sign in").isEnabled()
    face.session.error = None
    write(screen, SIGNS, "v4mrx ")
    assert button(screen, "Sign in").isEnabled()
    with qtbot.waitSignal(screen.signed_in):
        qtbot.keyClick(field(screen, SIGNS), Qt.Key.Key_Return)
    assert face.session.proofs == [NO_PROOF, Proof("challenge-1", "v4mrx")]
    assert not there(screen, SIGNS)
    assert speech.code == "en"


def test_a_question_in_words_comes_in_the_officers_language(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """And the next one is in words too; a picture can be had again."""
    speech.use("hi")
    screen = shown(face, bridge, qtbot)
    asked_for_a_picture(screen, face, qtbot)
    press(screen, worded("ProofForm", "A &question in words"))
    qtbot.waitUntil(lambda: "Two and two?" in words(screen))
    assert not drawn(screen)
    (asked,) = (one for one in lines(screen) if one.startswith("Two and two?"))
    assert "अंकों" in asked
    assert there(screen, asked)
    press(screen, worded("ProofForm", "&New picture"))
    qtbot.waitUntil(lambda: drawn(screen))
    assert face.proving.drawn == [("asharma", False, "hi"), ("asharma", True, "hi"), ("asharma", False, "hi")]


def test_a_wrong_password_behind_a_picture_brings_another_picture(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """The answer is used up: the password is typed anew, with a new picture beside it."""
    screen = shown(face, bridge, qtbot)
    asked_for_a_picture(screen, face, qtbot)
    face.session.error = WrongPasswordError()
    write(screen, SIGNS, "V4MRX", enter=True)
    qtbot.waitUntil(lambda: len(face.proving.drawn) == 2)
    assert field(screen, "Password").text() == ""
    assert "do not belong together" in words(screen)
    assert speech.code == "en"


def test_a_code_is_asked_for_once_the_password_is_right(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """The picture that was read before it goes along once more."""
    screen = shown(face, bridge, qtbot)
    asked_for_a_picture(screen, face, qtbot)
    face.session.error = CodeNeededError()
    write(screen, SIGNS, "V4MRX", enter=True)
    qtbot.waitUntil(lambda: there(screen, CODE))
    assert "one-time code is missing" in words(screen)
    face.session.error = None
    with qtbot.waitSignal(screen.signed_in):
        write(screen, CODE, "123456", enter=True)
    assert face.session.proofs[-1] == Proof("challenge-1", "V4MRX", "123456")
    assert speech.code == "en"


def test_no_line_for_the_picture_is_said(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """At the field that waits for it."""
    screen = shown(face, bridge, qtbot)
    asked_for_a_picture(screen, face, qtbot)
    face.proving.error = CentreUnreachableError()
    press(screen, "New picture")
    why = phrase_of(face.proving.error)
    qtbot.waitUntil(lambda: f"{why.happened} {why.next}" in lines(screen))
    assert field(screen, SIGNS).accessibleDescription().startswith(why.happened)
    assert speech.code == "en"


def test_another_officer_begins_without_the_formers_picture(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """What was asked of one is not asked of the next."""
    screen = SignInScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    qtbot.waitUntil(bridge.idle)
    asked_for_a_picture(screen, face, qtbot)
    write(screen, SIGNS, "v4mrx")
    press(screen, "Pooja Negi · Inspector")
    assert not there(screen, SIGNS)
    face.session.error = None
    with qtbot.waitSignal(screen.signed_in):
        write(screen, "Password", PASSWORD, enter=True)
    assert face.session.proofs[-1] == NO_PROOF
    assert speech.code == "en"


def test_the_centre_that_asks_again_may_want_a_code(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """On the screen that asks for the password anew, over work that goes on."""
    face.session.now = face.session.officers[0]
    screen = LockScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.set_officer("Anil Sharma", again=True)
    screen.show()
    face.session.error = CodeNeededError()
    write(screen, "Password", PASSWORD, enter=True)
    qtbot.waitUntil(lambda: there(screen, CODE))
    face.session.error = None
    with qtbot.waitSignal(screen.unlocked):
        write(screen, CODE, "123456", enter=True)
    assert face.session.proofs[-1] == Proof(code="123456")
    assert speech.code == "en"
