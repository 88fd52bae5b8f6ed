"""One encrypted database file: its engine, its transactions, and what its errors mean.

Readers share a pool of four connections, the writer has one of its own and takes the write lock when it
begins. The dialect's default pool is never used: it breaks under many threads.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, Literal

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import QueuePool

from station_client.errors import (
    DiskFullError,
    NotSignedInError,
    ProfileUnwritableError,
    StoreDamagedError,
    StoreError,
)
from station_client.security import cipher
from station_client.security.durable import PRIVATE_FILE, disk_door
from station_client.store.beside import prove_log

Synchronous = Literal["full", "normal"]

READERS: Final = 4
READER_CACHE: Final = 12 * 1024  # KiB of each connection; all of them together stay below the program's own size
WRITER_CACHE: Final = 12 * 1024  # what a large page changes fits three times; the index is only written at its end
SALT_BYTES: Final = 16
SUSPECT: Final = ".suspect"  # an empty file beside one in which damage was met: the next opening proves every page

_COPY_TRIES: Final = 5
_WAIT_SECONDS: Final = 60
_LEAST_ROOM: Final = 64 * 1024  # opening takes this much for the log and its index
_PRAGMAS: Final = (
    "foreign_keys=on",
    "busy_timeout=10000",
    "temp_store=memory",
    "wal_autocheckpoint=4000",
    "trusted_schema=off",
)
_PRIMARY: Final = 0xFF
_MEANINGS: Final[dict[int, type[StoreError]]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_CORRUPT: StoreDamagedError,
    sqlite3.SQLITE_NOTADB: StoreDamagedError,
    sqlite3.SQLITE_READONLY: ProfileUnwritableError,
    sqlite3.SQLITE_CANTOPEN: ProfileUnwritableError,
    sqlite3.SQLITE_PERM: ProfileUnwritableError,
}


class Database:
    """One SQLCipher file under a raw key; ``changed`` is called after each committed write."""

    def __init__(
        self, path: Path, key: bytes, *, synchronous: Synchronous, changed: Callable[[], None] | None = None
    ) -> None:
        """Open or make the file, and prove that the key opens it. Raises ``StoreError``."""
        self.path = path
        self._changed = changed
        self._closed = False
        self._mine = threading.local()
        with disk_door():
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE))
        keying = self._keying(key)
        if keying:
            prove_log(path, key, _salt(key))
        self._readers = _engine(_opener(path, keying, synchronous, READER_CACHE), READERS, "BEGIN")
        self._writer = _engine(_opener(path, keying, synchronous, WRITER_CACHE), 1, "BEGIN IMMEDIATE")
        try:
            with self.read():
                pass
        except StoreError:
            self.close()
            raise

    def _keying(self, key: bytes) -> Sequence[str]:
        """Say what a connection must hear first. The salt comes from the key: a damaged first page stays distinct.

        A seam for benchmarks/store/plain.py, which measures what the encryption costs; the program has one way.
        """
        return (f"PRAGMA key=\"x'{key.hex()}{_salt(key).hex()}'\"",)

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """Look at one moment of the file; inside ``together`` at what was written there. Raises ``StoreError``."""
        joined = self._joined()
        if joined is not None:
            with door():
                yield joined
            return
        with self._sound(), door(), self._readers.begin() as connection:
            yield connection

    @contextlib.contextmanager
    def write(self) -> Iterator[Connection]:
        """Change the file, all or nothing: what is done inside is kept when this ends without an error."""
        joined = self._joined()
        if joined is not None:
            with door(), joined.begin_nested():
                yield joined
            return
        with self._sound(), door(), self._writer.begin() as connection:
            yield connection
        if self._changed is not None:
            self._changed()

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Make one change of all that this thread writes inside: all or nothing, and the disk is waited for once."""
        with self.write() as connection:
            if self._joined() is not None:
                yield
                return
            self._mine.connection = connection
            try:
                yield
            finally:
                self._mine.connection = None

    def _joined(self) -> Connection | None:
        """Give the change that this thread is in the middle of."""
        found: Connection | None = getattr(self._mine, "connection", None)
        return found

    def checkpoint(self) -> None:
        """Bring everything from the write-ahead log into the file itself."""
        with self._sound(), door(), self._writer.connect() as connection:
            raw = connection.connection.dbapi_connection
            if raw is not None:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def prove(self) -> None:
        """Read every page that holds anything. Raises ``StoreDamagedError`` at the first that is not as written."""
        self.checkpoint()
        with self._sound(), door(), self._readers.connect() as connection:
            said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalars().all()
            if said != ["ok"]:
                raise StoreDamagedError(f"{self.path.name} fails its check")

    def copy_into(self, target: Path) -> None:
        """Copy the sealed file as it is, while nobody writes to it; nothing is ever in clear.

        It is copied only when nothing is left in the write-ahead log. Raises ``StoreError``.
        """
        log = self.path.with_name(self.path.name + "-wal")
        for _ in range(_COPY_TRIES):
            self.checkpoint()
            with self._sound(), door(), self._writer.begin(), disk_door():
                if not log.exists() or not log.stat().st_size:
                    shutil.copyfile(self.path, target)
                    return
        raise StoreError("the store is busy")

    @contextlib.contextmanager
    def _sound(self) -> Iterator[None]:
        """Use no connection again that met damage: it would see damage everywhere."""
        if self._closed:  # the pools would open the file again for whoever still holds this
            raise NotSignedInError("the store was closed")
        try:
            yield
        except StoreDamagedError:
            with contextlib.suppress(OSError):
                self.path.with_name(self.path.name + SUSPECT).touch(PRIVATE_FILE)
            self._let_go()
            raise
        except StoreError as wrong:
            if type(wrong) is StoreError and self._without_room():  # the library says no more than "I/O error"
                raise DiskFullError(wrong.detail) from wrong
            raise

    def _without_room(self) -> bool:
        with disk_door():
            return shutil.disk_usage(self.path.parent).free < _LEAST_ROOM

    def close(self) -> None:
        """Let go of every connection for good."""
        self._closed = True
        self._let_go()

    def _let_go(self) -> None:
        self._readers.dispose()
        self._writer.dispose()


@contextlib.contextmanager
def door() -> Iterator[None]:
    """Translate what the database's library raises into what an officer can be told."""
    try:
        yield
    except DBAPIError as wrong:
        raise meaning(wrong.orig) from wrong
    except sqlcipher3.dbapi2.Error as wrong:
        raise meaning(wrong) from wrong
    except PoolTimeoutError as wrong:
        raise StoreError("the store is busy") from wrong


def meaning(wrong: BaseException | None) -> StoreError:
    """Say what an error of the library means. The detail is its code's name, never its text."""
    code = getattr(wrong, "sqlite_errorcode", None)
    name = str(getattr(wrong, "sqlite_errorname", None) or type(wrong).__name__)
    kind = StoreError if code is None else _MEANINGS.get(code & _PRIMARY, StoreError)
    return kind(name)


def _salt(key: bytes) -> bytes:
    """Derive the file's salt, which is also its first bytes."""
    return cipher.subkey(key, "database-salt", length=SALT_BYTES)


def _engine(connect: Callable[[], sqlcipher3.dbapi2.Connection], size: int, begin: str) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=_WAIT_SECONDS,
        pool_use_lifo=True,  # one who asks again meets the connection that has what was read last in its memory
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _opener(
    path: Path, keying: Sequence[str], synchronous: Synchronous, cache: int
) -> Callable[[], sqlcipher3.dbapi2.Connection]:
    """Give what opens a connection; ``keying`` is said on it before anything else."""

    def connect() -> sqlcipher3.dbapi2.Connection:
        connection = sqlcipher3.dbapi2.connect(str(path), check_same_thread=False, isolation_level=None)
        try:
            run = connection.cursor().execute
            for statement in keying:
                run(statement)
            run("PRAGMA cipher_log_level=none")
            run("SELECT count(*) FROM sqlite_master").fetchall()
            run("PRAGMA journal_mode=wal").fetchall()
            run(f"PRAGMA synchronous={synchronous}")
            for pragma in (f"cache_size=-{cache}", *_PRAGMAS):
                run(f"PRAGMA {pragma}").fetchall()
        except BaseException:
            connection.close()
            raise
        return connection

    return connect
