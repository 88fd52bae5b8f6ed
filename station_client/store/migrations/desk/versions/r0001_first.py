"""The desk's first form: drafts, outbox, receipts, attention, settings, audit trail."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """CREATE TABLE drafts (
        draft_id TEXT PRIMARY KEY,
        author TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        version INTEGER NOT NULL,
        submitted INTEGER NOT NULL DEFAULT 0,
        body BLOB NOT NULL)""",
    "CREATE INDEX drafts_by_author ON drafts (author, saved_at)",
    """CREATE TABLE outbox (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        item_id TEXT NOT NULL UNIQUE,
        draft_id TEXT NOT NULL,
        state TEXT NOT NULL,
        body BLOB NOT NULL)""",
    "CREATE INDEX outbox_by_state ON outbox (state)",
    """CREATE TABLE receipts (
        item_id TEXT PRIMARY KEY,
        received_at TEXT NOT NULL,
        body BLOB NOT NULL)""",
    """CREATE TABLE attention (
        uid TEXT PRIMARY KEY,
        attention TEXT NOT NULL,
        login TEXT NOT NULL,
        at TEXT NOT NULL) WITHOUT ROWID""",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE audit (
        number INTEGER PRIMARY KEY,
        entry BLOB NOT NULL,
        chain BLOB NOT NULL)""",
)


def upgrade() -> None:
    """Make every table."""
    for statement in STATEMENTS:
        op.execute(statement)
