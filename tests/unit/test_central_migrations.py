"""The centre's migrations make what its code expects."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from central.store.database import Database
from central.store.report_tables import carried, findings, gaps
from central.store.tables import metadata

assert all(one.metadata is metadata for one in (carried, findings, gaps))


def test_the_migrations_make_the_tables_that_the_code_expects(tmp_path: Path) -> None:
    """No column is only in one of the two."""
    database = Database(f"sqlite:///{tmp_path / 'centre.db'}")
    with database.read() as connection:
        told = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        differences = compare_metadata(told, metadata)
    database.close()
    assert differences == []


def _is_ours(name: str | None, kind: str, parents: object) -> bool:
    """Leave out SQLite's index of words, which SQLAlchemy has no name for."""
    del parents
    return kind != "table" or not (name or "").startswith("finding_words")
