"""The queue of messages as State IT looks at it: what waits and why, what did not arrive; never what one says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, Subquery, and_, func, or_, select, true

from central.store.message_tables import message_recipients, messages
from central.store.messages import lacks_files
from central.store.stewardship import Look, like, named, office_name, theirs
from central.store.tables import records
from station_client.domain.message import Delivery

TOLD_FOR = timedelta(days=30)
"""So long what did not arrive is shown after it was last tried."""


class Post(StrEnum):
    """Which messages are looked at: those that wait for a recipient, those that did not reach one or may not have."""

    WAITING = "waiting"
    TROUBLED = "troubled"


_STATES: Mapping[Post, tuple[Delivery, ...]] = {
    Post.WAITING: (Delivery.QUEUED, Delivery.SENDING),
    Post.TROUBLED: (Delivery.FAILED, Delivery.NOT_KNOWN),
}


@dataclass(slots=True)
class Posted:
    """One message: from where, since when, and where it stands for its recipients, of whom only the number is told.

    ``reasons`` are those of recipients whom it did not reach yet, ``tries`` the most that any of them had, ``due_at``
    the next one; ``lacks_files`` where the station has still to bring some.
    """

    message_id: str
    channel: str
    office_code: str
    office_name: str
    received_at: datetime
    lacks_files: bool
    states: Counter[str] = field(default_factory=Counter)
    reasons: tuple[str, ...] = ()
    tries: int = 0
    due_at: datetime | None = None


class PostRoom:
    """Questions about messages, for State IT."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def messages(self, look: Look[Post], now: datetime) -> tuple[Posted, ...]:
        """Give the messages that are looked for: what waits longest first, of what did not arrive the newest."""
        waits = look.which is Post.WAITING
        order = (messages.c.received_at, messages.c.message_id)
        ordered = order if waits else tuple(one.desc() for one in order)
        query = self._looked_for(_letters(), look, now).order_by(*ordered)
        return self._told(query.limit(look.most).offset(look.skip))

    def one(self, message_id: str, state_code: str) -> Posted | None:
        """Give one message of a State's offices."""
        query = _letters().where(messages.c.message_id == message_id, theirs(self._connection, state_code))
        return next(iter(self._told(query)), None)

    def counts(self, look: Look[Post], now: datetime) -> dict[Post, int]:
        """Count the messages of each kind."""
        found = {}
        for which in Post:
            query = self._looked_for(_joined(select(func.count())), replace(look, which=which), now)
            found[which] = int(self._connection.execute(query).scalar_one())
        return found

    def oldest(self) -> datetime | None:
        """Say since when a message waits that waits longest, of all offices; None where none does."""
        waits = message_recipients.c.state.in_([one.value for one in _STATES[Post.WAITING]])
        query = select(func.min(messages.c.received_at)).join(
            message_recipients, message_recipients.c.message_id == messages.c.message_id
        )
        return self._connection.execute(query.where(waits)).scalar()

    def _looked_for(self, query: Select[Any], look: Look[Post], now: datetime) -> Select[Any]:
        """Narrow a query down; it begins with the few recipients of that kind, however many messages there are."""
        of_kind = _of_kind(look.which, now)
        query = query.join(of_kind, of_kind.c.message_id == messages.c.message_id)
        query = query.where(theirs(self._connection, look.state_code))
        if not look.words:
            return query
        found = [like(one, look.words) for one in (messages.c.message_id, messages.c.office_code)]
        offices = named(self._connection, look.state_code, look.words)
        return query.where(or_(*found, messages.c.office_code.in_(offices)))

    def _told(self, query: Select[Any]) -> tuple[Posted, ...]:
        found = {row.message_id: _posted(row) for row in self._connection.execute(query)}
        mine = message_recipients.c.message_id.in_(found)
        order = (message_recipients.c.message_id, message_recipients.c.position)
        for row in self._connection.execute(select(message_recipients).where(mine).order_by(*order)):
            _count(found[row.message_id], row)
        return tuple(found.values())


def _of_kind(which: Post, now: datetime) -> Subquery:
    """Name the messages of a kind. Joined, not asked with ``IN``: SQLite would go through every message for that."""
    stands = message_recipients.c.state.in_([one.value for one in _STATES[which]])
    lately = message_recipients.c.changed_at > now - TOLD_FOR if which is Post.TROUBLED else true()
    return select(message_recipients.c.message_id).where(stands, lately).distinct().subquery("of_kind")


def _letters() -> Select[Any]:
    letter = (messages.c.message_id, messages.c.channel, messages.c.office_code, messages.c.received_at)
    return _joined(select(*letter, records.c.body, lacks_files(messages.c.message_id).label("lacks_files")))


def _joined(query: Select[Any]) -> Select[Any]:
    office = and_(records.c.kind == "office", records.c.key == messages.c.office_code)
    return query.select_from(messages).join(records, office)


def _posted(row: Row[Any]) -> Posted:
    name = office_name(row.body)
    return Posted(row.message_id, row.channel, row.office_code, name, row.received_at, bool(row.lacks_files))


def _count(one: Posted, row: Row[Any]) -> None:
    """Take one recipient into account."""
    one.states[row.state] += 1
    one.tries = max(one.tries, row.attempts)
    if row.reason and row.state != Delivery.DELIVERED:
        one.reasons = tuple(dict.fromkeys((*one.reasons, row.reason)))
    if row.state == Delivery.QUEUED and row.attempts:
        one.due_at = min(one.due_at or row.due_at, row.due_at)
