"""What the copy holds, counted, and what is to leave it: asked about as a whole, never record by record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, delete, select

from station_client.domain.ids import AlertUid
from station_client.events import Part
from station_client.store.database import Database
from station_client.store.replica import tally
from station_client.store.replica.changes import Gone, GoneKind
from station_client.store.replica.feed import CURSOR, DOUBTED, TALLY, counted_of, note_of, put_note
from station_client.store.replica.tables import leaving
from station_client.store.replica.tally import Held, Tally
from station_client.store.replica.vocabulary import Vocabulary
from station_client.store.replica.withdrawing import take_out

_AT_ONCE: Final = 5_000


@dataclass(frozen=True, slots=True)
class Leaving:
    """How many records are to leave the copy, of how many it holds."""

    count: int
    held: int


class Standing:
    """The copy as a whole; each verb is one transaction."""

    def __init__(self, database: Database) -> None:
        """Stand on the replica's file."""
        self._database = database

    def tally(self) -> Tally:
        """Give the counts and the digest of what the copy holds; kept with every change, so it costs one look."""
        with self._database.read() as connection:
            return counted_of(connection)

    def doubt(self) -> None:
        """Begin a new reading over the copy: everything stays, but what the reading does not name is to leave.

        Each record keeps its sequence with a minus before it until it is named again; the cursor goes to the start.
        """
        with self._database.write() as connection:
            for table, _ in tally.PLACE_OF.values():
                connection.exec_driver_sql(f"UPDATE {table} SET sequence = -sequence WHERE sequence > 0")  # noqa: S608 our own names
            put_note(connection, DOUBTED, "yes")
            put_note(connection, CURSOR, "")
            put_note(connection, TALLY, Tally().written())

    def doubted(self) -> bool:
        """Tell whether a new reading goes over the copy, begun and not settled."""
        with self._database.read() as connection:
            return bool(note_of(connection, DOUBTED))

    def forgotten(self) -> frozenset[AlertUid]:
        """Name the alerts that a restored centre has not named again; they are kept here."""
        with self._database.read() as connection:
            found = connection.exec_driver_sql("SELECT uid FROM alerts WHERE sequence = 0")
            return frozenset(AlertUid(uid) for (uid,) in found)

    def leaving(self) -> Leaving:
        """Say how much is to leave; a copy in doubt is looked through, record by record."""
        with self._database.read() as connection:
            doubted = bool(note_of(connection, DOUBTED))
            count = len(_to_leave(connection, doubted=doubted))
            if not count:
                return Leaving(0, 0)
            held = sum(_count(connection, table) for table, _ in tally.PLACE_OF.values())
        return Leaving(count, held)

    def withdraw(self) -> frozenset[Part]:
        """Take out what is to leave, and let everything else stand without doubt; say which parts lost something."""
        vocabulary = Vocabulary()
        with self._database.write() as connection:
            doubted = bool(note_of(connection, DOUBTED))
            gone = _to_leave(connection, doubted=doubted)
            counted, lost = counted_of(connection), set[Part]()
            for start in range(0, len(gone), _AT_ONCE):
                part = gone[start : start + _AT_ONCE]
                counted = counted.moved(_held(connection, part), {})
                lost |= take_out(connection, part, vocabulary)
            if gone or doubted:
                connection.execute(delete(leaving))
                put_note(connection, DOUBTED, "")
                put_note(connection, TALLY, counted.written())
        return frozenset(lost)


def _to_leave(connection: Connection, *, doubted: bool) -> list[Gone]:
    """Name what is on the list and, in a copy that is read anew, what the reading has not named."""
    named = {(kind, key) for kind, key in connection.execute(select(leaving.c.kind, leaving.c.key))}
    for kind, (table, column) in tally.PLACE_OF.items() if doubted else ():
        rows = connection.exec_driver_sql(f"SELECT {column} FROM {table} WHERE sequence < 0")  # noqa: S608 our own names
        named.update((kind.value, key) for (key,) in rows)
    return [Gone(kind, key) for kind, key in sorted(named)]


def _held(connection: Connection, gone: list[Gone]) -> Held:
    found: Held = {}
    for kind in GoneKind:
        found |= tally.held(connection, kind, [one.key for one in gone if one.kind == kind.value])
    return found


def _count(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())  # noqa: S608 our own names
