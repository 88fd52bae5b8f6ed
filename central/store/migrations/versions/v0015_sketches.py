"""Where texts that say nearly the same meet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; ``serve`` fills it anew with the index of words."""
    op.create_table(
        "sketches",
        sa.Column("band", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("row", sa.BigInteger, primary_key=True, autoincrement=False),
    )
    op.create_index("sketches_by_row", "sketches", ["row"])
