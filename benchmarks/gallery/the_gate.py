"""Before the desk: sign-in in each of its states, the lock, and the centre asking for the password again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from benchmarks.gallery import made_up
from benchmarks.gallery.scene import Act, Scene, nothing
from benchmarks.gallery.waiting import until_calm
from central.drawing import draw
from station_client.domain.ids import Login
from station_client.errors import (
    CodeNeededError,
    FirstSignInNeedsLineError,
    OfficerRevokedError,
    PictureNeededError,
    StationError,
)
from station_client.ports import Puzzle
from tests.support.faces import OFFICER, PASSWORD
from tests.support.work import Desk
from ui.main_window import MainWindow

RANKS: Final = ("Head Constable", "Sub-Inspector", "Inspector", "Constable", "Assistant Sub-Inspector")
NAMES: Final = ("Ramesh Yadav", "Sunita Rawat", "मोहन लाल शर्मा", "Pooja Negi", "Mohd. Irfan", "K. Lakshmi")


class Drawn:
    """The centre's own pictures, always of the same signs."""

    def puzzle(self, login: str, *, in_words: bool, language: str) -> Puzzle:
        """Draw one, or ask in the language."""
        del login
        asked = "सात और पाँच कितने होते हैं?" if language == "hi" else "How much is seven and five?"
        drawn = draw("H7KRW")
        return Puzzle("1", asked, 0, 0, b"") if in_words else Puzzle("1", "", drawn.width, drawn.height, drawn.dots)


def _asked(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    desk.verbs = replace(desk.verbs, proving=Drawn())  # type: ignore[arg-type] # in memory
    return desk


def _first(folder: Path) -> Desk:
    desk = made_up.empty(folder)
    desk.face.session.vault = False
    desk.face.session.officers = ()
    return desk


def _nine(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    many = [
        replace(OFFICER, login=Login(f"officer-{place}"), name=NAMES[place % 6], rank=RANKS[place % 5])
        for place in range(9)
    ]
    desk.face.session.officers = tuple(many)
    return desk


def _password_only(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    desk.verbs = replace(desk.verbs, settings=replace(desk.verbs.settings, password_only=True))
    desk.face.session.lists = False
    desk.face.session.password_only = True
    return desk


def _training(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    desk.verbs = replace(desk.verbs, settings=replace(desk.verbs.settings, training=True))
    return desk


def _wrong(count: int) -> Act:
    """Type a wrong password, the last of so many."""

    def act(window: MainWindow, desk: Desk) -> None:
        desk.face.session.wrong = count - 1
        window.gate.sign_in._form.submitted.emit("not this one")  # noqa: SLF001 as the officer's Enter does

    return act


def _wants(error: StationError, *, in_words: bool = False) -> Act:
    """Sign in where the answer is ``error``."""

    def act(window: MainWindow, desk: Desk) -> None:
        desk.face.session.error = error
        gate = window.gate.sign_in
        form = gate._form  # noqa: SLF001 as the officer's keys do
        gate._login_field.setText("asharma")  # noqa: SLF001 as above; it counts where nobody is listed
        form.field.setText(PASSWORD)
        form.submitted.emit(PASSWORD)
        until_calm(window)
        if in_words:
            form.proof._words.click()  # noqa: SLF001 as above

    return act


def _caps_lock(window: MainWindow, _desk: Desk) -> None:
    QTest.keyClicks(window.gate.sign_in._form.field, "CORR", Qt.KeyboardModifier.NoModifier)  # noqa: SLF001 as typed


def _typed_login(window: MainWindow, _desk: Desk) -> None:
    window.gate.sign_in._other.click()  # noqa: SLF001 as the officer does


def _locked(window: MainWindow, _desk: Desk) -> None:
    window.lock()


def _locked_with_news(window: MainWindow, desk: Desk) -> None:
    window.lock()
    until_calm(window)
    window.gate.tell(window.tr("A High Alert has arrived. Unlock to read it."))
    del desk


def _again(window: MainWindow, _desk: Desk) -> None:
    assert window.signed is not None
    window.gate.ask_again(window.signed)
    window._pages.setCurrentWidget(window.gate)  # noqa: SLF001 as the banner's action does


def _withdrawn(_window: MainWindow, desk: Desk) -> None:
    desk.face.session.cut_off(OfficerRevokedError.code)


SCENES: Final = (
    Scene("sign-in", made_up.filled, nothing, signed=False),
    Scene("sign-in-first", _first, nothing, signed=False),
    Scene("sign-in-first-no-line", _first, _wants(FirstSignInNeedsLineError()), signed=False),
    Scene("sign-in-offline", made_up.offline, nothing, signed=False),
    Scene("sign-in-many", _nine, nothing, signed=False),
    Scene("sign-in-another", made_up.filled, _typed_login, signed=False),
    Scene("sign-in-password-only", _password_only, nothing, signed=False),
    Scene("sign-in-caps-lock", made_up.filled, _caps_lock, signed=False),
    Scene("sign-in-wrong", made_up.filled, _wrong(1), signed=False),
    Scene("sign-in-locked-out", made_up.filled, _wrong(5), signed=False),
    Scene("sign-in-picture", _asked, _wants(PictureNeededError()), signed=False),
    Scene("sign-in-question", _asked, _wants(PictureNeededError(), in_words=True), signed=False),
    Scene("sign-in-code", _asked, _wants(CodeNeededError()), signed=False),
    Scene("sign-in-withdrawn", made_up.filled, _withdrawn),
    Scene("lock", made_up.filled, _locked),
    Scene("lock-high-alert", made_up.filled, _locked_with_news),
    Scene("password-again", made_up.filled, _again),
    Scene("training-gate", _training, nothing, signed=False),
    Scene("training", _training, nothing),
)
