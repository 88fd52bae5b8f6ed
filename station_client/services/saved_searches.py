"""Searches that an officer keeps under a press: the question, never what it found. Each officer has their own.

They lie in the desk, which is encrypted and copied to its second place with everything else.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Final

from station_client.domain.alert import Category, Life
from station_client.domain.ids import Login
from station_client.services.desk_notes import Notes
from station_client.services.presence import Presence
from station_client.services.views import SavedSearch, SearchQuery

MOST: Final = 20


class SavedSearches:
    """What the officer who is signed in looks for again and again, newest first."""

    def __init__(self, presence: Presence) -> None:
        """Keep for whoever is signed in."""
        self._presence = presence

    def all(self) -> tuple[SavedSearch, ...]:
        """List them."""
        with self._presence.at_work() as opened:
            return _read(opened.stores.desk.settings, opened.who.officer.login)

    def keep(self, one: SavedSearch) -> tuple[SavedSearch, ...]:
        """Keep one, in place of the same one; the oldest of more than twenty is let go. Gives all."""
        with self._presence.at_work() as opened:
            notes, login = opened.stores.desk.settings, opened.who.officer.login
            kept = replace(one, query=replace(one.query, typing=False))
            others = (each for each in _read(notes, login) if each != kept)
            return _write(notes, login, (kept, *others)[:MOST])

    def forget(self, one: SavedSearch) -> tuple[SavedSearch, ...]:
        """Let one go. Gives the others."""
        with self._presence.at_work() as opened:
            notes, login = opened.stores.desk.settings, opened.who.officer.login
            return _write(notes, login, tuple(each for each in _read(notes, login) if each != one))


def _write(notes: Notes, login: Login, kept: tuple[SavedSearch, ...]) -> tuple[SavedSearch, ...]:
    notes.put(_name(login), json.dumps([_table(one) for one in kept], ensure_ascii=False))
    return kept


def _read(notes: Notes, login: Login) -> tuple[SavedSearch, ...]:
    """Read what this program kept; a note of another version counts as none."""
    try:
        return tuple(_saved(table) for table in json.loads(notes.get(_name(login)) or "[]"))
    except (ValueError, KeyError, TypeError):
        return ()


def _table(one: SavedSearch) -> dict[str, object]:
    asked = one.query
    return {
        "days": one.days,
        "fir": asked.fir_number,
        "words": asked.words,
        "category": asked.category or "",
        "since": asked.since.isoformat() if asked.since else "",
        "until": asked.until.isoformat() if asked.until else "",
        "district": asked.district_code,
        "office": asked.office_code,
        "place": asked.place,
        "lives": list(asked.lives),
        "status": asked.status,
    }


def _saved(table: dict[str, object]) -> SavedSearch:
    lives = table["lives"]
    query = SearchQuery(
        fir_number=str(table["fir"]),
        words=str(table["words"]),
        category=Category(str(table["category"])) if table["category"] else None,
        since=_day(table["since"]),
        until=_day(table["until"]),
        district_code=str(table["district"]),
        office_code=str(table["office"]),
        lives=tuple(map(Life, lives)) if isinstance(lives, list) else (),
        status=str(table["status"]),
        place=str(table["place"]),
    )
    return SavedSearch(query, int(str(table["days"])))


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None


def _name(login: Login) -> str:
    return f"searches/{login.casefold()}"
