"""What of the feed is for whom, and the question for its next page: one index for each stream that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, TextClause, and_, or_, select, text, union_all

from central.store.tables import ALERTS, DIRECTORY, DIRECTORY_KINDS, FIRS, records
from central.store.tallies import Scope


def entitled(scope: Scope) -> ColumnElement[bool]:
    """Say which records are for a scope, tombstones and what is told as gone included."""
    allowed: list[ColumnElement[bool]] = [records.c.kind.in_(DIRECTORY_KINDS)]
    if scope.alerts:
        allowed.append(or_(records.c.kind == "alert", records.c.shared))
    if scope.firs_of_state:
        allowed.append(and_(records.c.kind == "fir", records.c.state_code == scope.firs_of_state))
    return or_(*allowed)


def page_of(scope: Scope, *, since: int, until: int, rows: int) -> Select[Any]:
    """Ask for the next rows of a scope's feed: the first of each stream, and of these the first."""
    between = (records.c.sequence > since, records.c.sequence <= until)
    told = (records.c.sequence, records.c.kind, records.c.key, records.c.state_code, records.c.withheld, records.c.body)
    parts = (select(*told).where(those, *between) for those in _streams(scope))
    firsts = (part.order_by(records.c.sequence).limit(rows).subquery() for part in parts)
    whole = union_all(*(select(one) for one in firsts)).subquery()
    return select(whole).order_by(whole.c.sequence).limit(rows)


def _streams(scope: Scope) -> Iterator[ColumnElement[bool] | TextClause]:
    """Give the parts of which a scope's feed is made, none in two, each with an index by which it is read in order.

    So a page costs what it brings, however much there is between for others.
    """
    yield text(DIRECTORY)
    if scope.alerts:
        yield text(ALERTS)
        yield and_(text("shared"), records.c.state_code != scope.firs_of_state)
    if scope.firs_of_state:
        yield and_(text(FIRS), records.c.state_code == scope.firs_of_state)
