"""The copy's count and digest: kept with every change, and the same as if all were counted anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station_client.domain.office import State
from station_client.events import Part
from station_client.store.replica import Replica, open_replica
from station_client.store.replica.changes import Changes, Gone, GoneKind
from station_client.store.replica.feed import counted_of
from station_client.store.replica.standing import Leaving
from station_client.store.replica.tally import Tally, count_anew, weight
from tests.support.casework import alert, fir

KEY = bytes(range(32))
ALERT, FIR = GoneKind.ALERT.value, GoneKind.FIR.value


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    """Open a fresh copy."""
    opened = open_replica(tmp_path / "replica.db", KEY)
    yield opened
    opened.close()


def anew(replica: Replica) -> tuple[Tally, Tally]:
    """Give the tally as it is kept, and as it is when every record is looked at."""
    with replica._database.read() as connection:
        return counted_of(connection), count_anew(connection)


def test_every_kind_counts_and_the_order_does_not(replica: Replica, tmp_path: Path) -> None:
    """The same records in another order give the same digest; the wire says how it is reckoned."""
    places = {(GoneKind.STATE, "09"): 3}
    first = Changes(cursor=3, states=(State("09", "UTTARVAN"),), alerts=(alert(1),), firs=(fir(1),), places=places)
    replica.feed.apply(first)
    counted = replica.standing.tally()
    assert dict(counted.counts) == {ALERT: 1, FIR: 1, GoneKind.STATE.value: 1}
    parts = ((ALERT, alert(1).uid, alert(1).sequence), (FIR, fir(1).key, fir(1).sequence), ("state", "09", 3))
    assert counted.digest == sum(weight(*one) for one in parts) % 2**128
    other = open_replica(tmp_path / "other.db", KEY)
    for one in (replace(first, alerts=(), firs=()), replace(first, alerts=(), states=()), replace(first, firs=())):
        other.feed.apply(one)
    assert other.standing.tally() == counted
    other.close()


STEPS = st.lists(
    st.tuples(
        st.lists(st.tuples(st.integers(0, 9), st.integers(1, 50)), max_size=5),
        st.lists(st.integers(0, 9), max_size=3),
        st.sampled_from(("apply", "hold", "withdraw", "doubt", "again", "over")),
    ),
    max_size=8,
)


@given(steps=STEPS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_kept_with_every_change_it_is_what_a_new_count_gives(
    steps: Sequence[tuple[list[tuple[int, int]], list[int], str]], replica: Replica
) -> None:
    """Whatever comes, goes, is held back, doubted or read again."""
    replica.feed.start_over()
    for cursor, (come, go, act) in enumerate(steps):
        if act == "withdraw":
            replica.standing.withdraw()
        elif act == "doubt":
            replica.standing.doubt()
        elif act == "again":
            replica.feed.read_again()
        elif act == "over":
            replica.feed.start_over()
        changes = Changes(
            cursor=cursor,
            alerts=tuple(replace(alert(number), sequence=sequence) for number, sequence in come),
            firs=tuple(replace(fir(number), sequence=sequence) for number, sequence in come[:2]),
            states=tuple(State(str(number), "X") for number, _ in come[:1]),
            places={(GoneKind.STATE, str(number)): sequence for number, sequence in come},
            gone=tuple(
                Gone(kind, alert(one).uid if kind == ALERT else fir(one).key) for one in go for kind in (ALERT, FIR)
            ),
        )
        replica.feed.apply(changes, hold_back=act == "hold")
        kept, counted = anew(replica)
        assert kept == counted


def test_what_is_held_back_stays_until_it_is_taken_out(replica: Replica) -> None:
    """A withdrawal that waits is counted as leaving; one that comes back meanwhile stays."""
    replica.feed.apply(Changes(cursor=5, alerts=tuple(alert(number) for number in range(4))))
    gone = tuple(Gone(ALERT, alert(number).uid) for number in (0, 1, 9))
    applied = replica.feed.apply(Changes(cursor=6, gone=gone), hold_back=True)
    assert applied.parts == frozenset()
    assert replica.standing.leaving() == Leaving(2, 4)
    assert replica.alerts.one(alert(0).uid) is not None
    back = replace(alert(1), sequence=77)
    replica.feed.apply(Changes(cursor=7, alerts=(back,)), hold_back=True)
    assert replica.standing.withdraw() == {Part.ALERTS}
    assert replica.alerts.one(alert(0).uid) is None
    assert replica.alerts.one(back.uid) == back
    assert replica.standing.leaving() == Leaving(0, 0)
    assert replica.standing.withdraw() == frozenset()


def test_a_new_reading_confirms_what_it_names_and_the_rest_is_to_leave(replica: Replica) -> None:
    """Nothing is gone while it is read; afterwards what was not named leaves, and the digest is the centre's."""
    replica.feed.apply(Changes(cursor=9, alerts=tuple(alert(number) for number in range(5)), firs=(fir(1),)))
    before = replica.standing.tally()
    replica.standing.doubt()
    assert replica.standing.doubted()
    assert replica.feed.cursor() == 0
    assert replica.standing.tally() == Tally()
    assert replica.alerts.one(alert(4).uid) is not None
    applied = replica.feed.apply(Changes(cursor=9, alerts=tuple(alert(number) for number in range(4))), hold_back=True)
    assert applied.parts == frozenset()  # nothing was written a second time
    replica.feed.apply(Changes(cursor=9, firs=(fir(1),)), hold_back=True)
    assert replica.standing.leaving() == Leaving(1, 6)
    assert replica.standing.withdraw() == {Part.ALERTS}
    assert not replica.standing.doubted()
    assert replica.standing.tally() == before.moved({(GoneKind.ALERT, alert(4).uid): alert(4).sequence}, {})


def test_what_is_kept_over_a_restore_is_neither_counted_nor_taken(replica: Replica) -> None:
    """A centre restored from a backup forgot it; this PC did not, and a new reading does not take it away."""
    replica.feed.apply(Changes(cursor=9, alerts=(alert(1), alert(2))))
    replica.feed.read_again()
    replica.feed.apply(Changes(cursor=4, alerts=(alert(1),)))
    assert replica.standing.tally().counts == {ALERT: 1}
    replica.standing.doubt()
    replica.feed.apply(Changes(cursor=4, alerts=(alert(1),)), hold_back=True)
    assert replica.standing.leaving() == Leaving(0, 0)
    replica.standing.withdraw()
    assert replica.alerts.one(alert(2).uid) is not None


def test_notes_go_in_with_the_frame(replica: Replica) -> None:
    """Where a snapshot's reading stands is written with what was read; an empty note is taken away."""
    replica.feed.apply(Changes(cursor=None, notes={"place": "17"}))
    assert (replica.feed.setting("place"), replica.feed.cursor()) == ("17", 0)
    replica.feed.apply(Changes(cursor=3, notes={"place": ""}))
    assert (replica.feed.setting("place"), replica.feed.cursor()) == ("", 3)
