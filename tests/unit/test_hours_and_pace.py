"""Files wait for their hours and keep their pace; text and High Alerts wait for nothing."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_client.clock import IST, to_ist
from station_client.domain.alert import Category
from sync.bucket import Bucket
from sync.hours import Hours
from tests.support.centre import HandClock

NIGHT = Hours((time(22), time(6)))
DAY = Hours((time(10), time(17, 30)))


@pytest.mark.parametrize(
    ("hours", "at", "open_then"),
    [
        (NIGHT, "22:00", True),
        (NIGHT, "05:59", True),
        (NIGHT, "06:00", False),
        (NIGHT, "21:59", False),
        (DAY, "10:00", True),
        (DAY, "17:30", False),
        (DAY, "03:00", False),
        (Hours(), "03:00", True),
    ],
)
def test_hours_are_the_clock_on_the_wall(hours: Hours, at: str, *, open_then: bool) -> None:
    """IST, over midnight too; the end is not included."""
    moment = datetime.combine(datetime(2026, 8, 1, tzinfo=IST), time.fromisoformat(at), IST).astimezone(UTC)
    assert hours.open_at(moment) is open_then


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 bounds have none
def test_closed_hours_open_within_a_day_and_not_before(moment: datetime) -> None:
    """The moment that is told is when it really opens."""
    for hours in (NIGHT, DAY):
        opens = hours.opens_at(moment)
        assert (opens is None) is hours.open_at(moment)
        if opens is not None:
            assert timedelta(0) < opens - moment <= timedelta(days=1)
            assert hours.open_at(opens)
            assert not hours.open_at(opens - timedelta(seconds=1))
            assert to_ist(opens).time() == hours.span[0]  # type: ignore[index] # it has a span


def test_a_high_alert_waits_for_no_hour() -> None:
    """Its files travel at once; those of another alert wait."""
    noon = datetime(2026, 8, 1, 6, 30, tzinfo=UTC)
    assert NIGHT.lets(Category.HIGH_ALERT, noon)
    assert not NIGHT.lets(Category.SEIZURE, noon)
    assert Hours().lets(Category.SEIZURE, noon)


@given(pieces=st.lists(st.integers(1, 20_000), min_size=1, max_size=50), rate=st.integers(1024, 10**6))
def test_the_mean_is_the_rate(pieces: list[int], rate: int) -> None:
    """However the bytes come: after the waits no more than one second's worth was ahead of the rate."""
    clock = HandClock()
    bucket, begun = Bucket(rate, clock), clock.monotonic()
    for count in pieces:
        clock.forward(seconds=bucket.take(count))
    assert sum(pieces) <= rate * (clock.monotonic() - begun) + rate + max(pieces) + 1


def test_no_rate_is_no_limit() -> None:
    """Without a cap nothing is held back."""
    bucket = Bucket(0, HandClock())
    assert bucket.take(10**9) == 0.0
