"""The end of the feed as the tables have it at one moment, for whoever keeps it in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from central.store.bodies import written_body
from central.store.tables import records
from central.store.tallies import Scope
from sync.protocol.records import GoneRecord

_AFTER = (
    select(
        records.c.sequence,
        records.c.kind,
        records.c.key,
        records.c.state_code,
        records.c.shared,
        records.c.withheld,
        records.c.body,
    )
    .where(records.c.sequence > bindparam("after"))
    .order_by(records.c.sequence.desc())
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Change:
    """One record of the feed, whosever it is; a tombstone is one, too."""

    sequence: int
    kind: str
    key: str
    state_code: str
    shared: bool
    withheld: bool
    body: bytes

    def is_for(self, scope: Scope) -> bool:
        """Tell whether the feed of a scope has it."""
        return scope.has(self.kind, self.state_code, shared=self.shared)

    def told(self, scope: Scope) -> bytes:
        """Give its body as a scope is told it: a FIR that other States may have no longer is gone there."""
        if self.withheld and self.state_code != scope.firs_of_state:
            return written_body(GoneRecord(sequence=self.sequence, kind=self.kind, key=self.key))
        return self.body


class Recent:
    """What changed last, for whomever."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def after(self, sequence: int, most: int) -> Iterator[Change]:
        """Give the newest changes after a sequence, newest first."""
        for row in self._connection.execute(_AFTER, {"after": sequence, "most": most}):
            sequence, kind, key, state_code, shared, withheld, body = row
            yield Change(int(sequence), kind, key, state_code, bool(shared), bool(withheld), bytes(body))
