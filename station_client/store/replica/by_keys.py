"""Rows asked for by many keys at once, without a statement being made anew for each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Connection

Key = TypeVar("Key")

AT_ONCE: Final = 500


def parts(keys: Sequence[Key], most: int = AT_ONCE) -> Iterator[Sequence[Key]]:
    """Cut a list into pieces, by default such as one question can name."""
    return (keys[start : start + most] for start in range(0, len(keys), most))


def rows_of(connection: Connection, asked: str, keys: Sequence[Key]) -> Iterator[tuple[Any, ...]]:
    """Ask for the rows of keys; ``asked`` is our own question as far as the column that is to be one of them."""
    for part in map(tuple, parts(keys)):
        yield from map(tuple, connection.exec_driver_sql(f"{asked} IN ({', '.join('?' * len(part))})", part))
