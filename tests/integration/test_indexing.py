"""After an update the index of words is filled beside everybody's work, and a sign-out does not wait for its end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from station_client.events import Bus, Event, Part, StoreChanged
from station_client.services.indexing import Indexing
from station_client.store.replica import Replica, open_replica
from station_client.store.replica.changes import Changes
from tests.support.casework import alert

KEY = bytes(range(32))


@pytest.fixture
def outdated(tmp_path: Path) -> Iterator[Replica]:
    """Open a copy whose index was made by an older version."""
    made = open_replica(tmp_path / "replica.db", KEY)
    made.feed.apply(Changes(cursor=1, alerts=tuple(alert(number) for number in range(1200))))
    made.feed.put_setting("index", "of an older program")
    made.close()
    opened = open_replica(tmp_path / "replica.db", KEY)
    yield opened
    opened.close()


def test_an_older_index_is_filled_in_the_background_and_told(outdated: Replica) -> None:
    """Whoever looks at a search is told to ask again."""
    told: list[Event] = []
    filled = threading.Event()
    bus = Bus()

    def hear(event: Event) -> None:
        told.append(event)
        filled.set()

    bus.listen(hear)
    indexing = Indexing(bus)
    indexing.begin(outdated)
    assert filled.wait(60)
    indexing.end()
    assert told == [StoreChanged(frozenset({Part.ALERTS}))]
    assert outdated.filling.since() is None
    assert outdated.search.find(words="robbery").count == 1200


def test_leaving_stops_after_a_step(outdated: Replica) -> None:
    """What is left is filled after the next sign-in."""
    indexing = Indexing(Bus())
    indexing.begin(outdated)
    indexing.end()
    assert outdated.filling.since() is not None
    again = Indexing(Bus())
    again.begin(outdated)
    while outdated.filling.since() is not None:
        threading.Event().wait(0.01)
    again.end()
    assert outdated.search.find(words="robbery").count == 1200


def test_merging_ends_by_itself(tmp_path: Path) -> None:
    """Many pages leave many pieces; after some steps there is nothing to merge, and everything is still found."""
    replica = open_replica(tmp_path / "replica.db", KEY)
    for number in range(40):
        replica.feed.apply(Changes(cursor=number + 1, alerts=(alert(number),)))
    merges = [replica.search.tidy() for _ in range(30)]
    assert merges[0]
    assert not merges[-1]
    assert replica.search.find(words="robbery").count == 40
    replica.close()
