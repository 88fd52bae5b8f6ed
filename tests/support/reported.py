"""Reports that were never counted, for the window's tests."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from station_client.domain.alert import Category
from station_client.domain.report import Column, Report, ReportName
from station_client.errors import StationError
from tests.support.stored_alerts import NOW

COLUMNS = (
    Column.NUMBER,
    Column.STATE,
    Column.STATIONS,
    Column.LOG_INS,
    Column.LOG_INS_MONTH,
    Column.ALERTS,
    Column.ALERTS_MONTH,
)
FORM_24 = Report(
    ReportName.FORM_24,
    "2026-08",
    COLUMNS,
    ((1, "UTTAR PRADESH", 1500, 9000, 700, 5200, 310), (2, "UTTARAKHAND", 160, 2100, 150, 9800, 1067)),
    NOW,
)
BY_CATEGORY = Report(
    ReportName.BY_CATEGORY,
    "2026-08",
    (Column.CATEGORY, Column.ALERTS, Column.ALERTS_MONTH),
    tuple((str(one), 10 * at, at) for at, one in enumerate(Category)),
    NOW,
)


@dataclass
class FakeReports:
    """``services.reports.Reports`` in memory; ``error`` is what the line says, ``counted`` what the copy does."""

    held: Report | None = None
    answered: Report = FORM_24
    counted: Report = BY_CATEGORY
    error: StationError | None = None
    untraced: StationError | None = None
    right: bool = True
    calls: list[str] = field(default_factory=list)

    def this_month(self) -> str:
        """Name a month."""
        return "2026-08"

    def for_paper(self, report: Report) -> Report:
        """Give it and note it, unless the trail cannot be written."""
        if self.untraced is not None:
            raise self.untraced
        self.calls.append(f"exported {report.name} {report.month}")
        return report

    def may_ask(self) -> bool:
        """Tell whether the officer may."""
        return self.right

    def ask(self, name: ReportName, month: str) -> Report:
        """Give what the centre answers, or the error."""
        self.calls.append(f"ask {name} {month}")
        if self.error is not None:
            raise self.error
        return replace(self.answered, name=name, month=month)

    def kept(self, name: ReportName, month: str) -> Report | None:
        """Give what is held."""
        return replace(self.held, name=name, month=month) if self.held else None

    def local(self, name: ReportName, month: str) -> Report:
        """Give the counts by category."""
        self.calls.append(f"local {name} {month}")
        return replace(self.counted, month=month)
