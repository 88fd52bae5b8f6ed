"""Streams of frames made by hand, as a centre would write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sync.protocol.codec import encode
from sync.protocol.columns import to_columns
from sync.protocol.feed import End
from sync.protocol.frames import Encoding, Kind, Stored, write_frame
from sync.protocol.packing import Packer, packed
from sync.protocol.records import GoneRecord, OfficeRecord, Record

LEVEL = 3


def some_records(first: int, last: int) -> list[Record]:
    """Make a record for each sequence: offices, and tombstones of some."""
    return [
        GoneRecord(sequence=at, kind="office", key=f"{at:08d}")
        if at % 7 == 0
        else OfficeRecord(
            sequence=at,
            code=f"{at:08d}",
            kind="police-station",
            name=f"थाना {at}",
            district_code="162",
            state_code="09",
        )
        for at in range(first, last + 1)
    ]


def records_frame(records: Sequence[Record], cursor: int, *, kind: Kind = Kind.RECORDS) -> bytes:
    """Write a frame of records that leans on nothing."""
    plain = to_columns(records)
    return write_frame(kind, cursor, len(records), Stored(Encoding.ZSTD, packed(plain, LEVEL), len(plain)))


def end_frame(cursor: int, head: int) -> bytes:
    """Write the last frame."""
    plain = encode(End(head=head, server_time=datetime(2026, 8, 14, 6, 41, tzinfo=UTC)))
    return write_frame(Kind.END, cursor, 0, Stored(Encoding.PLAIN, plain, len(plain)))


def leaning(pages: Sequence[Sequence[Record]]) -> list[bytes]:
    """Write frames of which each leans on those before it."""
    packer = Packer(LEVEL)
    written: list[bytes] = []
    for page in pages:
        plain = to_columns(page)
        encoding = Encoding.CARRIED if written else Encoding.WINDOW
        stored = Stored(encoding, packer.add(plain), len(plain))
        written.append(write_frame(Kind.RECORDS, page[-1].sequence, len(page), stored))
    return written
