"""The statements that any database of this process is given, as a test counts them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event


@contextmanager
def statements() -> Iterator[list[str]]:
    """Write down the statements of every database, at the stations and at the centre."""
    told: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        told.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield told
    finally:
        event.remove(Engine, "before_cursor_execute", count)
