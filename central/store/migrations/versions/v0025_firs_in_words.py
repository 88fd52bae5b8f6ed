"""Let nobody write into the feed who would not look which FIRs an alert names in its words.

What the words of earlier alerts name is read at the next start (``Records.guard``): no table changes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Raise the least version that may write."""
    counters = sa.table("counters", sa.column("name", sa.String), sa.column("value", sa.BigInteger))
    op.execute(counters.update().where(counters.c.name == "least-writer").values(value=25))
