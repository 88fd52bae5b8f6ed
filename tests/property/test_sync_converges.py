"""Whatever the line does, stations and centre come to agree: none lost, none doubled, none under another's name.

Each seed makes a story of writing, syncing over a line that cuts, loses answers and doubles questions, and restarts
of either end; a failing seed prints its story.
"""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from station_client.domain.ids import AlertUid, ItemId
from station_client.domain.outbox import ItemState
from station_client.errors import LineError
from sync.protocol.records import AlertRecord
from tests.support.centre import CONSTABLE_A, SHO_A, SI_A, SI_B, SmallCentre, small_centre
from tests.support.lines import Fault, FaultyLine
from tests.support.loopback import Loopback
from tests.support.stations import Station, pdf, station

SEEDS = range(24)
STEPS = 14
OFFICERS = {"machine-a": (SI_A, SHO_A, CONSTABLE_A), "machine-b": (SI_B,)}
FAULTS = (Fault.NONE, Fault.NONE, Fault.NONE, Fault.CUT, Fault.LOST, Fault.DOUBLED, Fault.HALVED)


@dataclass
class Country:
    """Two stations and a centre, and what was written where by whom."""

    folder: Path
    chance: random.Random
    centre_stack: ExitStack = field(default_factory=ExitStack)
    stations: list[Station] = field(default_factory=list)
    lines: list[FaultyLine] = field(default_factory=list)
    written: dict[ItemId, tuple[str, str, tuple[bytes, ...]]] = field(default_factory=dict)
    story: list[str] = field(default_factory=list)

    def open_centre(self) -> None:
        """Begin the centre, or begin it again on the same folder."""
        self.centre_stack.close()
        self.small: SmallCentre = self.centre_stack.enter_context(small_centre(self.folder / "centre"))

    def faults(self) -> Iterator[Fault]:
        """Give faults for ever; quiet once the story is told."""
        while True:
            fault = self.chance.choice(FAULTS) if self.failing else Fault.NONE
            self.story.append(f"  {fault}")
            yield fault

    failing: bool = False

    def step(self) -> None:
        """Do one thing that may happen on one day."""
        one = self.chance.choice(self.stations)
        act = self.chance.choices(("write", "sync", "restart", "centre"), weights=(4, 6, 1, 1))[0]
        self.story.append(f"{one.machine}: {act}")
        if act == "write":
            author = self.chance.choice(OFFICERS[one.machine])
            files = tuple(
                pdf(str(self.chance.randrange(6)), self.chance.choice((0, 40_000)))
                for _ in range(self.chance.randrange(3))
            )
            text = f"Alert number {len(self.written)} of {author}, written at {one.machine}."
            item_id = one.write(text, author=author, files=tuple(dict.fromkeys(files)))
            self.written[item_id] = (author, text, files)
        elif act == "sync":
            with contextlib.suppress(LineError):
                one.engine.sync_once()
        elif act == "restart":
            one.restart()
            one.open(self.chance.choice(OFFICERS[one.machine]))
        else:
            self.open_centre()

    def settle(self) -> None:
        """Give the lines back and sync until nothing waits anywhere."""
        self.failing = False
        for _ in range(3):
            for one in self.stations:
                one.engine.sync_once()

    def alerts(self) -> dict[str, AlertRecord]:
        """Read every alert from the centre's feed; fails where one is there twice."""
        access = self.small.sign_in(SHO_A, machine_id="auditor").access_token
        page = self.small.centre.changes(access, since=0, rows=500)
        found = [one for one in page.records if isinstance(one, AlertRecord)]
        assert len(found) == len({one.uid for one in found})
        assert len(found) == len({one.record_number for one in found})
        return {one.uid: one for one in found}


@contextlib.contextmanager
def country(folder: Path, seed: int) -> Iterator[Country]:
    """Begin with a centre and two stations whose officers have all signed in once."""
    made = Country(folder, random.Random(seed))
    with ExitStack() as stack:
        stack.enter_context(made.centre_stack)
        made.open_centre()
        for machine, officers in OFFICERS.items():
            line = FaultyLine(Loopback(lambda: made.small.centre), made.faults())
            one = stack.enter_context(station(folder / machine, line, machine))
            for login in reversed(officers):
                one.sign_in(login)
            made.stations.append(one)
        made.failing = True
        yield made


@pytest.mark.parametrize("seed", SEEDS)
def test_stations_and_centre_converge(seed: int, tmp_path: Path) -> None:
    """After any story each item is at the centre once, whole, under its author's name, and at every station."""
    with country(tmp_path, seed) as land:
        try:
            for _ in range(STEPS):
                land.step()
            land.settle()
            check(land)
        except BaseException:
            print("\n".join([f"seed {seed}", *land.story]))  # noqa: T201 a failing seed tells its story
            raise


def check(land: Country) -> None:
    """Compare what was written with what is at the centre, in the outboxes and in every copy."""
    alerts = land.alerts()
    items = {one.item_id: one for place in land.stations for one in place.stores.desk.outbox.items()}
    assert set(items) == set(land.written)
    sent = {item_id for item_id, (author, _, _) in land.written.items() if author != CONSTABLE_A}
    assert set(alerts) == {str(one) for one in sent}
    for item_id, (author, text, _) in land.written.items():
        item = items[item_id]
        if item_id not in sent:
            assert (item.state, item.reason) == (ItemState.REFUSED, "not-entitled")
            continue
        assert item.state is ItemState.COMPLETE
        assert alerts[item_id].description == text
        assert author_at_centre(land, item_id) == author
        receipt = next(r for r in (place.stores.desk.receipts.one(item_id) for place in land.stations) if r)
        assert receipt.record_number == alerts[item_id].record_number == item.record_number
        assert {one.sha256 for one in receipt.files} == {one.sha256 for one in item.files}
    for place in land.stations:
        assert place.stores.replica.feed.cursor() == place.engine.status().head
        assert place.engine.status().waiting == 0
        for uid, alert in alerts.items():
            copy = place.stores.replica.alerts.one(AlertUid(uid))
            assert copy is not None
            assert copy.description == alert.description
            for file in copy.files:
                place.engine.fetch_file(file.sha256)
                assert len(place.read(file.sha256)) == file.size


def author_at_centre(land: Country, item_id: ItemId) -> str:
    """Give the author as the centre recorded it."""
    with land.small.house.store.read() as unit:
        item = unit.items.one(item_id)
    assert item is not None
    return item.author
