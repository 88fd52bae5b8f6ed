"""The directory's rows, as the feed writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, Table, delete
from sqlalchemy.dialects.sqlite import insert

from station_client.store.forms import to_json
from station_client.store.replica.changes import Changes, GoneKind
from station_client.store.replica.tables import districts, offices, states

TABLES: Final = {GoneKind.STATE: states, GoneKind.DISTRICT: districts, GoneKind.OFFICE: offices}


def put(connection: Connection, changes: Changes) -> bool:
    """Write States, districts and offices, each over an older one of its code; tell whether there were any."""

    def at(kind: GoneKind, code: str) -> dict[str, object]:
        return {"sequence": changes.places.get((kind, code), 0)}

    _upsert(
        connection,
        states,
        [{"code": one.code, "name": one.name} | at(GoneKind.STATE, one.code) for one in changes.states],
    )
    _upsert(
        connection,
        districts,
        [
            {"code": one.code, "state": one.state_code, "name": one.name} | at(GoneKind.DISTRICT, one.code)
            for one in changes.districts
        ],
    )
    _upsert(
        connection,
        offices,
        [
            {"code": one.code, "district": one.district_code, "name": one.name, "body": to_json(one)}
            | at(GoneKind.OFFICE, one.code)
            for one in changes.offices
        ],
    )
    return bool(changes.states or changes.districts or changes.offices)


def drop(connection: Connection, kind: GoneKind, codes: Sequence[str]) -> bool:
    """Take out the places of these codes; tell whether there were any."""
    table = TABLES[kind]
    return connection.execute(delete(table).where(table.c.code.in_(codes))).rowcount > 0


def _upsert(connection: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    if not rows:
        return
    fresh = insert(table)
    newer = {column.name: fresh.excluded[column.name] for column in table.c if column.name != "code"}
    connection.execute(fresh.on_conflict_do_update(index_elements=["code"], set_=newer), rows)
