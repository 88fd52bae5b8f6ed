"""The least a line could need: the records as columns with deltas, packed as one zstd-19 stream, at the line's rate.

Made here and not with the program's own protocol, so that the measure does not move with what it measures.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import msgspec
import zstandard

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)
LEVEL: Final = 19


def payload(records: Sequence[msgspec.Struct]) -> int:
    """Give the bytes of the records as one stream."""
    return len(zstandard.compress(columns(records), LEVEL))


def columns(records: Sequence[msgspec.Struct]) -> bytes:
    """Lay the records of each kind out as columns; numbers and moments as steps from the row before."""
    tables: dict[str, dict[str, Any]] = {}
    for sample in {type(one): one for one in records}.values():
        rows = [one for one in records if type(one) is type(sample)]
        tables[type(sample).__name__] = {
            name: _column(name, [getattr(row, name) for row in rows]) for name in sample.__struct_fields__
        }
    return msgspec.json.encode(tables)


def _column(name: str, values: list[Any]) -> object:
    if name == "uid":
        return _ids(values)
    if all(one == values[0] for one in values):
        return values[0]
    if all(isinstance(one, int) for one in values):
        return _steps(values)
    if all(isinstance(one, datetime) for one in values):
        return _steps([(one - EPOCH) // MICROSECOND // 1000 for one in values])
    return values


def _ids(values: list[str]) -> list[object]:
    """Split a UUIDv7 into its moment, which steps, and its chance, which nothing makes smaller."""
    plain = [one.replace("-", "") for one in values]
    return [_steps([int(one[:12], 16) for one in plain]), [one[13:] for one in plain]]


def _steps(values: list[int]) -> list[int]:
    return [now - before for before, now in zip([0, *values], values, strict=False)]
