"""Pictures that wait for an answer, and officers' one-time codes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "challenges",
        sa.Column("challenge", sa.String(64), primary_key=True),
        sa.Column("login", sa.String(64), nullable=False),
        sa.Column("answer_hash", sa.String(64), nullable=False),
        sa.Column("in_words", sa.Boolean, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
    )
    op.create_index("challenges_by_login", "challenges", ["login"])
    op.create_index("challenges_by_end", "challenges", ["until"])
    op.create_table(
        "one_time_codes",
        sa.Column("login", sa.String(64), sa.ForeignKey("officers.login"), primary_key=True),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("last_step", sa.BigInteger, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
    )
