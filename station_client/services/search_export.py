"""Results of a search on their way out of this PC: told as the law lets them be told, with a trace, in clear.

A sheet is read by whoever finds it: the victim's identity does not leave, nor does a number that names a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from station_client.domain.redaction import description_outside
from station_client.services.audit import Audit
from station_client.services.deeds import Deed
from station_client.services.presence import Presence
from station_client.services.progress import Progress
from station_client.services.search import Search
from station_client.services.views import AlertLine, OutsideLine, SearchQuery
from station_client.store.replica.replica import Replica

MOST_ROWS: Final = 10_000
A_PAGE: Final = 250


class SearchExport:
    """Gathers what was found for a sheet, and writes down that it left."""

    def __init__(self, presence: Presence, search: Search, audit: Audit) -> None:
        """Read as whoever is signed in."""
        self._presence = presence
        self._search = search
        self._audit = audit

    def gather(self, query: SearchQuery, progress: Progress) -> tuple[OutsideLine, ...] | None:
        """Give the newest 10,000 results as they may leave; None where it was cancelled. Raises as a search does."""
        found: list[OutsideLine] = []
        before: int | None = None
        while len(found) < MOST_ROWS:
            page = self._search.find(query, before, min(A_PAGE, MOST_ROWS - len(found)))
            with self._presence.at_work() as opened:
                found += _outside(page.lines, opened.stores.replica)
            if not progress.step(len(found), page.count):
                return None
            before = page.next_row
            if before is None:
                break
        return tuple(found)

    def exported(self, rows: int, sha256: str) -> None:
        """Note that a sheet of so many rows is written; call it before it is. Its hash is what it is known by."""
        self._audit.record(Deed.SEARCH_EXPORTED, f"{rows} {sha256}")


def _outside(lines: Sequence[AlertLine], replica: Replica) -> list[OutsideLine]:
    firs = {key: replica.firs.one(key) for key in {one.fir_key for one in lines if one.fir_key}}
    told: list[OutsideLine] = []
    for line in lines:
        alert = replica.alerts.one(line.uid)
        if alert is not None:  # else it was withdrawn since the page was read
            told.append(OutsideLine(line, description_outside(alert, firs.get(alert.fir_key))))
    return told
