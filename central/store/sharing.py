"""FIRs that go along with alerts to other States: with those of their own State alone.

Whoever may send alerts could name any number; what another State registered is not theirs to send round.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, and_, select

from central.store.bodies import read_body, written_body
from central.store.counters import Sequence
from central.store.tables import records
from central.store.tallies import Counted, Tallies
from sync.protocol.records import FirRecord


class Sharing:
    """Who beside its own State has a FIR: everybody whose alerts name it."""

    def __init__(self, connection: Connection, sequence: Sequence) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection
        self._sequence = sequence
        self._tallies = Tallies(connection)

    def is_named(self, fir_key: str, state_code: str) -> bool:
        """Tell whether an alert of its own State names this FIR."""
        theirs = (records.c.fir_key == fir_key) & (records.c.state_code == state_code)
        query = select(records.c.key).where(theirs, records.c.gone.is_(False)).limit(1)
        return self._connection.execute(query).first() is not None

    def share(self, naming: Mapping[str, Collection[str]]) -> dict[str, FirRecord]:
        """Send FIRs along with alerts that name them from now on: a FIR's first one makes its change told anew.

        ``naming`` are the States of these alerts, by the keys of the FIRs. Give the FIRs that are there, as the feed
        tells them.
        """
        found = self._there(naming)
        for row, fir in found.values():
            if row.state_code in naming[row.key]:
                self._settle(row, fir, named=True)
        return {key: fir for key, (_, fir) in found.items()}

    def settle(self, fir_key: str) -> None:
        """Call a FIR back once no alert of its State names it any more: its change is told anew."""
        for row, fir in self._there((fir_key,)).values():
            self._settle(row, fir, named=self.is_named(fir_key, row.state_code))

    def _there(self, fir_keys: Collection[str]) -> dict[str, tuple[Row[Any], FirRecord]]:
        query = select(records).where(records.c.kind == "fir", records.c.key.in_(fir_keys), ~records.c.gone)
        rows = {row.key: row for row in self._connection.execute(query)} if fir_keys else {}
        both = {key: (rows[key], read_body(rows[key].body)) for key in fir_keys if key in rows}
        return {key: (row, fir) for key, (row, fir) in both.items() if isinstance(fir, FirRecord)}

    def _settle(self, row: Row[Any], fir: FirRecord, *, named: bool) -> None:
        open_now = goes_along(fir, named=named)
        if open_now != (row.shared and not row.withheld):
            self._tell(row, fir, open_now=open_now)

    def _tell(self, row: Row[Any], fir: FirRecord, *, open_now: bool) -> None:
        sequence = self._sequence.next()
        body = written_body(msgspec.structs.replace(fir, sequence=sequence))
        changed = {"sequence": sequence, "shared": True, "withheld": not open_now, "body": body}
        self._connection.execute(records.update().where(is_one("fir", fir.key)).values(changed))
        after = Counted("fir", fir.key, sequence, row.state_code, open=open_now)
        self._tallies.change(counted(row), after)


def goes_along(fir: FirRecord, *, named: bool) -> bool:
    """Tell whether a FIR goes to other States with an alert that names it; a protected victim's never does."""
    return named and not fir.victim_protected


def is_one(kind: str, key: str) -> ColumnElement[bool]:
    """Name one record by its kind and its key."""
    return and_(records.c.kind == kind, records.c.key == key)


def counted(row: Row[Any] | None) -> Counted | None:
    """Give a record's row as it counts; None for one that is gone or was never there."""
    return None if row is None else as_counted(row.kind, row.key, row._asdict())


def as_counted(kind: str, key: str, row: Mapping[str, Any]) -> Counted | None:
    """Give what stands in a record's columns as it counts; None for one that is gone."""
    if row["gone"]:
        return None
    is_open = bool(row["shared"]) and not row["withheld"]
    return Counted(kind, key, int(row["sequence"]), str(row["state_code"]), is_open)
