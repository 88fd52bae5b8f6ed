"""Alerts and FIRs on their way into their tables, and an alert's words into the index beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from sqlalchemy import Column, Connection, Table, bindparam, delete, insert, select, text, update

from station_client.domain.alert import Alert, Category
from station_client.domain.fir import Fir
from station_client.domain.ids import AlertUid
from station_client.store.forms import from_json, to_json
from station_client.store.replica import index
from station_client.store.replica.rows import give_rows, wanted_row
from station_client.store.replica.tables import alerts, firs
from station_client.store.replica.vacancies import Vacancies

Key = TypeVar("Key", str, int)

AT_ONCE: Final = 500

_ADD_ALERTS: Final = "INSERT INTO alerts(row, uid, sequence, category, life, body) VALUES (?, ?, ?, ?, ?, ?)"
_ADD_WORDS: Final = f"INSERT INTO words(rowid, {', '.join(index.COLUMNS)}) VALUES (?{', ?' * len(index.COLUMNS)})"  # noqa: S608 our own column names
_DROP_WORDS: Final = "DELETE FROM words WHERE rowid = ?"
_UPDATE_ALERT: Final = (
    update(alerts)
    .where(alerts.c.row == bindparam("at"))
    .values({name: bindparam(name) for name in ("sequence", "category", "life", "body")})
)
_UPDATE_FIR: Final = (
    update(firs)
    .where(firs.c.row == bindparam("at"))
    .values({name: bindparam(name) for name in ("short", "station", "sequence", "body")})
)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many alerts changed, and the High Alerts that were not here before."""

    changed: int
    high: tuple[AlertUid, ...]


def put_alerts(connection: Connection, page: Sequence[Alert]) -> TakenIn:
    """Write the alerts that say something newer than what is stored."""
    held = _held(connection, alerts, alerts.c.uid, [one.uid for one in page])
    newest: dict[str, Alert] = {}
    for one in page:
        known = newest[one.uid].sequence if one.uid in newest else held.get(one.uid, (0, -1))[1]
        if one.sequence > known:
            newest[one.uid] = one
    fresh = [one for one in newest.values() if one.uid not in held]
    changed = [one for one in newest.values() if one.uid in held]
    rows = _rows(connection, alerts, {one.uid: wanted_row(one.received_at, one.uid) for one in fresh})
    rows |= {one.uid: held[one.uid][0] for one in changed}
    if fresh:
        connection.exec_driver_sql(_ADD_ALERTS, [(rows[one.uid], *_alert_row(one).values()) for one in fresh])
    if changed:
        connection.execute(_UPDATE_ALERT, [_alert_row(one) | {"at": rows[one.uid]} for one in changed])
        connection.exec_driver_sql(_DROP_WORDS, [(rows[one.uid],) for one in changed])
    if newest:
        connection.exec_driver_sql(_ADD_WORDS, [(rows[one.uid], *index.entry(one)) for one in newest.values()])
    high = tuple(one.uid for one in fresh if one.category is Category.HIGH_ALERT)
    return TakenIn(len(newest), high)


def put_firs(connection: Connection, page: Sequence[Fir]) -> int:
    """Write the FIRs that say something newer than what is stored; give their count."""
    held = _held(connection, firs, firs.c.key, [one.key for one in page])
    newest: dict[str, Fir] = {}
    for one in page:
        known = newest[one.key].sequence if one.key in newest else held.get(one.key, (0, -1))[1]
        if one.sequence > known:
            newest[one.key] = one
    fresh = [one for one in newest.values() if one.key not in held]
    changed = [one for one in newest.values() if one.key in held]
    rows = _rows(connection, firs, {one.key: wanted_row(one.registered_at, one.key) for one in fresh})
    if fresh:
        connection.execute(insert(firs), [_fir_row(one) | {"row": rows[one.key], "key": one.key} for one in fresh])
    if changed:
        connection.execute(_UPDATE_FIR, [_fir_row(one) | {"at": held[one.key][0]} for one in changed])
    return len(newest)


def drop_alerts(connection: Connection, uids: Sequence[AlertUid]) -> int:
    """Take out alerts and their words; give how many there were."""
    rows = list(connection.execute(select(alerts.c.row).where(alerts.c.uid.in_(uids))).scalars())
    if rows:
        connection.exec_driver_sql(_DROP_WORDS, [(row,) for row in rows])
        connection.execute(delete(alerts).where(alerts.c.row.in_(rows)))
    return len(rows)


def empty_index(connection: Connection) -> None:
    """Take every word out of the index."""
    connection.execute(text("INSERT INTO words(words) VALUES('delete-all')"))


def fill_index(connection: Connection) -> int:
    """Make the index anew from the alerts as they are stored; give their count."""
    empty_index(connection)
    last, count = -1, 0
    wanted = select(alerts.c.row, alerts.c.body).order_by(alerts.c.row).limit(AT_ONCE)
    while rows := connection.execute(wanted.where(alerts.c.row > last)).all():
        connection.exec_driver_sql(_ADD_WORDS, [(row, *index.entry(from_json(body, Alert))) for row, body in rows])
        last, count = rows[-1][0], count + len(rows)
    return count


def _alert_row(alert: Alert) -> dict[str, object]:
    return {
        "uid": alert.uid,
        "sequence": alert.sequence,
        "category": alert.category.value,
        "life": alert.life.value,
        "body": to_json(alert),
    }


def _fir_row(fir: Fir) -> dict[str, object]:
    return {
        "short": index.short_number(fir.shown),
        "station": fir.station_code,
        "sequence": fir.sequence,
        "body": to_json(fir),
    }


def _held(
    connection: Connection, table: Table, column: Column[str], keys: Sequence[str]
) -> Mapping[str, tuple[int, int]]:
    """Say which of these are stored: key → (row, sequence)."""
    held: dict[str, tuple[int, int]] = {}
    for part in _parts(keys):
        found = select(column, table.c.row, table.c.sequence).where(column.in_(part))
        held.update((key, (row, sequence)) for key, row, sequence in connection.execute(found))
    return held


def _rows(connection: Connection, table: Table, wanted: Mapping[str, int]) -> dict[str, int]:
    """Give each key a free row, at the one it wants or just above."""
    return give_rows(wanted.items(), Vacancies(connection, table, wanted.values()).next_free)


def _parts(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))
