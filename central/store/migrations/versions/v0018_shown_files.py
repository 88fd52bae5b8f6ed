"""Whether a message's author may have a file that it encloses, or brought the bytes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it; what was received before goes out as it would have."""
    op.add_column("message_files", sa.Column("shown", sa.Boolean, nullable=False, server_default=sa.true()))
