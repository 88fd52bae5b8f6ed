"""A FIR that other States had and may have no longer: it is told to them as gone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the mark; nothing was withheld before."""
    op.add_column("records", sa.Column("withheld", sa.Boolean, nullable=False, server_default=sa.false()))
