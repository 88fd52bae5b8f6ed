"""Which alerts may say nearly the same as a text: those whose sketches meet its own."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from sqlalchemy import Connection, TextClause, delete, select, text

from central.store.report_tables import findings, sketches
from central.store.tables import records

# Each band of each text is a pair (the text's place, the band): so all texts of a batch are one question.
_PAIRS: Final = {
    "sqlite": "(SELECT json_extract(value, '$[0]') AS item, json_extract(value, '$[1]') AS band"
    " FROM json_each(:pairs))",
    "postgresql": "(SELECT (value->>0)::int AS item, (value->>1)::bigint AS band"
    " FROM json_array_elements(CAST(:pairs AS json)))",
}
_NEWER: Final = (
    " JOIN findings ON findings.row = sketches.row"
    " JOIN records ON records.kind = 'alert' AND records.key = findings.uid AND records.sequence > :after"
)


class Sketches:
    """The sketches of all alerts, under their rows in the index."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def put(self, fresh: Iterable[tuple[int, Sequence[int]]]) -> None:
        """Take texts in, each by its row and its bands; of the same rows nothing may be there."""
        new = [{"band": band, "row": row} for row, bands in fresh for band in dict.fromkeys(bands)]
        if new:
            self._connection.execute(sketches.insert(), new)

    def drop(self, row: int) -> None:
        """Let go of an alert's text."""
        self._connection.execute(delete(sketches).where(sketches.c.row == row))

    def near(
        self, wanted: Sequence[Sequence[int]], *, since_row: int, after: int, most: int
    ) -> tuple[tuple[int, bytes], ...]:
        """Give which alerts meet texts in any band: the text's place among ``wanted``, and the alert's body.

        Of each text so many at the most, those with the most bands first, and the newer of two. Only alerts received
        from a row on, and changed after a sequence.
        """
        pairs = [(item, band) for item, bands in enumerate(wanted) for band in bands]
        if not pairs:
            return ()
        given = {"pairs": json.dumps(pairs), "since": since_row, "most": most} | ({"after": after} if after else {})
        found = self._connection.execute(_near(self._connection.dialect.name, newer=after > 0), given).all()
        bodies = bodies_in(self._connection, {int(row) for _, row in found})
        return tuple((int(item), bodies[int(row)]) for item, row in found if int(row) in bodies)


def bodies_in(connection: Connection, rows: Collection[int]) -> dict[int, bytes]:
    """Give the bodies of alerts, as the feed tells them, by their rows in the index."""
    here = select(findings.c.row, records.c.body).join(records, records.c.key == findings.c.uid)
    here = here.where(records.c.kind == "alert", ~records.c.gone, findings.c.row.in_(rows))
    return {int(row): bytes(body) for row, body in connection.execute(here)}


def _near(dialect: str, *, newer: bool) -> TextClause:
    """Write the question for one kind of database."""
    joined = _NEWER if newer else ""
    met = (
        "SELECT wanted.item AS item, sketches.row AS row, row_number() OVER"  # noqa: S608 our own words
        " (PARTITION BY wanted.item ORDER BY count(*) DESC, sketches.row DESC) AS place"
        f" FROM {_PAIRS[dialect]} AS wanted JOIN sketches ON sketches.band = wanted.band{joined}"
        " WHERE sketches.row >= :since GROUP BY wanted.item, sketches.row"
    )
    return text(f"SELECT item, row FROM ({met}) AS met WHERE place <= :most ORDER BY item, place")  # noqa: S608 the same
