"""How long the centre is let hold a question, and when it is not asked at all."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from sync.attention import FIRST_REST, LEAST_SECONDS, LONGEST_REST, LONGEST_SECONDS, Attention

CHANCE = random.Random(5)


def test_what_is_cut_is_asked_for_a_shorter_time() -> None:
    """A proxy that cuts after a minute gets questions of less than a minute, and the clock is not needed."""
    first = Attention().cut(1000.0, 60.0, chance=CHANCE)
    assert LEAST_SECONDS <= first.seconds < 60
    assert first.rest_until == 0.0
    assert first.answered() == first


def test_where_nothing_is_held_the_clock_takes_over_for_a_growing_time() -> None:
    """Cut at once, again and again: a minute's rest, then more, never more than an hour; an answer begins anew."""
    now, one = 0.0, Attention()
    for count in range(12):
        one = one.cut(now, 1.0, chance=CHANCE)
        rest = one.rest_until - now
        ceiling = min(LONGEST_REST, FIRST_REST * 2**count)
        assert ceiling / 2 <= rest <= ceiling
        now = one.rest_until
    assert one.answered().failures == 0
    assert one.answered().rest_until == 0.0


def test_a_busy_centre_is_left_alone_as_long_as_it_says() -> None:
    """What it asks for is a lower bound, within the hour."""
    assert Attention().refused(10.0, 900.0, chance=CHANCE).rest_until >= 910.0
    assert Attention().refused(10.0, 10.0**9, chance=CHANCE).rest_until <= 10.0 + LONGEST_REST


@given(st.lists(st.tuples(st.sampled_from(("answered", "cut", "refused")), st.floats(0, 1e6)), max_size=30))
def test_whatever_happens_it_stays_within_its_bounds(story: list[tuple[str, float]]) -> None:
    """Never longer than the longest, never shorter than the least, never a rest of more than an hour."""
    one, now = Attention(), 0.0
    for act, amount in story:
        if act == "answered":
            one = one.answered()
        elif act == "cut":
            one = one.cut(now, amount, chance=CHANCE)
        else:
            one = one.refused(now, amount, chance=CHANCE)
        assert LEAST_SECONDS <= one.seconds <= LONGEST_SECONDS
        assert one.rest_until <= now + LONGEST_REST
        now = max(now, one.rest_until)
