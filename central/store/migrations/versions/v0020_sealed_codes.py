"""Room for the secrets of one-time codes as they are once they are sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen the column; ``serve`` seals what it finds there in clear."""
    with op.batch_alter_table("one_time_codes") as table:
        table.alter_column("secret", type_=sa.String(200), existing_type=sa.String(64), existing_nullable=False)
