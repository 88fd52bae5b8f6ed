"""How sound the records of each station of a State are: what is missing, what leads nowhere, what stands twice."""

from __future__ import annotations

from datetime import datetime

from central.store.unit import Unit
from station_client.domain.report import Column, Report, ReportName, Unsound
from sync.protocol.codes import REPORT_ROWS

COLUMNS = (
    Column.CODE,
    Column.STATION,
    Column.WITHOUT_FIR,
    Column.UNLINKED,
    Column.DUPLICATES,
    Column.GAPS,
)


def quality(unit: Unit, state_code: str, month: str, now: datetime) -> Report:
    """Make the report of a State's offices as they are now; those with nothing to look at are left out."""
    names = {one.code: one.name for one in unit.usage.offices() if one.state_code == state_code}
    found = unit.usage.unsound(state_code)
    worst = sorted(found.items(), key=lambda pair: (-_sum(pair[1]), pair[0]))
    rows = tuple(
        (code, names.get(code, ""), one.without_fir, one.unlinked, one.duplicates, one.gaps)
        for code, one in worst[:REPORT_ROWS]
        if _sum(one)
    )
    return Report(ReportName.QUALITY, month, COLUMNS, rows, now)


def _sum(one: Unsound) -> int:
    return one.without_fir + one.unlinked + one.duplicates + one.gaps
