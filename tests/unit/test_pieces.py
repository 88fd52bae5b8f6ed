"""A text is read by its pieces, most of them remembered: what comes out is the same as if each were read anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_client.text import names
from station_client.text.normalise import normalise
from station_client.text.pieces import Pieces

PIECES = (
    "Ram",
    "ram",
    "मोहम्मद",
    "ज़मीन",
    "MH12AB1234",
    "Ram/12",
    "१२",
    "क1",
    "محمد",
    "Café",
    "9876543210",
    "u/s",
    "302(2)",
)
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=20).map(" ".join)


@given(st.lists(texts, min_size=1, max_size=6))
def test_what_is_remembered_is_what_would_be_read(several: list[str]) -> None:
    """However little is kept, no text is spelt otherwise and no name of it is lost."""
    pieces = Pieces(most=4)
    for text in several:
        told, keys = pieces.read(text)
        assert told.split() == " ".join(map(normalise, text.split())).split()
        assert set(keys) == set().union(*map(names.keys, text.split()))
        assert len(set(keys)) == len(keys)
        assert pieces.read_again(text) == (told, keys)


@pytest.mark.parametrize("piece", ["12:30", "MH12", "१२", "r2"])
def test_what_has_a_digit_is_not_kept(piece: str) -> None:
    """Numbers hardly come twice, and are nothing to complete what is typed with."""
    pieces = Pieces()
    pieces.read(f"{piece} Ram")
    assert pieces.fresh == ["ram"]
