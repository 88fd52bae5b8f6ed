"""How much one sync may take out of the copy before a person is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.guard import too_many


@pytest.mark.parametrize(
    ("leaving", "held", "agreed", "asks"),
    [
        (0, 0, 0, False),
        (50, 50, 0, False),  # a small copy may lose it all
        (51, 51, 0, True),
        (51, 255, 0, False),  # a fifth, and not more
        (52, 255, 0, True),
        (200_000, 1_000_000, 0, False),
        (200_001, 1_000_000, 0, True),
        (300, 1_000, 300, False),
        (301, 1_000, 300, True),  # more than what was agreed to is asked again
    ],
)
def test_a_large_part_at_once_asks_a_person(leaving: int, held: int, agreed: int, asks: bool) -> None:  # noqa: FBT001 a table's column
    """More than a fifth, and more than fifty."""
    assert too_many(leaving, held, agreed) is asks


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(0, 10**7))
def test_agreeing_never_makes_it_ask_more(leaving: int, held: int, agreed: int) -> None:
    """What goes unasked goes when a person agreed to something, too."""
    assert too_many(leaving, held) or not too_many(leaving, held, agreed)
