"""New tokens for old: given once each, on their own machine, and the session ends where one was copied."""

from __future__ import annotations

import pytest

from central.errors import Refused
from sync.protocol.codes import Code
from tests.support.centre import HandClock, SmallCentre


def test_an_access_token_ends_and_a_refresh_follows(small: SmallCentre, clock: HandClock) -> None:
    """Fifteen minutes; the refresh token gives new ones for a month."""
    grant = small.sign_in()
    clock.forward(minutes=15)
    assert not small.lets_in(grant)
    renewed = small.renew(grant)
    assert small.lets_in(renewed)
    clock.forward(days=30)
    with pytest.raises(Refused) as no:
        small.renew(renewed)
    assert no.value.code == Code.SESSION_EXPIRED


def test_a_lost_answer_to_a_refresh_is_asked_for_again(small: SmallCentre) -> None:
    """While the new pair was never used, the former token still counts, as often as the line fails."""
    grant = small.sign_in()
    small.renew(grant)
    small.renew(grant)
    assert small.lets_in(small.renew(grant))


def test_a_refresh_token_used_twice_ends_the_session(small: SmallCentre) -> None:
    """Once the new pair was used, whoever shows the old token has stolen one of them."""
    grant = small.sign_in()
    renewed = small.renew(grant)
    assert small.lets_in(renewed)
    with pytest.raises(Refused):
        small.renew(grant)
    assert not small.lets_in(renewed)
    assert "refresh-reused" in small.acts()


def test_a_token_of_long_ago_ends_the_session_it_came_from(small: SmallCentre) -> None:
    """However often it was renewed since: whoever still has an old one has copied it."""
    first = small.sign_in()
    newest = first
    for _ in range(3):
        newest = small.renew(newest)
        assert small.lets_in(newest)
    with pytest.raises(Refused):
        small.renew(first)
    assert not small.lets_in(newest)
    with pytest.raises(Refused):
        small.renew(newest)
    assert small.acts()[-1] == "refresh-reused"


def test_a_token_of_an_ended_session_harms_no_later_one(small: SmallCentre) -> None:
    """A sign-in begins a new family; what was stolen before it is only old."""
    stolen = small.sign_in()
    fresh = small.sign_in()
    with pytest.raises(Refused):
        small.renew(stolen)
    assert small.lets_in(small.renew(fresh))


def test_a_refresh_token_does_not_travel(small: SmallCentre) -> None:
    """On another machine it is worth nothing, and ends the session it came from."""
    grant = small.sign_in()
    with pytest.raises(Refused):
        small.renew(grant, "machine-x")
    assert not small.lets_in(grant)
