"""What was hidden when it left a centre must not come back in the place of what it hid.

A table or a file that was read from the feed, a search or a print carries ``•••`` where a protected victim stands.
Taken in, the marks would be kept as the record itself, and the name behind them would be gone for everybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from station_client.domain.redaction import HIDDEN

MASKED = f"{HIDDEN} stands where a protected victim was hidden; take the row from the register itself"


def may_be_masked(line: str) -> bool:
    """Tell whether a line of JSON is worth a second look: marks are in it, as they are or escaped."""
    return HIDDEN[0] in line or "\\u2022" in line


def masked_cell(row: Mapping[str, str]) -> str:
    """Name the first field of a row that was hidden; empty where none was."""
    return next((field for field, cell in row.items() if HIDDEN in cell), "")


def masked_field(record: msgspec.Struct) -> str:
    """Name the first field of a record, by its path, that was hidden; empty where none was."""
    return next(_hidden("", msgspec.to_builtins(record)), "")


def _hidden(path: str, value: object) -> Iterator[str]:
    if isinstance(value, str) and HIDDEN in value:
        yield path
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield from _hidden(f"{path}.{name}" if path else str(name), one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _hidden(path, one)
