"""What is written while a long copy comes does not wait for its end: over a loopback and over real HTTPS."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest

from station_client.domain.alert import Category
from station_client.domain.ids import ItemId
from station_client.domain.outbox import ItemState
from station_client.errors import CentreUnreachableError
from station_client.ports import Phase
from tests.support.ends import End, opened
from tests.support.lines import Fault, FaultyLine, Piece
from tests.support.scenes import an_alert
from tests.support.stations import Station, pdf, station

PATIENCE = 20.0
ALERTS = 150  # more than one frame


class HeldLine(FaultyLine):
    """Holds each stream after its first piece for as long as ``meanwhile`` takes."""

    def meanwhile(self) -> None:
        """Do nothing, where a test has nothing else."""

    def _stream(self, fault: Fault, ask: Callable[[], Iterator[Piece]]) -> Iterator[Piece]:
        for number, piece in enumerate(super()._stream(fault, ask)):
            yield piece
            if number == 0:
                self.meanwhile()


@pytest.fixture(params=["loopback", "https"])
def end(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[End]:
    """Give a centre with more than one frame of alerts, and each kind of line to it."""
    with opened(request.param, tmp_path) as made:
        made.small.put(*(an_alert(f"u{at}", category="seizure-recovery") for at in range(ALERTS)))
        yield made


@pytest.fixture
def line(end: End) -> HeldLine:
    """Give a line whose streams can be held."""
    return HeldLine(end.line)


@pytest.fixture
def here(line: HeldLine, tmp_path: Path) -> Iterator[Station]:
    """Give a station whose officer has signed in and that has no copy yet."""
    with station(tmp_path / "station", line) as made:
        made.sign_in()
        line.story.clear()
        yield made


def until(done: Callable[[], bool]) -> None:
    """Wait for what must come while the copy is held."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "it waits for the end of the copy"
        time.sleep(0.01)


class Writer:
    """Writes one alert in the middle of a copy, and waits until the centre has its text."""

    def __init__(self, here: Station, files: tuple[bytes, ...] = ()) -> None:
        """Write for a station."""
        self._here = here
        self._files = files
        self.items: list[ItemId] = []
        self.phases: list[Phase] = []

    def __call__(self) -> None:
        """Write once."""
        if self.items:
            return
        self.items.append(self._here.write("Written while it came.", category=Category.HIGH_ALERT, files=self._files))
        until(lambda: bool(self._here.item(self.items[0]).record_number))
        self.phases.append(self._here.engine.status().phase)


@pytest.mark.parametrize("snapshot", [False, True])
def test_an_alert_overtakes_the_first_copy(end: End, line: HeldLine, here: Station, *, snapshot: bool) -> None:
    """Its text is at the centre while the copy, a stream or a snapshot, still comes; its file follows in its turn."""
    if snapshot:
        held = here.purse.held
        assert held is not None
        gazette = end.small.centre.gazette
        gazette._snapshots.make(gazette.arrived(held.access)[0])
    writer = Writer(here, (pdf("a picture", 20_000),))
    line.meanwhile = writer  # type: ignore[method-assign]  # what is done once it is held
    status = here.engine.sync_once()
    assert writer.phases == [Phase.FIRST_COPY]
    assert here.item(writer.items[0]).state is ItemState.COMPLETE
    assert (status.error, status.waiting) == ("", 0)
    steps = [one.split()[0] for one in line.story]
    assert steps.index("push") < steps.index("put")
    assert (steps.index("push") < steps.index("feed")) is snapshot  # a snapshot comes with the very first question


def test_a_text_that_is_cut_is_tried_again_and_the_copy_goes_on(line: HeldLine, here: Station) -> None:
    """Its connection failed, the copy's did not: nothing of the copy is asked for twice, the alert is there once."""
    line._faults = iter([Fault.NONE, Fault.NONE, Fault.LOST])  # the card of a snapshot, the stream, the text
    writer = Writer(here)
    line.meanwhile = writer  # type: ignore[method-assign]  # what is done once it is held
    status = here.engine.sync_once()
    steps = [one.split()[0] for one in line.story]
    assert (steps.count("feed"), steps.count("push")) == (1, 2)
    assert (status.error, here.item(writer.items[0]).state) == ("", ItemState.COMPLETE)


def test_what_never_came_right_is_said_at_the_end_of_the_copy(line: HeldLine, here: Station) -> None:
    """The copy is whole all the same; the alert waits, and the next round has it."""
    items: list[ItemId] = []

    def write() -> None:
        if not items:
            items.append(here.write())
            until(lambda: here.item(items[0]).attempts > 0)

    line._faults = chain((Fault.NONE, Fault.NONE), repeat(Fault.CUT))  # the card of a snapshot, the stream, the texts
    line.meanwhile = write  # type: ignore[method-assign]  # what is done once it is held
    with pytest.raises(CentreUnreachableError):
        here.engine.sync_once()
    assert here.stores.replica.standing.tally().records > ALERTS
    assert here.item(items[0]).state is ItemState.QUEUED
    line._faults = repeat(Fault.NONE)
    here.engine.sync_once()
    assert here.item(items[0]).state is ItemState.COMPLETE
