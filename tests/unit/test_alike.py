"""Texts that say nearly the same are found, and others are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_client.text.alike import BANDS, NEAR, bands, likeness, runs
from tests.support.doubles import AGAIN, FIRST, HINDI, HINDI_AGAIN, OTHER


@pytest.mark.parametrize(("one", "other"), [(FIRST, AGAIN), (HINDI, HINDI_AGAIN), (FIRST, FIRST)])
def test_nearly_the_same_is_near_and_meets(one: str, other: str) -> None:
    """Case, blanks, digits of another script, nukta and a few words more do not count."""
    assert likeness(runs(one), runs(other)) >= NEAR
    assert set(bands(runs(one))) & set(bands(runs(other)))


@pytest.mark.parametrize(("one", "other"), [(FIRST, OTHER), (FIRST, HINDI), (HINDI, OTHER)])
def test_another_event_is_not_near(one: str, other: str) -> None:
    """And hardly ever meets."""
    assert likeness(runs(one), runs(other)) < NEAR / 3
    assert not set(bands(runs(one))) & set(bands(runs(other)))


def test_a_text_that_says_too_little_is_not_compared() -> None:
    """Or every two-word alert would be every other's double."""
    assert runs("Opium recovered.") == frozenset()
    assert bands(frozenset()) == ()
    assert likeness(frozenset(), frozenset()) == 0


@given(st.text(max_size=300))
def test_any_text_has_a_sketch_that_the_database_can_keep(text: str) -> None:
    """The same each time; whole numbers below 2 to the 63rd."""
    places = bands(runs(text))
    assert places == bands(runs(text))
    assert len(places) in {0, BANDS}
    assert all(0 <= one < 2**63 for one in places)
