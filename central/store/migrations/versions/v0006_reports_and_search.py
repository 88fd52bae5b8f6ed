"""Reports and the search: what can be counted and found of each alert, and figures from before this centre."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; ``station-central tidy`` or ``serve`` fills them from what is there already."""
    op.create_table(
        "findings",
        sa.Column("row", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("uid", sa.String(80), nullable=False, unique=True),
        sa.Column("category", sa.String(40), nullable=False),
        sa.Column("state_code", sa.String(8), nullable=False),
        sa.Column("office_code", sa.String(16), nullable=False),
        sa.Column("fir_key", sa.String(80), nullable=False),
    )
    op.create_index("findings_by_fir", "findings", ["fir_key"])
    op.create_table(
        "fir_gaps",
        sa.Column("key", sa.String(80), primary_key=True),
        sa.Column("station_code", sa.String(16), nullable=False),
        sa.Column("fields", sa.Integer, nullable=False),
    )
    op.create_table(
        "carried_usage",
        sa.Column("state_code", sa.String(8), primary_key=True),
        sa.Column("month", sa.String(7), primary_key=True),
        sa.Column("stations", sa.Integer, nullable=False),
        sa.Column("log_ins", sa.BigInteger, nullable=False),
        sa.Column("log_ins_month", sa.BigInteger, nullable=False),
        sa.Column("alerts", sa.BigInteger, nullable=False),
        sa.Column("alerts_month", sa.BigInteger, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE findings ADD COLUMN words tsvector")
        op.execute("CREATE INDEX findings_by_words ON findings USING gin (words)")
    else:
        op.execute(
            "CREATE VIRTUAL TABLE finding_words USING fts5(body, fir, names, ids, tags, sk, detail=full, "
            "tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\")"
        )
