"""Row ids that are dates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from station_client.store.replica.rows import first_row, give_rows, wanted_row
from tests.support.casework import NOON


def test_a_later_minute_is_a_higher_row() -> None:
    """Date order is row order."""
    rows = [wanted_row(NOON + timedelta(minutes=minute), "some uid") for minute in range(5)]
    assert rows == sorted(set(rows))


def test_a_row_lies_in_its_minute() -> None:
    """A span of days is a span of rows."""
    row = wanted_row(NOON + timedelta(seconds=59), "uid")
    assert first_row(NOON) <= row < first_row(NOON + timedelta(minutes=1))


def test_a_moment_before_the_count_begins_or_far_after_still_has_a_row() -> None:
    """A wrong date does not stop the feed."""
    assert first_row(datetime(1947, 8, 15, tzinfo=UTC)) == 0
    assert 0 < wanted_row(datetime(9999, 12, 31, tzinfo=UTC), "uid") < 1 << 62


def test_a_taken_row_moves_up() -> None:
    """Two that want one row both get one, and nobody gets a lower one than they want."""

    def next_free(row: int) -> int:
        return max(row, 12) if row >= 10 else row

    assert give_rows([("c", 13), ("a", 10), ("b", 10), ("z", 3)], next_free) == {"z": 3, "a": 12, "b": 13, "c": 14}
