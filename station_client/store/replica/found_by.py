"""The index as the feed writes it: an alert's words and its FIR's, in the transaction that brings either.

Rows go in in their order: the index would write out a piece of itself at each that is out of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from sqlalchemy import Connection, select, text

from station_client.domain.alert import Alert
from station_client.domain.fir import Fir
from station_client.store.forms import from_json
from station_client.store.replica import marks, vocabulary
from station_client.store.replica.by_keys import parts, rows_of
from station_client.store.replica.dictation import LEAST, PART, Asked
from station_client.store.replica.tables import alerts
from station_client.store.replica.vocabulary import Vocabulary
from station_client.text import fir_words, index
from station_client.text.index import Entry
from station_client.text.normalise import normalise

_ADD: Final = f"INSERT INTO words(rowid, {', '.join(index.COLUMNS)}) VALUES (?{', ?' * len(index.COLUMNS)})"  # noqa: S608 our own column names
_DROP: Final = "DELETE FROM words WHERE rowid = ?"
_TOLD_BY: Final = text("SELECT rowid FROM words WHERE words MATCH :match")


@dataclass(frozen=True, slots=True)
class Told:
    """What a frame brought: alerts by their rows, the rows among them that were here before, FIRs by their keys."""

    by_row: Mapping[int, Alert] = field(default_factory=dict)
    changed: frozenset[int] = frozenset()
    firs: Mapping[str, Fir] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What was begun of a page: FIRs by their keys (None: not here), and whoever was asked for the words."""

    firs: Mapping[str, Fir | None] = field(default_factory=dict)
    asked: Asked | None = None


@dataclass(slots=True)
class Withdrawn:
    """What tombstones took out: alerts by their rows, FIRs by their keys, and whether places were among it."""

    alerts: dict[int, bytes] = field(default_factory=dict)
    firs: dict[str, bytes] = field(default_factory=dict)
    places: bool = False


def foresee(connection: Connection, page: Sequence[Alert], known: Mapping[str, Fir], counted: Vocabulary) -> Foreseen:
    """Let the words of a large page be begun, before its alerts have their rows; ``known`` are the FIRs it brought."""
    if len(page) < LEAST:
        return Foreseen()
    by_key = _firs(connection, {one.fir_key for one in page if one.fir_key}, known)
    return Foreseen(by_key, counted.dictation.begin(sorted(page, key=attrgetter("received_at")), by_key))


def follow(
    connection: Connection, told: Told, gone: Withdrawn, counted: Vocabulary, foreseen: Foreseen | None = None
) -> None:
    """Bring the index after the tables: what is new is found, by its FIR's new words too; what is gone is not."""
    known: Mapping[str, Fir | None] = {key: one for key, one in told.firs.items() if key not in gone.firs}
    stale = of_firs(connection, known.keys() | gone.firs.keys())  # before anything is written to the index
    fresh = {row: one for row, one in (stale | dict(told.by_row)).items() if row not in gone.alerts}
    drop(connection, told.changed | stale.keys() | gone.alerts.keys())
    if foreseen is not None:
        known = {key: one for key, one in foreseen.firs.items() if key not in gone.firs} | dict(known)
    put(connection, fresh, known, counted, foreseen.asked if foreseen is not None else None)
    forget(connection, gone.alerts.values(), gone.firs.values())


def put(
    connection: Connection,
    found: Mapping[int, Alert],
    known: Mapping[str, Fir | None],
    counted: Vocabulary,
    asked: Asked | None = None,
) -> None:
    """Write the words of alerts by their rows, none of which is in the index.

    ``known`` saves asking for FIRs again (None: not here), ``asked`` are words that were begun before.
    """
    if not found:
        return
    by_key = _firs(connection, {one.fir_key for one in found.values() if one.fir_key}, known)
    rows = sorted(found)
    marks.touch(connection, rows)
    asked = asked or counted.dictation.begin([found[row] for row in rows], by_key)
    texts: list[str] = []
    for part in parts(rows, PART):
        entries = [(row, *_entry(found[row], by_key.get(found[row].fir_key), counted, asked)) for row in part]
        connection.exec_driver_sql(_ADD, entries)
        texts += [f"{one[1]} {one[2]} {one[3]}" if one[2] else one[1] for one in entries]
    counted.take(connection, texts)


def _entry(alert: Alert, fir: Fir | None, counted: Vocabulary, asked: Asked | None) -> Entry:
    if asked is None:
        return index.entry(alert, fir, counted.pieces)
    return asked.entry(alert, fir, counted.pieces)


def drop(connection: Connection, rows: Collection[int]) -> None:
    """Take out the words of rows; a row that the index does not hold is passed over."""
    if rows:
        marks.touch(connection, rows)
        connection.exec_driver_sql(_DROP, [(row,) for row in sorted(rows)])


def forget(connection: Connection, gone_alerts: Iterable[bytes], gone_firs: Iterable[bytes]) -> None:
    """Let no word be completed any more that only withdrawn records held."""
    texts = [normalise(from_json(body, Alert).description) for body in gone_alerts]
    texts += [normalise(fir_words.told(from_json(body, Fir))) for body in gone_firs]
    if texts:
        vocabulary.forget(connection, texts)


def empty(connection: Connection) -> None:
    """Take every word out of the index."""
    connection.execute(text("INSERT INTO words(words) VALUES('delete-all')"))
    connection.execute(text("DELETE FROM vocabulary"))
    marks.forget(connection)


def of_firs(connection: Connection, keys: Collection[str]) -> dict[int, Alert]:
    """Give the alerts of these FIRs that the index holds, by their rows; ask before anything is written to it."""
    tags = sorted({tag for tag in map(index.key_tag, keys) if tag})
    found: dict[int, Alert] = {}
    for part in parts(tags):
        match = " OR ".join(f'"{tag}"' for tag in part)
        rows = list(connection.execute(_TOLD_BY, {"match": match}).scalars())
        wanted = select(alerts.c.row, alerts.c.body).where(alerts.c.row.in_(rows))
        found.update((row, from_json(body, Alert)) for row, body in connection.execute(wanted))
    return {row: one for row, one in found.items() if one.fir_key in keys}


def _firs(connection: Connection, keys: Collection[str], known: Mapping[str, Fir | None]) -> dict[str, Fir | None]:
    """Give FIRs by their keys: those that are known, and what the copy has of the others."""
    found = dict.fromkeys(keys) | dict(known)
    missing = sorted(set(keys) - known.keys())
    bodies = rows_of(connection, "SELECT body FROM firs WHERE key", missing)
    found.update((one.key, one) for one in (from_json(body, Fir) for (body,) in bodies))
    return found
