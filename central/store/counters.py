"""Numbers that only grow, each under a name; a transaction that fails takes its numbers back."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from central.store.tables import counters

FEED = "feed"
FLOOR = "feed-floor"
ERA = "era"
"""The moment of the last restore, in microseconds; none before the first."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the feed stood at a moment: its head, the cursor below which withdrawals are forgotten, its era."""

    head: int
    floor: int
    era: int


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

    def next(self, name: str, count: int = 1) -> int:
        """Take the next number, or ``count`` in a row; give the first of them."""
        here = counters.update().where(counters.c.name == name).values(value=counters.c.value + count)
        last = self._connection.execute(here.returning(counters.c.value)).scalar()
        if last is None:
            self._connection.execute(counters.insert().values(name=name, value=count))
        return int(last or count) - count + 1

    def raise_to(self, name: str, value: int) -> None:
        """Bring a number up to ``value`` where it is lower."""
        if value > self.value(name):
            self._set(name, value)

    def _set(self, name: str, value: int) -> None:
        changed = self._connection.execute(counters.update().where(counters.c.name == name).values(value=value))
        if not changed.rowcount:
            self._connection.execute(counters.insert().values(name=name, value=value))


class Sequence:
    """The feed's sequence; ``moved`` once a number of it was taken in this transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._counters = Counters(connection)
        self.moved = False

    def next(self, count: int = 1) -> int:
        """Take the next number, or ``count`` in a row; give the first of them."""
        self.moved = True
        return self._counters.next(FEED, count)
