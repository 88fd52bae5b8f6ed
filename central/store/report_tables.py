"""The tables behind reports and the search: what is counted and found of each alert, and figures entered as data."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table

from central.store.tables import metadata

findings = Table(
    "findings",
    metadata,
    Column("row", BigInteger, primary_key=True, autoincrement=False),  # by when the alert was received
    Column("uid", String(80), nullable=False, unique=True),
    Column("category", String(40), nullable=False),
    Column("state_code", String(8), nullable=False),
    Column("office_code", String(16), nullable=False),
    Column("fir_key", String(80), nullable=False),
    Index("findings_by_fir", "fir_key"),
)

sketches = Table(
    "sketches",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("row", BigInteger, primary_key=True, autoincrement=False),  # of ``findings``
    Index("sketches_by_row", "row"),
)

gaps = Table(
    "fir_gaps",
    metadata,
    Column("key", String(80), primary_key=True),
    Column("station_code", String(16), nullable=False),
    Column("fields", Integer, nullable=False),  # how many fields that every FIR has are empty
)

carried = Table(
    "carried_usage",
    metadata,
    Column("state_code", String(8), primary_key=True),
    Column("month", String(7), primary_key=True),
    Column("stations", Integer, nullable=False),
    Column("log_ins", BigInteger, nullable=False),
    Column("log_ins_month", BigInteger, nullable=False),
    Column("alerts", BigInteger, nullable=False),
    Column("alerts_month", BigInteger, nullable=False),
)
