"""Sealed files of any size, damaged in any one place."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station_client.errors import StoreDamagedError
from station_client.security import sealed

KEY = bytes(range(32))
SIZE = st.integers(0, 2 * sealed.PIECE_BYTES + 2)


def closed(plain: bytes) -> bytes:
    """Seal some bytes."""
    sink = io.BytesIO()
    sealed.seal_stream(KEY, io.BytesIO(plain), sink)
    return sink.getvalue()


@settings(max_examples=40, deadline=None)
@given(size=SIZE, start=SIZE, count=st.integers(0, 100_000))
def test_any_part_of_any_file_reads_as_it_was(size: int, start: int, count: int) -> None:
    """From any place, in any amount."""
    plain = bytes(index * 31 % 251 for index in range(256)) * (size // 256 + 1)
    plain = plain[:size]
    with sealed.open_stream(KEY, io.BytesIO(closed(plain))) as reader:
        reader.seek(start)
        assert reader.read(count) == plain[start : start + count]


@settings(max_examples=40, deadline=None)
@given(size=SIZE, place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_is_noticed(size: int, place: float, bit: int) -> None:
    """No damaged file is read to its end."""
    damaged = bytearray(closed(bytes(size)))
    damaged[int(place * len(damaged))] ^= 1 << bit
    with pytest.raises(StoreDamagedError), sealed.open_stream(KEY, io.BytesIO(bytes(damaged))) as reader:
        reader.read()
