"""New tokens for old: given once each, on their own machine, and the session ends where one was copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from central.errors import Refused
from sync.protocol.codes import Code
from sync.protocol.messages import Grant, Refresh
from tests.support.centre import HandClock, SmallCentre, small_centre


@pytest.fixture
def clock() -> HandClock:
    """Give a clock that only the test moves."""
    return HandClock()


@pytest.fixture
def small(tmp_path: Path, clock: HandClock, database_url: str) -> Iterator[SmallCentre]:
    """Give a centre by that clock, on each kind of database."""
    with small_centre(tmp_path / "centre", clock, database_url=database_url) as made:
        yield made


def again(small: SmallCentre, grant: Grant, machine_id: str = "machine-a") -> Grant:
    """Ask for new tokens."""
    return small.centre.refresh(Refresh(refresh_token=grant.refresh_token, machine_id=machine_id))


def alive(small: SmallCentre, grant: Grant) -> bool:
    """Tell whether an access token still opens anything."""
    try:
        small.centre.changes(grant.access_token, since=0, rows=1)
    except Refused:
        return False
    return True


def test_an_access_token_ends_and_a_refresh_follows(small: SmallCentre, clock: HandClock) -> None:
    """Fifteen minutes; the refresh token gives new ones for a month."""
    grant = small.sign_in()
    clock.forward(minutes=15)
    assert not alive(small, grant)
    renewed = again(small, grant)
    assert alive(small, renewed)
    clock.forward(days=30)
    with pytest.raises(Refused) as no:
        again(small, renewed)
    assert no.value.code == Code.SESSION_EXPIRED


def test_a_lost_answer_to_a_refresh_is_asked_for_again(small: SmallCentre) -> None:
    """While the new pair was never used, the former token still counts, as often as the line fails."""
    grant = small.sign_in()
    again(small, grant)
    again(small, grant)
    assert alive(small, again(small, grant))


def test_a_refresh_token_used_twice_ends_the_session(small: SmallCentre) -> None:
    """Once the new pair was used, whoever shows the old token has stolen one of them."""
    grant = small.sign_in()
    renewed = again(small, grant)
    assert alive(small, renewed)
    with pytest.raises(Refused):
        again(small, grant)
    assert not alive(small, renewed)
    assert "refresh-reused" in small.acts()


def test_a_token_of_long_ago_ends_the_session_it_came_from(small: SmallCentre) -> None:
    """However often it was renewed since: whoever still has an old one has copied it."""
    first = small.sign_in()
    newest = first
    for _ in range(3):
        newest = again(small, newest)
        assert alive(small, newest)
    with pytest.raises(Refused):
        again(small, first)
    assert not alive(small, newest)
    with pytest.raises(Refused):
        again(small, newest)
    assert small.acts()[-1] == "refresh-reused"


def test_a_token_of_an_ended_session_harms_no_later_one(small: SmallCentre) -> None:
    """A sign-in begins a new family; what was stolen before it is only old."""
    stolen = small.sign_in()
    fresh = small.sign_in()
    with pytest.raises(Refused):
        again(small, stolen)
    assert alive(small, again(small, fresh))


def test_a_refresh_token_does_not_travel(small: SmallCentre) -> None:
    """On another machine it is worth nothing, and ends the session it came from."""
    grant = small.sign_in()
    with pytest.raises(Refused):
        again(small, grant, "machine-x")
    assert not alive(small, grant)
