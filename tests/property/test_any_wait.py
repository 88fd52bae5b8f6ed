"""The waits after wrong passwords, with any clock."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from station_client.security.lockout import FREE_TRIES, LONGEST_WAIT, Tries, after_wrong, seconds_left

MOMENTS = st.floats(0, 4e9, allow_nan=False)


@given(st.lists(MOMENTS, min_size=1, max_size=40), MOMENTS)
def test_no_clock_makes_anyone_wait_longer_than_the_longest(moments: list[float], now: float) -> None:
    """A clock set back by years does not lock an officer out for years."""
    tries = Tries()
    for moment in moments:
        tries = after_wrong(tries, moment)
    assert 0 <= seconds_left(tries, now) <= LONGEST_WAIT


@given(st.integers(FREE_TRIES, 60), MOMENTS, st.floats(0, 4e9))
def test_no_clock_set_back_shortens_the_wait(wrong: int, at: float, back: float) -> None:
    """Right after a wrong password the whole wait lies ahead, wherever the clock now stands before it."""
    tries = after_wrong(Tries(wrong=wrong), at)
    assert seconds_left(tries, at - back) >= tries.wait
