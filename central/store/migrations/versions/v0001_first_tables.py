"""The first tables: records, accounts, machines, items, files, the audit trail."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables of the first version."""
    op.create_table(
        "counters",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "records",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("key", sa.String(80), primary_key=True),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("state_code", sa.String(8), nullable=False),
        sa.Column("fir_key", sa.String(80), nullable=False),
        sa.Column("shared", sa.Boolean, nullable=False),
        sa.Column("gone", sa.Boolean, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("records_by_sequence", "records", ["sequence"], unique=True)
    op.create_index("records_by_fir", "records", ["fir_key"])
    _accounts()
    _machines()
    _items()
    _counts()


def _accounts() -> None:
    op.create_table(
        "officers",
        sa.Column("login", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("rank", sa.String(60), nullable=False),
        sa.Column("office_code", sa.String(16), nullable=False),
        sa.Column("password_hash", sa.String(200), nullable=False),
        sa.Column("acts", sa.Text, nullable=False),
        sa.Column("categories", sa.Text, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
    )
    op.create_table(
        "failures",
        sa.Column("login", sa.String(64), primary_key=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=True),
    )


def _machines() -> None:
    op.create_table(
        "machines",
        sa.Column("machine_id", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("office_code", sa.String(16), nullable=False),
        sa.Column("enrolled_by", sa.String(64), nullable=False),
        sa.Column("enrolled_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.Column("program_version", sa.String(40), nullable=False),
        sa.Column("revoked_at", MOMENT, nullable=True),
    )
    op.create_table(
        "machine_officers",
        sa.Column("machine_id", sa.String(64), sa.ForeignKey("machines.machine_id"), primary_key=True),
        sa.Column("login", sa.String(64), sa.ForeignKey("officers.login"), primary_key=True),
        sa.Column("first_at", MOMENT, nullable=False),
    )
    op.create_table(
        "sessions",
        sa.Column("session_id", sa.String(36), primary_key=True),
        sa.Column("login", sa.String(64), sa.ForeignKey("officers.login"), nullable=False),
        sa.Column("machine_id", sa.String(64), sa.ForeignKey("machines.machine_id"), nullable=False),
        sa.Column("access_hash", sa.String(64), nullable=False),
        sa.Column("access_until", MOMENT, nullable=False),
        sa.Column("refresh_hash", sa.String(64), nullable=False),
        sa.Column("refresh_until", MOMENT, nullable=False),
        sa.Column("former_hash", sa.String(64), nullable=False),
        sa.Column("confirmed", sa.Boolean, nullable=False),
    )
    op.create_index("sessions_by_access", "sessions", ["access_hash"], unique=True)
    op.create_index("sessions_by_refresh", "sessions", ["refresh_hash"], unique=True)
    op.create_index("sessions_by_former", "sessions", ["former_hash"])


def _items() -> None:
    op.create_table(
        "items",
        sa.Column("item_id", sa.String(36), primary_key=True),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("machine_id", sa.String(64), nullable=False),
        sa.Column("office_code", sa.String(16), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("record_number", sa.String(20), nullable=False, unique=True),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("skew_seconds", sa.Float, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("complete_at", MOMENT, nullable=True),
    )
    op.create_table(
        "item_files",
        sa.Column("item_id", sa.String(36), sa.ForeignKey("items.item_id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("verified", sa.Boolean, nullable=False),
    )
    op.create_index("item_files_by_hash", "item_files", ["sha256"])
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("container", sa.String(8), nullable=False),
        sa.Column("stored_at", MOMENT, nullable=False),
    )


def _counts() -> None:
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("login", sa.String(64), nullable=False),
        sa.Column("machine_id", sa.String(64), nullable=False),
        sa.Column("act", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(120), nullable=False),
        sa.Column("request_id", sa.String(64), nullable=False),
    )
    op.create_table(
        "log_ins",
        sa.Column("office_code", sa.String(16), primary_key=True),
        sa.Column("month", sa.String(7), primary_key=True),
        sa.Column("tally", sa.Integer, nullable=False),
    )
