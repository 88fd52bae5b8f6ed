"""Sealed files: every kind of damage is noticed, and nothing wrong is ever given out."""

from __future__ import annotations

import io
import random

import pytest

from station_client.errors import StoreDamagedError
from station_client.security import cipher, sealed

KEY = bytes(range(32))
SIZES = (0, 1, sealed.PIECE_BYTES - 1, sealed.PIECE_BYTES, sealed.PIECE_BYTES + 1, 3 * sealed.PIECE_BYTES)


def closed(plain: bytes) -> bytes:
    """Seal some bytes."""
    sink = io.BytesIO()
    assert sealed.seal_stream(KEY, io.BytesIO(plain), sink) == len(plain)
    return sink.getvalue()


def opened(data: bytes, key: bytes = KEY) -> bytes:
    """Open sealed bytes to the end."""
    with sealed.open_stream(key, io.BytesIO(data)) as reader:
        return reader.read()


def noise(size: int) -> bytes:
    """Give bytes that are the same in every run."""
    return random.Random(size).randbytes(size)


@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_comes_back(size: int) -> None:
    """Sizes at the edges of a piece come back whole, and the reader knows the size before it reads."""
    plain = noise(size)
    with sealed.open_stream(KEY, io.BytesIO(closed(plain))) as reader:
        assert len(reader) == size
        assert reader
        assert reader.read() == plain


def test_two_seals_of_one_file_share_nothing() -> None:
    """The same bytes sealed twice look different: nobody sees that two files are one."""
    one, other = closed(b"same"), closed(b"same")
    assert one != other
    assert one[4:36] != other[4:36]


def test_every_flipped_bit_is_noticed() -> None:
    """A changed bit anywhere, header and tags included, is damage."""
    whole = closed(b"seizure memo")
    for at in range(len(whole)):
        damaged = bytearray(whole)
        damaged[at] ^= 0x10
        with pytest.raises(StoreDamagedError):
            opened(bytes(damaged))


@pytest.mark.parametrize("kept", [0, 3, 36, 40, 36 + sealed.STORED_BYTES, 36 + 2 * sealed.STORED_BYTES, -1])
def test_a_cut_file_is_noticed_when_it_is_opened(kept: int) -> None:
    """Also where it is cut at the very edge of a piece."""
    whole = closed(noise(2 * sealed.PIECE_BYTES + 100))
    with pytest.raises(StoreDamagedError):
        sealed.open_stream(KEY, io.BytesIO(whole[:kept]))


def test_moved_and_foreign_pieces_are_noticed() -> None:
    """Two pieces that changed places, and a piece of another file, do not open."""
    size = sealed.STORED_BYTES
    one, other = closed(noise(3 * sealed.PIECE_BYTES)), closed(noise(3 * sealed.PIECE_BYTES))
    head, first, second, last = one[:36], one[36 : 36 + size], one[36 + size : 36 + 2 * size], one[36 + 2 * size :]
    with pytest.raises(StoreDamagedError):
        opened(head + second + first + last)
    with pytest.raises(StoreDamagedError):
        opened(head + other[36 : 36 + size] + second + last)
    with pytest.raises(StoreDamagedError):
        opened(one + last)


def test_another_key_opens_nothing() -> None:
    """A key of another use is no key."""
    with pytest.raises(StoreDamagedError):
        opened(closed(b"memo"), cipher.new_key())


def test_it_can_be_read_from_any_place() -> None:
    """An upload that goes on from its middle reads the same bytes."""
    plain = noise(3 * sealed.PIECE_BYTES + 5)
    with sealed.open_stream(KEY, io.BytesIO(closed(plain))) as reader:
        assert reader.seek(-10, io.SEEK_END) == len(plain) - 10
        assert reader.read() == plain[-10:]
        reader.seek(sealed.PIECE_BYTES - 3)
        assert reader.read(6) == plain[sealed.PIECE_BYTES - 3 : sealed.PIECE_BYTES + 3]
        assert reader.tell() == sealed.PIECE_BYTES + 3


def test_a_source_that_gives_little_at_a_time_is_sealed_the_same() -> None:
    """Pieces are cut by size, whatever the source's reads are."""
    sink = io.BytesIO()
    writer = sealed.SealingWriter(KEY, sink)
    plain = noise(sealed.PIECE_BYTES + 777)
    for start in range(0, len(plain), 1000):
        writer.write(plain[start : start + 1000])
    writer.finish()
    assert opened(sink.getvalue()) == plain
