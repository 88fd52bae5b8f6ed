"""Room for the secrets of one-time codes as they are once they are sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen the column, which SQLite does not bound; ``serve`` seals what it finds there in clear."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("one_time_codes", "secret", type_=sa.String(200), existing_nullable=False)
