"""Under which wordings a FIR ever protected its victim, and which FIRs an alert named before a correction."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; what a FIR tells now is hidden by the FIR itself until its first change."""
    op.create_table(
        "victim_wordings",
        sa.Column("fir_key", sa.String(80), primary_key=True),
        sa.Column("wordings", sa.Text, nullable=False),
    )
    op.create_table(
        "former_firs",
        sa.Column("uid", sa.String(80), primary_key=True),
        sa.Column("fir_key", sa.String(80), primary_key=True),
    )
    op.create_index("former_firs_by_fir", "former_firs", ["fir_key"])
