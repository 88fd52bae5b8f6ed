"""Streams of frames that cannot be right: a true one, bent on its way, or another in its place."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from itertools import count

from sync.protocol.frames import HEADER, STORED_BYTES, Encoding, Kind, Stored, write_frame
from tests.support.streams import end_frame, records_frame, some_records

Pieces = Iterator[bytes]


def changed(at: int) -> Callable[[Pieces], Pieces]:
    """Turn one bit of the first piece."""

    def bend(pieces: Pieces) -> Pieces:
        first = bytearray(next(pieces))
        first[at] ^= 1
        yield bytes(first)
        yield from pieces

    return bend


def oversized(_pieces: Pieces) -> Pieces:
    """Announce a frame of half a gigabyte, and begin to send it."""
    head = HEADER.pack(Kind.RECORDS, Encoding.ZSTD, 99, 1, 2**29, 2**29, 0)
    yield head
    while True:
        yield bytes(STORED_BYTES)


def backwards(pieces: Pieces) -> Pieces:
    """Send the first frame a second time: its sequences go back."""
    first = next(pieces)
    yield first
    yield first


def before_the_cursor(_pieces: Pieces) -> Pieces:
    """Send what the station has had long ago."""
    yield records_frame(some_records(1, 3), 3)


def unknown_kind(_pieces: Pieces) -> Pieces:
    """Send a kind of frame that the wire does not have."""
    head = HEADER.pack(9, 0, 99, 0, 0, 0, 0)[: HEADER.size - 4]
    yield head + zlib.crc32(head).to_bytes(4, "big")


def unknown_record(_pieces: Pieces) -> Pieces:
    """Send a kind of record that the wire does not have."""
    plain = b'[["ghost",1,{"sequence":["+",[99]]}]]'
    yield write_frame(Kind.RECORDS, 99, 1, Stored(Encoding.PLAIN, plain, len(plain)))


def no_frame(_pieces: Pieces) -> Pieces:
    """Send something else altogether."""
    yield b"<html>" * 100


def endless(_pieces: Pieces) -> Pieces:
    """Send frames without a record for ever."""
    for cursor in count(1000):
        yield records_frame([], cursor)


def behind_the_end(pieces: Pieces) -> Pieces:
    """Go on after the last frame."""
    yield from pieces
    yield end_frame(1, 1)


LIES = {
    "wrong-checksum": changed(HEADER.size + 3),
    "changed-cursor": changed(5),
    "oversized": oversized,
    "backwards": backwards,
    "before-the-cursor": before_the_cursor,
    "unknown-kind": unknown_kind,
    "unknown-record": unknown_record,
    "no-frame": no_frame,
}
