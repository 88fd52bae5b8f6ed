"""A centre that came back from an older copy: noticed though its head grew again, and given back what it lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from central.keeping.backup import backup, restore
from station_client.domain.ids import AlertUid, ItemId
from station_client.domain.outbox import ItemState
from station_client.errors import LineError
from tests.support.centre import SHO_A, SmallCentre, small_centre
from tests.support.lines import Fault, FaultyLine
from tests.support.loopback import Loopback
from tests.support.scenes import an_alert
from tests.support.stations import Station, pdf, station


@dataclass
class Scene:
    """A centre that can be copied and brought back, and a station that has synced once."""

    folder: Path
    stack: ExitStack

    def __post_init__(self) -> None:
        """Open both."""
        self.small: SmallCentre = self.stack.enter_context(small_centre(self.folder / "centre"))
        self.centre = self.stack.pop_all()
        self.line = FaultyLine(Loopback(lambda: self.small.centre))
        self.here: Station = self.stack.enter_context(station(self.folder / "station", self.line))
        for login in (SHO_A, "asharma"):
            self.here.sign_in(login)
        self.here.engine.sync_once()

    def copy(self) -> None:
        """Copy the centre as it is now."""
        self.kept, _ = backup(self.small.house, self.folder / "older")

    def bring_back(self) -> None:
        """Let the centre be as it was at the copy."""
        settings = self.small.house.settings
        self.centre.close()
        shutil.rmtree(settings.folder)
        restore(settings, self.kept)
        self.small = self.centre.enter_context(small_centre(settings.folder))

    def number(self, item_id: ItemId) -> str:
        """Give an item's number at the centre; empty where it has none."""
        with self.small.house.store.read() as unit:
            item = unit.items.one(item_id)
        return item.record_number if item else ""


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """Give a centre and a station."""
    with ExitStack() as stack:
        made = Scene(tmp_path, stack)
        yield made
        made.centre.close()


def test_our_own_item_does_not_hide_the_restore(scene: Scene) -> None:
    """Its text goes first and brings the head up to our cursor again: the era still tells, and nothing is stuck."""
    scene.copy()
    item_id = scene.here.write(files=(pdf("one"),))
    scene.here.engine.learnt.news_at = None
    scene.line._faults = iter([Fault.NONE, Fault.NONE, Fault.CUT])  # the text and the news pass; the file does not
    with pytest.raises(LineError):
        scene.here.engine.sync_once()
    assert scene.here.item(item_id).state is ItemState.RECEIVED
    scene.bring_back()
    assert scene.here.engine.sync_once().error == "centre-restored"
    assert scene.here.item(item_id).state is ItemState.COMPLETE
    assert scene.here.item(item_id).record_number == scene.number(item_id)


def test_what_was_complete_is_handed_over_again(scene: Scene) -> None:
    """The centre lost alerts that stations had receipts for: it gets them back, with their files and changes."""
    scene.copy()
    item_id = scene.here.write(files=(pdf("one"), pdf("two", 90_000)))
    scene.here.engine.sync_once()
    change = scene.here.write("It was a red one.", change=(item_id, 1, ""))
    scene.here.engine.sync_once()
    first = scene.here.stores.desk.receipts.one(item_id)
    assert first is not None
    scene.bring_back()
    assert not scene.number(item_id)
    for _ in range(3):
        scene.here.engine.sync_once()
    for one in (item_id, change):
        assert scene.here.item(one).state is ItemState.COMPLETE
        assert scene.here.item(one).record_number == scene.number(one) != ""
    alert = scene.here.stores.replica.alerts.one(AlertUid(item_id))
    assert alert is not None
    assert (alert.version, alert.description, len(alert.files)) == (2, "It was a red one.", 2)
    assert alert.sequence > 0


def test_a_restore_that_others_hid_is_noticed(scene: Scene) -> None:
    """Others brought the head beyond our cursor before we asked again: nothing of theirs is missed."""
    scene.copy()
    scene.small.put(an_alert("old"))
    scene.here.engine.sync_once()
    scene.bring_back()
    scene.small.put(*(an_alert(f"new {number}") for number in range(4)))
    assert scene.here.engine.sync_once().error == "centre-restored"
    for number in range(4):
        assert scene.here.stores.replica.alerts.one(AlertUid(f"new {number}")) is not None
    assert scene.here.stores.replica.alerts.one(AlertUid("old")) is not None
