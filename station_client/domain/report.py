"""Reports: tables of counts that supervisors read, the same at the centre, on screen and on paper. Pure.

No cell says anything of a case: names of places, codes, months and numbers only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from station_client.clock import IST, to_ist

_MONTH: Final = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])", re.ASCII)
DECEMBER: Final = 12

Cell = str | int


class ReportName(StrEnum):
    """Which report it is."""

    FORM_24 = "form-24"
    BY_CATEGORY = "alerts-by-category"
    BY_STATE = "alerts-by-state"
    BY_MONTH = "alerts-by-month"
    QUALITY = "data-quality"


class Column(StrEnum):
    """What a column holds; the faces word it."""

    NUMBER = "number"
    STATE = "state"
    DISTRICT = "district"
    STATION = "station"
    CODE = "code"
    STATIONS = "stations"
    LOG_INS = "log-ins"
    LOG_INS_MONTH = "log-ins-month"
    ALERTS = "alerts"
    ALERTS_MONTH = "alerts-month"
    CATEGORY = "category"
    MONTH = "month"
    WITHOUT_FIR = "without-fir"
    UNLINKED = "unlinked"
    DUPLICATES = "duplicates"
    GAPS = "gaps"


TEXTS: Final = frozenset(
    {Column.STATE, Column.DISTRICT, Column.STATION, Column.CODE, Column.CATEGORY, Column.MONTH, Column.NUMBER}
)
"""Columns that are not added up."""


@dataclass(frozen=True, slots=True)
class Unsound:
    """What of an office's records should be looked at."""

    without_fir: int = 0
    unlinked: int = 0
    duplicates: int = 0
    gaps: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """One table. ``month`` (``2026-08``) is the one that was asked for; ``as_on`` is when it was true."""

    name: str
    month: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    as_on: datetime

    @property
    def totals(self) -> tuple[Cell, ...]:
        """Add up every column that can be."""
        return tuple(
            "" if name in TEXTS else sum(row[at] for row in self.rows if isinstance(row[at], int))  # type: ignore[misc] # isinstance narrows no index
            for at, name in enumerate(self.columns)
        )


def is_month(text: str) -> bool:
    """Tell whether a text names a month, as ``2026-08``."""
    return _MONTH.fullmatch(text) is not None


def month_of(moment: datetime) -> str:
    """Name the month of a moment in India."""
    return f"{to_ist(moment):%Y-%m}"


def begins(month: str) -> datetime:
    """Give the moment (UTC) at which a month begins in India."""
    year, number = map(int, month.split("-"))
    return datetime(year, number, 1, tzinfo=IST).astimezone(UTC)


def after(month: str) -> str:
    """Name the month that follows."""
    year, number = map(int, month.split("-"))
    return f"{year + number // DECEMBER:04d}-{number % DECEMBER + 1:02d}"


def months_to(month: str, count: int) -> tuple[str, ...]:
    """Name the last ``count`` months up to ``month``, the oldest first."""
    year, number = map(int, month.split("-"))
    last = year * DECEMBER + number - 1
    return tuple(f"{one // DECEMBER:04d}-{one % DECEMBER + 1:02d}" for one in range(last - count + 1, last + 1))
