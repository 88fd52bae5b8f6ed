"""The desk's tables as SQLAlchemy Core sees them; ``migrations/desk`` makes them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

drafts = Table(
    "drafts",
    metadata,
    Column("draft_id", Text, primary_key=True),
    Column("author", Text),
    Column("saved_at", Text),
    Column("version", Integer),
    Column("submitted", Integer),
    Column("body", LargeBinary),
    Column("empty", Integer),
)

earlier = Table(
    "earlier_drafts",
    metadata,
    Column("draft_id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("saved_at", Text),
    Column("body", LargeBinary),
)

outbox = Table(
    "outbox",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("item_id", Text),
    Column("draft_id", Text),
    Column("state", Text),
    Column("body", LargeBinary),
)

messages = Table(
    "messages",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("message_id", Text),
    Column("state", Text),
    Column("body", LargeBinary),
)

receipts = Table(
    "receipts",
    metadata,
    Column("item_id", Text, primary_key=True),
    Column("received_at", Text),
    Column("body", LargeBinary),
)

attention = Table(
    "attention",
    metadata,
    Column("uid", Text, primary_key=True),
    Column("attention", Text),
    Column("login", Text),
    Column("at", Text),
)

settings = Table("settings", metadata, Column("name", Text, primary_key=True), Column("value", Text))

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("entry", LargeBinary),
    Column("chain", LargeBinary),
)


def moment_text(moment: datetime) -> str:
    """Write a moment so that texts sort as moments do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
