"""When a quiet line is dead, and how soon a dead one is found again."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.stalls import LONG_GONE, MOST_PAUSE, MOST_PAUSE_LONG_GONE, Doing, RoundTrip, Verdict, judge, pause

FOUND_SECONDS = 3.0


def test_the_limits_follow_the_measured_line() -> None:
    """Six seconds on a good line; ten round trips on a slow one; a fresh connection has three."""
    line = RoundTrip()
    assert (line.quiet, line.probe) == (6.0, 1.3)
    line.heard(0.8)
    assert line.quiet == pytest.approx(8.0)
    assert line.probe == pytest.approx(3.4)
    for _ in range(50):
        line.heard(0.05)
    assert (line.quiet, line.probe) == (6.0, 1.3)


@given(samples=st.lists(st.floats(0.001, 5), min_size=1))
def test_one_late_packet_does_not_make_a_slow_line(samples: list[float]) -> None:
    """The round trip is smoothed: it stays among what was measured."""
    line = RoundTrip()
    for one in samples:
        line.heard(one)
    assert min(samples) - 1e-9 <= line.smoothed <= max(samples) + 1e-9


@pytest.mark.parametrize(
    ("quiet", "pending", "doing", "verdict"),
    [
        (5.9, True, {Doing.ASKING}, Verdict.ALIVE),
        (6.1, True, {Doing.ASKING}, Verdict.DEAD),
        (6.1, False, {Doing.READING}, Verdict.DEAD),
        (6.1, False, {Doing.ASKING}, Verdict.PROBE),
        (600.0, False, {Doing.PATIENT}, Verdict.ALIVE),
        (6.1, False, {Doing.PATIENT, Doing.READING}, Verdict.DEAD),
        (600.0, True, set(), Verdict.ALIVE),
    ],
)
def test_a_centre_that_thinks_is_not_a_dead_line(
    quiet: float, *, pending: bool, doing: set[Doing], verdict: Verdict
) -> None:
    """Dead is what is not taken or not gone on with; silence alone has the line tried; who waits for news may wait."""
    assert judge(quiet=quiet, limit=6.0, pending=pending, doing=frozenset(doing)) is verdict


@given(gone=st.floats(0, 45), seed=st.integers())
def test_a_line_is_found_within_three_seconds_of_its_return(gone: float, seed: int) -> None:
    """Whenever it comes back in the first three quarters of a minute: the knocks before it each take 1.3 s in vain."""
    chance, now, knock = random.Random(seed), 0.0, RoundTrip().probe
    while now < gone:
        now += knock
        now += pause(now, chance, knocked=knock)
    assert now - gone <= FOUND_SECONDS  # a knock that was begun before is waited for, too


@given(gone=st.floats(0, 1e6), knocked=st.floats(0, 100), seed=st.integers())
def test_a_knock_that_took_its_time_was_a_part_of_the_pause(gone: float, knocked: float, seed: int) -> None:
    """Knocks begin a twentieth of the gap apart, however long each of them is waited for."""
    usual, after = (pause(gone, random.Random(seed), knocked=one) for one in (0.0, knocked))
    assert after == pytest.approx(max(0.1, usual - knocked))


@given(gone=st.floats(0, 1e6), seed=st.integers())
def test_knocks_are_never_far_apart_nor_many(gone: float, seed: int) -> None:
    """Eight seconds at most within the hour, a minute after it; and never without a pause."""
    most = MOST_PAUSE if gone < LONG_GONE else MOST_PAUSE_LONG_GONE
    assert 0.1 <= pause(gone, random.Random(seed)) <= most


def test_stations_do_not_knock_together() -> None:
    """A thousand stations that lost one line spread over half the pause."""
    chance = random.Random(7)
    pauses = [pause(120.0, chance) for _ in range(1000)]
    tenths = [sum(3 + n * 0.3 <= one < 3.3 + n * 0.3 for one in pauses) for n in range(10)]
    assert min(tenths) > 50
