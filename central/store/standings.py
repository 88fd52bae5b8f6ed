"""The stations' PCs as State IT looks at them: what each told of itself, when it was last heard of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select, true

from central.store.standing_tables import standings
from central.store.stewardship import Look, like, named, office_name, theirs
from central.store.tables import items, machines, officers, records, sessions
from station_client.domain.office import Act
from sync.protocol.trail import Standing

VERSION_LENGTH = 40
SILENT = timedelta(days=1)
LATE_SECONDS = 3600
CLOCK_SECONDS = 60.0


class Which(StrEnum):
    """Which PCs are looked at."""

    ALL = "all"
    SILENT = "silent"
    LATE = "late"
    ASIDE = "aside"
    CLOCK = "clock"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Pc:
    """One enrolled PC. ``standing`` is what it told last, at ``told_at``; older programs tell nothing."""

    machine_id: str
    name: str
    office_code: str
    office_name: str
    enrolled_by: str
    enrolled_at: datetime
    heard_at: datetime
    program_version: str
    revoked_at: datetime | None
    told_at: datetime | None
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class Person:
    """An officer as State IT sees them."""

    login: str
    name: str
    rank: str
    office_code: str
    office_name: str
    active: bool
    administers: bool


class Standings:
    """Questions about PCs and officers, for State IT."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def tell(self, machine_id: str, told: Standing, now: datetime) -> None:
        """Keep what a PC told of itself, in place of what it told before."""
        row = {name: getattr(told, name) for name in told.__struct_fields__}
        row |= {"told_at": now, "program_version": told.program_version[:VERSION_LENGTH]}
        mine = standings.c.machine_id == machine_id
        if not self._connection.execute(standings.update().where(mine).values(row)).rowcount:
            self._connection.execute(standings.insert().values(machine_id=machine_id, **row))

    def pcs(self, look: Look[Which], now: datetime, access_for: timedelta) -> tuple[Pc, ...]:
        """Give the PCs that are looked for, by office and name."""
        wanted = and_(*self._wanted(look), _which(look.which, now, access_for))
        query = _pcs().where(wanted).order_by(machines.c.office_code, machines.c.name, machines.c.machine_id)
        rows = self._connection.execute(query.limit(look.most).offset(look.skip))
        return tuple(_pc(row, access_for) for row in rows)

    def pc(self, machine_id: str, state_code: str, access_for: timedelta) -> Pc | None:
        """Give one PC of a State."""
        query = _pcs().where(machines.c.machine_id == machine_id, theirs(self._connection, state_code))
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _pc(row, access_for)

    def counts(self, look: Look[Which], now: datetime, access_for: timedelta) -> dict[Which, int]:
        """Count the PCs of each kind that State IT must look after."""
        wanted = and_(*self._wanted(look))
        return {one: self._count(and_(wanted, _which(one, now, access_for))) for one in Which}

    def unfinished(self) -> tuple[int, datetime | None]:
        """Count the received items whose files are not all here, and say since when the oldest waits."""
        waits = items.c.complete_at.is_(None)
        query = select(func.count(), func.min(items.c.received_at)).select_from(items).where(waits)
        count, since = self._connection.execute(query).one()
        return int(count), since

    def oldest_outbox(self) -> int:
        """Give the age of the oldest that waits on any PC that works, as the PCs told it."""
        query = _joined(select(func.max(standings.c.oldest_seconds))).where(machines.c.revoked_at.is_(None))
        return int(self._connection.execute(query).scalar() or 0)

    def people(self, look: Look[Which]) -> tuple[Person, ...]:
        """Give the officers that are looked for, by login."""
        conditions = [theirs(self._connection, look.state_code)]
        if look.words:
            found = [like(officers.c[name], look.words) for name in ("login", "name", "office_code")]
            offices = named(self._connection, look.state_code, look.words)
            conditions.append(or_(*found, officers.c.office_code.in_(offices)))
        query = _people().where(*conditions).order_by(officers.c.login).limit(look.most).offset(look.skip)
        return tuple(_person(row) for row in self._connection.execute(query))

    def person(self, login: str, state_code: str) -> Person | None:
        """Give one officer of a State."""
        query = _people().where(officers.c.login == login, theirs(self._connection, state_code))
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _person(row)

    def _count(self, condition: ColumnElement[bool]) -> int:
        query = _joined(select(func.count())).where(condition)
        return int(self._connection.execute(query).scalar() or 0)

    def _wanted(self, look: Look[Which]) -> Sequence[ColumnElement[bool]]:
        own = theirs(self._connection, look.state_code)
        if not look.words:
            return (own,)
        found = [like(machines.c[name], look.words) for name in ("name", "office_code", "machine_id")]
        return own, or_(*found, machines.c.office_code.in_(named(self._connection, look.state_code, look.words)))


def _pcs() -> Select[Any]:
    return _joined(
        select(
            machines,
            records.c.body,
            _GRANTED.c.until,
            standings.c.told_at,
            standings.c.program_version.label("told_version"),
            standings.c.waiting,
            standings.c.oldest_seconds,
            standings.c.refused,
            standings.c.set_aside,
            standings.c.skew_seconds,
        )
    )


def _people() -> Select[Any]:
    office = and_(records.c.kind == "office", records.c.key == officers.c.office_code)
    return select(officers, records.c.body).join(records, office)


_GRANTED = (
    select(sessions.c.machine_id, func.max(sessions.c.access_until).label("until"))
    .group_by(sessions.c.machine_id)
    .subquery("granted")
)


def _joined(query: Select[Any]) -> Select[Any]:
    return (
        query.select_from(machines)
        .join(records, and_(records.c.kind == "office", records.c.key == machines.c.office_code))
        .outerjoin(standings, standings.c.machine_id == machines.c.machine_id)
        .outerjoin(_GRANTED, _GRANTED.c.machine_id == machines.c.machine_id)
    )


def _which(which: Which, now: datetime, access_for: timedelta) -> ColumnElement[bool]:
    if which is Which.ALL:
        return true()
    if which is Which.WITHDRAWN:
        return machines.c.revoked_at.is_not(None)
    conditions = {
        Which.SILENT: _silent(now - SILENT, access_for),
        Which.LATE: standings.c.oldest_seconds > LATE_SECONDS,
        Which.ASIDE: standings.c.set_aside + standings.c.refused > 0,
        Which.CLOCK: func.abs(standings.c.skew_seconds) > CLOCK_SECONDS,
    }
    return and_(machines.c.revoked_at.is_(None), conditions[which])


def _silent(since: datetime, access_for: timedelta) -> ColumnElement[bool]:
    """Say which PCs neither signed in, nor told anything, nor were given a token after ``since``."""
    told = or_(standings.c.told_at.is_(None), standings.c.told_at < since)
    granted = or_(_GRANTED.c.until.is_(None), _GRANTED.c.until < since + access_for)
    return and_(machines.c.seen_at < since, told, granted)


def _pc(row: Row[Any], access_for: timedelta) -> Pc:
    told = None
    if row.told_at is not None:
        told = Standing(
            program_version=row.told_version,
            waiting=row.waiting,
            oldest_seconds=row.oldest_seconds,
            refused=row.refused,
            set_aside=row.set_aside,
            skew_seconds=row.skew_seconds,
        )
    granted = None if row.until is None else row.until - access_for
    return Pc(
        machine_id=row.machine_id,
        name=row.name,
        office_code=row.office_code,
        office_name=office_name(row.body),
        enrolled_by=row.enrolled_by,
        enrolled_at=row.enrolled_at,
        heard_at=max(one for one in (row.seen_at, row.told_at, granted) if one is not None),
        program_version=told.program_version if told else row.program_version,
        revoked_at=row.revoked_at,
        told_at=row.told_at,
        standing=told,
    )


def _person(row: Row[Any]) -> Person:
    return Person(
        login=row.login,
        name=row.name,
        rank=row.rank,
        office_code=row.office_code,
        office_name=office_name(row.body),
        active=bool(row.active),
        administers=Act.ADMINISTER in row.acts,
    )
