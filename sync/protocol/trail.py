"""The audit trail on its way to the centre: entries chained by SHA-256, so that both ends prove the same row."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC
from itertools import accumulate
from typing import Annotated

import msgspec

from sync.protocol.bounds import Moment, Name, Skew, Whole, Word, Words
from sync.protocol.codes import TRAIL_ENTRIES


class TrailEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One deed on a station's PC, as its own trail has it; ``chain`` is ``link`` of the entry before and this one."""

    number: Whole
    login: Word
    act: Word
    subject: Name
    at: Moment
    skew_seconds: Skew
    chain: Word


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a PC stands, for State IT: what waits there and how long, what needs an officer, how far its clock is off.

    ``oldest_seconds`` is the age of the oldest item that waits, 0 where none does. Never case data.
    """

    program_version: Word
    waiting: Whole
    oldest_seconds: Whole
    refused: Whole
    set_aside: Whole
    skew_seconds: Skew


class TrailBatch(msgspec.Struct, frozen=True, kw_only=True):
    """What came after entry ``after``, whose chain is ``before`` (0 and empty at the start of a strand).

    A strand is one unbroken row. A station begins the next one, from its first entry, where the centre finds that
    the row it has is not the one that the station has. A batch without entries only tells the ``standing``.
    """

    strand: Whole
    after: Whole
    before: Word
    entries: Annotated[tuple[TrailEntry, ...], msgspec.Meta(max_length=TRAIL_ENTRIES)]
    standing: Standing | None = None


class TrailAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The last entry that the centre holds of the strand, and the officers of this machine who were withdrawn."""

    strand: Whole
    held: Whole
    server_time: Moment
    withdrawn: Words = ()


def link(before: str, entry: TrailEntry) -> str:
    """Chain an entry to what came before it."""
    at = entry.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    said = [before, entry.number, entry.login, entry.act, entry.subject, at, f"{entry.skew_seconds:.3f}"]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def chained(entries: Iterable[TrailEntry], before: str) -> tuple[TrailEntry, ...]:
    """Give entries with their chains, the first of them after ``before``."""
    bare = tuple(entries)
    chains = accumulate(bare, link, initial=before)
    next(chains)
    return tuple(msgspec.structs.replace(one, chain=chain) for one, chain in zip(bare, chains, strict=True))
