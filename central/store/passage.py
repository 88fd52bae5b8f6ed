"""A passage of a trail: which of its lines somebody wants to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, select

AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines from a moment on, before another, of one officer, PC, act (empty: any); the newest ``most``, 0 for all."""

    since: datetime | None = None
    until: datetime | None = None
    login: str = ""
    machine_id: str = ""
    act: str = ""
    most: int = 0


def rows_in(
    connection: Connection, passage: Passage, table: Table, moment: str, order: Sequence[str]
) -> Iterator[Row[Any]]:
    """Give the rows of a passage in the order of some columns, however many they are; ``moment`` is when each came."""
    named = {"login": passage.login, "machine_id": passage.machine_id, "act": passage.act}
    conditions = [table.c[name] == value for name, value in named.items() if value]
    conditions += [table.c[moment] >= passage.since] if passage.since is not None else []
    conditions += [table.c[moment] < passage.until] if passage.until is not None else []
    query, columns = select(table).where(*conditions), [table.c[name] for name in order]
    if passage.most:
        newest = query.order_by(*(one.desc() for one in columns)).limit(passage.most)
        yield from reversed(connection.execute(newest).all())
    else:
        yield from connection.execute(query.order_by(*columns).execution_options(yield_per=AT_ONCE))
