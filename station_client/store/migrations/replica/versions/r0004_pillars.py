"""With which pillars of ICJS a State is integrated."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the list; it comes with the next record of each State."""
    op.execute("ALTER TABLE states ADD COLUMN integrated TEXT NOT NULL DEFAULT ''")
