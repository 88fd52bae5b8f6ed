"""What the centre said goes in here: a page of changes and its cursor, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from station_client.domain.ids import AlertUid
from station_client.events import Part
from station_client.store.database import Database
from station_client.store.replica import filling, found_by, intake, places
from station_client.store.replica.changes import Applied, Changes, Gone, GoneKind
from station_client.store.replica.tables import alerts, districts, firs, offices, settings, states
from station_client.store.replica.vocabulary import Vocabulary

CURSOR: Final = "cursor"


class Feed:
    """The only writer of the replica."""

    def __init__(self, database: Database) -> None:
        """Stand on the replica's file."""
        self._database = database
        self._vocabulary = Vocabulary()

    def cursor(self) -> int:
        """Give the sequence up to which the copy is complete; 0 before the first page."""
        return int(self.setting(CURSOR) or "0")

    def apply(self, changes: Changes) -> Applied:
        """Take in one page and its cursor in one transaction.

        An alert or FIR whose sequence is not above the stored one changes nothing, so a page may come twice.
        """
        try:
            with self._database.write() as connection:
                return self._take_in(connection, changes)
        except BaseException:
            self._vocabulary.clear()
            raise

    def _take_in(self, connection: Connection, changes: Changes) -> Applied:
        told = dict(intake.put_firs(connection, changes.firs))
        new = intake.put_alerts(connection, changes.alerts)
        gone = _withdraw(connection, changes.gone)
        for key in gone.firs.keys() & told.keys():
            del told[key]
        stale = found_by.of_firs(connection, told.keys() | gone.firs.keys())  # before anything is written to the index
        fresh = {row: one for row, one in (stale | dict(new.by_row)).items() if row not in gone.alerts}
        found_by.drop(connection, new.changed | stale.keys() | gone.alerts.keys())
        found_by.put(connection, fresh, told, self._vocabulary)
        found_by.forget(connection, gone.alerts.values(), gone.firs.values())
        placed = places.put(connection, changes)
        _put(connection, CURSOR, str(changes.cursor))
        parts = {
            Part.ALERTS: bool(new.by_row or gone.alerts),
            Part.FIRS: bool(told or gone.firs),
            Part.DIRECTORY: placed or gone.places,
        }
        return Applied(frozenset(part for part, moved in parts.items() if moved), new.high)

    def start_over(self) -> None:
        """Forget everything the centre said, where it was itself restored; the next pages bring it anew."""
        self._vocabulary.clear()
        with self._database.write() as connection:
            for table in (alerts, firs, states, districts, offices, settings):
                connection.execute(delete(table))
            filling.empty(connection)

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


@dataclass(slots=True)
class _Withdrawn:
    """What a page's tombstones took out: alerts by their rows, FIRs by their keys, and whether places were among it."""

    alerts: dict[int, bytes] = field(default_factory=dict)
    firs: dict[str, bytes] = field(default_factory=dict)
    places: bool = False


def _withdraw(connection: Connection, gone: Sequence[Gone]) -> _Withdrawn:
    """Take out what was withdrawn; the index follows."""
    lost = _Withdrawn()
    for kind, keys in _by_kind(gone):
        if kind is GoneKind.ALERT:
            lost.alerts |= intake.drop_alerts(connection, [AlertUid(key) for key in keys])
        elif kind is GoneKind.FIR:
            lost.firs |= intake.drop_firs(connection, keys)
        elif kind in places.TABLES:
            lost.places |= places.drop(connection, kind, keys)
    return lost


def _by_kind(gone: Sequence[Gone]) -> Iterator[tuple[GoneKind, list[str]]]:
    for kind in GoneKind:
        keys = [one.key for one in gone if one.kind == kind.value]
        for start in range(0, len(keys), intake.AT_ONCE):
            yield kind, keys[start : start + intake.AT_ONCE]
