"""One database, one writer at a time: embedded SQLite, or PostgreSQL behind the same door."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from time import monotonic
from typing import Any

import psycopg
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from central.errors import Refused, SetupError
from sync.protocol.codes import Code

WRITER_LOCK = 0x43524D43  # any number, the same for every process of one centre
WRITER = 25
"""The newest migration since which more is kept out of the feed: who does not know it may not write there."""
WRITES_AS = "centre.writer"
BUSY_SECONDS = 10
RETRY_BUSY = 2
MIGRATION_SECONDS = 20  # a change of a table that waits longer for others would keep everybody behind it waiting
RETRY_FULL = 60
_KEPT: dict[str, Any] = {"max_overflow": 0, "pool_use_lifo": True}
"""What was used last is used next: its statements are prepared. None is thrown away, for a new one costs a process.

With SQLite, too: whatever is kept in memory is read anew where a connection was made.
"""
_SQLITE: dict[str, Any] = {**_KEPT, "pool_size": 20}
_POSTGRESQL: dict[str, Any] = {**_KEPT, "pool_size": 12}
_OF_GLANCES: dict[str, Any] = {
    **_POSTGRESQL,
    "pool_size": 8,
    "isolation_level": "AUTOCOMMIT",
    "pool_reset_on_return": None,
    "connect_args": {"prepare_threshold": 0},
}
_PLANNED_ONCE = "SET plan_cache_mode = force_generic_plan"
"""A glance finds single rows by their keys. To plan that costs PostgreSQL several times what it costs to do it."""
RESTED_SECONDS = 5.0  # a connection that was used a moment ago is not asked again whether it is there
_PRAGMAS = ("journal_mode=wal", "synchronous=full", "foreign_keys=on", f"busy_timeout={BUSY_SECONDS * 1000}")
_AS_WRITER = text("SELECT pg_advisory_xact_lock(:lock), set_config(:name, :writer, true)")
_MIGRATIONS = "central.store:migrations"


class Database:
    """The centre's tables. A write is one transaction, and writes follow one another.

    So the order of commits is the order of the feed's sequence, with SQLite (BEGIN IMMEDIATE) as
    with PostgreSQL (an advisory lock for the length of the transaction).
    """

    def __init__(self, url: str) -> None:
        """Open the database at ``url`` and bring its tables up to this version's."""
        self._turn = Lock()
        self.connections_made = 0
        self.is_new = False
        try:
            self._sqlite = make_url(url).get_backend_name() == "sqlite"
            if self._sqlite:
                self._engine = self._glances = create_engine(url, **_SQLITE)
                event.listen(self._engine, "connect", _prepare)
                event.listen(self._engine, "begin", _begin)
            else:
                self._engine, self._glances = create_engine(url, **_POSTGRESQL), create_engine(url, **_OF_GLANCES)
                event.listen(self._glances, "connect", _plan_once)
                for one in (self._engine, self._glances):
                    event.listen(one, "checkin", _rest)
                    event.listen(one, "checkout", _still_there)
            for one in {self._engine, self._glances}:
                event.listen(one, "connect", self._count)
            self._upgrade()
        except (SQLAlchemyError, CommandError) as wrong:
            raise SetupError(f"the database cannot be opened: {type(wrong).__name__}") from wrong

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """See the tables as they are at one moment."""
        with _translated(), self._engine.connect() as plain:
            connection = plain if self._sqlite else plain.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def glance(self) -> Iterator[Connection]:
        """Ask one thing with no transaction around it: one round to the server instead of three."""
        if self._sqlite:
            with self.read() as connection:
                yield connection
            return
        with _translated(), self._glances.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Change the tables: all of it, or nothing if an error is raised inside."""
        with self._turn, _translated(), self._engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                if not self._sqlite:
                    connection.execute(_AS_WRITER, {"lock": WRITER_LOCK, "name": WRITES_AS, "writer": str(WRITER)})
                yield connection

    def is_of_this_version(self) -> bool:
        """Tell whether the last migration is this version's own last."""
        with self.glance() as connection:
            return _revision(connection) == _scripts().get_current_head()

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()
        self._glances.dispose()

    def _count(self, raw: object, record: object) -> None:
        del raw, record
        self.connections_made += 1

    def _upgrade(self) -> None:
        config = _config()
        known = {script.revision for script in _scripts().walk_revisions()}
        with self.write() as connection:
            if not self._sqlite:
                connection.execute(text(f"SET LOCAL lock_timeout = '{MIGRATION_SECONDS}s'"))
            there = _revision(connection)
            if there and there not in known:
                raise SetupError("a newer version of the centre wrote this database")
            self.is_new = not there
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _config() -> Config:
    made = Config()
    made.set_main_option("script_location", _MIGRATIONS)
    return made


@cache
def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _revision(connection: Connection) -> str:
    """Read which migration was the last; empty for a new database."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def _prepare(raw: Any, record: object) -> None:  # noqa: ANN401 whatever the driver's connection is
    del record
    raw.isolation_level = None  # the driver must not begin transactions of its own
    raw.create_function("centre_writer", 0, lambda: WRITER, deterministic=True)
    cursor = raw.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _plan_once(raw: Any, record: object) -> None:  # noqa: ANN401 whatever the driver's connection is
    del record
    raw.execute(_PLANNED_ONCE)
    raw.commit()


def _rest(raw: Any, record: Any) -> None:  # noqa: ANN401 whatever the driver's connection is
    """Note when a connection was last of use."""
    del raw
    record.info["rests_since"] = monotonic()


def _still_there(raw: Any, record: Any, proxy: object) -> None:  # noqa: ANN401 the same
    """Ask a connection that has rested whether its server is still there; a new one is made where it is not."""
    del proxy
    if monotonic() - record.info.get("rests_since", monotonic()) < RESTED_SECONDS:
        return
    try:
        raw.execute("SELECT 1")
        raw.rollback()
    except psycopg.Error as wrong:
        raise DisconnectionError from wrong


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what the driver says about a full disk or a busy file into the wire's word for it."""
    try:
        yield
    except PoolTimeoutError as wrong:
        raise Refused(Code.BUSY, "every connection to the database is taken", RETRY_BUSY) from wrong
    except DBAPIError as wrong:
        said = str(wrong.orig).lower()
        if "full" in said or "no space" in said:
            raise Refused(Code.FULL, "the centre's disk is full", RETRY_FULL) from wrong
        if "locked" in said or "busy" in said or _away(wrong):
            raise Refused(Code.BUSY, "the centre is busy", RETRY_BUSY) from wrong
        raise


def _away(wrong: DBAPIError) -> bool:
    """Tell whether it is the database server that is not there (stopped, killed, starting), not our question."""
    of_server = not isinstance(wrong.orig, sqlite3.Error)
    return wrong.connection_invalidated or (of_server and isinstance(wrong, OperationalError))
