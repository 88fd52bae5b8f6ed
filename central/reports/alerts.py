"""Alerts by category, by State and by month."""

from __future__ import annotations

from datetime import datetime

from central.store.findings import LAST_ROW, first_row
from central.store.unit import Unit
from station_client.domain.alert import Category
from station_client.domain.report import Cell, Column, Report, ReportName, after, begins, months_to

MONTHS = 12


def by_category(unit: Unit, month: str, now: datetime) -> Report:
    """Count the alerts of each category, all up to the end of a month and those of the month."""
    columns = (Column.CATEGORY, Column.ALERTS, Column.ALERTS_MONTH)
    whole, part = _until(unit, month), _within(unit, month)
    rows = tuple((str(one), _of(whole, category=one), _of(part, category=one)) for one in Category)
    return Report(ReportName.BY_CATEGORY, month, columns, rows, now)


def by_state(unit: Unit, month: str, now: datetime) -> Report:
    """Count the alerts of each State, all up to the end of a month and those of the month."""
    columns = (Column.NUMBER, Column.STATE, Column.ALERTS, Column.ALERTS_MONTH)
    whole, part = _until(unit, month), _within(unit, month)
    rows = tuple(
        (number, one.name, _of(whole, state=one.code), _of(part, state=one.code))
        for number, one in enumerate(unit.usage.states(), 1)
    )
    return Report(ReportName.BY_STATE, month, columns, rows, now)


def by_month(unit: Unit, month: str, now: datetime) -> Report:
    """Count the alerts of each of the last twelve months, by category."""
    found = [(one, _within(unit, one)) for one in months_to(month, MONTHS)]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one, *(_of(counts, category=kind) for kind in Category), _of(counts)) for one, counts in found
    )
    return Report(ReportName.BY_MONTH, month, (Column.MONTH, *map(str, Category), Column.ALERTS), rows, now)


def _until(unit: Unit, month: str) -> dict[tuple[str, str], int]:
    return unit.usage.alerts(0, min(first_row(begins(after(month))), LAST_ROW))


def _within(unit: Unit, month: str) -> dict[tuple[str, str], int]:
    return unit.usage.alerts(first_row(begins(month)), first_row(begins(after(month))))


def _of(counts: dict[tuple[str, str], int], *, state: str = "", category: str = "") -> int:
    return sum(count for (here, kind), count in counts.items() if state in ("", here) and category in ("", kind))
