"""Indexes that a nation's centre needs: each stream of the feed by itself, and who belongs to an office."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

STREAMS = (
    ("records_directory", ["sequence"], "kind || '' IN ('state', 'district', 'office')"),
    ("records_alerts", ["sequence"], "kind || '' = 'alert'"),
    ("records_shared", ["sequence"], "shared"),
    ("records_firs", ["state_code", "sequence"], "kind || '' = 'fir'"),
)


def upgrade() -> None:
    """Make the indexes."""
    for name, columns, those in STREAMS:
        op.create_index(name, "records", columns, sqlite_where=sa.text(those), postgresql_where=sa.text(those))
    op.create_index("officers_by_office", "officers", ["office_code"])
    op.create_index("machines_by_office", "machines", ["office_code"])
    op.create_index("sessions_by_login", "sessions", ["login"])
