"""Earlier versions of drafts; an empty draft is found without reading all; the outbox by its author."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    """CREATE TABLE earlier_drafts (
        draft_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        saved_at TEXT NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (draft_id, version))""",
    "ALTER TABLE drafts ADD COLUMN empty INTEGER NOT NULL DEFAULT 0",
    """UPDATE drafts SET empty = 1 WHERE
        trim(json_extract(CAST(body AS TEXT), '$.fir_text')) = ''
        AND trim(json_extract(CAST(body AS TEXT), '$.gd_number')) = ''
        AND trim(json_extract(CAST(body AS TEXT), '$.gd_reason')) = ''
        AND trim(json_extract(CAST(body AS TEXT), '$.description')) = ''
        AND json_extract(CAST(body AS TEXT), '$.category') IS NULL
        AND json_array_length(CAST(body AS TEXT), '$.files') = 0""",
    "CREATE INDEX drafts_open ON drafts (submitted, empty, saved_at, draft_id)",
    "DROP INDEX drafts_by_author",
    "CREATE INDEX drafts_by_author ON drafts (author, submitted, empty, saved_at, draft_id)",
)


def upgrade() -> None:
    """Add what is new; nothing that was written changes."""
    for statement in STATEMENTS:
        op.execute(statement)
