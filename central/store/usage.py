"""How much the centre is used, and how sound what it holds is: counts only, never a text of a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, case, delete, func, select

from central.store.report_tables import carried, findings, gaps
from central.store.tables import items, log_ins, records
from station_client.decoders import decoder_of
from station_client.domain.report import Unsound
from sync.protocol.records import OfficeRecord, StateRecord

_office = decoder_of(OfficeRecord)
_state = decoder_of(StateRecord)


@dataclass(frozen=True, slots=True)
class Carried:
    """A State's figures of a month from before this centre's time: all since the launch, and those of the month."""

    state_code: str
    month: str
    stations: int
    log_ins: int
    log_ins_month: int
    alerts: int
    alerts_month: int


class Usage:
    """Counts by office, month and category."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def states(self) -> tuple[StateRecord, ...]:
        """Give every State, by name."""
        return tuple(sorted((_state.decode(body) for body in self._bodies("state")), key=lambda one: one.name))

    def offices(self) -> tuple[OfficeRecord, ...]:
        """Give every office of the directory."""
        return tuple(_office.decode(body) for body in self._bodies("office"))

    def log_ins(self) -> tuple[tuple[str, str, int], ...]:
        """Give the log-ins of each office in each month."""
        rows = self._connection.execute(select(log_ins.c.office_code, log_ins.c.month, log_ins.c.tally))
        return tuple((row.office_code, row.month, int(row.tally)) for row in rows)

    def uploads(self, since: datetime | None, until: datetime) -> dict[str, int]:
        """Count what each office sent from ``since`` on and before ``until``; what became of it later is no matter."""
        query = select(items.c.office_code, func.count()).where(items.c.received_at < until)
        if since is not None:
            query = query.where(items.c.received_at >= since)
        return {str(code): int(count) for code, count in self._connection.execute(query.group_by(items.c.office_code))}

    def alerts(self, low: int, high: int) -> dict[tuple[str, str], int]:
        """Count the alerts of each State and category between two rows of the index."""
        key = (findings.c.state_code, findings.c.category)
        query = select(*key, func.count()).where(findings.c.row >= low, findings.c.row < high).group_by(*key)
        return {(str(state), str(kind)): int(count) for state, kind, count in self._connection.execute(query)}

    def carried(self, until: str) -> tuple[Carried, ...]:
        """Give the figures that were entered as data, up to a month."""
        rows = self._connection.execute(select(carried).where(carried.c.month <= until).order_by(carried.c.month))
        return tuple(Carried(**row._mapping) for row in rows)  # noqa: SLF001 SQLAlchemy's public name for it

    def carry(self, figures: Iterable[Carried]) -> None:
        """Enter figures as data, over those of the same State and month."""
        for one in figures:
            same = and_(carried.c.state_code == one.state_code, carried.c.month == one.month)
            self._connection.execute(delete(carried).where(same))
            self._connection.execute(carried.insert().values({name: getattr(one, name) for name in one.__slots__}))

    def unsound(self, state_code: str) -> dict[str, Unsound]:
        """Say of each office of a State what should be looked at; offices with nothing are left out."""
        fir = and_(records.c.kind == "fir", records.c.key == findings.c.fir_key, ~records.c.gone)
        named = findings.c.fir_key != ""
        counted = (
            select(
                findings.c.office_code,
                func.sum(case((named, 0), else_=1)).label("bare"),
                func.sum(case((and_(named, records.c.key.is_(None)), 1), else_=0)).label("unlinked"),
            )
            .outerjoin(records, fir)
            .where(findings.c.state_code == state_code)
            .group_by(findings.c.office_code)
        )
        found = {
            row.office_code: Unsound(int(row.bare), int(row.unlinked)) for row in self._connection.execute(counted)
        }
        twice, empty = self._duplicates(state_code), self._gaps(state_code)
        for code in found.keys() | twice.keys() | empty.keys():
            one = found.get(code, Unsound())
            found[code] = Unsound(one.without_fir, one.unlinked, twice.get(code, 0), empty.get(code, 0))
        return found

    def _duplicates(self, state_code: str) -> dict[str, int]:
        """Count the alerts of an office beyond the first on the same FIR in the same category."""
        key = (findings.c.office_code, findings.c.fir_key, findings.c.category)
        same = select(findings.c.office_code, (func.count() - 1).label("more")).group_by(*key).having(func.count() > 1)
        mine = same.where(findings.c.state_code == state_code, findings.c.fir_key != "").subquery()
        query = select(mine.c.office_code, func.sum(mine.c.more)).group_by(mine.c.office_code)
        return {str(code): int(count) for code, count in self._connection.execute(query)}

    def _gaps(self, state_code: str) -> dict[str, int]:
        here = and_(records.c.kind == "fir", records.c.key == gaps.c.key, records.c.state_code == state_code)
        query = select(gaps.c.station_code, func.sum(gaps.c.fields)).join(records, here).group_by(gaps.c.station_code)
        return {str(code): int(count) for code, count in self._connection.execute(query)}

    def _bodies(self, kind: str) -> Iterable[bytes]:
        query = select(records.c.body).where(records.c.kind == kind, ~records.c.gone)
        return (bytes(body) for body in self._connection.execute(query).scalars())
