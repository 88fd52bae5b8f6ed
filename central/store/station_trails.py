"""What was done on the stations' PCs, as their own trails say it; rows are only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from central.store.passage import Passage, rows_in
from central.store.tables import machine_officers, officers, station_trails
from sync.protocol.trail import TrailEntry


@dataclass(frozen=True, slots=True)
class Held:
    """Where a strand ends here."""

    number: int = 0
    chain: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a machine said was done on it, and when it said so."""

    machine_id: str
    strand: int
    received_at: datetime
    entry: TrailEntry


class StationTrails:
    """The trails of all machines; each has one strand, or more where it had to be handed over anew."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def strand(self, machine_id: str) -> int:
        """Give the newest strand of a machine."""
        newest = select(func.max(station_trails.c.strand)).where(station_trails.c.machine_id == machine_id)
        return int(self._connection.execute(newest).scalar() or 0)

    def end(self, machine_id: str, strand: int) -> Held:
        """Say where a strand ends."""
        mine = (station_trails.c.machine_id == machine_id) & (station_trails.c.strand == strand)
        columns = select(station_trails.c.number, station_trails.c.chain).where(mine)
        row = self._connection.execute(columns.order_by(station_trails.c.number.desc()).limit(1)).one_or_none()
        return Held() if row is None else Held(row.number, row.chain)

    def chain(self, machine_id: str, strand: int, number: int) -> str | None:
        """Give the chain of an entry, or None where it is not held."""
        mine = (station_trails.c.machine_id == machine_id) & (station_trails.c.strand == strand)
        wanted = select(station_trails.c.chain).where(mine & (station_trails.c.number == number))
        return self._connection.execute(wanted).scalar_one_or_none()

    def add(self, machine_id: str, strand: int, entries: Iterable[TrailEntry], now: datetime) -> None:
        """Add entries at the end of a strand."""
        rows = [
            {
                "machine_id": machine_id,
                "strand": strand,
                "number": one.number,
                "login": one.login,
                "act": one.act,
                "subject": one.subject,
                "at": one.at,
                "skew_seconds": one.skew_seconds,
                "chain": one.chain,
                "received_at": now,
            }
            for one in entries
        ]
        self._connection.execute(station_trails.insert(), rows)

    def entries(self, machine_id: str, strand: int) -> tuple[TrailEntry, ...]:
        """Give a whole strand, the oldest first."""
        mine = (station_trails.c.machine_id == machine_id) & (station_trails.c.strand == strand)
        rows = self._connection.execute(select(station_trails).where(mine).order_by(station_trails.c.number))
        return tuple(map(_entry, rows))

    def lines(self, passage: Passage) -> Iterator[Told]:
        """Give a passage of all trails, in the order in which they came here."""
        order = ("received_at", "machine_id", "strand", "number")
        for row in rows_in(self._connection, passage, station_trails, "received_at", order):
            yield Told(row.machine_id, row.strand, row.received_at, _entry(row))

    def strands(self) -> tuple[tuple[str, int], ...]:
        """Name every strand: its machine and its number."""
        mine = (station_trails.c.machine_id, station_trails.c.strand)
        rows = self._connection.execute(select(*mine).distinct().order_by(*mine))
        return tuple((row.machine_id, row.strand) for row in rows)

    def withdrawn_from(self, machine_id: str, office_code: str) -> tuple[str, ...]:
        """Name the officers who signed in on a machine of an office and may work there no more."""
        joined = select(officers.c.login).join(machine_officers, machine_officers.c.login == officers.c.login)
        gone = or_(officers.c.active.is_(False), officers.c.office_code != office_code)
        wanted = joined.where(machine_officers.c.machine_id == machine_id, gone).order_by(officers.c.login)
        return tuple(self._connection.execute(wanted).scalars())


def _entry(row: Row[Any]) -> TrailEntry:
    return TrailEntry(**{name: getattr(row, name) for name in TrailEntry.__struct_fields__})
