"""Earlier versions of a draft, so that what was deleted or overwritten can be had back, after reopening too.

Saving as one types makes hundreds of versions; twenty are kept: the last five, and of the others those that lie
furthest apart in time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId
from station_client.store.desk.tables import earlier, moment_text
from station_client.store.forms import from_json, to_json

MOST: Final = 20
LAST: Final = 5


def keep_earlier(connection: Connection, before: Draft, now: Draft) -> None:
    """Keep ``before`` inside the transaction that saves ``now`` over it, where a person would miss it."""
    if before.empty or typed(before) == typed(now):
        return
    row = {"saved_at": moment_text(before.saved_at), "body": to_json(before)}
    fresh = insert(earlier).values(draft_id=before.draft_id, version=before.version, **row)
    connection.execute(fresh.on_conflict_do_update(index_elements=["draft_id", "version"], set_=row))
    held = select(earlier.c.version, earlier.c.saved_at).where(earlier.c.draft_id == before.draft_id)
    rows = connection.execute(held.order_by(earlier.c.version)).all()
    gone = crowded([(row.version, _seconds(row.saved_at)) for row in rows])
    if gone:
        wanted = earlier.c.draft_id == before.draft_id
        connection.execute(delete(earlier).where(wanted, earlier.c.version.in_(gone)))


def earlier_of(connection: Connection, draft_id: DraftId) -> tuple[Draft, ...]:
    """Give what is kept of a draft, newest first."""
    wanted = select(earlier.c.body).where(earlier.c.draft_id == draft_id).order_by(earlier.c.version.desc())
    return tuple(from_json(body, Draft) for body in connection.execute(wanted).scalars())


def forget_earlier(connection: Connection, draft_id: DraftId) -> None:
    """Let go of a draft's earlier versions with the draft itself."""
    connection.execute(delete(earlier).where(earlier.c.draft_id == draft_id))


def typed(draft: Draft) -> tuple[object, ...]:
    """Give what a person typed or chose, which going back brings back; files are no part of it."""
    return (draft.fir_text, draft.gd_number, draft.gd_reason, draft.category, draft.description, draft.particulars)


def crowded(kept: Sequence[tuple[int, float]]) -> list[int]:
    """Choose the versions that may go, of ``(version, seconds)`` oldest first: those closest to the one before."""
    rest, gone = list(kept), []
    while len(rest) > MOST:
        places = range(1, len(rest) - LAST)
        nearest = min(places, key=lambda place: rest[place + 1][1] - rest[place - 1][1])
        gone.append(rest.pop(nearest)[0])
    return gone


def _seconds(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()
