"""What the window says when a file of the store was damaged at this sign-in."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from station_client.errors import SecondCopyError, SecondPlaceError
from station_client.events import Part, StoreChanged
from station_client.services.repairs import Mended
from tests.support.entering import come_in
from tests.support.faces import NOW, Face, FakeRepairs
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow


@dataclass
class Damage:
    """One file was damaged."""

    mended: Mended

    def met(self) -> tuple[Mended, ...]:
        """Say so."""
        return (self.mended,)


@dataclass
class Copies(FakeRepairs):
    """What keeps the second copy from being made, as a test says."""

    trouble: SecondCopyError | None = None

    def copy_trouble(self) -> SecondCopyError | None:
        """Say so."""
        return self.trouble


@pytest.mark.parametrize(
    ("mended", "words"),
    [
        (Mended("desk", "desk.db.damaged-x", NOW), "its second copy of "),
        (Mended("replica", "replica.db.damaged-x"), "fetched anew from the centre"),
        (Mended("vault", "vault.json.damaged-x"), "The file that opens this PC's data was damaged"),
        (Mended("vault", "vault.json.missing-x"), "The file that opens this PC's data was gone"),
    ],
)
def test_the_officer_is_told(
    mended: Mended, words: str, *, face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """After the sign-in, in the banner, with what took its place."""
    assert speech.code == "en"
    window = MainWindow(face.verbs(repairs=Damage(mended)), bridge)
    come_in(window, qtbot)
    qtbot.waitUntil(lambda: words in window.workplace.banner.text())
    window.close()


def test_a_session_that_the_centre_ended(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """The window goes to the sign-in by itself and says why; nothing of the desk is left on the screen."""
    assert speech.code == "en"
    window = MainWindow(face.verbs(), bridge)
    come_in(window, qtbot)
    face.session.cut_off("officer-revoked")
    qtbot.waitUntil(window.locked)
    assert window.signed is None
    assert window.gate.currentWidget() is window.gate.sign_in
    assert "withdrawn your access" in window.gate.sign_in.trouble.text()
    window.close()


def test_a_second_copy_that_is_not_made_is_told(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """In the banner, and so is its return."""
    assert speech.code == "en"
    copies = Copies()
    window = MainWindow(face.verbs(repairs=copies), bridge)
    come_in(window, qtbot)
    copies.trouble = SecondPlaceError("gone")
    face.bus.tell(StoreChanged(frozenset({Part.COPIES})))
    qtbot.waitUntil(lambda: "further place" in window.workplace.banner.text())
    copies.trouble = None
    face.bus.tell(StoreChanged(frozenset({Part.COPIES})))
    qtbot.waitUntil(lambda: "up to date again" in window.workplace.banner.text())
    window.close()
