"""The messages of protocol 2 around the stream of frames: what waits, what a snapshot is, what a copy should have."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Annotated

import msgspec

from sync.protocol.bounds import Moment, Whole, Word

DIGEST_BYTES = 16
_MODULUS = 1 << (8 * DIGEST_BYTES)

Counts = Annotated[dict[Word, Whole], msgspec.Meta(max_length=100)]
Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}$", max_length=32)]
Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$", max_length=64)]


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What waits for this office beyond the cursor that it asked with.

    ``head`` equals that cursor where nothing does, lies above it where something does (ask the feed), and below it
    where the centre was restored (ask the feed too). ``high_alerts`` says whether active High Alerts are among it.
    """

    head: Whole
    server_time: Moment
    high_alerts: bool = False


class SnapshotCard(msgspec.Struct, frozen=True, kw_only=True):
    """The file from which this office's first copy is read: its name, its size, and how far it leads.

    ``cursor`` is the cursor of its last frame; the feed goes on from there. ``rows`` is how many records it has.
    """

    sha256: Sha256
    size: Whole
    cursor: Whole
    rows: Whole
    made_at: Moment


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What a copy must hold that has stored everything up to ``cursor``.

    ``counts`` are the records of each kind that are not withdrawn (a kind of which there are none may be left out).
    ``digest`` is ``digest_of`` them. It may be compared only by a station whose cursor is this very one.
    """

    cursor: Whole
    counts: Counts
    digest: Digest


class End(msgspec.Struct, frozen=True, kw_only=True):
    """The last frame of a stream: nothing was cut off on its way, and this is where the centre stands.

    ``head`` below the ``since`` that was asked with means that the centre was restored from a backup.
    ``summary`` is there where the centre could tell it of exactly the frame's cursor. ``era`` is another number after
    each restore, 0 before the first: it tells of one that the head has hidden by growing again. ``more`` says that the
    centre stopped at the bytes that were asked for: the rest is asked for from the frame's cursor on.
    """

    head: Whole
    server_time: Moment
    summary: Summary | None = None
    era: Whole = 0
    more: bool = False


def weight(kind: str, key: str, sequence: int) -> int:
    """Give one record's part of a digest: the first 16 bytes of the SHA-256 of ``kind|key|sequence``."""
    return int.from_bytes(hashlib.sha256(f"{kind}|{key}|{sequence}".encode()).digest()[:DIGEST_BYTES], "big")


def added(digest: str, plus: Iterable[int] = (), minus: Iterable[int] = ()) -> str:
    """Give a digest after records came (``plus``) and went (``minus``); their order does not matter."""
    return f"{(int(digest or '0', 16) + sum(plus) - sum(minus)) % _MODULUS:032x}"


def digest_of(records: Iterable[tuple[str, str, int]]) -> str:
    """Give the digest of records, each named by kind, key and sequence: the sum of their weights modulo 2^128."""
    return added("", (weight(*one) for one in records))
