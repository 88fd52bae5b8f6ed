"""What the door remembers between two questions: pictures that wait for an answer, secrets of one-time codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from central.code_key import CodeKey, is_sealed
from central.errors import Refused
from central.store.door_tables import challenges, one_time_codes
from sync.protocol.codes import Code


@dataclass(frozen=True, slots=True)
class Pending:
    """A picture or a question that was drawn for one login and waits for its answer."""

    challenge: str
    login: str
    answer_hash: str
    in_words: bool
    until: datetime


class Challenges:
    """Pictures and questions, each good for one answer."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def put(self, made: Pending) -> None:
        """Remember one."""
        columns = {name: getattr(made, name) for name in challenges.c.keys()}  # noqa: SIM118 a collection of columns
        self._connection.execute(challenges.insert().values(columns))

    def take(self, challenge: str) -> Pending | None:
        """Give one and forget it: it is good once, whatever the answer was."""
        mine = challenges.c.challenge == challenge
        row = self._connection.execute(select(challenges).where(mine)).one_or_none()
        self._connection.execute(challenges.delete().where(mine))
        return None if row is None else Pending(**row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it

    def is_drawn(self, challenge: str) -> bool:
        """Tell whether one waits for its answer."""
        mine = select(challenges.c.challenge).where(challenges.c.challenge == challenge)
        return bool(challenge) and self._connection.execute(mine).first() is not None

    def waiting(self, login: str = "", *, in_words: bool = False) -> int:
        """Count those that wait for an answer: of one login, or of all; only those in words."""
        query = select(func.count()).select_from(challenges)
        query = query.where(challenges.c.login == login) if login else query
        query = query.where(challenges.c.in_words) if in_words else query
        return int(self._connection.execute(query).scalar_one())

    def sweep(self, now: datetime) -> None:
        """Forget those whose time is over."""
        self._connection.execute(challenges.delete().where(challenges.c.until <= now))


@dataclass(frozen=True, slots=True)
class Kept:
    """The secret of an officer's one-time codes, and the last step for which a code was used."""

    secret: str
    last_step: int


class OneTimeCodes:
    """Who signs in with a code besides the password."""

    def __init__(self, connection: Connection, key: CodeKey) -> None:
        """Work inside the transaction of ``connection``; ``key`` seals the secrets."""
        self._connection = connection
        self._key = key

    def one(self, login: str) -> Kept | None:
        """Give what is kept for an officer; None for one who has no codes. Raises ``Refused`` without its key."""
        mine = select(one_time_codes).where(one_time_codes.c.login == login)
        row = self._connection.execute(mine).one_or_none()
        if row is None:
            return None
        return Kept(self._key.open(row.secret, login) if is_sealed(row.secret) else row.secret, row.last_step)

    def put(self, login: str, secret: str, now: datetime) -> None:
        """Keep a secret in place of the one before. Raises ``Refused`` where the key for the others is not here."""
        self.remove(login)
        self._ready()
        row = {"login": login, "secret": self._key.seal(secret, login), "last_step": 0, "made_at": now}
        self._connection.execute(one_time_codes.insert().values(row))

    def seal_all(self) -> None:
        """Seal what an older version kept in clear."""
        rows = self._connection.execute(select(one_time_codes.c.login, one_time_codes.c.secret)).all()
        clear = [row for row in rows if not is_sealed(row.secret)]
        if clear:
            self._ready()
        for row in clear:
            sealed = one_time_codes.update().where(one_time_codes.c.login == row.login)
            self._connection.execute(sealed.values(secret=self._key.seal(row.secret, row.login)))

    def locked(self) -> tuple[str, ...]:
        """Name those whose secret the key that is here does not open: they cannot sign in with a code."""
        rows = self._connection.execute(select(one_time_codes.c.login, one_time_codes.c.secret)).all()
        return tuple(sorted(row.login for row in rows if is_sealed(row.secret) and not self._key.seals(row.secret)))

    def _ready(self) -> None:
        """Have a key, made where nothing is sealed yet: a second one would leave the others' secrets shut."""
        if self.locked():
            raise Refused(Code.FAULT, "bring back keys/codes.key, or take the codes of those away whom `check` names")
        if not self._key.there:
            self._key.make()

    def remove(self, login: str) -> bool:
        """Forget an officer's secret; tell whether there was one."""
        mine = one_time_codes.c.login == login
        return bool(self._connection.execute(one_time_codes.delete().where(mine)).rowcount)

    def use(self, login: str, step: int) -> None:
        """Note that the code of a step was used: neither it nor an earlier one counts again."""
        mine = one_time_codes.c.login == login
        self._connection.execute(one_time_codes.update().where(mine).values(last_step=step))

    def logins(self) -> frozenset[str]:
        """Name all who have codes."""
        return frozenset(self._connection.execute(select(one_time_codes.c.login)).scalars())
