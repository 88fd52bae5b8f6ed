"""How the queue of messages stands, for State IT."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, and_, func, select

from central.store.message_tables import message_recipients, messages
from central.store.messages import Standing
from station_client.domain.message import Delivery

MOST_SHOWN = 500


class MessageCounts:
    """Recipients by state, and whom something did not reach."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def tally(self) -> dict[str, int]:
        """Count the recipients by their state."""
        query = select(message_recipients.c.state, func.count()).group_by(message_recipients.c.state)
        return {str(state): int(number) for state, number in self._connection.execute(query)}

    def recipients_since(self, office_code: str, moment: datetime, *, author: str = "") -> int:
        """Count the recipients of what an office, or one author there, wrote since a moment."""
        theirs = and_(messages.c.office_code == office_code, messages.c.received_at > moment)
        joined = message_recipients.join(messages, messages.c.message_id == message_recipients.c.message_id)
        query = select(func.count()).select_from(joined).where(theirs)
        query = query.where(messages.c.author == author) if author else query
        return int(self._connection.execute(query).scalar_one())

    def troubled(self) -> tuple[Standing, ...]:
        """Give the recipients whom a message did not reach, or may not have, the latest first."""
        wanted = message_recipients.c.state.in_((Delivery.FAILED.value, Delivery.NOT_KNOWN.value))
        query = select(message_recipients).where(wanted).order_by(message_recipients.c.changed_at.desc())
        found = self._connection.execute(query.limit(MOST_SHOWN))
        return tuple(Standing(**row._mapping) for row in found)  # noqa: SLF001 SQLAlchemy's public name for it
