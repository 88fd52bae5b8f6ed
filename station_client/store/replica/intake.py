"""Alerts and FIRs on their way into their tables; what of them can be found goes into the index beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from sqlalchemy import Column, Connection, Table, delete, select

from station_client.domain.alert import Alert, Category
from station_client.domain.fir import Fir
from station_client.domain.ids import AlertUid
from station_client.store.forms import to_json
from station_client.store.replica.by_keys import rows_of
from station_client.store.replica.rows import give_rows, wanted_row
from station_client.store.replica.tables import alerts, firs
from station_client.store.replica.vacancies import Vacancies
from station_client.text import index

Record = TypeVar("Record", Alert, Fir)

_ADD_ALERTS: Final = "INSERT INTO alerts(uid, sequence, category, life, body, row) VALUES (?, ?, ?, ?, ?, ?)"
_UPDATE_ALERTS: Final = "UPDATE alerts SET uid = ?, sequence = ?, category = ?, life = ?, body = ? WHERE row = ?"
_ADD_FIRS: Final = "INSERT INTO firs(key, short, station, sequence, body, row) VALUES (?, ?, ?, ?, ?, ?)"
_UPDATE_FIRS: Final = "UPDATE firs SET key = ?, short = ?, station = ?, sequence = ?, body = ? WHERE row = ?"


@dataclass(frozen=True, slots=True)
class TakenAlerts:
    """The alerts that changed by their rows, the rows among them that were here before, and the new High Alerts."""

    by_row: Mapping[int, Alert]
    changed: frozenset[int]
    high: tuple[AlertUid, ...]


def put_alerts(connection: Connection, page: Sequence[Alert]) -> TakenAlerts:
    """Write the alerts that say something newer than what is stored."""
    held = _held(connection, alerts, alerts.c.uid, [one.uid for one in page])
    newest = _newest(((one.uid, one) for one in page), held)
    fresh = [one for one in newest.values() if one.uid not in held]
    changed = [one for one in newest.values() if one.uid in held]
    rows = _rows(connection, alerts, {one.uid: wanted_row(one.received_at, one.uid) for one in fresh})
    rows |= {one.uid: held[one.uid][0] for one in changed}
    _many(connection, _ADD_ALERTS, [(*_alert_row(one), rows[one.uid]) for one in fresh])
    _many(connection, _UPDATE_ALERTS, [(*_alert_row(one), rows[one.uid]) for one in changed])
    return TakenAlerts(
        {rows[one.uid]: one for one in newest.values()},
        frozenset(rows[one.uid] for one in changed),
        tuple(one.uid for one in fresh if one.category is Category.HIGH_ALERT),
    )


def put_firs(connection: Connection, page: Sequence[Fir]) -> Mapping[str, Fir]:
    """Write the FIRs that say something newer than what is stored; give those by their keys."""
    held = _held(connection, firs, firs.c.key, [one.key for one in page])
    newest = _newest(((one.key, one) for one in page), held)
    fresh = [one for one in newest.values() if one.key not in held]
    rows = _rows(connection, firs, {one.key: wanted_row(one.registered_at, one.key) for one in fresh})
    _many(connection, _ADD_FIRS, [(*_fir_row(one), rows[one.key]) for one in fresh])
    changed = [one for one in newest.values() if one.key in held]
    _many(connection, _UPDATE_FIRS, [(*_fir_row(one), held[one.key][0]) for one in changed])
    return newest


def drop_alerts(connection: Connection, uids: Sequence[AlertUid]) -> dict[int, bytes]:
    """Take alerts out of their table; give what they were, by their rows."""
    gone = select(alerts.c.row, alerts.c.body).where(alerts.c.uid.in_(uids))
    found: dict[int, bytes] = {row: body for row, body in connection.execute(gone)}  # noqa: C416 rows are no pairs to the type checker
    if found:
        connection.execute(delete(alerts).where(alerts.c.row.in_(found)))
    return found


def drop_firs(connection: Connection, keys: Sequence[str]) -> dict[str, bytes]:
    """Take FIRs out of their table; give what they were, by their keys."""
    gone = select(firs.c.key, firs.c.body).where(firs.c.key.in_(keys))
    found: dict[str, bytes] = {key: body for key, body in connection.execute(gone)}  # noqa: C416 as above
    if found:
        connection.execute(delete(firs).where(firs.c.key.in_(found)))
    return found


def _newest(page: Iterator[tuple[str, Record]], held: Mapping[str, tuple[int, int]]) -> dict[str, Record]:
    newest: dict[str, Record] = {}
    for key, one in page:
        known = newest[key].sequence if key in newest else held.get(key, (0, -1))[1]
        if one.sequence > known:
            newest[key] = one
    return newest


def _alert_row(alert: Alert) -> tuple[object, ...]:
    return alert.uid, alert.sequence, alert.category.value, alert.life.value, to_json(alert)


def _fir_row(fir: Fir) -> tuple[object, ...]:
    return fir.key, index.short_number(fir.shown), fir.station_code, fir.sequence, to_json(fir)


def _many(connection: Connection, statement: str, rows: list[tuple[object, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)


def _held(
    connection: Connection, table: Table, column: Column[str], keys: Sequence[str]
) -> Mapping[str, tuple[int, int]]:
    """Say which of these are stored: key → (row, sequence)."""
    asked = f"SELECT {column.name}, row, sequence FROM {table.name} WHERE {column.name}"  # noqa: S608 our own names
    return {key: (row, sequence) for key, row, sequence in rows_of(connection, asked, keys)}


def _rows(connection: Connection, table: Table, wanted: Mapping[str, int]) -> dict[str, int]:
    """Give each key a free row, at the one it wants or just above."""
    return give_rows(wanted.items(), Vacancies(connection, table, wanted.values()).next_free)
