"""What the feed of frames asks often: active High Alerts, counts and digests, what was forgotten, the snapshots."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MODULUS = 1 << 128
Bucket = tuple[str, str, bool]


def upgrade() -> None:
    """Add the tables, and count what is there already."""
    op.add_column("records", sa.Column("high", sa.Boolean, nullable=False, server_default=sa.false()))
    high = sa.text("high")
    op.create_index("records_high", "records", ["sequence"], sqlite_where=high, postgresql_where=high)
    _tables()
    _count()


def _tables() -> None:
    op.create_table(
        "tallies",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("state_code", sa.String(8), primary_key=True),
        sa.Column("open", sa.Boolean, primary_key=True),
        sa.Column("tally", sa.BigInteger, nullable=False),
        sa.Column("digest", sa.String(32), nullable=False),
    )
    op.create_table(
        "milestones",
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("sequence", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "snapshots",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("state_code", sa.String(8), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("cursor", sa.BigInteger, nullable=False),
        sa.Column("rows", sa.BigInteger, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
    )


def _count() -> None:
    """Go through every record once."""
    connection = op.get_bind()
    records = sa.table("records", *(sa.column(name) for name in ("kind", "key", "high")))
    sums: dict[Bucket, tuple[int, int]] = {}
    high: list[str] = []
    query = sa.text("SELECT kind, key, sequence, state_code, shared, withheld, body FROM records WHERE NOT gone")
    for row in connection.execute(query):
        bucket = (row.kind, row.state_code, bool(row.shared and not row.withheld)) if row.kind == "fir" else None
        tally, digest = sums.get(bucket or (row.kind, "", True), (0, 0))
        sums[bucket or (row.kind, "", True)] = (tally + 1, (digest + _weight(row)) % MODULUS)
        if row.kind == "alert" and _is_high(row.body):
            high.append(row.key)
    for key in high:
        connection.execute(sa.update(records).where(records.c.kind == "alert", records.c.key == key).values(high=True))
    tallies = sa.table("tallies", *(sa.column(name) for name in ("kind", "state_code", "open", "tally", "digest")))
    for (kind, state, is_open), (tally, digest) in sums.items():
        new = {"kind": kind, "state_code": state, "open": is_open, "tally": tally, "digest": f"{digest:032x}"}
        connection.execute(sa.insert(tallies).values(new))


def _weight(row: sa.Row[Any]) -> int:
    named = f"{row.kind}|{row.key}|{row.sequence}"
    return int.from_bytes(hashlib.sha256(named.encode()).digest()[:16], "big")


def _is_high(body: bytes) -> bool:
    alert = json.loads(bytes(body))
    return bool(alert["category"] == "high-alert" and alert["life"] == "active")
