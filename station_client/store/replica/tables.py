"""The replica's tables as SQLAlchemy Core sees them; ``migrations/replica`` makes them."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

settings = Table("settings", metadata, Column("name", Text, primary_key=True), Column("value", Text))

alerts = Table(
    "alerts",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("uid", Text),
    Column("sequence", Integer),
    Column("category", Text),
    Column("life", Text),
    Column("body", LargeBinary),
)

firs = Table(
    "firs",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("key", Text),
    Column("short", Text),
    Column("station", Text),
    Column("sequence", Integer),
    Column("body", LargeBinary),
)

states = Table(
    "states",
    metadata,
    Column("code", Text, primary_key=True),
    Column("name", Text),
    Column("sequence", Integer),
)

districts = Table(
    "districts",
    metadata,
    Column("code", Text, primary_key=True),
    Column("state", Text),
    Column("name", Text),
    Column("sequence", Integer),
)

offices = Table(
    "offices",
    metadata,
    Column("code", Text, primary_key=True),
    Column("district", Text),
    Column("name", Text),
    Column("body", LargeBinary),
    Column("sequence", Integer),
)

leaving = Table("leaving", metadata, Column("kind", Text, primary_key=True), Column("key", Text, primary_key=True))
