"""The tables as the centre's code sees them; the migrations make them so."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    false,
    text,
)
from sqlalchemy.engine import Dialect

metadata = MetaData()

DIRECTORY_KINDS = ("state", "district", "office")

# Spelt alike in the indexes and in the questions: a database knows that an index serves only where both say the same.
# With `|| ''` no other index serves: SQLite would rather go through all of a kind by its key.
DIRECTORY = "kind || '' IN ('state', 'district', 'office')"
ALERTS = "kind || '' = 'alert'"
FIRS = "kind || '' = 'fir'"


class Moment(TypeDecorator[datetime]):
    """A UTC moment, whole on PostgreSQL and without its zone on SQLite, which has none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Bring any moment to UTC before it is kept."""
        if value is None:
            return None
        whole = value.astimezone(UTC)
        return whole.replace(tzinfo=None) if dialect.name == "sqlite" else whole

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Words(TypeDecorator[tuple[str, ...]]):
    """A short list of codes, kept as one text with blanks between."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        """Join the codes."""
        del dialect
        return " ".join(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """Part the codes."""
        del dialect
        return tuple((value or "").split())


counters = Table(
    "counters",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", BigInteger, nullable=False),
)

records = Table(
    "records",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("key", String(80), primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("state_code", String(8), nullable=False),
    Column("fir_key", String(80), nullable=False),
    Column("shared", Boolean, nullable=False),  # other States ever had this FIR
    Column("withheld", Boolean, nullable=False, server_default=false()),  # and may have it no longer
    Column("gone", Boolean, nullable=False),
    Column("high", Boolean, nullable=False, server_default=false()),  # an active High Alert
    Column("expires_at", Moment, nullable=True),  # of an alert that counts until then, and not after
    Column("body", LargeBinary, nullable=False),
    Index("records_expiring", "expires_at"),
    Index("records_by_sequence", "sequence", unique=True),
    Index("records_by_fir", "fir_key"),
    Index("records_high", "sequence", sqlite_where=text("high"), postgresql_where=text("high")),
    # the four streams of which every office's feed is a part (streams.page_of)
    Index("records_directory", "sequence", sqlite_where=text(DIRECTORY), postgresql_where=text(DIRECTORY)),
    Index("records_alerts", "sequence", sqlite_where=text(ALERTS), postgresql_where=text(ALERTS)),
    Index("records_shared", "sequence", sqlite_where=text("shared"), postgresql_where=text("shared")),
    Index("records_firs", "state_code", "sequence", sqlite_where=text(FIRS), postgresql_where=text(FIRS)),
)

tallies = Table(
    "tallies",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("state_code", String(8), primary_key=True),  # of FIRs only
    Column("open", Boolean, primary_key=True),  # a FIR that goes to other States
    Column("tally", BigInteger, nullable=False),
    Column("digest", String(32), nullable=False),
)

milestones = Table(
    "milestones",
    metadata,
    Column("day", String(10), primary_key=True),
    Column("sequence", BigInteger, nullable=False),  # the head when that day was first seen
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("state_code", String(8), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("cursor", BigInteger, nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("made_at", Moment, nullable=False),
)

officers = Table(
    "officers",
    metadata,
    Column("login", String(64), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("rank", String(60), nullable=False),
    Column("office_code", String(16), nullable=False),
    Column("password_hash", String(200), nullable=False),
    Column("acts", Words, nullable=False),
    Column("categories", Words, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("made_at", Moment, nullable=False),
    Index("officers_by_office", "office_code"),
)

failures = Table(
    "failures",
    metadata,
    Column("login", String(64), primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("until", Moment, nullable=True),
)

machines = Table(
    "machines",
    metadata,
    Column("machine_id", String(64), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("office_code", String(16), nullable=False),
    Column("enrolled_by", String(64), nullable=False),
    Column("enrolled_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("program_version", String(40), nullable=False),
    Column("revoked_at", Moment, nullable=True),
    Index("machines_by_office", "office_code"),
)

machine_officers = Table(
    "machine_officers",
    metadata,
    Column("machine_id", String(64), ForeignKey("machines.machine_id"), primary_key=True),
    Column("login", String(64), ForeignKey("officers.login"), primary_key=True),
    Column("first_at", Moment, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("session_id", String(36), primary_key=True),
    Column("login", String(64), ForeignKey("officers.login"), nullable=False),
    Column("machine_id", String(64), ForeignKey("machines.machine_id"), nullable=False),
    Column("access_hash", String(64), nullable=False),
    Column("access_until", Moment, nullable=False),
    Column("refresh_hash", String(64), nullable=False),
    Column("refresh_until", Moment, nullable=False),
    Column("former_hash", String(64), nullable=False),
    Column("confirmed", Boolean, nullable=False),
    Column("family_hash", String(64), nullable=False, server_default=""),
    Column("bound", Boolean, nullable=False, server_default=false()),
    Index("sessions_by_access", "access_hash", unique=True),
    Index("sessions_by_refresh", "refresh_hash", unique=True),
    Index("sessions_by_former", "former_hash"),
    Index("sessions_by_login", "login"),
    Index("sessions_by_family", "family_hash"),
)

items = Table(
    "items",
    metadata,
    Column("item_id", String(36), primary_key=True),
    Column("content_hash", String(64), nullable=False),
    Column("machine_id", String(64), nullable=False),
    Column("office_code", String(16), nullable=False),
    Column("author", String(64), nullable=False),
    Column("record_number", String(20), nullable=False, unique=True),
    Column("written_at", Moment, nullable=False),
    Column("skew_seconds", Float, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("complete_at", Moment, nullable=True),
    Column("text_hash", String(64), nullable=False, server_default=""),  # of the words as they were sent
    Column("alike", Text, nullable=False, server_default=""),  # as its sender was told
    Index("items_by_machine", "machine_id", "received_at"),
    Index("items_by_office", "office_code", "received_at"),
)

item_files = Table(
    "item_files",
    metadata,
    Column("item_id", String(36), ForeignKey("items.item_id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("name", String(200), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("verified", Boolean, nullable=False),
    Index("item_files_by_hash", "sha256"),
)

blobs = Table(
    "blobs",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("container", String(8), nullable=False),
    Column("stored_at", Moment, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("login", String(64), nullable=False),
    Column("machine_id", String(64), nullable=False),
    Column("act", String(40), nullable=False),
    Column("subject", String(120), nullable=False),
    Column("request_id", String(64), nullable=False),
)

station_trails = Table(
    "station_trails",
    metadata,
    Column("machine_id", String(64), ForeignKey("machines.machine_id"), primary_key=True),
    Column("strand", BigInteger, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("login", String(200), nullable=False),
    Column("act", String(200), nullable=False),
    Column("subject", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("skew_seconds", Float, nullable=False),
    Column("chain", String(64), nullable=False),
    Column("received_at", Moment, nullable=False),
)

log_ins = Table(
    "log_ins",
    metadata,
    Column("office_code", String(16), primary_key=True),
    Column("month", String(7), primary_key=True),
    Column("tally", Integer, nullable=False),
)
