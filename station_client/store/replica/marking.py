"""The commonest words marked, stretch by stretch, when nobody waits for it (``marks``).

A step claims some thousand rows, asks the index for each unit in them while everybody else reads and writes, and keeps
what it found if no change came between: a claim is overtaken by a change as a marked stretch is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from sqlalchemy import Connection, text

from station_client.store.database import Database
from station_client.store.replica import marks
from station_client.store.replica.changes import GoneKind
from station_client.store.replica.feed import counted_of
from station_client.store.replica.marks import CLAIMED, ROWS, WHOLE, Stretch, packed, packed_rows
from station_client.store.replica.match import asked_of
from station_client.store.replica.rows import LAST_ROW
from station_client.text import index
from station_client.text.query import parse

SIZE: Final = 7_000
"""Rows of a stretch: their bits are 875 bytes, which with the row's own just stay in one page of the table."""

MOST_WORDS: Final = 160
LEAST_SHARE: Final = 40
"""A word is marked that stands in one alert of so many: a rarer one's list is soon walked."""

_VERSION: Final = "1"
_COMMON: Final = text("SELECT term FROM vocabulary WHERE docs >= :least ORDER BY docs DESC, term LIMIT :most")
_UP: Final = text("SELECT id FROM words_docsize WHERE id >= :low AND id < :high ORDER BY id LIMIT :most")
_DOWN: Final = text("SELECT id FROM words_docsize WHERE id < :high ORDER BY id DESC LIMIT :most")
_STANDS: Final = text(
    "SELECT group_concat(rowid) FROM words WHERE words MATCH :match AND rowid >= :low AND rowid < :high"
)
_AS_DIGITS: Final = bytes.maketrans(b"\0\1", b"01")


class Claim(NamedTuple):
    """A stretch that is being marked, its rows, and the units: what is asked, and beyond which other it is kept."""

    stretch: Stretch
    rows: list[int]
    units: list[tuple[int, str, int]]


class Marking:
    """Marks one copy."""

    def __init__(self, database: Database, size: int = SIZE) -> None:
        """Stand on the replica's file; ``size``: rows of a stretch."""
        self._database = database
        self._size = size

    def step(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Mark the next stretch; tell whether there was one. A small copy has none.

        Nothing is kept where it is ``stopped`` between two units: whoever signs out waits for no whole stretch.
        """
        with self._database.write() as connection:
            claim = _claim(connection, self._size)
        if claim is None:
            return False
        with self._database.read() as connection:
            bits = list(takewhile(lambda _unit: not stopped(), _bits(connection, claim)))
        if len(bits) < len(claim.units):
            return False
        with self._database.write() as connection:
            _keep(connection, claim, bits)
        return True


def _claim(connection: Connection, size: int) -> Claim | None:
    _choose(connection, size)
    units = [tuple(one) for one in connection.exec_driver_sql("SELECT unit, asked, beyond FROM marked ORDER BY unit")]
    _clear(connection, [unit for unit, _, _ in units])
    unmarked = _next(connection, size) if units else None
    if unmarked is None:
        return None
    (low, high), rows = unmarked
    added = connection.exec_driver_sql("INSERT INTO stretches(low, high, state) VALUES (?, ?, ?)", (low, high, CLAIMED))
    return Claim(Stretch(int(added.lastrowid or 0), low, high), rows, units)


def _choose(connection: Connection, size: int) -> None:
    """Choose the words that are marked; anew where the copy has doubled, or others would be chosen by now."""
    chosen = connection.exec_driver_sql("SELECT value FROM settings WHERE name = ?", (marks.MARKS,)).scalar()
    version, _, held = str(chosen or " 0").partition(" ")
    count = counted_of(connection).counts.get(GoneKind.ALERT.value, 0)
    made_by = f"{_VERSION}/{index.VERSION}"
    if version == made_by and count <= 2 * int(held):
        return
    marks.forget(connection)
    if count < size:
        return
    common = connection.execute(_COMMON, {"least": count // LEAST_SHARE, "most": MOST_WORDS}).scalars().all()
    units: dict[str, tuple[int, str, int]] = {}
    for word in common:
        beyond = 0
        for asked in ways(word):
            beyond, _, _ = units.setdefault(asked, (len(units) + 1, asked, beyond))
    connection.exec_driver_sql("INSERT INTO settings(name, value) VALUES (?, ?)", (marks.MARKS, f"{made_by} {count}"))
    if units:  # a copy may have no word that is common
        connection.exec_driver_sql("INSERT INTO marked(unit, asked, beyond) VALUES (?, ?, ?)", list(units.values()))


def ways(word: str) -> Iterator[str]:
    """Give what a word asks of the index as it may be typed, each finding all that the one before finds.

    Half typed it is no unit: a beginning's whole list is read whatever rows are asked for, 30 ms for each in a million.
    """
    for typed in (f'"{word}"', word):
        found = parse(typed).wanted
        if len(found) == 1 and not found[0].tokens and not found[0].number:
            yield asked_of(found[0], _none_likely)


def _none_likely(_beginning: str) -> tuple[str, ...]:
    return ()


def _clear(connection: Connection, units: list[int]) -> None:
    """Take out what is left of stretches that a change overtook, and of claims of which nothing came."""
    old = connection.exec_driver_sql("SELECT id FROM stretches WHERE state <> ?", (WHOLE,)).scalars().all()
    for stretch in old:
        gone = [(unit, stretch) for unit in (ROWS, *units)]
        connection.exec_driver_sql("DELETE FROM marks WHERE unit = ? AND stretch = ?", gone)
        connection.exec_driver_sql("DELETE FROM stretches WHERE id = ?", (stretch,))


def _next(connection: Connection, size: int) -> tuple[tuple[int, int], list[int]] | None:
    """Give the next rows that are in no stretch, the newest first; a few new ones wait until there are more."""
    here = [(one.low, one.high) for one in marks.stretches(connection, 0, LAST_ROW)]
    if not here:
        return _oldest_end(connection, LAST_ROW, size)
    above = _from(connection, here[0][1], LAST_ROW, size)
    if len(above) >= size:
        return (here[0][1], above[size] if len(above) > size else above[-1] + 1), above[:size]
    for (high, _), (_, low) in pairwise(here):
        if low < high and (rows := _from(connection, low, high, size)):
            return (low, rows[size] if len(rows) > size else high), rows[:size]
    return _oldest_end(connection, here[-1][0], size)


def _from(connection: Connection, low: int, high: int, size: int) -> list[int]:
    """Give the rows of the index that a stretch would have, and the one after them."""
    return list(connection.execute(_UP, {"low": low, "high": high, "most": size + 1}).scalars())


def _oldest_end(connection: Connection, high: int, size: int) -> tuple[tuple[int, int], list[int]] | None:
    """Give the newest rows below; the last stretch reaches down to nothing, however few it has."""
    rows = sorted(connection.execute(_DOWN, {"high": high, "most": size}).scalars())
    if not rows:
        return None
    return (rows[0] if len(rows) == size else 0, rows[-1] + 1 if high == LAST_ROW else high), rows


def _bits(connection: Connection, claim: Claim) -> Iterator[tuple[int, bytes]]:
    """Ask the index where each unit stands among the rows; give what is to be kept of it."""
    span = {"low": claim.stretch.low, "high": claim.stretch.high}
    newest_first = list(map(str, reversed(claim.rows)))
    found = {0: ("", 0)}
    for unit, asked, beyond in claim.units:
        listed = connection.execute(_STANDS, span | {"match": asked}).scalar() or ""
        same, below = found[beyond]
        bits = below if listed == same else _told(newest_first, listed)
        found[unit] = listed, bits
        yield unit, packed(bits & ~below)


def _told(newest_first: list[str], listed: str) -> int:
    """Turn listed rows into bits, the oldest row's the lowest; rows that came since belong to no bit."""
    signs = bytes(map(set(listed.split(",")).__contains__, newest_first))
    return int(signs.translate(_AS_DIGITS), 2)


def _keep(connection: Connection, claim: Claim, bits: list[tuple[int, bytes]]) -> None:
    """Let the stretch be whole, unless a change overtook it."""
    number = claim.stretch.number
    let = connection.exec_driver_sql(
        "UPDATE stretches SET state = ? WHERE id = ? AND state = ?", (WHOLE, number, CLAIMED)
    )
    if not let.rowcount:
        return
    kept = [(ROWS, number, packed_rows(claim.rows)), *((unit, number, told) for unit, told in bits)]
    connection.exec_driver_sql("INSERT INTO marks(unit, stretch, bits) VALUES (?, ?, ?)", kept)
