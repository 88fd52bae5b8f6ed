"""FIRs that somebody here asked for and the copy does not hold: asked for at the next sync, until an answer came."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete, select

from station_client.store.database import Database
from station_client.store.desk.settings import DeskSettings
from station_client.store.desk.tables import settings

PREFIX: Final = "wanted-fir:"
MOST: Final = 50


@dataclass(frozen=True, slots=True)
class WantedFir:
    """One wish: who has it, and what the centre said (empty while it was not asked)."""

    key: str
    login: str
    answer: str = ""


class WantedFirs:
    """The wishes, as notes of the desk."""

    def __init__(self, database: Database) -> None:
        """Stand on the desk's file."""
        self._database = database
        self._notes = DeskSettings(database)

    def add(self, key: str, login: str) -> None:
        """Wish for a FIR; the oldest wishes give way where there are too many."""
        self.put(WantedFir(key, login))
        for one in self.all()[MOST:]:
            if one.key != key:
                self.drop(one.key)

    def put(self, one: WantedFir) -> None:
        """Keep a wish as it is now."""
        self._notes.put(PREFIX + one.key, json.dumps([one.login, one.answer]))

    def one(self, key: str) -> WantedFir | None:
        """Give the wish for a FIR."""
        note = self._notes.get(PREFIX + key)
        return None if note is None else _read(key, note)

    def all(self) -> tuple[WantedFir, ...]:
        """Give every wish."""
        query = select(settings.c.name, settings.c.value).where(settings.c.name.startswith(PREFIX, autoescape=True))
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(settings.c.name))
            return tuple(_read(name.removeprefix(PREFIX), value) for name, value in rows)

    def drop(self, key: str) -> None:
        """Let go of a wish."""
        with self._database.write() as connection:
            connection.execute(delete(settings).where(settings.c.name == PREFIX + key))


def _read(key: str, note: str) -> WantedFir:
    try:
        login, answer = json.loads(note)
    except (ValueError, TypeError):
        return WantedFir(key, "")
    return WantedFir(key, str(login), str(answer))
