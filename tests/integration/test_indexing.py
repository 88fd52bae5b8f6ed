"""After an update the index of words is filled beside everybody's work, and a sign-out does not wait for its end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from runpy import run_path

import pytest

from station_client.events import Bus, Event, Part, StoreChanged
from station_client.services.indexing import Indexing
from station_client.store.database import Database
from station_client.store.forms import to_json
from station_client.store.migrate import MIGRATIONS
from station_client.store.replica import Replica, open_replica
from station_client.store.replica.changes import Changes
from station_client.store.replica.marking import Marking
from station_client.store.replica.replica import replica_on
from station_client.store.replica.rows import wanted_row
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


def test_common_words_are_marked_when_the_rest_is_done(tmp_path: Path) -> None:
    """A search goes on as before while it is done; then all but the newest few rows are in a stretch."""
    database = Database(tmp_path / "replica.db", KEY, synchronous="normal")
    replica = replace(replica_on(database), marking=Marking(database, 8))
    replica.feed.apply(Changes(cursor=1, alerts=tuple(alert(number) for number in range(43))))
    indexing = Indexing(Bus())
    indexing.begin(replica)
    while _stretches(database) < 6:
        assert replica.search.find(words="robbery motorcycle").count == 43
    indexing.end()
    assert replica.search.find(words="robbery motorcycle").count == 43
    replica.close()


def _stretches(database: Database) -> int:
    with database.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM stretches WHERE state = 1").scalar_one())


def test_a_copy_of_the_first_form_keeps_its_records_and_is_found_again(tmp_path: Path) -> None:
    """Its index goes when it is opened, and is filled from the records."""
    path = tmp_path / "replica.db"
    first = run_path(str(MIGRATIONS / "replica/versions/r0001_first.py"))["STATEMENTS"]
    older = Database(path, KEY, synchronous="normal")
    one = alert(0)
    with older.write() as connection:
        for statement in (*first, "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('0001')")
        row = (wanted_row(one.received_at, one.uid), one.uid, 1, one.category.value, one.life.value, to_json(one))
        connection.exec_driver_sql("INSERT INTO alerts VALUES (?, ?, ?, ?, ?, ?)", row)
        connection.exec_driver_sql("INSERT INTO words(rowid, body) VALUES (?, 'robbery')", row[:1])
    older.close()
    opened = open_replica(path, KEY)
    assert opened.alerts.one(one.uid) == one
    assert opened.search.find(words="robbery").count == 0
    assert opened.filling.since() is not None
    while opened.filling.step():
        pass
    assert opened.search.find(words="robbery").count == 1
    opened.close()
