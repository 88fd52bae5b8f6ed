"""Refresh tokens are of a family since their sign-in, and held to the machine's own key."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what a session knows of its tokens."""
    op.add_column("sessions", sa.Column("family_hash", sa.String(64), nullable=False, server_default=""))
    op.add_column("sessions", sa.Column("bound", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_index("sessions_by_family", "sessions", ["family_hash"])
