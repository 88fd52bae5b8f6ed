"""The replica's first form: alerts, FIRs, the directory, the cursor, and the index of words."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE alerts (
        row INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        sequence INTEGER NOT NULL,
        category TEXT NOT NULL,
        life TEXT NOT NULL,
        body BLOB NOT NULL)""",
    "CREATE INDEX alerts_by_category ON alerts (category)",
    """CREATE TABLE firs (
        row INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        short TEXT NOT NULL,
        station TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        body BLOB NOT NULL)""",
    "CREATE INDEX firs_by_short ON firs (short, station)",
    "CREATE TABLE states (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE districts (code TEXT PRIMARY KEY, state TEXT NOT NULL, name TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX districts_by_state ON districts (state)",
    """CREATE TABLE offices (
        code TEXT PRIMARY KEY,
        district TEXT NOT NULL,
        name TEXT NOT NULL,
        body BLOB NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX offices_by_district ON offices (district)",
    """CREATE VIRTUAL TABLE words USING fts5(
        title, body, names, ids, tags, sk, content='', contentless_delete=1, detail=full,
        tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")""",
    "CREATE VIRTUAL TABLE lexicon USING fts5vocab(words, col)",
)


def upgrade() -> None:
    """Make every table."""
    for statement in STATEMENTS:
        op.execute(statement)
