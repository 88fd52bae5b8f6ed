"""Alerts that stand and have an end are found by that end, so that a search knows which are over by the clock."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Index the ends; a copy of a million alerts is read through once for it."""
    op.execute(
        "CREATE INDEX alerts_ending ON alerts(rtrim(json_extract(CAST(body AS TEXT), '$.expires_at'), 'Z'))"
        " WHERE life IN ('active', 'corrected')"
        " AND rtrim(json_extract(CAST(body AS TEXT), '$.expires_at'), 'Z') IS NOT NULL"
    )
