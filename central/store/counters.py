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

    def values(self, *names: str) -> tuple[int, ...]:
        """Give the last numbers of several names, as of one moment."""
        query = select(counters.c.name, counters.c.value).where(counters.c.name.in_(names))
        found = {str(name): int(value) for name, value in self._connection.execute(query)}
        return tuple(found.get(name, 0) for name in names)

    def next(self, name: str) -> int:
        """Take the next number."""
        here = counters.update().where(counters.c.name == name).values(value=counters.c.value + 1)
        taken = self._connection.execute(here.returning(counters.c.value)).scalar()
        if taken is None:
            self._connection.execute(counters.insert().values(name=name, value=1))
        return int(taken or 1)

    def raise_to(self, name: str, value: int) -> None:
        """Bring a number up to ``value`` where it is lower."""
        if value > self.value(name):
            self._set(name, value)

    def _set(self, name: str, value: int) -> None:
        changed = self._connection.execute(counters.update().where(counters.c.name == name).values(value=value))
        if not changed.rowcount:
            self._connection.execute(counters.insert().values(name=name, value=value))
