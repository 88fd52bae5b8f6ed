"""When an alert runs out, beside its record, so that those that are due are found."""

from __future__ import annotations

import json
from datetime import datetime

import sqlalchemy as sa
from alembic import op

from central.store.tables import Moment

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

STANDING = frozenset({"active", "corrected"})
PAGE = 1000


def upgrade() -> None:
    """Add the moment, and note it of the alerts that are there."""
    op.add_column("records", sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("records_expiring", "records", ["expires_at"])
    table = sa.table(
        "records",
        sa.column("kind", sa.String),
        sa.column("key", sa.String),
        sa.column("gone", sa.Boolean),
        sa.column("body", sa.LargeBinary),
        sa.column("expires_at", Moment),
    )
    last, connection = "", op.get_bind()
    alerts = sa.select(table.c.key, table.c.body).where(table.c.kind == "alert", sa.not_(table.c.gone))
    while page := connection.execute(alerts.where(table.c.key > last).order_by(table.c.key).limit(PAGE)).all():
        last = page[-1].key
        for row in page:
            told = json.loads(row.body)
            if told.get("expires_at") and told["life"] in STANDING:
                mine = sa.and_(table.c.kind == "alert", table.c.key == row.key)
                end = datetime.fromisoformat(told["expires_at"])
                connection.execute(table.update().where(mine).values(expires_at=end))
