"""Training in the window: the mark over every page, and the way in from where nobody has signed in yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.support.faces import PASSWORD, Face
from tests.support.work import Desk
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.widgets.training import TrainingDoor, TrainingMark


@pytest.mark.parametrize("training", [True, False])
def test_the_mark_is_over_every_page_and_nowhere_else(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, *, training: bool
) -> None:
    """Over the sign-in, over each place, over the lock, over a FIR's own window, in both languages; never in work."""
    desk = Desk(face)
    verbs = replace(desk.verbs, settings=replace(face.settings, training=training))
    window = MainWindow(verbs, bridge)
    qtbot.addWidget(window)
    window.show()
    face.session.now = None

    def marked() -> bool:
        return any(one.isVisible() for one in window.findChildren(TrainingMark))

    assert marked() is training
    qtbot.waitUntil(lambda: bool(window.gate.sign_in._group.buttons()))
    window.gate.sign_in._form.submitted.emit(PASSWORD)
    qtbot.waitUntil(lambda: not window.locked())
    for place in ("dashboard", "new-alert", "search", "reports", "settings", "help"):
        window.show_place(place)
        assert marked() is training
    window.show_place("fir", "any")
    own = window.places.windows[-1]
    assert bool(own.findChildren(TrainingMark)) is training
    window.lock()
    assert marked() is training
    if training:
        speech.use("hi")
        assert "प्रशिक्षण" in window.findChildren(TrainingMark)[0].text()


def test_it_begins_a_program_of_its_own_in_the_same_language(qtbot: QtBot, speech: Speech) -> None:
    """With the words that the command line knows, and nothing of this PC's data folder among them."""
    speech.use("hi")
    begun: list[tuple[str, Sequence[str]]] = []
    door = TrainingDoor(lambda program, words: begun.append((program, words)))
    qtbot.addWidget(door)
    door.click()
    assert begun[0][1][-4:] == ["run", "--training", "--language", "hi"]
    assert "--profile" not in begun[0][1]
