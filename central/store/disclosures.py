"""Who was given what the feed keeps back, or changed a mark, and why. Lines are only ever added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from central import request
from central.store.guarded_tables import disclosures


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One line: ``act`` on the record of ``kind`` named ``key``, with the reason that the officer gave."""

    at: datetime
    login: str
    machine_id: str
    office_code: str
    act: str
    kind: str
    key: str
    reason: str
    number: int = 0


class Disclosures:
    """The lines."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def add(self, one: Disclosure) -> int:
        """Add a line, with the id of the request being answered, and give its number."""
        row = {name: getattr(one, name) for name in one.__slots__ if name != "number"}
        row["request_id"] = request.current.get()
        query = disclosures.insert().values(row).returning(disclosures.c.number)
        return int(self._connection.execute(query).scalar_one())

    def all(self) -> tuple[Disclosure, ...]:
        """Give every line, the oldest first."""
        rows = self._connection.execute(select(disclosures).order_by(disclosures.c.number))
        return tuple(Disclosure(**{name: getattr(row, name) for name in Disclosure.__slots__}) for row in rows)
