"""The audit trails that the stations' PCs hand over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "station_trails",
        sa.Column("machine_id", sa.String(64), sa.ForeignKey("machines.machine_id"), primary_key=True),
        sa.Column("strand", sa.BigInteger, primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True),
        sa.Column("login", sa.String(200), nullable=False),
        sa.Column("act", sa.String(200), nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("skew_seconds", sa.Float, nullable=False),
        sa.Column("chain", sa.String(64), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
    )
