"""After a failure the centre is left alone: longer each time, never in step with others, never less than it asked."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from sync.backoff import FIRST_SECONDS, LEAST_SECONDS, MOST_SECONDS, Backoff, idle


@given(failures=st.integers(1, 10_000), seed=st.integers())
def test_the_wait_stays_between_its_least_and_its_ceiling(failures: int, seed: int) -> None:
    """However many failures, the wait is bounded and real."""
    backoff = Backoff()
    wait = backoff.delay(failures, chance=random.Random(seed))
    assert LEAST_SECONDS <= wait <= max(LEAST_SECONDS, backoff.ceiling(failures)) <= MOST_SECONDS


def test_the_ceiling_doubles_up_to_the_most() -> None:
    """Two seconds, four, eight … five minutes."""
    assert [Backoff().ceiling(n) for n in (0, 1, 2, 3)] == [0.0, FIRST_SECONDS, FIRST_SECONDS * 2, FIRST_SECONDS * 4]
    assert Backoff().ceiling(1_000_000) == MOST_SECONDS


@given(asked=st.integers(1, 3600), failures=st.integers(1, 20), seed=st.integers())
def test_what_the_centre_asks_for_is_a_lower_bound(asked: int, failures: int, seed: int) -> None:
    """Retry-After is honoured, and spread so that not all come back at its end."""
    wait = Backoff().delay(failures, retry_after=asked, chance=random.Random(seed))
    assert asked <= wait <= max(asked * 1.1, MOST_SECONDS)


def test_an_absurd_retry_after_is_kept_within_an_hour() -> None:
    """A centre that says 'next year' does not silence a station for a year."""
    assert Backoff().delay(1, retry_after=10**9, chance=random.Random(1)) <= 3600 * 1.1


def test_no_failure_means_no_wait() -> None:
    """After a good round nothing is held back."""
    assert Backoff().delay(0, retry_after=30, chance=random.Random(1)) == 0.0


def test_stations_that_failed_together_do_not_come_back_together() -> None:
    """Full jitter: a thousand stations spread over the whole wait, not around its end."""
    chance = random.Random(7)
    waits = [Backoff().delay(6, chance=chance) for _ in range(1000)]
    ceiling = Backoff().ceiling(6)
    tenths = [sum(n * ceiling / 10 <= wait < (n + 1) * ceiling / 10 for wait in waits) for n in range(10)]
    assert min(tenths) > 50


@given(seconds=st.floats(1, 3600), seed=st.integers())
def test_good_rounds_are_spread_by_a_tenth(seconds: float, seed: int) -> None:
    """The wait between good rounds varies by a tenth, no more."""
    assert 0.9 * seconds <= idle(seconds, random.Random(seed)) <= 1.1 * seconds * (1 + 1e-9)
