"""The databases' forms, brought up to date when a file is opened.

The usual opening costs one small read: Alembic is only loaded when there is something to change.
All steps of one opening are one transaction. A file that a newer program wrote is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from station_client.errors import NewerDataError
from station_client.security.durable import keep_in_place, private_part
from station_client.store.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"

_NUMBER = re.compile(r"r(\d{4})_\w+\.py")


def steps(folder: Path) -> list[str]:
    """List the revisions of a migrations folder, oldest first (``0001`` of ``r0001_first.py``)."""
    names = (_NUMBER.fullmatch(one.name) for one in (folder / "versions").iterdir())
    return sorted(name[1] for name in names if name)


def migrate(database: Database, folder: Path, *, copy_to: Path | None = None) -> str | None:
    """Bring the file to the newest form; give the form it had, None for a fresh file.

    ``copy_to``: a folder that gets an encrypted copy of the file before it is changed.
    Raises ``NewerDataError``.
    """
    known = steps(folder)
    with database.read() as connection:
        present = _revision(connection)
    if present is not None and present not in known:
        raise NewerDataError(f"{database.path.name} has form {present}, newest known is {known[-1]}")
    if present == known[-1]:
        return present
    if present is not None and copy_to is not None:
        _copy(database, copy_to / f"{database.path.stem}-{present}.db")
    with database.write() as connection:
        _run(connection, folder, present)
    return present


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _run(connection: Connection, folder: Path, present: str | None) -> None:
    from alembic.migration import MigrationContext  # noqa: PLC0415 costs 100 ms, and is needed once in many openings
    from alembic.operations import Operations  # noqa: PLC0415 the same
    from alembic.script import ScriptDirectory  # noqa: PLC0415 the same

    scripts = ScriptDirectory(str(folder), version_locations=[str(folder / "versions")])
    context = MigrationContext.configure(connection)
    wanted = list(scripts.iterate_revisions("head", present or "base"))
    with Operations.context(context):
        for script in reversed(wanted):
            upgrade: Callable[[], None] = script.module.upgrade
            upgrade()
            context.stamp(scripts, script.revision)


def _copy(database: Database, target: Path) -> None:
    """Keep the sealed file as it is, before its form changes."""
    with private_part(target) as part:
        database.copy_into(part)
        keep_in_place(part, target)
