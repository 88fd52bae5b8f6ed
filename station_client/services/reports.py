"""Reports: the centre's, kept with the moment they were true; and those that this PC's copy can make with no line."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Final

from station_client.clock import Clock
from station_client.domain.alert import Category
from station_client.domain.office import Act
from station_client.domain.report import Cell, Column, Report, ReportName, after, begins, month_of, months_to
from station_client.errors import NotEntitledError
from station_client.ports import SyncControl
from station_client.services.asking import Asking
from station_client.services.audit import Audit
from station_client.services.deeds import Deed
from station_client.services.presence import Presence

AT_THE_CENTRE: Final = frozenset({ReportName.FORM_24, ReportName.BY_STATE})
MONTHS: Final = 12
_NOTE: Final = "report:"


class Reports:
    """What supervisors count."""

    def __init__(self, presence: Presence, asking: Asking, sync: SyncControl, audit: Audit, clock: Clock) -> None:
        """Read as whoever is signed in."""
        self._audit = audit
        self._presence = presence
        self._asking = asking
        self._sync = sync
        self._clock = clock

    def this_month(self) -> str:
        """Name the month of now."""
        return month_of(self._clock.now())

    def may_ask(self) -> bool:
        """Tell whether the officer may have the centre's reports."""
        return Act.REPORT in self._presence.officer().rights.acts

    def ask(self, name: ReportName, month: str) -> Report:
        """Ask the centre and keep the answer.

        Raises ``NotEntitledError``, ``LineError``, ``RefusalError``, ``AnswerError``.
        """
        if not self.may_ask():
            raise NotEntitledError("report")
        with self._presence.at_work() as opened:
            found = self._asking.report(name, month)
            opened.stores.desk.settings.put(f"{_NOTE}{name}", _written(found))
        return found

    def kept(self, name: ReportName, month: str) -> Report | None:
        """Give the centre's last answer, where it is of this month and the officer may have it."""
        note = self._presence.stores().desk.settings.get(f"{_NOTE}{name}") if self.may_ask() else None
        found = _read(note) if note else None
        return found if found is not None and found.month == month else None

    def local(self, name: ReportName, month: str) -> Report:
        """Make a report from this PC's copy; it is as fresh as the last sync."""
        as_on = self._sync.status().last_sync or self._clock.now()
        if name is ReportName.QUALITY:
            return self._quality(month, as_on)
        if name is ReportName.BY_MONTH:
            return self._by_month(month, as_on)
        return self._by_category(month, as_on)

    def for_paper(self, report: Report) -> Report:
        """Give a report that is to be printed or written to a file, and note that it is: none without its trace.

        Raises where the trace cannot be kept.
        """
        self._audit.record(Deed.REPORT_EXPORTED, f"{report.name} {report.month}")
        return report

    def _by_category(self, month: str, as_on: datetime) -> Report:
        counts, end = self._presence.stores().replica.counts, begins(after(month))
        whole, part = counts.by_category(None, end), counts.by_category(begins(month), end)
        rows = tuple((str(one), whole.get(one, 0), part.get(one, 0)) for one in Category)
        columns = (Column.CATEGORY, Column.ALERTS, Column.ALERTS_MONTH)
        return Report(ReportName.BY_CATEGORY, month, columns, rows, as_on)

    def _by_month(self, month: str, as_on: datetime) -> Report:
        counts = self._presence.stores().replica.counts
        rows: list[tuple[Cell, ...]] = []
        for one in months_to(month, MONTHS):
            found = counts.by_category(begins(one), begins(after(one)))
            rows.append((one, *(found.get(kind, 0) for kind in Category), sum(found.values())))
        columns = (Column.MONTH, *map(str, Category), Column.ALERTS)
        return Report(ReportName.BY_MONTH, month, columns, tuple(rows), as_on)

    def _quality(self, month: str, as_on: datetime) -> Report:
        office = self._presence.officer().office
        found = self._presence.stores().replica.counts.unsound(office.code)
        row = (office.code, office.name, found.without_fir, found.unlinked, found.duplicates, found.gaps)
        columns = (Column.CODE, Column.STATION, Column.WITHOUT_FIR, Column.UNLINKED, Column.DUPLICATES, Column.GAPS)
        return Report(ReportName.QUALITY, month, columns, (row,), as_on)


def _written(report: Report) -> str:
    table = [report.name, report.month, report.columns, report.rows, report.as_on.isoformat()]
    return json.dumps(table, ensure_ascii=False)


def _read(note: str) -> Report | None:
    """Read a report as this program kept it; one of another version is none."""
    try:
        name, month, columns, rows, as_on = json.loads(note)
        return Report(name, month, tuple(columns), tuple(map(tuple, rows)), datetime.fromisoformat(as_on))
    except (ValueError, TypeError):
        return None
