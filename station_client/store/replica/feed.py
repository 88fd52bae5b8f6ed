"""What the centre said goes in here: a frame of changes and its cursor, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from station_client.events import Part
from station_client.store.database import Database
from station_client.store.replica import filling, found_by, intake, places, tally
from station_client.store.replica.changes import Applied, Changes, Gone, GoneKind
from station_client.store.replica.dictation import Dictation
from station_client.store.replica.found_by import Told, Withdrawn
from station_client.store.replica.tables import alerts, districts, firs, leaving, offices, settings, states
from station_client.store.replica.tally import Held, Tally
from station_client.store.replica.vocabulary import Vocabulary
from station_client.store.replica.withdrawing import withdraw

CURSOR: Final = "cursor"
TALLY: Final = "tally"
DOUBTED: Final = "doubted"
"""The note of a new reading that goes over the copy (``Standing.doubt``)."""

RECORDS: Final = (alerts, firs, states, districts, offices)


class Feed:
    """The only writer of the replica, beside ``Standing``, which takes out what is to leave."""

    def __init__(self, database: Database, dictation: Dictation) -> None:
        """Stand on the replica's file."""
        self._database = database
        self._vocabulary = Vocabulary(dictation)

    def cursor(self) -> int:
        """Give the sequence up to which the copy is complete; 0 before the first page."""
        return int(self.setting(CURSOR) or "0")

    def apply(self, changes: Changes, *, hold_back: bool = False) -> Applied:
        """Take in one frame and its cursor in one transaction.

        An alert or FIR whose sequence is not above the stored one changes nothing, so a frame may come twice.
        ``hold_back`` writes down what it withdraws instead of taking it out (``Standing.withdraw``).
        """
        try:
            with self._database.write() as connection:
                return self._take_in(connection, changes, hold_back=hold_back)
        except BaseException:
            self._vocabulary.clear()
            raise

    def _take_in(self, connection: Connection, changes: Changes, *, hold_back: bool) -> Applied:
        counted = counted_of(connection)
        before = tally.touched(connection, changes)
        _confirm(connection, changes, before)
        told = intake.put_firs(connection, changes.firs)
        ahead = found_by.foresee(connection, changes.alerts, told, self._vocabulary)
        new = intake.put_alerts(connection, changes.alerts)
        placed = places.put(connection, changes)
        _stay(connection, changes)
        if hold_back:
            _hold_back(connection, changes.gone, before)
        gone = Withdrawn() if hold_back else withdraw(connection, changes.gone)
        found_by.follow(connection, Told(new.by_row, new.changed, told), gone, self._vocabulary, ahead)
        put_note(connection, TALLY, counted.moved(before, tally.touched(connection, changes)).written())
        if changes.cursor is not None:
            put_note(connection, CURSOR, str(changes.cursor))
        for name, value in changes.notes.items():
            put_note(connection, name, value)
        parts = {
            Part.ALERTS: bool(new.by_row or gone.alerts),
            Part.FIRS: bool(told or gone.firs),
            Part.DIRECTORY: placed or gone.places,
        }
        return Applied(frozenset(part for part, moved in parts.items() if moved), new.high)

    def start_over(self) -> None:
        """Forget everything the centre said; the next frames bring it anew."""
        self._vocabulary.clear()
        with self._database.write() as connection:
            for table in (*RECORDS, leaving, settings):
                connection.execute(delete(table))
            filling.empty(connection)

    def read_again(self) -> None:
        """Keep every record but believe the feed from its start over each: the centre itself was restored.

        What it does not name any more stays here, under no sequence, and is not counted.
        """
        with self._database.write() as connection:
            for table in RECORDS:
                connection.execute(update(table).values(sequence=0))
            connection.execute(delete(leaving))
            connection.execute(delete(settings).where(settings.c.name.in_((DOUBTED, CURSOR))))
            put_note(connection, TALLY, Tally().written())

    def setting(self, name: str) -> str:
        """Read a small note that lives and dies with this copy; empty where there is none."""
        with self._database.read() as connection:
            return note_of(connection, name)

    def put_setting(self, name: str, value: str) -> None:
        """Keep a small note; an empty one is taken away."""
        with self._database.write() as connection:
            put_note(connection, name, value)


def note_of(connection: Connection, name: str) -> str:
    """Read a note."""
    return connection.execute(select(settings.c.value).where(settings.c.name == name)).scalar_one_or_none() or ""


def put_note(connection: Connection, name: str, value: str) -> None:
    """Keep a note; an empty one is taken away."""
    if not value:
        connection.execute(delete(settings).where(settings.c.name == name))
        return
    kept = insert(settings).values(name=name, value=value)
    connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def counted_of(connection: Connection) -> Tally:
    """Give the tally as it is kept; a copy that was never counted is counted now."""
    note = note_of(connection, TALLY)
    return tally.read(note) if note else tally.count_anew(connection)


def _confirm(connection: Connection, changes: Changes, before: Held) -> None:
    """Let stand what a new reading names as it is held already: it is not written, nor indexed, a second time."""
    for kind, records in ((GoneKind.ALERT, changes.alerts), (GoneKind.FIR, changes.firs)):
        table, column = tally.PLACE_OF[kind]
        named = zip(changes.keys(kind), (one.sequence for one in records), strict=True)
        same = [(key,) for key, sequence in named if before.get((kind, key), 0) == -sequence < 0]
        if same:
            connection.exec_driver_sql(f"UPDATE {table} SET sequence = -sequence WHERE {column} = ?", same)  # noqa: S608 our own names


def _stay(connection: Connection, changes: Changes) -> None:
    """Take off the list of what is to leave whatever the centre tells of again."""
    if connection.execute(select(leaving.c.kind).limit(1)).first() is None:
        return
    back = [(kind.value, key) for kind in GoneKind for key in changes.keys(kind)]
    if back:
        connection.exec_driver_sql("DELETE FROM leaving WHERE kind = ? AND key = ?", back)


def _hold_back(connection: Connection, gone: Sequence[Gone], before: Held) -> None:
    """Write down what is to leave, of what stands here."""
    kinds = {kind.value: kind for kind in GoneKind}
    here = [(one.kind, one.key) for one in gone if one.kind in kinds and (kinds[one.kind], one.key) in before]
    if here:
        connection.exec_driver_sql("INSERT OR IGNORE INTO leaving(kind, key) VALUES (?, ?)", here)
