"""The tables behind the page for State IT, as the code sees them; migration 0020 makes them so."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, ForeignKey, String, Table

from central.store.tables import Moment, metadata

standings = Table(
    "standings",
    metadata,
    Column("machine_id", String(64), ForeignKey("machines.machine_id"), primary_key=True),
    Column("told_at", Moment, nullable=False),
    Column("program_version", String(40), nullable=False),
    Column("waiting", BigInteger, nullable=False),
    Column("oldest_seconds", BigInteger, nullable=False),
    Column("refused", BigInteger, nullable=False),
    Column("set_aside", BigInteger, nullable=False),
    Column("skew_seconds", Float, nullable=False),
)

steward_sessions = Table(
    "steward_sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("login", String(64), ForeignKey("officers.login"), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
)
