"""What reports and their columns are called. No Qt, so the command line may use it as it does ``ui.words``."""

from __future__ import annotations

from typing import Final

from station_client.domain.alert import Category
from station_client.domain.report import Column, ReportName
from ui import words
from ui.words import QT_TRANSLATE_NOOP, Word

_REPORT: Final[dict[str, Word]] = {
    ReportName.FORM_24: Word(QT_TRANSLATE_NOOP("words", "Form-24: usage by State/UT")),
    ReportName.BY_CATEGORY: Word(QT_TRANSLATE_NOOP("words", "Alerts by category")),
    ReportName.BY_STATE: Word(QT_TRANSLATE_NOOP("words", "Alerts by State/UT")),
    ReportName.BY_MONTH: Word(QT_TRANSLATE_NOOP("words", "Alerts by month")),
    ReportName.QUALITY: Word(QT_TRANSLATE_NOOP("words", "Data quality of this office")),
}

_COLUMN: Final[dict[str, Word]] = {
    Column.NUMBER: Word(QT_TRANSLATE_NOOP("words", "S.No")),
    Column.STATE: Word(QT_TRANSLATE_NOOP("words", "State/UT")),
    Column.DISTRICT: Word(QT_TRANSLATE_NOOP("words", "District")),
    Column.STATION: Word(QT_TRANSLATE_NOOP("words", "Office")),
    Column.CODE: Word(QT_TRANSLATE_NOOP("words", "Code")),
    Column.STATIONS: Word(QT_TRANSLATE_NOOP("words", "Police stations")),
    Column.LOG_INS: Word(QT_TRANSLATE_NOOP("words", "Log-ins since launch")),
    Column.LOG_INS_MONTH: Word(QT_TRANSLATE_NOOP("words", "Log-ins in the month")),
    Column.ALERTS: Word(QT_TRANSLATE_NOOP("words", "Alerts in all")),
    Column.ALERTS_MONTH: Word(QT_TRANSLATE_NOOP("words", "Alerts in the month")),
    Column.CATEGORY: Word(QT_TRANSLATE_NOOP("words", "Category")),
    Column.MONTH: Word(QT_TRANSLATE_NOOP("words", "Month")),
    Column.WITHOUT_FIR: Word(QT_TRANSLATE_NOOP("words", "Alerts without an FIR")),
    Column.UNLINKED: Word(QT_TRANSLATE_NOOP("words", "Alerts whose FIR is not here")),
    Column.DUPLICATES: Word(QT_TRANSLATE_NOOP("words", "Same FIR and category again")),
    Column.GAPS: Word(QT_TRANSLATE_NOOP("words", "Empty fields in FIRs")),
}


def report(name: str) -> Word:
    """Name a report; one of a newer centre by its code."""
    return _REPORT.get(name, Word(name))


def column(name: str) -> Word:
    """Name a report's column: a count, or the alerts of one category."""
    return words.category(Category(name)) if name in set(Category) else _COLUMN.get(name, Word(name))
