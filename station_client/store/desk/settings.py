"""Small notes that outlast a sign-out: the officers' rights, tokens, measured skew. The file is encrypted."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from station_client.store.database import Database
from station_client.store.desk.tables import settings


class DeskSettings:
    """Keep notes by name."""

    def __init__(self, database: Database) -> None:
        """Stand on the desk's file."""
        self._database = database

    def get(self, name: str) -> str | None:
        """Read a note, or None where there is none."""
        with self._database.read() as connection:
            return connection.execute(select(settings.c.value).where(settings.c.name == name)).scalar_one_or_none()

    def put(self, name: str, value: str) -> None:
        """Keep a note over an older one."""
        with self._database.write() as connection:
            kept = insert(settings).values(name=name, value=value)
            connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
