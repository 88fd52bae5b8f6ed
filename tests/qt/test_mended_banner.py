"""What the window says when a file of the store was damaged at this sign-in."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from station_client.services.repairs import Mended
from tests.support.faces import NOW, PASSWORD, Face
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


@pytest.mark.parametrize(
    ("mended", "words"),
    [
        (Mended("desk", "desk.db.damaged-x", NOW), "its second copy of "),
        (Mended("replica", "replica.db.damaged-x"), "fetched anew from the centre"),
    ],
)
def test_the_officer_is_told(
    mended: Mended, words: str, *, face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """After the sign-in, in the banner, with what took its place."""
    assert speech.code == "en"
    window = MainWindow(face.verbs(repairs=Damage(mended)), bridge)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: bool(window.gate.sign_in._group.buttons()))
    window.gate.sign_in._form.submitted.emit(PASSWORD)
    qtbot.waitUntil(lambda: words in window.banner.text())
    window.close()
