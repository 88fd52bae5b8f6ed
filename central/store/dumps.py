"""The database as one file: SQLite by its own copy, PostgreSQL by its own ``pg_dump``."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from central.errors import SetupError

SQLITE_FILE = "database.sqlite"
POSTGRESQL_FILE = "database.pgdump"


def dump(url: str, folder: Path) -> Path:
    """Copy the database at ``url`` as it is at one moment into ``folder``, while it is in use, and give the file."""
    place = make_url(url)
    if place.get_backend_name() == "sqlite":
        target = folder / SQLITE_FILE
        _copy_sqlite(Path(str(place.database)), target)
    else:
        target = folder / POSTGRESQL_FILE
        _run("pg_dump", place, ("--format=custom", "--no-owner", f"--file={target}"))
    return target


def load(source: Path, url: str) -> None:
    """Bring a dumped database back into the empty one at ``url``."""
    place = make_url(url)
    kind = SQLITE_FILE if place.get_backend_name() == "sqlite" else POSTGRESQL_FILE
    if source.name != kind:
        raise SetupError("the copy is of the other kind of database")
    if kind == SQLITE_FILE:
        _copy_sqlite(source, Path(str(place.database)))
    else:
        _run("pg_restore", place, ("--no-owner", "--single-transaction", "--exit-on-error", str(source)), named=True)


def _copy_sqlite(source: Path, target: Path) -> None:
    if not source.is_file():
        raise SetupError("there is no database to copy")
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        os.close(handle)
        with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
            here.backup(there)
    except (OSError, sqlite3.Error) as wrong:
        raise SetupError(f"the database could not be copied: {wrong}") from wrong


def _run(program: str, place: URL, arguments: tuple[str, ...], *, named: bool = False) -> None:
    """Run one of PostgreSQL's programs; the password goes by the environment, which no list of processes shows."""
    found = shutil.which(program)
    if found is None:
        raise SetupError(f"{program} is not installed here; it comes with PostgreSQL's client programs")
    host = str(place.query.get("host", place.host or ""))
    said = {"PGHOST": host, "PGPORT": str(place.port or ""), "PGUSER": place.username, "PGPASSWORD": place.password}
    database = str(place.database)
    environment = os.environ | {name: value for name, value in (said | {"PGDATABASE": database}).items() if value}
    where = (f"--dbname={database}",) if named else ()
    made = subprocess.run(  # noqa: S603 a program of the system's, our own arguments
        (found, "--no-password", *where, *arguments), env=environment, capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise SetupError(f"{program}: {made.stderr.strip()}")
