"""Let nobody write into the feed who does not know what is kept out of it: a process of an older version, say.

A later migration that keeps more out raises ``least-writer`` in the counters, and ``WRITER`` of the database with it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

LEAST = "(SELECT value FROM counters WHERE name = 'least-writer')"
FUNCTION = f"""
CREATE OR REPLACE FUNCTION refuse_older_writers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(nullif(current_setting('centre.writer', true), ''), '0')::int < {LEAST} THEN
        RAISE EXCEPTION 'busy: a newer version of the centre brought this database up' USING ERRCODE = '55000';
    END IF;
    RETURN NULL;
END $$
"""
ON_POSTGRESQL = """
CREATE TRIGGER refuse_older_writers BEFORE INSERT OR UPDATE ON records
FOR EACH STATEMENT EXECUTE FUNCTION refuse_older_writers()
"""
ON_SQLITE = """
CREATE TRIGGER IF NOT EXISTS refuse_older_{act} BEFORE {act} ON records WHEN centre_writer() < {least}
BEGIN SELECT RAISE(ABORT, 'busy: a newer version of the centre brought this database up'); END
"""


def upgrade() -> None:
    """Set the least version, and what asks for it at each change of the feed."""
    counters = sa.table("counters", sa.column("name", sa.String), sa.column("value", sa.BigInteger))
    there = op.get_bind().execute(sa.select(counters.c.value).where(counters.c.name == "least-writer")).scalar()
    if there is None:
        op.bulk_insert(counters, [{"name": "least-writer", "value": 21}])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(FUNCTION)
        op.execute(ON_POSTGRESQL)
        return
    for act in ("insert", "update"):
        op.execute(ON_SQLITE.format(act=act, least=LEAST))
