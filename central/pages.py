"""Pages of the feed: what follows a cursor, read from the tables or from the tail that is kept in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from central.store.tallies import Scope
from central.store.unit import Unit
from central.tail import Ending
from sync.protocol.feed import Summary

FRAME_BYTES = 2 * 1024 * 1024  # of records before they are columns: far from what a frame may have


@dataclass(frozen=True, slots=True)
class Page:
    """What follows a cursor: records up to ``cursor``, and where the centre stood when they were read.

    The last page has the summary of its cursor, read at the same moment; ``more`` says that it is not the last.
    ``first`` is the sequence of its first record, 0 where it has none.
    """

    records: tuple[bytes, ...]
    since: int
    cursor: int
    head: int
    more: bool
    summary: Summary | None
    first: int


@dataclass(frozen=True, slots=True)
class Place:
    """From where to where a page goes, and where the feed stood when it was read."""

    since: int
    until: int
    head: int


def read_page(unit: Unit, scope: Scope, since: int, rows: int) -> Page:
    """Read what follows ``since``: so many rows at the most, and about two megabytes."""
    head = unit.records.head()
    until = head if scope.alerts else unit.records.before_first_case(since, head)
    entries = unit.records.after(since, until, scope, rows + 1)
    return _cut(entries, Place(since, max(until, since), head), rows, lambda: unit.tallies.of(scope))


def last_page(ending: Ending, scope: Scope, since: int, rows: int) -> Page:
    """Take what follows ``since`` from the tail, for an office where somebody may look."""
    place = Place(since, max(ending.head, since), ending.head)
    return _cut(ending.after(since, scope), place, rows, lambda: ending.counts(scope))


def _cut(
    entries: Iterator[tuple[int, bytes]], place: Place, rows: int, counts: Callable[[], tuple[dict[str, int], str]]
) -> Page:
    """Make a page of entries; the last page has the summary, of which ``counts`` gives what there is."""
    bodies: list[bytes] = []
    size, last, more, first = 0, place.since, False, 0
    for sequence, body in entries:
        if len(bodies) == rows or (bodies and size + len(body) > FRAME_BYTES):
            more = True
            break
        bodies.append(body)
        size += len(body)
        last, first = sequence, first or sequence
    cursor = last if more else place.until
    summary = None
    if cursor == place.head:
        found, digest = counts()
        summary = Summary(cursor=cursor, counts=found, digest=digest)
    return Page(tuple(bodies), place.since, cursor, place.head, more, summary, first)
