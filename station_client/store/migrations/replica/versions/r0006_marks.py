"""Where the commonest words stand is marked, a bit for each alert of a stretch, when nobody waits for it."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"

# no number of a stretch is given twice: what is left of one that is gone is never taken for another's
STATEMENTS = (
    """CREATE TABLE stretches (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        low INTEGER NOT NULL UNIQUE,
        high INTEGER NOT NULL,
        state INTEGER NOT NULL)""",
    "CREATE TABLE marked (unit INTEGER PRIMARY KEY, asked TEXT NOT NULL UNIQUE, beyond INTEGER NOT NULL)",
    """CREATE TABLE marks (
        unit INTEGER NOT NULL,
        stretch INTEGER NOT NULL,
        bits BLOB NOT NULL,
        PRIMARY KEY (unit, stretch)) WITHOUT ROWID""",
)


def upgrade() -> None:
    """Make the tables; they are empty, and the copy is searched as before, until they are filled."""
    for statement in STATEMENTS:
        op.execute(statement)
