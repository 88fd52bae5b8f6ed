"""FIRs as the copy holds them."""

from __future__ import annotations

from sqlalchemy import select

from station_client.domain.fir import Fir
from station_client.store.database import Database
from station_client.store.forms import from_json
from station_client.store.replica.tables import firs
from station_client.text.index import short_number

MOST = 200


class Firs:
    """Read FIRs; only the feed writes them."""

    def __init__(self, database: Database) -> None:
        """Stand on the replica's file."""
        self._database = database

    def one(self, key: str) -> Fir | None:
        """Give the FIR of a key (``station/year/serial``), or None where this PC's copy does not hold it."""
        with self._database.read() as connection:
            body = connection.execute(select(firs.c.body).where(firs.c.key == key)).scalar_one_or_none()
        return None if body is None else from_json(body, Fir)

    def by_short(self, short: str, station: str | None = None) -> tuple[Fir, ...]:
        """Give the FIRs of a short number (``0123/2026``), newest first; of one station if it is named."""
        wanted = select(firs.c.body).where(firs.c.short == short_number(short)).order_by(firs.c.row.desc())
        if station is not None:
            wanted = wanted.where(firs.c.station == station)
        with self._database.read() as connection:
            return tuple(from_json(body, Fir) for body in connection.execute(wanted.limit(MOST)).scalars())
