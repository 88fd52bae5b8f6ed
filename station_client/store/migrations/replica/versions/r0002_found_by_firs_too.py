"""The index of words holds the words of an alert's FIR too; how often a word stands is kept beside it.

The old index goes; the new one is filled in small steps while the program is used (``replica/filling.py``).
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

# A page of the index must fit whole into a page of the encrypted file (4,096 less 80 for its seal and 35 for the
# row's own): one byte more, and each lies on two. Segments are merged by sixteens, which
# halves what the usual fours write; what that leaves is merged when nobody waits (``Search.tidy``).
STATEMENTS = (
    "DROP TABLE lexicon",
    "DROP TABLE words",
    """CREATE VIRTUAL TABLE words USING fts5(
        body, fir, names, ids, tags, sk, content='', contentless_delete=1, detail=full,
        tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")""",
    "INSERT INTO words(words, rank) VALUES('pgsz', 3960)",
    "INSERT INTO words(words, rank) VALUES('automerge', 16)",
    "INSERT INTO words(words, rank) VALUES('crisismerge', 48)",
    "INSERT INTO words(words, rank) VALUES('hashsize', 4194304)",
    "CREATE TABLE vocabulary (term TEXT PRIMARY KEY, docs INTEGER NOT NULL) WITHOUT ROWID",
)


def upgrade() -> None:
    """Make the tables of the index anew."""
    for statement in STATEMENTS:
        op.execute(statement)
