"""Which alerts have run out, and when the next one does."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, select

from central.store.tables import records


class Due:
    """Questions about the moments at which alerts run out."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def alerts(self, now: datetime, most: int) -> tuple[str, ...]:
        """Name alerts that still count and should not, the longest overdue first."""
        due = select(records.c.key).where(records.c.kind == "alert", records.c.expires_at <= now)
        return tuple(self._connection.execute(due.order_by(records.c.expires_at).limit(most)).scalars())

    def next(self) -> datetime | None:
        """Give the moment at which the next alert runs out; None where none will."""
        return self._connection.execute(select(func.min(records.c.expires_at))).scalar()
