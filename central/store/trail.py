"""The audit trail: who signed in, and what was refused to whom. Never case data, never a secret."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from central import request
from central.store.passage import Passage, rows_in
from central.store.tables import audit

LOGIN_LENGTH = 64
SUBJECT_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the trail."""

    at: datetime
    login: str
    machine_id: str
    act: str
    subject: str
    request_id: str


class Trail:
    """The lines that are only ever added to."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def add(self, now: datetime, *, login: str, machine_id: str, act: str, subject: str = "") -> None:
        """Add a line, with the id of the request being answered."""
        self.add_all(now, login=login, machine_id=machine_id, act=act, subjects=(subject,))

    def add_all(self, now: datetime, *, login: str, machine_id: str, act: str, subjects: Iterable[str]) -> None:
        """Add a line for each of several subjects, in their order."""
        asking = request.asker.get()
        line = {"at": now, "login": login[:LOGIN_LENGTH], "machine_id": machine_id[:LOGIN_LENGTH], "act": act}
        line["request_id"] = request.current.get()
        rows = [line | {"subject": subject[:SUBJECT_LENGTH]} for subject in subjects]
        if not rows:
            return
        if asking is not None:
            asking.noted = True
        self._connection.execute(audit.insert(), rows)

    def all(self) -> tuple[Entry, ...]:
        """Give every line, the oldest first."""
        return tuple(self.lines(Passage()))

    def lines(self, passage: Passage) -> Iterator[Entry]:
        """Give the lines of a passage, the oldest first."""
        for row in rows_in(self._connection, passage, audit, "at", ("number",)):
            yield Entry(row.at, row.login, row.machine_id, row.act, row.subject, row.request_id)
