"""Who holds a token: asked before everything else, and so by one question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Text,
    and_,
    bindparam,
    exists,
    literal,
    select,
    text,
    type_coerce,
)

from central.rights import Account
from central.store.counters import ERA, FEED, FLOOR, Moment
from central.store.officers import account_of
from central.store.sessions import Machine, Session
from central.store.tables import counters, machines, officers, records, sessions
from station_client.domain.office import Act

_fellow = officers.alias("fellow")
_LOOKS = exists().where(
    _fellow.c.office_code == officers.c.office_code,
    _fellow.c.active,
    (literal(" ") + type_coerce(_fellow.c.acts, Text) + literal(" ")).contains(f" {Act.VIEW} "),
)
_OFFICE = and_(text("records.kind = 'office'"), records.c.key == officers.c.office_code, ~records.c.gone)


def _counter(name: str) -> ColumnElement[int]:
    value = select(counters.c.value).where(counters.c.name == bindparam(None, name, unique=True)).scalar_subquery()
    return value.label(name.replace("-", "_"))


_ANYBODY = (
    select(
        sessions,
        *(column for column in officers.c if column.name not in sessions.c),
        machines.c.office_code.label("machine_office"),
        machines.c.revoked_at,
        records.c.state_code,
        _LOOKS.label("looks"),
        *(_counter(name) for name in (FEED, FLOOR, ERA)),
    )
    .join(officers, officers.c.login == sessions.c.login)
    .join(machines, machines.c.machine_id == sessions.c.machine_id)
    .outerjoin(records, _OFFICE)
)
_HOLDER = _ANYBODY.where(sessions.c.access_hash == bindparam("access_hash"))
_EACH = _ANYBODY.where(sessions.c.access_hash.in_(bindparam("hashes", expanding=True)))
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever holds a token: the session, the officer and the PC as they are now, and the officer's office.

    ``state_code`` is None where the directory has that office no more. ``looks``: an active officer there may look.
    ``moment`` is where the feed stood then: what is told next is told as of that moment or a later one.
    """

    session: Session
    account: Account
    machine: Machine
    state_code: str | None
    looks: bool
    moment: Moment


class Holders:
    """Whoever holds an access token."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def of(self, access_hash: str) -> Holder | None:
        """Find who holds an access token, as they are at this moment."""
        row = self._connection.execute(_HOLDER, {"access_hash": access_hash}).first()
        return None if row is None else _holder(row)

    def each(self, hashes: Sequence[str]) -> Iterator[Holder]:
        """Find who holds some access tokens, many by one question; a token that nobody holds is passed over."""
        for start in range(0, len(hashes), AT_ONCE):
            some = hashes[start : start + AT_ONCE]
            yield from map(_holder, self._connection.execute(_EACH, {"hashes": some}))


def _holder(row: Row[Any]) -> Holder:
    session = Session(**{name: row._mapping[name] for name in Session.__slots__})  # noqa: SLF001 SQLAlchemy's public name for it
    machine = Machine(row.machine_id, row.machine_office, row.revoked_at is not None)
    moment = Moment(*(int(one or 0) for one in row[-3:]))
    return Holder(session, account_of(row), machine, row.state_code, bool(row.looks), moment)
