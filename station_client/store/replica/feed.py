"""What the centre said goes in here: a page of changes and its cursor, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from station_client.domain.ids import AlertUid
from station_client.events import Part
from station_client.store.database import Database
from station_client.store.replica import intake, places
from station_client.store.replica.changes import Applied, Changes, Gone, GoneKind
from station_client.store.replica.tables import alerts, districts, firs, offices, settings, states

CURSOR: Final = "cursor"


class Feed:
    """The only writer of the replica."""

    def __init__(self, database: Database) -> None:
        """Stand on the replica's file."""
        self._database = database

    def cursor(self) -> int:
        """Give the sequence up to which the copy is complete; 0 before the first page."""
        return int(self.setting(CURSOR) or "0")

    def apply(self, changes: Changes) -> Applied:
        """Take in one page and its cursor in one transaction.

        An alert or FIR whose sequence is not above the stored one changes nothing, so a page may come twice.
        """
        with self._database.write() as connection:
            new = intake.put_alerts(connection, changes.alerts)
            taken = intake.put_firs(connection, changes.firs)
            placed = places.put(connection, changes)
            gone = _withdraw(connection, changes.gone)
            _put(connection, CURSOR, str(changes.cursor))
        parts = gone | ({Part.ALERTS} if new.changed else set()) | ({Part.FIRS} if taken else set())
        return Applied(frozenset(parts | ({Part.DIRECTORY} if placed else set())), new.high)

    def start_over(self) -> None:
        """Forget everything the centre said, where it was itself restored; the next pages bring it anew."""
        with self._database.write() as connection:
            for table in (alerts, firs, states, districts, offices, settings):
                connection.execute(delete(table))
            intake.empty_index(connection)

    def read_again(self) -> None:
        """Keep every record but believe the feed from its start over each: the centre itself was restored."""
        with self._database.write() as connection:
            for table in (alerts, firs):
                connection.execute(update(table).values(sequence=0))
            _put(connection, CURSOR, "0")

    def setting(self, name: str) -> str:
        """Read a small note that lives and dies with this copy; empty where there is none."""
        with self._database.read() as connection:
            found = connection.execute(select(settings.c.value).where(settings.c.name == name)).scalar_one_or_none()
        return found or ""

    def put_setting(self, name: str, value: str) -> None:
        """Keep a small note."""
        with self._database.write() as connection:
            _put(connection, name, value)


def _put(connection: Connection, name: str, value: str) -> None:
    kept = insert(settings).values(name=name, value=value)
    connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def _withdraw(connection: Connection, gone: Sequence[Gone]) -> set[Part]:
    """Take out what was withdrawn; say which parts lost something."""
    lost: set[Part] = set()
    for kind, keys in _by_kind(gone):
        if kind is GoneKind.ALERT and intake.drop_alerts(connection, [AlertUid(key) for key in keys]):
            lost.add(Part.ALERTS)
        elif kind is GoneKind.FIR and connection.execute(delete(firs).where(firs.c.key.in_(keys))).rowcount:
            lost.add(Part.FIRS)
        elif kind in places.TABLES and places.drop(connection, kind, keys):
            lost.add(Part.DIRECTORY)
    return lost


def _by_kind(gone: Sequence[Gone]) -> Iterator[tuple[GoneKind, list[str]]]:
    for kind in GoneKind:
        keys = [one.key for one in gone if one.kind == kind.value]
        for start in range(0, len(keys), intake.AT_ONCE):
            yield kind, keys[start : start + intake.AT_ONCE]
