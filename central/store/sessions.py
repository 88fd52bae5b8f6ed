"""Enrolled machines, and who holds a token on which of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, or_, select

from central.store.tables import machine_officers, machines, sessions


@dataclass(frozen=True, slots=True)
class Machine:
    """A PC of one office."""

    machine_id: str
    office_code: str
    revoked: bool


@dataclass(frozen=True, slots=True)
class Session:
    """One officer's tokens on one machine; only their hashes are kept.

    ``former_hash`` is the refresh token before this one: it still counts until the new pair is
    ``confirmed`` by a first use, because the answer that carried the new pair may have been lost.
    ``family_hash`` is of the part that all refresh tokens since one sign-in share. ``bound``: the machine showed its
    own certificate with these tokens, and from then on must.
    """

    session_id: str
    login: str
    machine_id: str
    access_hash: str
    access_until: datetime
    refresh_hash: str
    refresh_until: datetime
    former_hash: str = ""
    confirmed: bool = False
    family_hash: str = ""
    bound: bool = False


class Sessions:
    """Machines, the officers who signed in there, and their tokens."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def machine(self, machine_id: str) -> Machine | None:
        """Give an enrolled machine."""
        row = self._connection.execute(select(machines).where(machines.c.machine_id == machine_id)).one_or_none()
        return None if row is None else Machine(row.machine_id, row.office_code, row.revoked_at is not None)

    def enrol(self, machine: Machine, *, name: str, login: str, version: str, now: datetime) -> None:
        """Note that an officer signed in on a machine, enrolling it the first time."""
        seen = {"name": name, "seen_at": now, "program_version": version}
        same = machines.c.machine_id == machine.machine_id
        if not self._connection.execute(machines.update().where(same).values(seen)).rowcount:
            row = {"machine_id": machine.machine_id, "office_code": machine.office_code, "enrolled_by": login}
            self._connection.execute(machines.insert().values(enrolled_at=now, **row, **seen))
        if not self.signed_in_before(machine.machine_id, login):
            row = {"machine_id": machine.machine_id, "login": login}
            self._connection.execute(machine_officers.insert().values(first_at=now, **row))

    def revoke(self, machine_id: str, at: datetime | None) -> bool:
        """Withdraw a machine, or with None take it back; tell whether there was one.

        One that is taken back must sign in anew: the tokens of before speak for nobody.
        """
        if at is None:
            self._connection.execute(sessions.delete().where(sessions.c.machine_id == machine_id))
        changed = machines.update().where(machines.c.machine_id == machine_id).values(revoked_at=at)
        return bool(self._connection.execute(changed).rowcount)

    def signed_in_before(self, machine_id: str, login: str) -> bool:
        """Tell whether this officer ever signed in on this machine."""
        pair = (machine_officers.c.machine_id == machine_id) & (machine_officers.c.login == login)
        return self._connection.execute(select(machine_officers.c.login).where(pair)).first() is not None

    def put(self, session: Session) -> None:
        """Keep a session in place of what the officer had on that machine."""
        self.end(session.login, session.machine_id)
        columns = {name: getattr(session, name) for name in sessions.c.keys()}  # noqa: SIM118 a collection of columns
        self._connection.execute(sessions.insert().values(columns))

    def confirm(self, session_id: str, *, bound: bool) -> None:
        """Note that the newest pair of tokens has arrived, and whether the machine's certificate came with it."""
        mine = sessions.c.session_id == session_id
        self._connection.execute(sessions.update().where(mine).values(confirmed=True, bound=bound))

    def end(self, login: str, machine_id: str = "", *, office_code: str = "") -> None:
        """Forget an officer's tokens: on one machine, on the machines of one office, or on all."""
        mine = sessions.c.login == login
        if machine_id:
            mine &= sessions.c.machine_id == machine_id
        if office_code:
            there = select(machines.c.machine_id).where(machines.c.office_code == office_code)
            mine &= sessions.c.machine_id.in_(there)
        self._connection.execute(sessions.delete().where(mine))

    def of_refresh(self, token_hash: str, family_hash: str = "") -> Session | None:
        """Find the session of a refresh token: the newest, the former, or one long spent of the same family."""
        either = or_(sessions.c.refresh_hash == token_hash, sessions.c.former_hash == token_hash)
        kin = sessions.c.family_hash == family_hash
        return self._found(either) or (self._found(kin) if family_hash else None)

    def _found(self, condition: ColumnElement[bool]) -> Session | None:
        row = self._connection.execute(select(sessions).where(condition)).first()
        return None if row is None else Session(**row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it


def new_session_id() -> str:
    """Name a new session."""
    return str(uuid4())
