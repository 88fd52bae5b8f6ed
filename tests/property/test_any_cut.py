"""Wherever a stream or a snapshot is cut, and however often: the copy comes to be what the centre counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station_client.errors import LineError, LineStalledError
from station_client.events import HighAlertArrived
from sync.protocol.records import GoneRecord, StateRecord
from tests.support.centre import SmallCentre, small_centre
from tests.support.loopback import Loopback
from tests.support.scenes import an_alert
from tests.support.stations import Station, station

MANY = 230


@dataclass
class Shears:
    """A line that lets so many bytes of each stream through and then dies; whole when nothing is left to cut."""

    left: list[int] = field(default_factory=list)

    def cut(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """Let the next number of bytes through."""
        if not self.left:
            yield from pieces
            return
        allowed = self.left.pop(0)
        for piece in pieces:
            yield piece[:allowed]
            allowed -= len(piece)
            if allowed <= 0:
                raise LineStalledError("cut")


@dataclass
class Place:
    """A centre with a story of changes, a station, and the shears at its line."""

    small: SmallCentre
    here: Station
    shears: Shears
    line: Loopback


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Open a centre with a few hundred records, some of them withdrawn, and a station that has signed in."""
    folder = tmp_path_factory.mktemp("cuts")
    with small_centre(folder / "centre") as small:
        small.put(*(an_alert(f"u{at}", category="seizure-recovery" if at % 9 else "high-alert") for at in range(MANY)))
        small.put(*(GoneRecord(sequence=0, kind="alert", key=f"u{at}") for at in range(0, MANY, 10)))
        small.put(*(StateRecord(sequence=0, code=f"x{at}", name=f"STATE {at}") for at in range(30)))
        line, shears = Loopback(small.centre), Shears()
        line.bent = shears.cut
        with station(folder / "station", line) as here:
            here.sign_in()
            yield Place(small, here, shears, line)


def read_through(place: Place, cuts: list[int], *, restarts: bool) -> None:
    """Sync until nothing cuts any more; with restarts of the program between the tries, or without."""
    place.shears.left = list(cuts)
    before = place.here.stores.replica.feed.cursor()
    for _ in range(len(cuts) + 1):
        try:
            place.here.engine.sync_once()
        except LineError:
            assert place.here.stores.replica.feed.cursor() >= before
            before = place.here.stores.replica.feed.cursor()
            if restarts:
                place.here.restart()
                place.here.open()
        else:
            if not place.shears.left:
                return
    raise AssertionError("it never came through")


def is_the_centres(place: Place) -> None:
    """Compare the copy with the centre's own count; nothing of a first copy has rung."""
    replica = place.here.stores.replica
    assert replica.feed.setting("compared") == str(replica.feed.cursor())
    assert replica.standing.tally().counts["alert"] == MANY - MANY // 10
    assert not replica.standing.doubted()
    assert not [one for one in place.here.told if isinstance(one, HighAlertArrived)]


CUTS = st.lists(st.integers(0, 60_000) | st.integers(0, 400), max_size=4)


@given(cuts=CUTS, restarts=st.booleans())
@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
def test_any_cut_of_the_stream_converges(cuts: list[int], restarts: bool, place: Place) -> None:  # noqa: FBT001 drawn
    """A first copy by the stream, cut anywhere."""
    place.here.stores.replica.feed.start_over()
    place.here.told.clear()
    read_through(place, cuts, restarts=restarts)
    is_the_centres(place)


@given(cuts=CUTS, restarts=st.booleans())
@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
def test_any_cut_of_a_snapshot_converges(cuts: list[int], restarts: bool, place: Place) -> None:  # noqa: FBT001 drawn
    """A first copy by the snapshot: it goes on from the very byte, or after a restart from where its run began."""
    gazette = place.small.centre.gazette
    held = place.here.purse.held
    assert held is not None
    scope = gazette.arrived(held.access)[0]
    with place.small.house.store.read() as unit:
        made = list(unit.reach.snapshots(scope.firs_of_state))
    if not made:
        gazette._snapshots.make(scope)
    place.here.stores.replica.feed.start_over()
    place.here.restart()
    place.here.open()
    place.here.told.clear()
    read_through(place, cuts, restarts=restarts)
    is_the_centres(place)
    assert place.here.stores.replica.feed.setting("snapshot") == ""
