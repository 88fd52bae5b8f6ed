"""Who is signed in at the page for State IT; only the tokens' hashes are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, or_, select

from central.store.standing_tables import steward_sessions


@dataclass(frozen=True, slots=True)
class Visit:
    """One officer's visit to the page."""

    login: str
    made_at: datetime
    seen_at: datetime


class StewardSessions:
    """The visits to the page that have not ended."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def begin(self, token_hash: str, login: str, now: datetime) -> None:
        """Note a new visit."""
        row = {"token_hash": token_hash, "login": login, "made_at": now, "seen_at": now}
        self._connection.execute(steward_sessions.insert().values(row))

    def one(self, token_hash: str) -> Visit | None:
        """Give the visit of a token."""
        mine = select(steward_sessions).where(steward_sessions.c.token_hash == token_hash)
        row = self._connection.execute(mine).one_or_none()
        return None if row is None else Visit(row.login, row.made_at, row.seen_at)

    def see(self, token_hash: str, now: datetime) -> None:
        """Note that a visit goes on."""
        mine = steward_sessions.c.token_hash == token_hash
        self._connection.execute(steward_sessions.update().where(mine).values(seen_at=now))

    def end(self, token_hash: str) -> None:
        """End one visit."""
        self._connection.execute(steward_sessions.delete().where(steward_sessions.c.token_hash == token_hash))

    def end_of(self, login: str) -> None:
        """End the visits of an officer."""
        self._connection.execute(steward_sessions.delete().where(steward_sessions.c.login == login))

    def sweep(self, made_before: datetime, seen_before: datetime) -> None:
        """Drop the visits that are over by themselves."""
        over = or_(steward_sessions.c.made_at < made_before, steward_sessions.c.seen_at < seen_before)
        self._connection.execute(steward_sessions.delete().where(over))
