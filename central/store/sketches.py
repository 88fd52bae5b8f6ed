"""Which alerts may say nearly the same as a text: those whose sketches meet its own."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, select

from central.store.report_tables import findings, sketches
from central.store.tables import records
from station_client.text.alike import bands, runs


class Sketches:
    """The sketches of all alerts, under their rows in the index."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def put(self, row: int, description: str) -> None:
        """Take an alert's text in; of the same row nothing may be there."""
        new = [{"band": band, "row": row} for band in dict.fromkeys(bands(runs(description)))]
        if new:
            self._connection.execute(sketches.insert(), new)

    def drop(self, row: int) -> None:
        """Let go of an alert's text."""
        self._connection.execute(delete(sketches).where(sketches.c.row == row))

    def near(self, places: tuple[int, ...], since_row: int, most: int) -> tuple[bytes, ...]:
        """Give the bodies of alerts that meet a sketch in any band, received from a row on: the most bands first."""
        if not places:
            return ()
        met = (
            select(sketches.c.row)
            .where(sketches.c.band.in_(places), sketches.c.row >= since_row)
            .group_by(sketches.c.row)
            .order_by(func.count().desc(), sketches.c.row.desc())
            .limit(most)
        )
        rows = list(self._connection.execute(met).scalars())
        here = select(records.c.body).join(findings, findings.c.uid == records.c.key)
        here = here.where(records.c.kind == "alert", ~records.c.gone, findings.c.row.in_(rows))
        return tuple(bytes(body) for body in self._connection.execute(here).scalars())
