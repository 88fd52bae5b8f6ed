"""Numbers that only grow, each under a name; a transaction that fails takes its numbers back."""

from __future__ import annotations

from sqlalchemy import Connection, select

from central.store.tables import counters

ERA = "era"
"""The moment of the last restore, in microseconds; none before the first."""


class Counters:
    """The feed's sequence and the record numbers of each year."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def value(self, name: str) -> int:
        """Give the last number that was taken; 0 before the first."""
        return int(self._connection.execute(select(counters.c.value).where(counters.c.name == name)).scalar() or 0)

    def next(self, name: str) -> int:
        """Take the next number."""
        taken = self.value(name) + 1
        self._set(name, taken)
        return taken

    def raise_to(self, name: str, value: int) -> None:
        """Bring a number up to ``value`` where it is lower."""
        if value > self.value(name):
            self._set(name, value)

    def _set(self, name: str, value: int) -> None:
        changed = self._connection.execute(counters.update().where(counters.c.name == name).values(value=value))
        if not changed.rowcount:
            self._connection.execute(counters.insert().values(name=name, value=value))
