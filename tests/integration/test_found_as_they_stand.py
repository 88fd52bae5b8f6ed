"""A search by lives goes by the clock: what is over is found as expired before any line has told it, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import combinations, product
from pathlib import Path

import pytest

from station_client.domain.alert import Alert, Category, Life, life_at
from station_client.store.replica import Replica, open_replica
from station_client.store.replica.changes import Changes
from tests.support.casework import alert

KEY = bytes(range(32))
NOW = datetime(2027, 3, 14, 8, 35, tzinfo=UTC)
ENDS = (None, timedelta(days=-3), timedelta(0), timedelta(microseconds=1), timedelta(days=9))
HELD = tuple(
    alert(number, life=life, category=category, expires_at=NOW + end if end is not None else None)
    for number, (life, end, category) in enumerate(product(Life, ENDS, (Category.SEIZURE, Category.JAIL_BREAK)))
)
ASKED = [asked for size in (1, 2, 5) for asked in combinations(Life, size)]


@pytest.fixture(scope="module")
def replica(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replica]:
    """Open a copy with alerts of every life with every end, of two categories."""
    folder: Path = tmp_path_factory.mktemp("copy")
    opened = open_replica(folder / "replica.db", KEY)
    opened.feed.apply(Changes(cursor=1, alerts=HELD))
    yield opened
    opened.close()


def expected(lives: tuple[Life, ...], category: Category | None) -> list[Alert]:
    """Say by the one rule what stands so, newest first."""
    kept = [one for one in HELD if category in (None, one.category)]
    return [one for one in reversed(kept) if life_at(one, NOW) in lives]


@pytest.mark.parametrize("words", ["", "robbery", "robbery -unicorn"])
@pytest.mark.parametrize("category", [None, Category.SEIZURE])
def test_every_choice_of_lives_page_by_page(replica: Replica, words: str, category: Category | None) -> None:
    """The pages together are all that stands so, each once, and every page counts them all."""
    for lives in ASKED:
        told = expected(lives, category)
        met: list[Alert] = []
        before: int | None = None
        while True:
            page = replica.search.find(
                words=words, category=category, lives=tuple(lives), now=NOW, before=before, limit=3
            )
            met += [one.alert for one in page.rows]
            assert page.count == len(told), (lives, words)
            if len(page.rows) < 3:
                break
            before = page.rows[-1].row
        assert met == told, (lives, words)


def test_dates_narrow_both_parts(replica: Replica) -> None:
    """What is over by the clock is held against the dates like the rest."""
    told = expected((Life.EXPIRED,), None)
    middle = told[len(told) // 2].received_at
    page = replica.search.find(lives=("expired",), now=NOW, since=middle, limit=100)
    assert [one.alert for one in page.rows] == [one for one in told if one.received_at >= middle]
    assert page.count == len(page.rows)


def test_many_that_meet_are_counted_up_to_the_cap(replica: Replica, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parts are one answer: no more than the cap, and capped where they are more together."""
    monkeypatch.setattr("station_client.store.replica.search.MOST_COUNTED", 12)
    page = replica.search.find(words="robbery", lives=("expired",), now=NOW, limit=5)
    assert (page.count, page.capped) == (12, True)
    assert [one.alert for one in page.rows] == expected((Life.EXPIRED,), None)[:5]


def test_the_ends_are_found_by_their_index(replica: Replica) -> None:
    """A copy of a million is not read through to know that nothing is over."""
    from station_client.store.replica import endings  # noqa: PLC0415 what the question says, for its plan

    with replica.search._database.read() as connection:
        plan = connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {str(endings._ANY).replace(':now', '?')}", (endings.written(NOW),)
        )
        assert any("alerts_ending" in row[-1] for row in plan)
