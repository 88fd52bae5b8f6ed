"""The index filled anew, newest alerts first, in small steps beside everybody's work.

It is where the program was updated and finds by other rules than the copy's index was made by. What the feed brings
meanwhile goes in at once; what is older than the mark is not found by words yet, and ``since`` says so.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from station_client.domain.alert import Alert
from station_client.store.database import Database
from station_client.store.forms import from_json
from station_client.store.replica import found_by
from station_client.store.replica.dictation import Dictation
from station_client.store.replica.rows import moment_of
from station_client.store.replica.tables import alerts, settings
from station_client.store.replica.vocabulary import Vocabulary
from station_client.text import index

AT_ONCE: Final = 500

_MADE_BY: Final = "index"
_MARK: Final = "index-mark"
_NEWEST: Final = 1 << 62


class Filling:
    """How far the index of one copy is."""

    def __init__(self, database: Database, dictation: Dictation) -> None:
        """Stand on the replica's file; a copy with nothing in it has nothing to fill."""
        self._database = database
        self._vocabulary = Vocabulary(dictation)
        with database.read() as connection:
            made = _setting(connection, _MADE_BY) == index.VERSION
            bare = not made and connection.execute(select(alerts.c.row).limit(1)).first() is None
        if bare:
            with database.write() as connection:
                _finish(connection)

    def since(self) -> datetime | None:
        """Say from which moment on alerts are found by words and numbers; None where all are."""
        with self._database.read() as connection:
            if _setting(connection, _MADE_BY) == index.VERSION:
                return None
            return moment_of(_mark(connection))

    def step(self) -> bool:
        """Put the next older alerts into the index; tell whether there are more."""
        try:
            with self._database.write() as connection:
                return self._step(connection)
        except BaseException:
            self._vocabulary.clear()
            raise

    def _step(self, connection: Connection) -> bool:
        if _setting(connection, _MADE_BY) == index.VERSION:
            return False
        mark = _mark(connection)
        if mark == _NEWEST:
            found_by.empty(connection)
        older = select(alerts.c.row, alerts.c.body).where(alerts.c.row < mark)
        rows = connection.execute(older.order_by(alerts.c.row.desc()).limit(AT_ONCE)).all()
        if not rows:
            _finish(connection)
            return False
        found = {row: from_json(body, Alert) for row, body in rows}
        found_by.drop(connection, found)  # the feed may have been here before
        found_by.put(connection, found, {}, self._vocabulary)
        _put(connection, _MARK, f"{index.VERSION} {min(found)}")
        return True


def empty(connection: Connection) -> None:
    """Take everything out of the index, where the copy is emptied too."""
    found_by.empty(connection)
    _finish(connection)


def _finish(connection: Connection) -> None:
    _put(connection, _MADE_BY, index.VERSION)


def _mark(connection: Connection) -> int:
    """Give the row from which on upwards the index is whole; one of another version's filling counts for nothing."""
    version, _, row = _setting(connection, _MARK).partition(" ")
    return int(row) if version == index.VERSION else _NEWEST


def _setting(connection: Connection, name: str) -> str:
    return connection.execute(select(settings.c.value).where(settings.c.name == name)).scalar_one_or_none() or ""


def _put(connection: Connection, name: str, value: str) -> None:
    kept = insert(settings).values(name=name, value=value)
    connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
