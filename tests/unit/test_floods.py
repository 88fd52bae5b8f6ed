"""How much may be asked: enough for a station that catches up, bounded in what comes through and is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central import floods
from central.floods import Buckets, Floods
from central.request import counted_as
from central.settings import Settings
from sync.protocol.codes import Code
from tests.support.centre import HandClock

STEPS = st.lists(st.tuples(st.floats(0, 30), st.sampled_from((1.0, 5.0))), max_size=200)


@given(STEPS)
def test_no_more_comes_through_than_what_came_back(steps: list[tuple[float, float]]) -> None:
    """Over any times and weights; and who waits as long as was said is let through."""
    buckets, now, granted = Buckets(2.0, 10.0), 100.0, 0.0
    for pause, weight in steps:
        now += pause
        wait = buckets.wait("pc", now, weight)
        granted += 0.0 if wait else weight
        assert granted <= 10.0 + (now - 100.0) * 2.0 + 1e-6
        if wait:
            now += wait + 1e-6
            assert buckets.wait("pc", now, weight) == 0.0
            granted += weight


def test_a_name_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that asked too much is in nobody's way; a clock that goes back gives nothing; few names are remembered."""
    monkeypatch.setattr(floods, "MOST_NAMES", 3)
    buckets = Buckets(1.0, 2.0)
    assert [bool(buckets.wait("loud", 50.0)) for _ in range(3)] == [False, False, True]
    assert buckets.wait("loud", 10.0)
    assert not buckets.wait("quiet", 50.0)
    for n in range(10):
        assert not buckets.wait(f"passing-{n}", 50.0)
    assert len(buckets._names) == 3


def test_no_limit_is_no_limit() -> None:
    """A rate of 0 never says no."""
    assert not any(Buckets(0, 0).wait("pc", 0.0) for _ in range(1000))


def test_a_station_that_was_without_a_line_for_weeks_is_let_through(tmp_path: Path) -> None:
    """By the usual settings: its alerts in batches, 2,500 slices of their files as a fast line brings them."""
    clock = HandClock()
    usual = Floods(Settings(folder=tmp_path), clock)
    for _ in range(25):
        assert usual.known("pc", "si", 5.0) is None
    for _ in range(2500):
        assert usual.known("pc", "si", 1.0) is None
        clock.forward(milliseconds=10)


def test_an_address_is_judged_before_anybody_is_known(tmp_path: Path) -> None:
    """This machine itself, where a balancer may stand, is not counted."""
    judged = Floods(Settings(folder=tmp_path, requests_a_second_of_address=1), HandClock())
    said = [judged.stranger("203.0.113.7") for _ in range(31)]
    assert said[:30] == [None] * 30
    assert said[30] is not None
    assert (said[30].code, said[30].retry_after) == (Code.BUSY, 1)
    for here in ("127.0.0.1", "::1", ""):
        assert [judged.stranger(here) for _ in range(40)] == [None] * 40
    assert judged.stranger("203.0.113.8") is None


def test_a_network_is_counted_as_one_address(tmp_path: Path) -> None:
    """Whoever has an IPv6 line has 2^64 addresses; one that is written as IPv6 is still the IPv4 one that it is."""
    judged = Floods(Settings(folder=tmp_path, requests_a_second_of_address=1), HandClock())
    said = [judged.stranger(f"2001:db8:7:1::{n:x}") for n in range(31)]
    assert [one is None for one in said] == [True] * 30 + [False]
    assert judged.stranger("2001:db8:7:2::1") is None
    assert counted_as("::ffff:203.0.113.7") == counted_as("203.0.113.7") == "203.0.113.7"
    assert counted_as("fe80::1%eth0") == counted_as("fe80::2%eth0")
    assert counted_as("a name") == "a name"
