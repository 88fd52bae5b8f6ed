"""How many records there are for whom, and their digest: kept with each change, so that a summary costs a few rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from central.store.tables import DIRECTORY_KINDS, tallies
from sync.protocol.feed import added, weight

_ALL = select(tallies)


@dataclass(frozen=True, slots=True)
class Scope:
    """What of the feed an office is entitled to, beside the directory.

    ``alerts``: those of all offices, and the FIRs that go along with them; ``firs_of_state``: every FIR of one State.
    """

    alerts: bool
    firs_of_state: str

    def has(self, kind: str, state_code: str, *, shared: bool) -> bool:
        """Tell whether such a record is for it; ``streams.entitled`` asks the tables the same."""
        if kind in DIRECTORY_KINDS or (self.alerts and (kind == "alert" or shared)):
            return True
        return kind == "fir" and bool(self.firs_of_state) and state_code == self.firs_of_state


@dataclass(frozen=True, slots=True)
class Heap:
    """How many records of a kind there are, with their digest; FIRs by State, and by whether they go to others."""

    kind: str
    state_code: str
    open: bool
    tally: int
    digest: str


@dataclass(frozen=True, slots=True)
class Counted:
    """One record as it counts: whose it is, and whether it goes to other States."""

    kind: str
    key: str
    sequence: int
    state_code: str
    open: bool

    @property
    def heap(self) -> tuple[str, str, bool]:
        """Name what it is counted among; only FIRs are told apart by State."""
        return (self.kind, self.state_code, self.open) if self.kind == "fir" else (self.kind, "", True)

    @property
    def weight(self) -> int:
        """Give its part of the digest."""
        return weight(self.kind, self.key, self.sequence)


class Tallies:
    """Counts and digests of all records that are not withdrawn."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def change(self, before: Counted | None, after: Counted | None) -> None:
        """Count a record anew; None is one that is not there."""
        if before is not None and after is not None and before.heap == after.heap:
            self._add(after, 0, plus=after.weight, minus=before.weight)
            return
        if before is not None:
            self._add(before, -1, minus=before.weight)
        if after is not None:
            self._add(after, 1, plus=after.weight)

    def add(self, fresh: Iterable[Counted]) -> None:
        """Count records that are there for the first time."""
        heaps: dict[tuple[str, str, bool], list[Counted]] = {}
        for one in fresh:
            heaps.setdefault(one.heap, []).append(one)
        for alike in heaps.values():
            self._add(alike[0], len(alike), plus=sum(one.weight for one in alike))

    def of(self, scope: Scope) -> tuple[dict[str, int], str]:
        """Give the counts by kind and the digest of what ``scope`` is entitled to, as of now."""
        return summed(self.all(), scope)

    def all(self) -> tuple[Heap, ...]:
        """Give every heap as it is now."""
        return tuple(
            Heap(row.kind, row.state_code, bool(row.open), int(row.tally), row.digest)
            for row in self._connection.execute(_ALL)
        )

    def _add(self, one: Counted, tally: int, *, plus: int = 0, minus: int = 0) -> None:
        kind, state, is_open = one.heap
        here = and_(tallies.c.kind == kind, tallies.c.state_code == state, tallies.c.open.is_(is_open))
        row = self._connection.execute(select(tallies.c.tally, tallies.c.digest).where(here)).one_or_none()
        digest = added("" if row is None else row.digest, (plus,), (minus,))
        if row is None:
            new = {"kind": kind, "state_code": state, "open": is_open, "tally": tally, "digest": digest}
            self._connection.execute(tallies.insert().values(new))
        else:
            self._connection.execute(tallies.update().where(here).values(tally=row.tally + tally, digest=digest))


def summed(heaps: Iterable[Heap], scope: Scope) -> tuple[dict[str, int], str]:
    """Give the counts by kind and the digest of those heaps to which a scope is entitled."""
    counts: dict[str, int] = {}
    theirs = [one for one in heaps if scope.has(one.kind, one.state_code, shared=one.open)]
    for one in theirs:
        if one.tally:
            counts[one.kind] = counts.get(one.kind, 0) + one.tally
    return counts, added("", [int(one.digest, 16) for one in theirs])
