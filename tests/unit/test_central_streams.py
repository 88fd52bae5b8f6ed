"""A station's feed is made of streams, each with its index: together the whole, and none costs what is for others."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from sqlalchemy import select, text

from central.store.streams import entitled, page_of
from central.store.tables import records
from central.store.tallies import Scope
from central.store.unit import Store
from sync.protocol.records import GoneRecord, Record
from tests.support.centre import DIRECTORY
from tests.support.records import a_fir, an_alert

INDEXES = ("records_directory", "records_alerts", "records_shared", "records_firs")


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """Give an empty store on each kind of database."""
    opened = Store(database_url)
    yield opened
    opened.close()


def put(store: Store, *changes: Record) -> None:
    """Change records, each in a transaction of its own."""
    for one in changes:
        with store.write() as unit:
            unit.records.put(one)


@pytest.mark.parametrize(("alerts", "state"), [(True, "09"), (True, "05"), (True, "01"), (False, "")])
def test_the_streams_of_a_feed_are_the_whole_of_it_and_meet_nowhere(store: Store, *, alerts: bool, state: str) -> None:
    """Whatever is for an office comes once, in order: shared, called back, withdrawn, its own State's and others'."""
    scope = Scope(alerts=alerts, firs_of_state=state)
    shared, held_back, lonely = a_fir(1), a_fir(2), a_fir(3, state_code="05")
    put(store, *DIRECTORY, shared, held_back, lonely, an_alert(1, fir_key=shared.key), an_alert(2))
    put(store, an_alert(3, fir_key=held_back.key), msgspec.structs.replace(held_back, victim_protected=True, version=2))
    put(store, GoneRecord(sequence=0, kind="alert", key=an_alert(2).uid))
    with store.read() as unit:
        at = unit.records.head()
        read = [sequence for sequence, _ in unit.records.after(0, at, scope, 1000)]
        known = select(records.c.sequence).where(entitled(scope)).order_by(records.c.sequence)
        assert read == list(unit.reach._connection.execute(known).scalars())
        assert unit.reach.last(scope) == read[-1]
        assert [one for one, _ in unit.records.after(read[2], at, scope, 2)] == read[3:5]


def test_each_stream_of_a_feed_is_read_by_an_index_of_its_own(store: Store) -> None:
    """A page costs what it brings: nobody goes through ten million FIRs of other States for the few of their own."""
    scope = Scope(alerts=True, firs_of_state="05")
    with store.read() as unit:
        connection = unit.reach._connection
        sqlite = connection.dialect.name == "sqlite"
        if not sqlite:
            connection.execute(text("SET LOCAL enable_seqscan = off"))
            connection.execute(text("SET LOCAL enable_bitmapscan = off"))
        asked = page_of(scope, since=7, until=1_000_000, rows=500)
        said = asked.compile(connection, compile_kwargs={"literal_binds": True})
        plan = str(connection.execute(text(f"{'EXPLAIN QUERY PLAN' if sqlite else 'EXPLAIN'} {said}")).all())
    assert all(name in plan for name in INDEXES)


def test_the_newest_high_alerts_are_found_by_their_index(store: Store) -> None:
    """Among a million records nobody goes through all of them for fifty."""
    put(store, an_alert(1), an_alert(2))
    with store.read() as unit:
        assert (unit.reach.newest(()).high, len(list(unit.reach.alerts(0, 50, high=True)))) == (2, 2)
        sqlite = unit.reach._connection.dialect.name == "sqlite"
        if not sqlite:
            unit.reach._connection.execute(text("SET LOCAL enable_seqscan = off"))  # for two rows it would not look
        asked = "SELECT body FROM records WHERE records.high AND sequence > 1"
        query = text(("EXPLAIN QUERY PLAN " if sqlite else "EXPLAIN ") + asked)
        plan = unit.reach._connection.execute(query).all()
    assert "records_high" in str(plan)
