"""Many records of one minute: each has its own row in the order of time, and the last page costs what the first did."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from station_client.domain.alert import Alert
from station_client.store.replica import Replica, open_replica
from station_client.store.replica.changes import Changes
from station_client.store.replica.rows import first_row
from tests.support.casework import NOON, alert, fir

PAGE = 500
PAGES = 8


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    """Open a fresh copy."""
    opened = open_replica(tmp_path / "replica.db", bytes(range(32)))
    yield opened
    opened.close()


@contextmanager
def counted(replica: Replica) -> Iterator[list[str]]:
    """Count the statements of the replica's writer."""
    engine, statements = replica.feed._database._writer, []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", count)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", count)


def crowd(start: int) -> tuple[Alert, ...]:
    """Write a page of alerts that all came in one minute."""
    return tuple(
        replace(alert(number), received_at=NOON, sequence=number + 1, description="Same minute.")
        for number in range(start, start + PAGE)
    )


def test_the_last_page_of_a_crowded_minute_costs_what_the_first_did(replica: Replica) -> None:
    """Four thousand alerts of one minute, four times what it has rows for: no page asks the store more and more."""
    costs = []
    for page in range(PAGES):
        with counted(replica) as statements:
            replica.feed.apply(Changes(cursor=(page + 1) * PAGE, alerts=crowd(page * PAGE)))
        costs.append(len(statements))
    assert max(costs) <= costs[0] + 3
    assert len(replica.alerts.page(limit=PAGE * PAGES + 1)) == PAGE * PAGES


def test_what_is_later_than_a_crowded_minute_still_stands_above_it(replica: Replica) -> None:
    """The crowd runs over into the next minutes; what comes after it in time comes after it in the list."""
    replica.feed.apply(Changes(cursor=1, alerts=tuple(one for page in range(4) for one in crowd(page * PAGE))))
    late = [replace(alert(9000 + n), received_at=NOON + timedelta(minutes=n)) for n in (1, 2, 30)]
    replica.feed.apply(Changes(cursor=2, alerts=tuple(late)))
    newest = replica.alerts.page(limit=3)
    assert [one.alert.uid for one in newest] == [one.uid for one in reversed(late)]
    assert newest[0].row >= first_row(NOON + timedelta(minutes=30))


def test_a_gap_in_a_crowd_is_found_again(replica: Replica) -> None:
    """A page whose rows are partly taken gets the free ones, each once; FIRs do the same."""
    replica.feed.apply(Changes(cursor=1, alerts=crowd(0)))
    replica.feed.apply(Changes(cursor=2, alerts=crowd(PAGE)))
    rows = [one.row for one in replica.alerts.page(limit=2 * PAGE)]
    assert len(set(rows)) == 2 * PAGE
    assert max(rows) - min(rows) < 2 * 1024
    firs = tuple(
        replace(fir(), key=f"4512007/2026/{n:04d}", shown=f"{n:04d}/2026", sequence=n + 1) for n in range(1200)
    )
    replica.feed.apply(Changes(cursor=3, firs=firs))
    assert all(replica.firs.one(one.key) is not None for one in firs[::100])
