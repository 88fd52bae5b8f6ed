"""A first copy that was cut: what is asked when it goes on, over a loopback and over real HTTPS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from station_client.errors import LineStalledError
from sync.protocol.feed import SnapshotCard
from sync.protocol.records import GoneRecord
from tests.support.ends import End, opened
from tests.support.lines import Fault, FaultyLine
from tests.support.scenes import an_alert
from tests.support.stations import Station, station

ALERTS = 150  # more than one frame


class TornLine(FaultyLine):
    """Dies in the middle of the first piece of a first copy."""

    def first_copy(self, access: str) -> tuple[SnapshotCard, Iterator[bytes]]:
        """Give half of what comes first."""
        card, coming = super().first_copy(access)
        return card, (piece[: len(piece) // 2] for piece in coming)


@pytest.fixture(params=["loopback", "https"])
def end(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[End]:
    """Give a centre that has a snapshot of more than one frame, and each kind of line to it."""
    with opened(request.param, tmp_path) as made:
        made.small.put(*(an_alert(f"u{at}", category="seizure-recovery") for at in range(ALERTS)))
        gazette = made.small.centre.gazette
        gazette._snapshots.make(gazette.arrived(made.let_in().access_token)[0])
        yield made


@pytest.fixture
def line(end: End) -> FaultyLine:
    """Give a line that dies in the middle of the first copy."""
    return TornLine(end.line)


@pytest.fixture
def here(line: FaultyLine, tmp_path: Path) -> Iterator[Station]:
    """Give a station whose first copy was cut."""
    with station(tmp_path / "station", line) as made:
        made.sign_in()
        line._faults = iter([Fault.HALVED])
        with pytest.raises(LineStalledError):
            made.engine.sync_once()
        line.story.clear()
        yield made


def came_whole(here: Station, line: FaultyLine, *, own: int = 0) -> list[str]:
    """Sync once more; give what was asked until the copy was whole."""
    status = here.engine.sync_once()
    replica = here.stores.replica
    assert (status.error, replica.feed.setting("snapshot")) == ("", "")
    assert replica.standing.tally().counts["alert"] == ALERTS + own
    steps = [one.partition(":")[0] for one in line.story]
    return steps[: steps.index(next(one for one in steps if one.startswith("feed")))]


def test_the_same_session_asks_for_the_rest_at_once(here: Station, line: FaultyLine) -> None:
    """After the knock one question, from the very byte: the file's card is known."""
    assert here.engine.knocked == 0.0  # the line was not known to be down
    knock, rest = came_whole(here, line)
    assert knock == "health bulk"
    assert here.engine.knocked > 0.0
    assert rest.startswith("bytes ")
    assert rest != "bytes 0"


def test_a_text_that_waits_goes_first_over_the_connection_of_the_knock(here: Station, line: FaultyLine) -> None:
    """The round goes on over the control connection then, and so the knock is made over that."""
    here.write()
    knock, text, *_ = came_whole(here, line, own=1)
    assert (knock, text) == ("health", "push 1")


def test_another_run_of_the_program_asks_for_the_card(here: Station, line: FaultyLine) -> None:
    """It knows the file's name alone, and from where on to read."""
    here.restart()
    here.open()
    card, rest = came_whole(here, line)
    assert (card, rest.startswith("bytes ")) == ("snapshot", True)


def test_a_file_that_may_be_given_no_more_ends_in_the_stream(end: End, here: Station, line: FaultyLine) -> None:
    """Something was withdrawn since: the rest is refused, and the stream brings what is missing."""
    end.small.put(GoneRecord(sequence=0, kind="alert", key="u3"))
    here.engine.sync_once()
    replica = here.stores.replica
    assert [one.partition(" ")[0].partition(":")[0] for one in line.story[:3]] == ["health", "bytes", "feed"]
    assert here.engine.learnt.held.card is None  # nothing goes on in bulk any more
    assert replica.standing.tally().counts["alert"] == ALERTS - 1
    assert replica.feed.setting("snapshot") == ""
