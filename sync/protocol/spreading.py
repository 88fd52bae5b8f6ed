"""A column back to its values: exact, and never more of them than was allowed. The station's side of ``columns``."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Any, Final, TypeVar

from sync.protocol.bounds import FIRST_YEAR, LAST_YEAR
from sync.protocol.codec import NotUnderstoodError
from sync.protocol.gathering import EPOCH, LONGEST_NUMBER, MICROSECONDS, written
from sync.protocol.shapes import (
    Column,
    Hashes,
    Lists,
    Moments,
    Numbered,
    Objects,
    Picks,
    Plain,
    Same,
    Steps,
    Uuids,
)

Value = TypeVar("Value")

LARGEST: Final = 2**63
LARGEST_PREFIXES: Final = 8 * 1024 * 1024  # signs
TAIL: Final = 10  # bytes of a UUID behind its first 48 bits
_FIRST = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
_LAST = datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC)
_ALL_DIGITS = 10**LONGEST_NUMBER


class Allowance:
    """How many values a frame may still become."""

    def __init__(self, cells: int) -> None:
        """Allow ``cells``."""
        self._left = cells

    def take(self, cells: int) -> None:
        """Count values before they are made; raise ``NotUnderstoodError`` where they are too many."""
        if not 0 <= cells <= self._left:
            raise NotUnderstoodError("a frame with more values than a frame has")
        self._left -= cells


def spread(column: Column, rows: int, allowance: Allowance) -> Sequence[Any]:
    """Give the value of each row; raise ``NotUnderstoodError`` where they are not ``rows``.

    What a column lists is counted before it is made: a few hundred compressed bytes may list millions.
    """
    allowance.take(max(rows, 1))  # a column without a value costs its reading, too
    match column:
        case Same():
            return [column.value] * rows
        case Lists():
            return _lists(column, rows, allowance)
        case Objects():
            return _objects(column, rows, allowance)
        case Hashes():
            return _pieces(column.rest, column.size, rows)
        case _:
            return _values(column, rows)


def _values(column: Plain | Steps | Moments | Picks | Uuids | Numbered, rows: int) -> Sequence[Any]:
    match column:
        case Plain():
            return _counted(column.values, rows)
        case Steps():
            return _sums(_counted(column.steps, rows))
        case Moments():
            return _moments(column.parts, _counted(column.steps, rows))
        case Picks():
            return _picked(column.texts, _counted(column.picks, rows))
        case Uuids():
            return _uuids(_counted(column.steps, rows), column.rest)
        case Numbered():
            return _numbered(column, _counted(column.steps, rows))


def _counted(told: Sequence[Value], rows: int) -> Sequence[Value]:
    if len(told) != rows:
        raise NotUnderstoodError(f"a column of {len(told)} values for {rows} rows")
    return told


def _sums(steps: Sequence[int]) -> list[int]:
    sums = list(accumulate(steps))
    if sums and (min(sums) <= -LARGEST or max(sums) >= LARGEST):
        raise NotUnderstoodError("a number beyond 64 bits")
    return sums


def _moments(parts: int, steps: Sequence[int | None]) -> list[datetime | None]:
    if parts not in (1, MICROSECONDS):
        raise NotUnderstoodError("moments in parts of a second that are not known")
    each = MICROSECONDS // parts
    sums = iter(_sums([step for step in steps if step is not None]))
    try:
        found = [None if step is None else EPOCH + timedelta(microseconds=next(sums) * each) for step in steps]
    except OverflowError as wrong:
        raise NotUnderstoodError("a moment that is none") from wrong
    if any(moment is not None and not _FIRST <= moment < _LAST for moment in found):
        raise NotUnderstoodError(f"a moment outside {FIRST_YEAR}-{LAST_YEAR}")
    return found


def _picked(texts: Sequence[str], picks: Sequence[int]) -> list[str]:
    last = len(texts) - 1
    if any(not 0 <= pick <= last for pick in picks):
        raise NotUnderstoodError("a pick of a text that is not there")
    return [texts[pick] for pick in picks]


def _uuids(steps: Sequence[int], rest: str) -> list[str]:
    tails = _pieces(rest, TAIL, len(steps))
    heads = _sums(steps)
    if any(not 0 <= head < 1 << 48 for head in heads):
        raise NotUnderstoodError("UUIDs that are none")
    return [
        f"{head >> 16:08x}-{head & 0xFFFF:04x}-{tail[:4]}-{tail[4:8]}-{tail[8:]}"
        for head, tail in zip(heads, tails, strict=True)
    ]


def _pieces(text: str, size: int, rows: int) -> list[str]:
    try:
        whole = b64decode(text, validate=True)
    except (Error, ValueError) as wrong:
        raise NotUnderstoodError("base64 that is none") from wrong
    if size < 1 or len(whole) != size * rows:
        raise NotUnderstoodError(f"{len(whole)} bytes for {rows} rows")
    return [whole[at : at + size].hex() for at in range(0, len(whole), size)]


def _numbered(column: Numbered, steps: Sequence[int]) -> list[str]:
    numbers = _sums(steps)
    if not 0 <= column.width <= LONGEST_NUMBER or any(not 0 <= number < _ALL_DIGITS for number in numbers):
        raise NotUnderstoodError("a numbered text that is none")
    if len(column.prefix) * len(numbers) > LARGEST_PREFIXES:
        raise NotUnderstoodError("a numbered text that is too long")
    return [written(column.prefix, column.width, number) for number in numbers]


def _lists(column: Lists, rows: int, allowance: Allowance) -> list[tuple[Any, ...]]:
    counts = spread(column.counts, rows, allowance)
    if any(type(count) is not int or count < 0 for count in counts):
        raise NotUnderstoodError("a list of no length")
    members = spread(column.members, sum(counts), allowance)
    ends = list(accumulate(counts))
    return [tuple(members[end - count : end]) for count, end in zip(counts, ends, strict=True)]


def _objects(column: Objects, rows: int, allowance: Allowance) -> list[dict[str, Any]]:
    names = list(column.fields)
    columns = [spread(inner, rows, allowance) for inner in column.fields.values()]
    if not columns:
        return [{} for _ in range(rows)]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]
