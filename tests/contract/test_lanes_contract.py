"""One connection of several fails while the line stands: it costs that connection alone, over each kind of line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest

from station_client.domain.outbox import ItemState
from station_client.errors import CentreUnreachableError, LineStalledError
from sync.files.sending import MOST_FALLS
from tests.support.ends import End, opened
from tests.support.lines import Fault, FaultyLine
from tests.support.stations import Station, pdf, station

SIZE = 200_000
MANY = 3


class FallingLine(FaultyLine):
    """Takes faults for slices alone; ``asking`` is what befalls the question what the centre lacks, after the first."""

    slices: Iterator[Fault] = repeat(Fault.NONE)
    asking: Fault = Fault.NONE

    def _next(self, name: str) -> Fault:
        with self._turn:
            asked = any(one.startswith("have") for one in self.story)
            self.story.append(name)
            if name.startswith("put"):
                return next(self.slices)
            return self.asking if name.startswith("have") and asked else Fault.NONE

    def carried(self) -> int:
        """Count the bytes of the slices that were to be sent."""
        return sum(int(step.split()[2]) for step in self.story if step.startswith("put"))


@pytest.fixture(params=["loopback", "https"])
def end(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[End]:
    """Give a fresh centre and each kind of line to it."""
    with opened(request.param, tmp_path) as made:
        yield made


@pytest.fixture
def line(end: End) -> FallingLine:
    """Give a line whose slices can fail."""
    return FallingLine(end.line)


@pytest.fixture
def here(line: FallingLine, tmp_path: Path) -> Iterator[Station]:
    """Give a station that has synced once."""
    with station(tmp_path / "station", line) as made:
        made.sign_in()
        made.engine.sync_once()
        line.story.clear()
        yield made


@pytest.mark.parametrize("fault", [Fault.CUT, Fault.LOST, Fault.HALVED])
def test_a_lane_that_falls_costs_that_lane_alone(fault: Fault, line: FallingLine, here: Station) -> None:
    """The round goes on: the centre is asked what it has, and what arrived of the slice is not sent again."""
    item_id = here.write(files=tuple(pdf(f"page {n}", SIZE) for n in range(MANY)))
    line.slices = chain([Fault.NONE] * 4, [fault], [Fault.NONE] * 3, [fault], repeat(Fault.NONE))
    status = here.engine.sync_once()
    assert (status.error, status.waiting) == ("", 0)
    assert here.item(item_id).state is ItemState.COMPLETE
    assert line.story.count("push 1") == 1
    pieces = [int(step.split()[2]) for step in line.story if step.startswith("put")]
    again = line.carried() - MANY * len(pdf("page 0", SIZE))
    assert 0 <= again <= (0 if fault is Fault.LOST else 2 * max(pieces))


def test_lanes_that_fall_while_nothing_arrives_end_the_round(line: FallingLine, here: Station) -> None:
    """It is not gone on with for ever: after a dozen falls it is said, and the next round has the rest."""
    item_id = here.write(files=(pdf("page", SIZE),))
    line.slices = repeat(Fault.CUT)
    with pytest.raises(CentreUnreachableError):
        here.engine.sync_once()
    assert sum(one.startswith("put") for one in line.story) >= MOST_FALLS
    assert here.item(item_id).state is ItemState.RECEIVED
    line.slices = repeat(Fault.NONE)
    here.engine.sync_once()
    assert here.item(item_id).state is ItemState.COMPLETE


def test_a_line_that_is_gone_ends_the_round_at_once(line: FallingLine, here: Station) -> None:
    """The question that would prove the line is not answered either: no lane tries on."""
    here.write(files=tuple(pdf(f"page {n}", SIZE) for n in range(MANY)))
    line.slices, line.asking = chain([Fault.NONE] * 4, repeat(Fault.LOST)), Fault.LOST
    with pytest.raises(LineStalledError):
        here.engine.sync_once()
    assert sum(one.startswith("have") for one in line.story) == 2
