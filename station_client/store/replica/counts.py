"""How many alerts the copy holds of what, and which records of one office should be looked at."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import func, select, text

from station_client.domain.fir import Fir, lacking
from station_client.domain.report import Unsound
from station_client.store.database import Database
from station_client.store.forms import from_json
from station_client.store.replica.rows import first_row
from station_client.store.replica.tables import alerts, firs

_OF_OFFICE: Final = text(
    "SELECT alerts.category, json_extract(CAST(alerts.body AS TEXT), '$.fir_key') AS fir, count(*) AS tally,"
    " max(firs.key IS NOT NULL) AS here FROM alerts"
    " LEFT JOIN firs ON firs.key = json_extract(CAST(alerts.body AS TEXT), '$.fir_key')"
    " WHERE json_extract(CAST(alerts.body AS TEXT), '$.office_code') = :office GROUP BY 1, 2"
)


class Counts:
    """Counts only; nothing of a case leaves here."""

    def __init__(self, database: Database) -> None:
        """Stand on the replica's file."""
        self._database = database

    def by_category(self, since: datetime | None, until: datetime) -> dict[str, int]:
        """Count the alerts that the centre received from ``since`` on and before ``until``."""
        query = select(alerts.c.category, func.count()).where(alerts.c.row < first_row(until))
        if since is not None:
            query = query.where(alerts.c.row >= first_row(since))
        with self._database.read() as connection:
            rows = connection.execute(query.group_by(alerts.c.category))
            return {str(category): int(count) for category, count in rows}

    def unsound(self, office_code: str) -> Unsound:
        """Say what of an office's alerts and FIRs should be looked at."""
        with self._database.read() as connection:
            groups = connection.execute(_OF_OFFICE, {"office": office_code}).all()
            bodies = connection.execute(select(firs.c.body).where(firs.c.station == office_code)).scalars()
            gaps = sum(lacking(from_json(body, Fir).form) for body in bodies)
        named = [row for row in groups if row.fir]
        return Unsound(
            without_fir=sum(row.tally for row in groups if not row.fir),
            unlinked=sum(row.tally for row in named if not row.here),
            duplicates=sum(row.tally - 1 for row in named),
            gaps=gaps,
        )
