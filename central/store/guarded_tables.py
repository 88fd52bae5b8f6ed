"""The tables of what does not leave by the feed, and of who was given it."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, Table, Text

from central.store.tables import Moment, metadata

guarded = Table(
    "guarded",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("key", String(80), primary_key=True),
    Column("sensitive", Boolean, nullable=False),
    Column("body", LargeBinary, nullable=False),  # the record whole, as its office wrote it
    Index("guarded_sensitive", "sensitive"),
)

victim_wordings = Table(
    "victim_wordings",
    metadata,
    Column("fir_key", String(80), primary_key=True),
    Column("wordings", Text, nullable=False),  # a list in JSON, of whoever the FIR ever named and protected
)

former_firs = Table(
    "former_firs",
    metadata,
    Column("uid", String(80), primary_key=True),
    Column("fir_key", String(80), primary_key=True),  # that its words name, or that it named before a correction
    Index("former_firs_by_fir", "fir_key"),
)

disclosures = Table(
    "disclosures",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("login", String(64), nullable=False),
    Column("machine_id", String(64), nullable=False),
    Column("office_code", String(16), nullable=False),
    Column("act", String(40), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("key", String(80), nullable=False),
    Column("reason", Text, nullable=False),
    Column("request_id", String(64), nullable=False),
)
