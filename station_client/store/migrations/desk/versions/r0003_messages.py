"""Messages to other offices, and where each stands."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    """CREATE TABLE messages (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        message_id TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL,
        body BLOB NOT NULL)""",
)


def upgrade() -> None:
    """Add the table; nothing that was written changes."""
    for statement in STATEMENTS:
        op.execute(statement)
