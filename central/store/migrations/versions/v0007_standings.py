"""What stations' PCs tell of themselves, and who is signed in at the page for State IT."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "standings",
        sa.Column("machine_id", sa.String(64), sa.ForeignKey("machines.machine_id"), primary_key=True),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.Column("program_version", sa.String(40), nullable=False),
        sa.Column("waiting", sa.BigInteger, nullable=False),
        sa.Column("oldest_seconds", sa.BigInteger, nullable=False),
        sa.Column("refused", sa.BigInteger, nullable=False),
        sa.Column("set_aside", sa.BigInteger, nullable=False),
        sa.Column("skew_seconds", sa.Float, nullable=False),
    )
    op.create_table(
        "steward_sessions",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("login", sa.String(64), sa.ForeignKey("officers.login"), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
    )
