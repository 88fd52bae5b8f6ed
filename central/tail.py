"""The end of the feed, kept in each process: most stations ask for what is no older than that.

Every change of a record takes a new sequence in the transaction that makes it, so a tail of one head is the same
whoever read it, and what follows it is read once for all who ask. Nobody is answered from a tail that is older than
the head at the moment of their question.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from threading import Lock

from central.store.recent import Change
from central.store.tallies import Heap, Scope, summed
from central.store.unit import Store

MOST_ROWS = 2_000
MOST_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Ending:
    """All that changed after ``since``, in order, and what there is altogether, as of ``head``."""

    since: int
    head: int
    changes: tuple[Change, ...]
    heaps: tuple[Heap, ...]

    def after(self, since: int, scope: Scope) -> Iterator[tuple[int, bytes]]:
        """Give what a scope is told after a cursor that is not older than this tail: sequence and body."""
        start = bisect_right(self.changes, since, key=_sequence)
        return ((one.sequence, one.told(scope)) for one in self.changes[start:] if one.is_for(scope))

    def newest(self, scope: Scope) -> int:
        """Give the newest sequence that is for a scope; ``since`` where all of it is older than this tail."""
        return next((one.sequence for one in reversed(self.changes) if one.is_for(scope)), self.since)

    def counts(self, scope: Scope) -> tuple[dict[str, int], str]:
        """Give the counts by kind and the digest of what a scope is entitled to."""
        return summed(self.heaps, scope)


class Tail:
    """The tail that this process keeps; safe from several threads."""

    def __init__(self, store: Store, most: int = MOST_ROWS) -> None:
        """Read it from ``store`` when somebody asks; it has ``most`` records at the most."""
        self._store, self._most = store, most
        self._turn = Lock()
        self._kept: tuple[tuple[int, int], Ending] | None = None

    def at(self, head: int) -> Ending:
        """Give the tail as of ``head``, which the feed has reached, or of a later moment."""
        kept = self._known()
        if kept is not None and kept.head >= head:
            return kept
        with self._turn:
            past = self._store.past  # before anything that is joined is taken up
            kept = self._known()
            return kept if kept is not None and kept.head >= head else self._read(past, kept)

    def _known(self) -> Ending | None:
        """Give what is kept, unless it is of another past."""
        past, kept = self._kept or (None, None)
        return kept if past == self._store.past else None

    def _read(self, past: tuple[int, int], kept: Ending | None) -> Ending:
        with self._store.read() as unit:
            head, heaps = unit.records.head(), unit.tallies.all()
            fresh = tuple(unit.recent.after(kept.head if kept is not None else 0, self._most))
        ending = _joined(kept, fresh, self._most, Ending(0, head, (), heaps))
        self._kept = (past, ending)
        return ending


def _joined(kept: Ending | None, fresh: Sequence[Change], most: int, now: Ending) -> Ending:
    """Put the newest changes (newest first) behind those that were kept: each record once, as it is ``now``."""
    since, newest_first = now.since, list(fresh)
    if len(fresh) == most:  # there may be more between than were read
        since = fresh[-1].sequence - 1
    elif kept is not None:
        again = {(one.kind, one.key) for one in fresh}
        newest_first += [one for one in reversed(kept.changes) if (one.kind, one.key) not in again]
        since = kept.since
    sizes = accumulate(len(one.body) for one in newest_first[:most])
    fitting = sum(size <= MOST_BYTES for size in sizes)
    if fitting < len(newest_first):
        since = newest_first[fitting].sequence
    return Ending(since, now.head, tuple(reversed(newest_first[:fitting])), now.heaps)


def _sequence(change: Change) -> int:
    return change.sequence
