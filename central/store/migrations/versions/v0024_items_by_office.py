"""What was received of an office lately is counted."""

from __future__ import annotations

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("items_by_office", "items", ["office_code", "received_at"])
