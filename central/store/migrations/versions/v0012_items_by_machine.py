"""What was received of a machine lately is counted."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("items_by_machine", "items", ["machine_id", "received_at"])
