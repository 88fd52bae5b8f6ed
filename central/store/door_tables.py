"""The tables of the door, as the code sees them: pictures that wait for an answer, and officers' one-time codes."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, String, Table

from central.store.tables import Moment, metadata

challenges = Table(
    "challenges",
    metadata,
    Column("challenge", String(64), primary_key=True),
    Column("login", String(64), nullable=False),
    Column("answer_hash", String(64), nullable=False),
    Column("in_words", Boolean, nullable=False),
    Column("until", Moment, nullable=False),
    Index("challenges_by_login", "login"),
    Index("challenges_by_end", "until"),
)

one_time_codes = Table(
    "one_time_codes",
    metadata,
    Column("login", String(64), ForeignKey("officers.login"), primary_key=True),
    Column("secret", String(200), nullable=False),  # sealed (central.code_key); in clear from an older version
    Column("last_step", BigInteger, nullable=False),
    Column("made_at", Moment, nullable=False),
)
