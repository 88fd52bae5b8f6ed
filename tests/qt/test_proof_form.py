"""The window asks for what the centre wants beside a password: a picture's signs, a question's answer, a code."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from station_client.errors import CentreUnreachableError, CodeNeededError, PictureNeededError, WrongPasswordError
from station_client.ports import NO_PROOF, Proof
from tests.support.faces import PASSWORD, Face
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.lock import LockScreen
from ui.screens.sign_in import SignInScreen


def shown(face: Face, bridge: Bridge, qtbot: QtBot) -> SignInScreen:
    """Show the screen as on an officer's first day at this PC, with the login typed."""
    face.session.vault = False
    screen = SignInScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.show()
    with qtbot.waitSignal(bridge._answered):
        screen.activate()
    screen._login_field.setText("asharma")
    return screen


def asked_for_a_picture(screen: SignInScreen, face: Face, qtbot: QtBot) -> None:
    """Type the password where the centre wants a picture first, and wait for it."""
    face.session.error = PictureNeededError()
    qtbot.keyClicks(screen._form.field, PASSWORD)
    qtbot.keyClick(screen._form.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not screen._form.proof._picture.pixmap().isNull())


def test_a_picture_is_shown_and_read_with_the_keyboard_alone(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """The password stays, the field of the picture has the focus, Enter signs in with what was read."""
    screen = shown(face, bridge, qtbot)
    proof = screen._form.proof
    assert not proof.isVisible()
    asked_for_a_picture(screen, face, qtbot)
    assert proof.answer.isVisible()
    assert not proof.code.isVisible()
    assert screen._form.field.text() == PASSWORD
    assert "one thing more" in screen._form.wrong()
    assert not screen._form._go.isEnabled()
    face.session.error = None
    qtbot.keyClicks(proof.answer, "v4mrx ")
    assert screen._form._go.isEnabled()
    with qtbot.waitSignal(screen.signed_in):
        qtbot.keyClick(proof.answer, Qt.Key.Key_Return)
    assert face.session.proofs == [NO_PROOF, Proof("challenge-1", "v4mrx")]
    assert not proof.isVisible()
    assert speech.code == "en"


def test_a_question_in_words_comes_in_the_officers_language(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """And the next one is in words too; a picture can be had again."""
    speech.use("hi")
    screen = shown(face, bridge, qtbot)
    asked_for_a_picture(screen, face, qtbot)
    proof = screen._form.proof
    proof._words.click()
    qtbot.waitUntil(lambda: "Two and two?" in proof._caption.text())
    assert not proof._picture.isVisible()
    assert "अंकों" in proof._caption.text()
    assert proof.answer.accessibleName().startswith("Two and two?")
    proof._another.click()
    qtbot.waitUntil(proof._picture.isVisible)
    assert face.proving.drawn == [("asharma", False, "hi"), ("asharma", True, "hi"), ("asharma", False, "hi")]


def test_a_wrong_password_behind_a_picture_brings_another_picture(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """The answer is used up: the password is typed anew, with a new picture beside it."""
    screen = shown(face, bridge, qtbot)
    asked_for_a_picture(screen, face, qtbot)
    face.session.error = WrongPasswordError()
    qtbot.keyClicks(screen._form.proof.answer, "V4MRX")
    qtbot.keyClick(screen._form.proof.answer, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(face.proving.drawn) == 2)
    assert screen._form.field.text() == ""
    assert "do not belong together" in screen._form.wrong()
    assert speech.code == "en"


def test_a_code_is_asked_for_once_the_password_is_right(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """The picture that was read before it goes along once more."""
    screen = shown(face, bridge, qtbot)
    asked_for_a_picture(screen, face, qtbot)
    proof = screen._form.proof
    face.session.error = CodeNeededError()
    qtbot.keyClicks(proof.answer, "V4MRX")
    qtbot.keyClick(proof.answer, Qt.Key.Key_Return)
    qtbot.waitUntil(proof.code.isVisible)
    assert "one-time code is missing" in screen._form.wrong()
    face.session.error = None
    qtbot.keyClicks(proof.code, "123456")
    with qtbot.waitSignal(screen.signed_in):
        qtbot.keyClick(proof.code, Qt.Key.Key_Return)
    assert face.session.proofs[-1] == Proof("challenge-1", "V4MRX", "123456")
    assert speech.code == "en"


def test_no_line_for_the_picture_is_said(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """At the field that waits for it."""
    screen = shown(face, bridge, qtbot)
    asked_for_a_picture(screen, face, qtbot)
    screen._form.proof.fail(CentreUnreachableError())
    assert screen._form.proof.wrong()
    assert speech.code == "en"


def test_another_officer_begins_without_the_formers_picture(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """What was asked of one is not asked of the next."""
    screen = shown(face, bridge, qtbot)
    asked_for_a_picture(screen, face, qtbot)
    screen._form.reset()
    assert not screen._form.proof.isVisible()
    assert screen._form.proof.given() == NO_PROOF
    assert speech.code == "en"


def test_the_centre_that_asks_again_may_want_a_code(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """On the screen that asks for the password anew, over work that goes on."""
    face.session.now = face.session.officers[0]
    screen = LockScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.set_officer("Anil Sharma", again=True)
    screen.show()
    face.session.error = CodeNeededError()
    qtbot.keyClicks(screen._form.field, PASSWORD)
    qtbot.keyClick(screen._form.field, Qt.Key.Key_Return)
    qtbot.waitUntil(screen._form.proof.code.isVisible)
    face.session.error = None
    qtbot.keyClicks(screen._form.proof.code, "123456")
    with qtbot.waitSignal(screen.unlocked):
        qtbot.keyClick(screen._form.proof.code, Qt.Key.Key_Return)
    assert face.session.proofs[-1] == Proof(code="123456")
    assert speech.code == "en"
