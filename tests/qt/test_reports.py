"""The Reports screen: the centre's with their moment, the copy's with no line, on paper and as a sheet."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from station_client.domain.report import Column, Report, ReportName, months_to
from station_client.errors import CentreUnreachableError, DiskFullError
from station_client.ports import Line, SyncStatus
from tests.support.faces import NOW, OFFICER, Face
from tests.support.reported import FORM_24
from tests.support.seen import words
from tests.support.spoken import nameless
from ui import theme
from ui.bridge import Bridge
from ui.language import Speech
from ui.models.report_rows import ReportModel
from ui.screens.reports import ORDER, ReportsScreen


@pytest.fixture
def screen(face: Face, bridge: Bridge, qtbot: QtBot, speech: Speech) -> ReportsScreen:
    """Give the screen, shown."""
    assert speech.code == "en"
    face.session.now = OFFICER
    made = ReportsScreen(face.verbs(), bridge)
    qtbot.addWidget(made)
    made.resize(1100, 620)
    made.show()
    return made


def cells(screen: ReportsScreen, row: int) -> list[str]:
    """Give the words of a row."""
    return [str(screen.model.index(row, at).data()) for at in range(screen.model.columnCount())]


def test_form_24_is_asked_for_and_summed(screen: ReportsScreen, face: Face, qtbot: QtBot) -> None:
    """This month's comes from the centre, with its totals, its chart in words too, and the moment it was true."""
    screen.activate()
    qtbot.waitUntil(lambda: screen.report is not None)
    assert face.reports.calls == ["ask form-24 2026-08"]
    assert cells(screen, 2) == ["", "Total", "1,660", "11,100", "850", "15,000", "1,377"]
    assert [bar.name for bar in screen.chart.bars] == ["UTTARAKHAND", "UTTAR PRADESH"]
    assert "UTTARAKHAND: 1,067" in screen.chart.accessibleDescription()
    assert "as on" in words(screen)


def test_the_states_can_be_read_at_the_largest_letters(
    screen: ReportsScreen, dressed: QApplication, qtbot: QtBot
) -> None:
    """Their column never gives all its room to the counts: the table scrolls; where there is room it does not."""
    names = screen.table.columnWidth
    screen.activate()
    qtbot.waitUntil(lambda: screen.report is not None)
    screen.table.resize(1300, 200)
    screen.table.fit()
    assert screen.table.horizontalScrollBar().maximum() == 0
    assert "\n" in str(screen.model.headerData(3, Qt.Orientation.Horizontal))
    theme.wear(dressed, scale=theme.SCALES[-1])
    try:
        screen.table.resize(700, 200)
        screen.table.fit()
        assert names(1) >= screen.table.fontMetrics().horizontalAdvance("UTTARAKHAND")
    finally:
        theme.wear(dressed)


def test_of_many_months_the_newest_are_drawn(screen: ReportsScreen, face: Face, qtbot: QtBot) -> None:
    """In their order, with what is counted above them."""
    months = months_to("2026-08", 12)
    columns = (Column.MONTH, Column.ALERTS)
    face.reports.counted = Report(ReportName.BY_MONTH, "2026-08", columns, tuple((one, 3) for one in months), NOW)
    screen.which.setCurrentIndex(ORDER.index(ReportName.BY_MONTH))
    qtbot.waitUntil(lambda: screen.report is not None)
    assert [bar.name for bar in screen.chart.bars] == [f"{one:02}/2026" for one in range(2, 9)]
    assert screen.chart.accessibleName() == "Alerts in all: the newest 7 of 12"


def test_a_chart_of_a_part_says_of_what(screen: ReportsScreen, face: Face, qtbot: QtBot) -> None:
    """Whoever sees seven States of thirty-six is told so; of the seven windows each has its bar."""
    states = tuple((at, f"State {at}", 40 - at) for at in range(1, 37))
    columns = (Column.NUMBER, Column.STATE, Column.ALERTS_MONTH)
    face.reports.answered = Report(ReportName.BY_STATE, "2026-08", columns, states, NOW)
    screen.which.setCurrentIndex(ORDER.index(ReportName.BY_STATE))
    qtbot.waitUntil(lambda: screen.report is not None)
    assert screen.chart.accessibleName() == "Alerts in the month: the 7 largest of 36"
    screen.which.setCurrentIndex(1)
    qtbot.waitUntil(lambda: screen.chart.accessibleName() == "Alerts in the month")
    assert len(screen.chart.bars) == len(Category)


def test_no_month_that_is_still_to_come_is_offered(screen: ReportsScreen, qtbot: QtBot) -> None:
    """It would be a page of noughts."""
    screen.activate()
    qtbot.keyClick(screen.month, Qt.Key.Key_Up)
    assert screen.month.text() == "08/2026"
    screen.month.setDate(QDate(2030, 1, 1))
    assert screen.month.text() == "08/2026"
    assert screen.month.calendarWidget().maximumDate() == QDate(2026, 8, 31)  # each day of this month leads to it


def test_what_the_centre_did_not_answer_is_asked_when_the_line_is_back(
    screen: ReportsScreen, face: Face, qtbot: QtBot
) -> None:
    """As the sentence promises; not while there is none, and once only."""
    face.reports.error = CentreUnreachableError()
    screen.activate()
    qtbot.waitUntil(lambda: "no line" in screen.empty.text())
    face.sync.put(SyncStatus(Line.NONE, NOW, None))
    qtbot.waitUntil(screen.bridge.idle)
    assert len(face.reports.calls) == 1
    face.reports.error = None
    for _twice in range(2):
        face.sync.put(SyncStatus(Line.GOOD, NOW, NOW))
        qtbot.waitUntil(lambda: screen.report is not None)
    assert len(face.reports.calls) == 2


def test_what_fails_on_a_good_line_is_asked_once_a_round(screen: ReportsScreen, face: Face, qtbot: QtBot) -> None:
    """The news of a round in progress are many; each would be another question to a centre that cannot answer."""
    good = SyncStatus(Line.GOOD, NOW, NOW)
    face.sync.put(good)
    face.reports.error = CentreUnreachableError()
    screen.activate()
    qtbot.waitUntil(lambda: "no line" in screen.empty.text())
    for pulled in range(3):
        with qtbot.waitSignal(screen.bridge.sync_moved):
            face.sync.put(replace(good, pulled=pulled))
        qtbot.waitUntil(screen.bridge.idle)
    assert len(face.reports.calls) == 1
    with qtbot.waitSignal(screen.bridge.sync_moved):
        face.sync.put(replace(good, last_sync=NOW + timedelta(minutes=1)))
    qtbot.waitUntil(screen.bridge.idle)
    assert len(face.reports.calls) == 2


def test_an_answer_that_fails_late_is_not_told_of_another_report(
    screen: ReportsScreen, face: Face, qtbot: QtBot
) -> None:
    """A slow line gives up when the copy's own report stands there: that one is neither doubted nor asked for."""
    face.reports.error, answer = CentreUnreachableError(), Event()
    screen.bridge.run(answer.wait, lambda _done: None, lambda _error: None, lane="ask-centre")
    screen.activate()
    qtbot.waitUntil(lambda: "Asking" in screen.empty.text())
    screen.which.setCurrentIndex(ORDER.index(ReportName.BY_CATEGORY))
    qtbot.waitUntil(lambda: screen.report is not None)
    answer.set()
    qtbot.waitUntil(lambda: "ask form-24 2026-08" in face.reports.calls)
    qtbot.waitUntil(screen.bridge.idle)
    assert not screen.banner.text()
    with qtbot.waitSignal(screen.bridge.sync_moved):
        face.sync.put(SyncStatus(Line.GOOD, NOW, NOW))
    qtbot.waitUntil(screen.bridge.idle)
    assert face.reports.calls == ["local alerts-by-category 2026-08", "ask form-24 2026-08"]


def test_with_no_line_what_was_kept_is_shown_and_why(screen: ReportsScreen, face: Face, qtbot: QtBot) -> None:
    """The last answer stays with its own moment; the banner says that the centre is not reached."""
    face.reports.held, face.reports.error = FORM_24, CentreUnreachableError()
    screen.activate()
    qtbot.waitUntil(screen.banner.isVisible)
    assert cells(screen, 0)[1] == "UTTAR PRADESH"


def test_with_no_line_and_nothing_kept_it_says_so(screen: ReportsScreen, face: Face, qtbot: QtBot) -> None:
    """The page is not an empty table, and nothing can be printed."""
    face.reports.error = CentreUnreachableError()
    screen.activate()
    qtbot.waitUntil(lambda: "reach" in screen.empty.text().lower() or "line" in screen.empty.text().lower())
    assert not screen.print_button.isEnabled()


def test_without_the_right_nothing_is_asked(screen: ReportsScreen, face: Face, qtbot: QtBot) -> None:
    """It says who grants it."""
    face.reports.right = False
    screen.activate()
    qtbot.waitUntil(lambda: "State IT" in screen.empty.text())
    assert face.reports.calls == []
    screen.retranslate()
    assert screen.ask_button.isHidden()


def test_the_copys_own_reports_need_no_line(screen: ReportsScreen, face: Face, qtbot: QtBot) -> None:
    """Another month and another report are made anew; categories stand by their names."""
    face.reports.error = CentreUnreachableError()
    screen.activate()
    screen.which.setCurrentIndex(1)
    screen.month.setDate(QDate(2026, 7, 1))
    qtbot.waitUntil(lambda: screen.report is not None and screen.report.month == "2026-07")
    assert face.reports.calls[-1] == "local alerts-by-category 2026-07"
    assert cells(screen, 0)[0] == "High Alerts"
    assert not screen.ask_button.isVisible()


def test_it_goes_on_paper_and_into_sheets(screen: ReportsScreen, qtbot: QtBot, tmp_path: Path) -> None:
    """The PDF has every row and who printed it; sheets have numbers as numbers."""
    screen.activate()
    qtbot.waitUntil(lambda: screen.report is not None)
    for ending in ("pdf", "xlsx", "csv"):
        with qtbot.waitSignal(screen.notice):
            screen.save_to(tmp_path / f"form.{ending}")
    text = PdfReader(tmp_path / "form.pdf").pages[0].extract_text()
    assert "1,067" in text
    assert "Anil Sharma" in " ".join(text.split())
    sheet = openpyxl.load_workbook(tmp_path / "form.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[3]] == [2, "UTTARAKHAND", 160, 2100, 150, 9800, 1067]
    rows = list(csv.reader((tmp_path / "form.csv").read_text("utf-8-sig").splitlines()))
    assert rows[3] == ["", "Total", "1660", "11100", "850", "15000", "1377"]
    (note,) = rows[-1]
    assert note.startswith("Form-24: usage by State/UT, 08/2026 · As on: 14/03/2026 14:05 hrs IST · Saved by: ")
    assert OFFICER.name in note


def test_a_report_of_a_training_says_so(screen: ReportsScreen, qtbot: QtBot, tmp_path: Path) -> None:
    """Made-up counts cannot pass for a State's; those of a station bear no such word."""
    screen.activate()
    qtbot.waitUntil(lambda: screen.report is not None)
    said = []
    for training in (True, False):
        screen.verbs = replace(screen.verbs, settings=replace(screen.verbs.settings, training=training))
        with qtbot.waitSignal(screen.notice):
            screen.save_to(tmp_path / "form.pdf")
        said.append("TRAINING" in PdfReader(tmp_path / "form.pdf").pages[0].extract_text())
        with qtbot.waitSignal(screen.notice):
            screen.save_to(tmp_path / "form.csv")
        said.append("TRAINING" in (tmp_path / "form.csv").read_text("utf-8-sig"))
    assert said == [True, True, False, False]


def test_nothing_leaves_without_its_trace(screen: ReportsScreen, face: Face, qtbot: QtBot, tmp_path: Path) -> None:
    """The trace comes first; where it cannot be kept there is no file and no preview."""
    screen.activate()
    qtbot.waitUntil(lambda: screen.report is not None)
    with qtbot.waitSignal(screen.notice):
        screen.save_to(tmp_path / "form.csv")
    assert face.reports.calls[-1] == "exported form-24 2026-08"
    face.reports.untraced = DiskFullError("no space")
    with qtbot.waitSignal(screen.notice):
        screen.save_to(tmp_path / "another.csv")
    assert not (tmp_path / "another.csv").exists()
    with qtbot.waitSignal(screen.notice):
        screen.print_button.click()
    assert not screen.findChildren(QDialog)
    face.reports.untraced = None
    screen.print_button.click()
    qtbot.waitUntil(lambda: bool(screen.findChildren(QDialog)))
    screen.findChildren(QDialog)[-1].close()


def test_in_hindi_and_for_the_screen_reader(screen: ReportsScreen, qtbot: QtBot, speech: Speech) -> None:
    """Every word changes; every widget has a name."""
    screen.activate()
    qtbot.waitUntil(lambda: screen.report is not None)
    assert nameless(screen) == []
    speech.use("hi")
    assert screen.title() != "Reports"
    assert cells(screen, 2)[1] != "Total"
    assert screen.which.itemText(0) != str(ORDER[0])


def test_the_lock_takes_it_away(screen: ReportsScreen, qtbot: QtBot) -> None:
    """Counts too; the screen asks again after the unlock."""
    screen.activate()
    qtbot.waitUntil(lambda: screen.report is not None)
    screen.sleep()
    assert screen.model.rowCount() == 0


def test_the_model_is_one_that_qt_believes(qtbot: QtBot) -> None:
    """Through another report and none."""
    assert qtbot is not None
    model = ReportModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_report(FORM_24)
    model.show_report(None)
