"""Who did what here and when: entries are only added, and each is chained to the one before.

The chain is keyed, so that a changed, missing or moved entry shows even to one who can write the file; the last
entry's number and chain stand apart under a seal of their own, so that entries cut off at the end show too. Where
head and entries do not agree, the next entry leaves a number out: a broken trail never heals by being written on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, Text, case, cast, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from station_client.domain.ids import Login
from station_client.errors import TrailBrokenError
from station_client.security import cipher
from station_client.store.database import Database
from station_client.store.desk.tables import audit, settings
from station_client.store.forms import from_json, to_json

HEAD: Final = "audit-head"

_START: Final = bytes(32)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act; ``at`` is UTC by this PC's clock, ``skew_seconds`` that clock minus the centre's as last measured."""

    number: int
    login: Login
    act: str
    subject: str
    at: datetime
    skew_seconds: float


@dataclass(frozen=True, slots=True)
class Trace:
    """What a deed leaves, made ready to be written with the deed itself: both are kept, or neither."""

    login: Login
    act: str
    subject: str
    at: datetime
    skew_seconds: float


class AuditTrail:
    """Add to the trail, read it, and prove that it is whole."""

    def __init__(self, database: Database, key: bytes) -> None:
        """Stand on the desk's file; ``key`` is the desk's."""
        self._database = database
        self._key = cipher.subkey(key, "audit-chain")

    def append(self, login: Login, act: str, subject: str, at: datetime, skew: float) -> None:
        """Add one entry; it is on the disk when this returns."""
        with self._database.write() as connection:
            self.add(connection, Trace(login, act, subject, at, skew))

    def add(self, connection: Connection, trace: Trace | None) -> None:
        """Add a deed's trace, if it leaves one, inside the transaction of the deed."""
        if trace is None:
            return
        number, before = self._last(connection)
        entry = to_json(AuditEntry(number + 1, trace.login, trace.act, trace.subject, trace.at, trace.skew_seconds))
        chain = self._link(before, entry)
        connection.execute(insert(audit).values(number=number + 1, entry=entry, chain=chain))
        _put_head(connection, self._head(number + 1, chain))

    def entries(self) -> tuple[AuditEntry, ...]:
        """List every entry, oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(select(audit.c.entry).order_by(audit.c.number)).scalars()
            return tuple(from_json(row, AuditEntry) for row in rows)

    def after(self, number: int, limit: int) -> tuple[AuditEntry, ...]:
        """List the entries after one, oldest first, no more than ``limit``."""
        wanted = select(audit.c.entry).where(audit.c.number > number).order_by(audit.c.number).limit(limit)
        with self._database.read() as connection:
            return tuple(from_json(row, AuditEntry) for row in connection.execute(wanted).scalars())

    def page(self, limit: int, *, before: int | None = None, login: str = "", act: str = "") -> tuple[AuditEntry, ...]:
        """List the entries before one, newest first, no more than ``limit``; of one officer or one act where asked."""
        wanted = select(audit.c.entry).order_by(audit.c.number.desc()).limit(limit)
        if before is not None:
            wanted = wanted.where(audit.c.number < before)
        for name, value in (("login", login), ("act", act)):
            if value:
                wanted = wanted.where(_field(name) == value)
        with self._database.read() as connection:
            return tuple(from_json(row, AuditEntry) for row in connection.execute(wanted).scalars())

    def logins(self) -> tuple[Login, ...]:
        """List whose deeds stand in the trail."""
        with self._database.read() as connection:
            found = connection.execute(select(_field("login")).distinct()).scalars()
            return tuple(sorted(Login(str(one)) for one in found))

    def verify(self) -> int:
        """Prove the whole trail; give its length. Raises ``TrailBrokenError`` naming the first wrong entry."""
        number, before = 0, _START
        with self._database.read() as connection:
            head = _kept_head(connection)
            for row in connection.execute(select(audit).order_by(audit.c.number)):
                number += 1
                sound = row.number == number and isinstance(row.entry, bytes) and isinstance(row.chain, bytes)
                before = self._link(before, row.entry) if sound else _START
                if not sound or not cipher.same(before, row.chain):
                    raise TrailBrokenError(number)
        if not self._agrees(head, number, before):
            raise TrailBrokenError(number + 1)
        return number

    def _last(self, connection: Connection) -> tuple[int, bytes]:
        """Say after what the next entry comes; where the end was meddled with, the next number stays empty."""
        row = connection.execute(
            select(audit.c.number, audit.c.chain).order_by(audit.c.number.desc()).limit(1)
        ).one_or_none()
        number, chain = (0, _START) if row is None else (row.number, row.chain)
        head = _kept_head(connection)
        if self._agrees(head, number, chain):
            return number, chain
        said = head.partition(":")[0]
        return max(number, int(said) if said.isdecimal() else 0) + 1, chain

    def _agrees(self, head: str, number: int, chain: bytes) -> bool:
        return head == (self._head(number, chain) if number else "")

    def _head(self, number: int, chain: bytes) -> str:
        """Seal where the trail ends: chains stand in the file, so the head must be more than a copy of one."""
        return f"{number}:{cipher.mac(self._key, b'head' + number.to_bytes(8, 'big') + chain).hex()}"

    def _link(self, before: bytes, entry: bytes) -> bytes:
        return cipher.mac(self._key, before + entry)


def _field(name: str) -> ColumnElement[str]:
    """Give one field of an entry; what does not read as one has none."""
    entry = cast(audit.c.entry, Text)
    return case((func.json_valid(entry) == 1, func.json_extract(entry, f"$.{name}")), else_="")


def _kept_head(connection: Connection) -> str:
    return connection.execute(select(settings.c.value).where(settings.c.name == HEAD)).scalar_one_or_none() or ""


def _put_head(connection: Connection, head: str) -> None:
    kept = upsert(settings).values(name=HEAD, value=head)
    connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_={"value": head}))
