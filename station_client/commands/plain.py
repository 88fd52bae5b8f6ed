"""Records as plain tables: what ``--json`` prints. Names are the records' own; moments are RFC 3339 UTC."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None


def plain(value: object) -> Plain:
    """Turn a record, or a tuple of records, into tables and lists."""
    match value:
        case Enum():
            made: Plain = str(value.value)
        case None | str() | bool() | int() | float():
            made = value
        case datetime() | date():
            made = value.isoformat()
        case dict():
            made = {str(key): plain(one) for key, one in value.items()}
        case frozenset() | set():
            made = [plain(one) for one in sorted(value, key=str)]
        case list() | tuple():
            made = [plain(one) for one in value]
        case _ if is_dataclass(value):
            made = {one.name: plain(getattr(value, one.name)) for one in fields(value)}
        case _:
            made = str(value)
    return made
