"""Slices in any order, with repeats, overlaps and cuts, give the exact file; ranges agree with plain sets."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from central.errors import Refused
from sync.protocol import ranges
from tests.support.arriving import PDF, asked, claimed, send
from tests.support.centre import HandClock, SmallCentre, small_centre

SIZE = len(PDF)
EDGES = st.integers(min_value=0, max_value=40)
RANGES = st.lists(st.tuples(EDGES, EDGES), max_size=8)
SLICES = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(1, SIZE), st.booleans()), max_size=12)


def plain(found: list[tuple[int, int]] | ranges.Ranges) -> set[int]:
    """Give the bytes of ranges one by one."""
    return {at for start, end in found for at in range(start, end)}


@given(RANGES, RANGES)
def test_ranges_are_sets_of_bytes(some: list[tuple[int, int]], others: list[tuple[int, int]]) -> None:
    """Joining, taking away and counting agree with sets, and what comes out is in order and apart."""
    whole, left = ranges.joined(some), ranges.without(some, others)
    assert plain(whole) == plain(some)
    assert plain(left) == plain(some) - plain(others)
    assert ranges.total(left) == len(plain(left))
    for made in (whole, left):
        assert ranges.fault(made, 40) == ""
        assert all(first[1] < second[0] for first, second in pairwise(made))
    assert plain(ranges.missing(some, 40)) == set(range(40)) - plain(some)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallCentre]:
    """Give one centre for all examples; each has a file of its own."""
    with small_centre(tmp_path_factory.mktemp("slices") / "centre", HandClock()) as made:
        yield made


@settings(deadline=None)
@given(SLICES)
def test_any_slices_give_the_exact_file(small: SmallCentre, sent: list[tuple[int, int, bool]]) -> None:
    """Whatever came before, sending what is missing ends with the file whole, byte for byte."""
    data = PDF[:-8] + os.urandom(8)
    sha256 = hashlib.sha256(data).hexdigest()
    grant = claimed(small, data)
    for start, length, cut in sent:
        end = min(start + length, SIZE)
        if cut and end - start > 1:
            with pytest.raises(Refused):
                send(small, grant, start, end, data=data, sha256=sha256, come=(end - start) // 2)
        else:
            send(small, grant, start, end, data=data, sha256=sha256)
    for start, end in asked(small, grant, sha256).missing:
        send(small, grant, start, end, data=data, sha256=sha256)
    assert asked(small, grant, sha256).receipts[0].complete_at is not None
    size, pieces = small.centre.get_blob(grant.access_token, sha256=sha256)
    assert (size, b"".join(pieces)) == (SIZE, data)
