"""Officers, their wrong passwords, and the count of their log-ins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from central.rights import Account
from central.store.tables import failures, log_ins, officers

FORGOTTEN_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Failures:
    """Wrong passwords in a row for one login, and until when no more are taken."""

    tries: int = 0
    until: datetime | None = None


class Officers:
    """The accounts of the centre."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def one(self, login: str) -> Account | None:
        """Give one officer's account."""
        row = self._connection.execute(select(officers).where(officers.c.login == login)).one_or_none()
        return None if row is None else account_of(row)

    def all(self) -> tuple[Account, ...]:
        """Give every account, by login."""
        return tuple(account_of(row) for row in self._connection.execute(select(officers).order_by(officers.c.login)))

    def kept_password(self, login: str) -> str | None:
        """Give what is kept of an officer's password."""
        query = select(officers.c.password_hash).where(officers.c.login == login)
        return self._connection.execute(query).scalar()

    def put(self, account: Account, *, password_hash: str, now: datetime) -> None:
        """Add an officer, or change who they are; an empty ``password_hash`` leaves the password."""
        row = {
            "name": account.name,
            "rank": account.rank,
            "office_code": account.office_code,
            "acts": account.acts,
            "categories": account.categories,
            "active": account.active,
        }
        if password_hash:
            row["password_hash"] = password_hash
        same = officers.c.login == account.login
        if not self._connection.execute(officers.update().where(same).values(row)).rowcount:
            self._connection.execute(officers.insert().values(login=account.login, made_at=now, **row))

    def failures(self, login: str) -> Failures:
        """Give the wrong passwords in a row for a login, whether or not an officer has it."""
        row = self._connection.execute(select(failures).where(failures.c.login == login)).one_or_none()
        return Failures() if row is None else Failures(row.tries, row.until)

    def put_failures(self, login: str, found: Failures, now: datetime) -> None:
        """Keep the wrong passwords in a row; those of a day ago are forgotten."""
        self._connection.execute(failures.delete().where(failures.c.last_at < now - FORGOTTEN_AFTER))
        self._connection.execute(failures.delete().where(failures.c.login == login))
        if found.tries:
            self._connection.execute(
                failures.insert().values(login=login, tries=found.tries, until=found.until, last_at=now)
            )

    def count_log_in(self, office_code: str, month: str) -> None:
        """Count a log-in for Form-24, by office and month (``2026-08``)."""
        same = (log_ins.c.office_code == office_code) & (log_ins.c.month == month)
        changed = self._connection.execute(log_ins.update().where(same).values(tally=log_ins.c.tally + 1))
        if not changed.rowcount:
            self._connection.execute(log_ins.insert().values(office_code=office_code, month=month, tally=1))


def account_of(row: Row[Any]) -> Account:
    """Read an account from a row with the columns of ``officers``."""
    return Account(
        login=row.login,
        name=row.name,
        rank=row.rank,
        office_code=row.office_code,
        acts=row.acts,
        categories=row.categories,
        active=row.active,
    )
