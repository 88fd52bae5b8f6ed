"""Alerts that a station gets ahead of their turn: somebody can look while the rest of the feed is on its way."""

from __future__ import annotations

from datetime import datetime
from itertools import chain, islice

from central.store.bodies import read_body
from central.store.tallies import Scope
from central.store.unit import Unit
from sync.protocol.frames import EXPRESS_ROWS
from sync.protocol.records import AlertRecord


def ahead(unit: Unit, scope: Scope, *, since: int, after: int, now: datetime) -> list[AlertRecord]:
    """Give the newest active High Alerts behind the first frame (``after``), in order; they come again in their turn.

    A first copy (``since`` 0) begins with the directory, a long way before the first alert, so what room is left
    brings the newest of the other alerts. An office that may not look gets nothing.
    """
    if not scope.alerts:
        return []
    high = unit.reach.alerts(after, EXPRESS_ROWS, high=True)
    newest = unit.reach.alerts(after, EXPRESS_ROWS, high=False) if since == 0 else ()
    alerts = (one for one in map(read_body, chain(high, newest)) if isinstance(one, AlertRecord))
    standing = {one.uid: one for one in alerts if one.expires_at is None or one.expires_at > now}
    return sorted(islice(standing.values(), EXPRESS_ROWS), key=lambda one: one.sequence)
