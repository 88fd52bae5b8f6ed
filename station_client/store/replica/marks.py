"""Where the commonest words stand, a bit for each alert: that two of them never meet is read here instead of walked.

The copy is cut into stretches of some thousand rows in a row. Of each, ``marks`` has the bits of every ``marked`` unit
(what is asked of the index for one word as it may be typed), and the rows that the bits stand for. A unit may hold only
what it finds ``beyond`` another. Whoever writes to the index says so first (``touch``): the stretch counts for
nothing then until it is marked anew (``marking``). What is in no whole stretch is asked of the index itself.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from sqlalchemy import Connection, text

from station_client.store.replica.by_keys import parts

MARKS: Final = "marks"
"""The note of what the units were chosen by; without it there are none."""

WHOLE, CLAIMED, STALE = 1, 0, -1
"""What a stretch's marks are: to be believed, being worked out, or overtaken by a change."""

ROWS: Final = 0
"""The unit that is no word: the rows of a stretch in their order."""

AT_ONCE: Final = 32
_PLAIN, _PACKED = b"\0", b"\1"
_SPARSE: Final = 12  # bytes of bits for each bit that is set, from which on packing makes them fewer

_TOUCHED: Final = text("SELECT id, low, high FROM stretches WHERE low <= :last AND high > :first AND state >= 0")
_STRETCHES: Final = text(
    "SELECT id, low, high FROM stretches WHERE state = 1 AND low >= :low AND high <= :high ORDER BY low DESC"
)
_ROWS: Final = text("SELECT bits FROM marks WHERE unit = 0 AND stretch = :stretch")


class Stretch(NamedTuple):
    """Rows from ``low`` to before ``high``."""

    number: int
    low: int
    high: int


Units = dict[str, tuple[int, ...]]
"""What may be asked, and the units that hold it together."""


def touch(connection: Connection, rows: Collection[int]) -> None:
    """Believe no mark of the stretches that these rows stand in: what the index says of them is about to change."""
    if not rows:
        return
    ordered = sorted(rows)
    found = connection.execute(_TOUCHED, {"first": ordered[0], "last": ordered[-1]}).all()
    hit = [(STALE, one) for one, low, high in found if bisect_left(ordered, low) < bisect_left(ordered, high)]
    if hit:
        connection.exec_driver_sql("UPDATE stretches SET state = ? WHERE id = ?", hit)


def forget(connection: Connection) -> None:
    """Take everything out, units too."""
    for table in ("stretches", "marks", "marked"):
        connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 our own names
    connection.exec_driver_sql("DELETE FROM settings WHERE name = ?", (MARKS,))


def units(connection: Connection, asked: Sequence[str]) -> Units:
    """Give the units of what is asked, of what is marked among it."""
    wanted = ", ".join("?" * len(asked))
    found: Units = {}
    lowest = f"SELECT asked, unit, beyond FROM marked WHERE asked IN ({wanted})"  # noqa: S608 question marks only
    for one, unit, beyond in connection.exec_driver_sql(lowest, tuple(asked)):
        found[one] = (unit, *_below(connection, beyond))
    return found


def _below(connection: Connection, unit: int) -> Iterator[int]:
    while unit:
        yield unit
        unit = connection.exec_driver_sql("SELECT beyond FROM marked WHERE unit = ?", (unit,)).scalar_one()


def stretches(connection: Connection, low: int, high: int) -> list[Stretch]:
    """Give the whole stretches within these rows, the newest first."""
    return [Stretch(*one) for one in connection.execute(_STRETCHES, {"low": low, "high": high})]


def met(
    connection: Connection, needed: Collection[tuple[int, ...]], among: Sequence[Stretch]
) -> Iterator[tuple[Stretch, int]]:
    """Give of each stretch the bits of the rows where everything needed stands: of each, any one of its units."""
    every = sorted({unit for one in needed for unit in one})
    for part in parts(among, AT_ONCE):
        bits = _bits(connection, every, [one.number for one in part])
        for one in part:
            both = -1
            for way in needed:
                any_of = 0
                for unit in way:
                    any_of |= bits.get((unit, one.number), 0)
                both &= any_of
            yield one, both


def _bits(connection: Connection, every: Sequence[int], numbers: Sequence[int]) -> dict[tuple[int, int], int]:
    these, those = ", ".join("?" * len(every)), ", ".join("?" * len(numbers))
    asked = f"SELECT unit, stretch, bits FROM marks WHERE unit IN ({these}) AND stretch IN ({those})"  # noqa: S608 question marks only
    found = connection.exec_driver_sql(asked, (*every, *numbers))
    return {(unit, stretch): unpacked(bits) for unit, stretch, bits in found}


def rows_at(connection: Connection, stretch: Stretch, bits: int, *, before: int, most: int) -> list[int]:
    """Give the rows before a row that bits of a stretch stand for, in order: the newest, so many at the most."""
    held = array("q", zlib.decompress(connection.execute(_ROWS, {"stretch": stretch.number}).scalar_one()))
    found: list[int] = []
    while bits and len(found) < most:
        at = bits.bit_length() - 1
        bits ^= 1 << at
        if held[at] < before:
            found.append(held[at])
    return found[::-1]


def packed_rows(rows: Sequence[int]) -> bytes:
    """Write the rows of a stretch down."""
    return zlib.compress(array("q", rows).tobytes(), 1)


def packed(bits: int) -> bytes:
    """Write bits down, few of them shorter; none are nothing."""
    if not bits:
        return b""
    plain = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    return _PLAIN + plain if bits.bit_count() * _SPARSE > len(plain) else _PACKED + zlib.compress(plain, 1)


def unpacked(told: bytes) -> int:
    """Read what ``packed`` wrote."""
    return int.from_bytes(zlib.decompress(told[1:]) if told[:1] == _PACKED else told[1:], "little")
