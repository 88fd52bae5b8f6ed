"""Every record of the copy is counted: the directory's too, by its sequence; and what is to leave waits in a list."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    *(f"ALTER TABLE {place} ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0" for place in ("states", "districts")),
    "ALTER TABLE offices ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0",
    "CREATE TABLE leaving (kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID",
)


def upgrade() -> None:
    """Add the sequences of the directory, which nobody knows yet, and the list of what is to leave."""
    for statement in STATEMENTS:
        op.execute(statement)
