"""To count what an office wrote in the last hour without reading all that it ever wrote."""

from __future__ import annotations

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("messages_by_office", "messages", ["office_code", "received_at"])
