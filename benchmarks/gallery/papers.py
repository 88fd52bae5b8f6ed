"""FIRs in windows of their own, and reports: on the screen, before paper, and where they are not to be had."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from benchmarks.gallery import made_up
from benchmarks.gallery.held import holding
from benchmarks.gallery.scene import Act, Prepare, Scene, at, beside, go
from benchmarks.gallery.waiting import pages, until_calm
from station_client.domain.alert import Category
from station_client.domain.report import Cell, Column, Report, ReportName, months_to
from station_client.errors import CentreUnreachableError
from tests.support.faces import NOW
from tests.support.held_firs import FakeDisclosure
from tests.support.printed_firs import protected_fir
from tests.support.reported import FORM_24, FakeReports
from tests.support.work import Desk
from ui.main_window import MainWindow
from ui.screens.fir import FirScreen
from ui.screens.reports import ORDER, ReportsScreen

KEY: Final = protected_fir().key
NARROW: Final = QSize(800, 560)
WHY: Final = "Identification parade on Monday"
STATES: Final = (
    *("ANDHRA PRADESH", "BIHAR", "CHHATTISGARH", "DELHI", "GUJARAT", "HARYANA", "JAMMU & KASHMIR", "KERALA"),
    *("MADHYA PRADESH", "MAHARASHTRA", "DADRA & NAGAR HAVELI AND DAMAN & DIU", "RAJASTHAN", "TAMIL NADU"),
    *("UTTAR PRADESH", "UTTARAKHAND", "WEST BENGAL"),
)


@dataclass
class Counted(FakeReports):
    """Reports as this PC's copy and the centre count them."""

    def ask(self, name: ReportName, month: str) -> Report:
        """Give a line for each State."""
        super().ask(name, month)
        if name is ReportName.BY_STATE:
            columns = (Column.NUMBER, Column.STATE, Column.ALERTS, Column.ALERTS_MONTH)
            alerts = tuple((at, one, 5200 // at, 310 // at) for at, one in enumerate(STATES, 1))
            return Report(name, month, columns, alerts, NOW)
        usage = tuple(
            (at, one, 1500 // at, 90_000 // at, 700 // at, 5200 // at, 310 // at) for at, one in enumerate(STATES, 1)
        )
        return replace(FORM_24, name=name, month=month, rows=usage)

    def local(self, name: ReportName, month: str) -> Report:
        """Count by month, or what is missing of one's own office."""
        if name is ReportName.BY_MONTH:
            counted = ((one, [place + at for at in range(7)]) for place, one in enumerate(months_to(month, 12)))
            months: tuple[tuple[Cell, ...], ...] = tuple((one, *counts, sum(counts)) for one, counts in counted)
            return Report(name, month, (Column.MONTH, *map(str, Category), Column.ALERTS), months, NOW)
        if name is ReportName.QUALITY:
            columns = (Column.CODE, Column.STATION, Column.WITHOUT_FIR, Column.UNLINKED, Column.DUPLICATES, Column.GAPS)
            return Report(name, month, columns, (("31682034", "Thana Rampur", 3, 12, 1, 27),), NOW)
        return super().local(name, month)


def _counting(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    desk.verbs = replace(desk.verbs, reports=Counted())  # type: ignore[arg-type] # in memory
    return desk


def _offline(*, kept: bool) -> Prepare:
    def prepared(folder: Path) -> Desk:
        desk = made_up.offline(folder)
        desk.face.reports.error = CentreUnreachableError()
        if kept:
            desk.face.reports.held = replace(FORM_24, as_on=NOW - timedelta(days=2))
        return desk

    return prepared


def _without_right(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    desk.face.reports.right = False
    return desk


def _report(name: ReportName) -> Act:
    def act(window: MainWindow, _desk: Desk) -> None:
        at(window, "reports", ReportsScreen).which.setCurrentIndex(ORDER.index(name))

    return act


def _report_preview(window: MainWindow, _desk: Desk) -> QWidget:
    screen = at(window, "reports", ReportsScreen)
    screen.print_button.click()
    return pages(screen)


def _fir(window: MainWindow, _desk: Desk) -> QWidget:
    return beside(window, "fir", KEY, FirScreen)[0]


def _fir_awaited(window: MainWindow, _desk: Desk) -> QWidget:
    window.show_place("fir", KEY)
    return window.workplace.places.windows[-1]


def _fir_preview(window: MainWindow, _desk: Desk) -> QWidget:
    shown, screen = beside(window, "fir", KEY, FirScreen)
    screen.print_button.click()
    dialog = pages(shown)
    until_calm(window)  # the pages fit the wide dialog first
    dialog.resize(NARROW)  # it cuts the end of the tools
    return dialog


def _wanted(answer: str) -> Prepare:
    """Prepare a desk on which the FIR was asked for of the centre, which answered so."""

    def prepared(folder: Path) -> Desk:
        desk = made_up.empty(folder)
        desk.firs.wishes[KEY] = answer
        return desk

    return prepared


def _open_fir(folder: Path) -> Desk:
    """Give a desk with a FIR of which nobody's identity is protected."""
    desk = made_up.filled(folder)
    desk.firs.held[KEY] = replace(protected_fir(), victim_protected=False)
    return desk


def _asked_why(window: MainWindow, desk: Desk) -> QWidget:
    window.workplace.places._verbs = replace(desk.verbs, disclosure=FakeDisclosure(may=True))  # type: ignore[arg-type] # noqa: SLF001 a fake
    shown, screen = beside(window, "fir", KEY, FirScreen)
    screen.why.begin.click()
    return shown


def _disclosed(window: MainWindow, desk: Desk) -> QWidget:
    asked = FakeDisclosure(may=True, told=protected_fir())
    window.workplace.places._verbs = replace(desk.verbs, disclosure=asked)  # type: ignore[arg-type] # noqa: SLF001 a fake
    shown, screen = beside(window, "fir", KEY, FirScreen)
    screen.why.given.emit(WHY)
    return shown


SCENES: Final = (
    Scene("fir", made_up.filled, _fir),
    Scene("fir-open", _open_fir, _fir),
    Scene("fir-asked-why", made_up.filled, _asked_why),
    Scene("fir-disclosed", made_up.filled, _disclosed),
    Scene("fir-missing", made_up.empty, _fir),
    Scene("fir-wanted", _wanted(""), _fir),
    Scene("fir-refused", _wanted("not-found"), _fir),
    Scene("fir-loading", holding(made_up.filled, "firs", "one"), _fir_awaited, under_way=True),
    Scene("fir-preview", made_up.filled, _fir_preview),
    Scene("reports", made_up.filled, go("reports")),
    Scene("reports-states", _counting, go("reports")),
    Scene("reports-by-category", _counting, _report(ReportName.BY_CATEGORY)),
    Scene("reports-by-month", _counting, _report(ReportName.BY_MONTH)),
    Scene("reports-by-state", _counting, _report(ReportName.BY_STATE)),
    Scene("reports-quality", _counting, _report(ReportName.QUALITY)),
    Scene("reports-offline", _offline(kept=False), go("reports")),
    Scene("reports-offline-kept", _offline(kept=True), go("reports")),
    Scene("reports-without-right", _without_right, go("reports")),
    Scene("reports-asking", holding(made_up.filled, "reports", "ask"), go("reports"), under_way=True),
    Scene("reports-preview", _counting, _report_preview),
)
