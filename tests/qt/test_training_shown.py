"""Training in the window: the mark over every page, and the way in from where nobody has signed in yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from station_client.domain.ids import ItemId
from station_client.domain.outbox import ItemState
from tests.support.entering import give_password, stand_before
from tests.support.faces import OFFICER, Face
from tests.support.work import Desk, item
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.screens.my_work import MyWorkScreen
from ui.widgets.training import TrainingDoor, TrainingMark


@pytest.mark.parametrize("training", [True, False])
def test_the_mark_is_over_every_page_and_nowhere_else(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, *, training: bool
) -> None:
    """Over the sign-in, over each place, over the lock, over an FIR's own window, in both languages; never in work."""
    desk = Desk(face)
    verbs = replace(desk.verbs, settings=replace(face.settings, training=training))
    window = MainWindow(verbs, bridge)
    stand_before(window, qtbot)
    face.session.now = None

    def marked() -> bool:
        return any(one.isVisible() for one in window.findChildren(TrainingMark))

    assert marked() is training
    give_password(window)
    qtbot.waitUntil(lambda: not window.locked())
    for place in ("dashboard", "new-alert", "search", "reports", "settings", "help"):
        window.show_place(place)
        assert marked() is training
    window.show_place("fir", "any")
    own = window.workplace.places.windows[-1]
    assert bool(own.findChildren(TrainingMark)) is training
    window.lock()
    assert marked() is training
    if training:
        speech.use("hi")
        assert "प्रशिक्षण" in window.findChildren(TrainingMark)[0].text()


class Steps:
    """Plays nothing, and remembers what it was asked for."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.asked: list[str] = []

    def step(self, item_id: ItemId) -> None:
        """Remember it."""
        self.asked.append(item_id)


@pytest.mark.parametrize("training", [True, False])
def test_only_training_offers_to_play_the_next_step(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, *, training: bool
) -> None:
    """For an item that waits, not for one that is through; a station's outbox has no such button."""
    desk, steps = Desk(face), Steps()
    face.session.now = OFFICER
    desk.outbox.put(item(1), item(2, ItemState.COMPLETE, record_number="TRAINING-1"))
    screen = MyWorkScreen(replace(desk.verbs, rehearsing=steps if training else None), bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: screen.outbox.model.rowCount() == 2)
    screen.tabs.setCurrentWidget(screen.outbox)
    assert screen.outbox.play_button.isVisible() is training
    screen.outbox.table.selectRow(screen.outbox.model.row_of("item-2"))
    assert not screen.outbox.play_button.isEnabled()
    screen.outbox.table.selectRow(screen.outbox.model.row_of("item-1"))
    screen.outbox.play_button.click()
    qtbot.waitUntil(bridge.idle)
    assert steps.asked == (["item-1"] if training else [])
    assert face.sync.asked == int(training), "what waits is counted anew"
    assert speech.code == "en"


def test_it_begins_a_program_of_its_own_in_the_same_language(qtbot: QtBot, speech: Speech) -> None:
    """With the words that the command line knows, and nothing of this PC's data folder among them."""
    speech.use("hi")
    begun: list[tuple[str, Sequence[str]]] = []
    door = TrainingDoor(lambda program, words: begun.append((program, words)))
    qtbot.addWidget(door)
    door.click()
    assert begun[0][1][-4:] == ["run", "--training", "--language", "hi"]
    assert "--profile" not in begun[0][1]
