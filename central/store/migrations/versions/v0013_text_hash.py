"""The hash of the words of an item as they were sent, for its signed receipt."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it; of what was received before it is not known."""
    op.add_column("items", sa.Column("text_hash", sa.String(64), nullable=False, server_default=""))
