"""The tables of messages and of the templates that they may be made of."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, true

from central.store.tables import Moment, metadata

messages = Table(
    "messages",
    metadata,
    Column("message_id", String(36), primary_key=True),
    Column("content_hash", String(64), nullable=False),
    Column("machine_id", String(64), nullable=False),
    Column("office_code", String(16), nullable=False),
    Column("author", String(64), nullable=False),
    Column("channel", String(8), nullable=False),
    Column("subject", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("template_id", String(64), nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("sequence", BigInteger, nullable=False),  # of its last change, among messages
    Index("messages_by_machine", "machine_id", "sequence"),
    Index("messages_by_office", "office_code", "received_at"),
)

message_recipients = Table(
    "message_recipients",
    metadata,
    Column("message_id", String(36), ForeignKey("messages.message_id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("address", String(320), nullable=False),
    Column("state", String(16), nullable=False),
    Column("reason", String(40), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),  # the next try; while sending, when it counts as broken off
    Column("worker", String(36), nullable=False),
    Index("message_recipients_due", "state", "due_at"),
)

message_files = Table(
    "message_files",
    metadata,
    Column("message_id", String(36), ForeignKey("messages.message_id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("name", String(200), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("shown", Boolean, nullable=False, server_default=true()),  # its author may have it, or brought the bytes
    Index("message_files_by_hash", "sha256"),
)

message_parts = Table(
    "message_parts",
    metadata,
    Column("handle", String(120), primary_key=True),  # the network's own name for what it took
    Column("message_id", String(36), nullable=False),
    Column("position", Integer, nullable=False),
    Column("delivered", Boolean, nullable=False),
    Index("message_parts_by_recipient", "message_id", "position"),
)

sms_templates = Table(
    "sms_templates",
    metadata,
    Column("template_id", String(64), primary_key=True),
    Column("entity_id", String(64), nullable=False),
    Column("name", String(200), nullable=False),
    Column("language", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("active", Boolean, nullable=False),
)
