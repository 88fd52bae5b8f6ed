"""Alerts as the copy holds them, for the windows and their pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Row, select, text

from station_client.domain.alert import Alert, Category
from station_client.domain.ids import AlertUid, Sha256
from station_client.store.database import Database
from station_client.store.forms import from_json
from station_client.store.replica.changes import StoredAlert
from station_client.store.replica.rows import first_row
from station_client.store.replica.tables import alerts

# the database's own JSON reader names a hundred thousand alerts' files without making a hundred thousand records
_FILES = text(
    "SELECT DISTINCT json_extract(file.value, '$.sha256') "
    "FROM alerts, json_each(CAST(alerts.body AS TEXT), '$.files') AS file"
)


class Alerts:
    """Read alerts; only the feed writes them."""

    def __init__(self, database: Database) -> None:
        """Stand on the replica's file."""
        self._database = database

    def one(self, uid: AlertUid) -> Alert | None:
        """Give one alert, or None where this PC's copy does not hold it."""
        with self._database.read() as connection:
            body = connection.execute(select(alerts.c.body).where(alerts.c.uid == uid)).scalar_one_or_none()
        return None if body is None else from_json(body, Alert)

    def page(
        self, *, category: Category | None = None, before: int | None = None, limit: int = 50
    ) -> tuple[StoredAlert, ...]:
        """Give the newest alerts, of one category or of all; go on from the last one's row (``before``)."""
        wanted = select(alerts.c.row, alerts.c.body).order_by(alerts.c.row.desc()).limit(limit)
        if category is not None:
            wanted = wanted.where(alerts.c.category == category.value)
        if before is not None:
            wanted = wanted.where(alerts.c.row < before)
        with self._database.read() as connection:
            return stored(connection.execute(wanted))

    def recent(self, category: Category, since: datetime) -> tuple[AlertUid, ...]:
        """Name the alerts of a category that the centre received since a moment, newest first."""
        wanted = (
            select(alerts.c.uid)
            .where(alerts.c.category == category.value, alerts.c.row >= first_row(since))
            .order_by(alerts.c.row.desc())
        )
        with self._database.read() as connection:
            return tuple(connection.execute(wanted).scalars())

    def files(self) -> frozenset[Sha256]:
        """Name every file of every alert."""
        with self._database.read() as connection:
            return frozenset(connection.execute(_FILES).scalars())


def stored(rows: Iterable[Row[int, bytes]]) -> tuple[StoredAlert, ...]:
    """Read rows of (row, body)."""
    return tuple(StoredAlert(row, from_json(body, Alert)) for row, body in rows)
