"""Frames: the feed and the snapshot as one stream that can be cut anywhere and used up to the cut.

A frame is a header of fixed length and a payload. Every length is checked before memory is taken for it, the
checksum before anything is unpacked, and the order of the frames before a record is given out.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from sync.protocol.codec import NotUnderstoodError, decode
from sync.protocol.columns import from_columns
from sync.protocol.feed import End
from sync.protocol.packing import Dictionary, Window, unpacked
from sync.protocol.records import Record

HEADER: Final = struct.Struct(">BBQIIII")
"""Kind, encoding, cursor, rows, stored length, plain length, CRC-32 of these and of the payload as stored."""
_CHECKED: Final = HEADER.size - 4
PAYLOAD_BYTES: Final = 8 * 1024 * 1024
STORED_BYTES: Final = PAYLOAD_BYTES + 64 * 1024  # what cannot be compressed grows a little
FRAME_ROWS: Final = 2000
EXPRESS_ROWS: Final = 50
END_BYTES: Final = 64 * 1024
LARGEST_CURSOR: Final = 2**63 - 1


class Kind(IntEnum):
    """What a frame is."""

    EXPRESS = 1
    RECORDS = 2
    END = 3


class Encoding(IntEnum):
    """How a payload is stored."""

    PLAIN = 0
    ZSTD = 1
    DICTIONARY = 2
    WINDOW = 3  # zstd; the frames behind it may lean on it
    CARRIED = 4  # zstd, leaning on the frames since the last WINDOW


class CutShortError(NotUnderstoodError):
    """The stream ended before its last frame: what was given out counts, the rest is asked for again."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame, read and checked.

    ``cursor`` is stored in the transaction of the frame's records (not an EXPRESS frame's: it moves nothing).
    ``run`` is the offset in the stream from which a reader that has lost its state must read again;
    ``after`` is the offset behind this frame. ``end`` is there in the last frame only.
    """

    kind: Kind
    cursor: int
    records: tuple[Record, ...]
    run: int
    after: int
    end: End | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A payload of ``plain`` bytes as it is stored."""

    encoding: Encoding
    data: bytes
    plain: int


@dataclass(frozen=True, slots=True)
class Header:
    """What a frame says of itself."""

    kind: Kind
    encoding: Encoding
    cursor: int
    rows: int
    stored: int
    plain: int
    checksum: int


def write_frame(kind: Kind, cursor: int, rows: int, payload: Stored) -> bytes:
    """Write a frame."""
    if payload.plain > PAYLOAD_BYTES or len(payload.data) > STORED_BYTES or rows > FRAME_ROWS:
        raise ValueError("a frame larger than a frame may be")
    head = HEADER.pack(kind, payload.encoding, cursor, rows, len(payload.data), payload.plain, 0)[:_CHECKED]
    return head + zlib.crc32(payload.data, zlib.crc32(head)).to_bytes(4, "big") + payload.data


def read_header(data: bytes) -> Header:
    """Read a header; raise ``NotUnderstoodError`` for lengths, kinds or rows that no frame has."""
    kind, encoding, cursor, rows, stored, plain, checksum = HEADER.unpack(data)
    try:
        head = Header(Kind(kind), Encoding(encoding), cursor, rows, stored, plain, checksum)
    except ValueError as wrong:
        raise NotUnderstoodError(f"a frame of no known kind: {wrong}") from wrong
    if fault := _fault(head):
        raise NotUnderstoodError(f"a frame with {fault}")
    return head


def _fault(head: Header) -> str:
    most_rows = {Kind.EXPRESS: EXPRESS_ROWS, Kind.RECORDS: FRAME_ROWS, Kind.END: 0}[head.kind]
    most_bytes = END_BYTES if head.kind is Kind.END else PAYLOAD_BYTES
    if head.cursor > LARGEST_CURSOR:
        return "a cursor beyond 63 bits"
    if head.rows > most_rows:
        return f"{head.rows} rows"
    if head.plain > most_bytes or head.stored > STORED_BYTES:
        return f"{head.stored} bytes for {head.plain}"
    if head.encoding is Encoding.PLAIN and head.stored != head.plain:
        return "two lengths for one payload"
    return ""


class FrameParser:
    """Pieces of a stream in, frames out. It outlives a cut: go on with the bytes from ``offset`` onwards."""

    def __init__(self, *, since: int = 0, dictionary: Dictionary | None = None, offset: int = 0) -> None:
        """Read a stream that was asked for with ``since``, from ``offset``, where a run begins."""
        self._dictionary = dictionary
        self._buffer = bytearray()
        self._window: Window | None = None
        self._at = self._run = offset
        self._order = _Order(since)

    @property
    def offset(self) -> int:
        """Say how far the stream was taken in, a frame that is under way included."""
        return self._at + len(self._buffer)

    @property
    def ended(self) -> bool:
        """Tell whether the last frame was read."""
        return self._order.ended

    def take(self, piece: bytes) -> Iterator[Frame]:
        """Take a piece of the stream and give the frames that it completes."""
        self._buffer += piece
        while (frame := self._next()) is not None:
            yield frame

    def _next(self) -> Frame | None:
        if self.ended and self._buffer:
            raise NotUnderstoodError("bytes behind the last frame")
        if len(self._buffer) < HEADER.size:
            return None
        head = read_header(bytes(self._buffer[: HEADER.size]))
        size = HEADER.size + head.stored
        if len(self._buffer) < size:
            return None
        stored = bytes(self._buffer[HEADER.size : size])
        if zlib.crc32(stored, zlib.crc32(bytes(self._buffer[:_CHECKED]))) != head.checksum:
            raise NotUnderstoodError("a frame that was changed on its way")
        if head.encoding is not Encoding.CARRIED:
            self._run = self._at
        plain = self._unpack(head, stored)
        frame = _frame(head, plain, self._run, self._at + size)
        self._order.check(frame)
        del self._buffer[:size]
        self._at += size
        return frame

    def _unpack(self, head: Header, stored: bytes) -> bytes:
        if head.encoding is Encoding.PLAIN:
            return stored
        if head.encoding is Encoding.WINDOW:
            self._window = Window()
        if head.encoding in (Encoding.WINDOW, Encoding.CARRIED):
            if self._window is None:
                raise NotUnderstoodError("a frame that leans on one that was not read")
            return self._window.read(stored, head.plain)
        if head.encoding is Encoding.ZSTD:
            return unpacked(stored, head.plain)
        if self._dictionary is None:
            raise NotUnderstoodError("a dictionary that nobody named")
        return unpacked(stored, head.plain, self._dictionary)


def read_frames(pieces: Iterable[bytes], parser: FrameParser) -> Iterator[Frame]:
    """Give the frames of a stream; raise ``CutShortError`` where it stops before its last one."""
    for piece in pieces:
        yield from parser.take(piece)
    if not parser.ended:
        raise CutShortError("the stream stops before its end")


def _frame(head: Header, plain: bytes, run: int, after: int) -> Frame:
    if head.kind is Kind.END:
        return Frame(head.kind, head.cursor, (), run, after, decode(plain, End))
    return Frame(head.kind, head.cursor, from_columns(plain, head.rows), run, after)


class _Order:
    """The order that the frames of one stream keep; nothing that breaks it is given out."""

    def __init__(self, since: int) -> None:
        self._since = self._cursor = since
        self._began = self.ended = False

    def check(self, frame: Frame) -> None:
        """Take one more frame into account; raise ``NotUnderstoodError`` where it breaks the order."""
        if frame.kind is Kind.EXPRESS:
            if self._began:
                raise NotUnderstoodError("an express frame behind another")
            self._check_records(frame, self._since, LARGEST_CURSOR)
        elif frame.end is None:
            if frame.cursor <= self._cursor:
                raise NotUnderstoodError(f"cursor {frame.cursor} after {self._cursor}")
            self._check_records(frame, self._cursor, frame.cursor)
            self._cursor = frame.cursor
        else:
            self._check_end(frame, frame.end)
            self.ended = True
        self._began = True

    def _check_records(self, frame: Frame, above: int, most: int) -> None:
        if frame.records and not (above < frame.records[0].sequence and frame.records[-1].sequence <= most):
            raise NotUnderstoodError(f"records outside {above}..{most}")

    def _check_end(self, frame: Frame, end: End) -> None:
        if frame.cursor != self._cursor:
            raise NotUnderstoodError(f"the end says cursor {frame.cursor} after {self._cursor}")
        restored = end.head < self._since
        if end.head < self._cursor and not (restored and self._cursor == self._since):
            raise NotUnderstoodError(f"head {end.head} below the cursor {self._cursor}")
        if end.summary is not None and end.summary.cursor != frame.cursor:
            raise NotUnderstoodError("a summary of another cursor")
