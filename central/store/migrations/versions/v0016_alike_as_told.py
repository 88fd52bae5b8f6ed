"""Which alerts like an item its sender was told, so that a repeat is told the same."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it; the sender of what was received before is told of nothing."""
    op.add_column("items", sa.Column("alike", sa.Text, nullable=False, server_default=""))
