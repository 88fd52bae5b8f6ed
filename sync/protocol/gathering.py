"""Values to a column: the shortest of the forms that holds them exactly. Pure; the centre's side of ``columns``."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

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

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECONDS = 1_000_000
LEAST_HASH = 32
LONGEST_NUMBER = 15
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_HASH = re.compile(r"(?:[0-9a-f]{2})+")
_NUMBERED = re.compile(r"(.*?)([0-9]{1,15})", re.ASCII | re.DOTALL)


def gathered(values: Sequence[Any]) -> Column:
    """Write the values of one column, one for each row."""
    first = values[0] if values else None
    if isinstance(first, dict):
        return Objects({name: gathered([value[name] for value in values]) for name in first})
    if isinstance(first, list | tuple):
        members = [member for value in values for member in value]
        return Lists(gathered([len(value) for value in values]), gathered(members))
    kinds = {type(value) for value in values}
    if datetime in kinds:
        return _moments(values)
    if len(kinds) <= 1 and (not values or values.count(first) == len(values)):
        return Same(first)
    if kinds == {int} and all(one <= after for one, after in pairwise(values)):
        return Steps(tuple(differences(values)))
    return _texts(values) if kinds == {str} else Plain(tuple(values))


def differences(values: Sequence[int]) -> list[int]:
    """Give each number's difference to the one before; the first's to 0."""
    return [value - before for value, before in zip(values, [0, *values[:-1]], strict=True)]


def _moments(values: Sequence[datetime | None]) -> Moments:
    counted = [None if value is None else (value - EPOCH) // timedelta(microseconds=1) for value in values]
    parts = MICROSECONDS
    if all(value is None or value % MICROSECONDS == 0 for value in counted):
        counted, parts = [None if value is None else value // MICROSECONDS for value in counted], 1
    steps: list[int | None] = []
    before = 0
    for value in counted:
        steps.append(None if value is None else value - before)
        before = before if value is None else value
    return Moments(parts, tuple(steps))


def _texts(values: Sequence[str]) -> Column:
    if all(_UUID.fullmatch(value) for value in values):
        whole = [value.replace("-", "") for value in values]
        rest = b64encode(bytes.fromhex("".join(value[12:] for value in whole))).decode()
        return Uuids(tuple(differences([int(value[:12], 16) for value in whole])), rest)
    size = len(values[0])
    if size >= LEAST_HASH and all(len(value) == size and _HASH.fullmatch(value) for value in values):
        return Hashes(size // 2, b64encode(bytes.fromhex("".join(values))).decode())
    texts = tuple(dict.fromkeys(values))
    if 2 * len(texts) <= len(values):
        places = {text: place for place, text in enumerate(texts)}
        return Picks(texts, tuple(places[value] for value in values))
    return _numbered(values) or Plain(tuple(values))


def _numbered(values: Sequence[str]) -> Numbered | None:
    found = _NUMBERED.fullmatch(values[0])
    if found is None:
        return None
    prefix, width = found[1], len(found[2])
    numbers = []
    for value in values:
        digits = value[len(prefix) :]
        if not value.startswith(prefix) or not digits.isascii() or not digits.isdigit() or len(digits) > LONGEST_NUMBER:
            return None
        if written(prefix, width, int(digits)) != value:
            return None
        numbers.append(int(digits))
    ascending = all(one <= after for one, after in pairwise(numbers))
    return Numbered(prefix, width, tuple(differences(numbers))) if ascending else None


def written(prefix: str, width: int, number: int) -> str:
    """Write a numbered text."""
    return f"{prefix}{number:0{width}d}"
