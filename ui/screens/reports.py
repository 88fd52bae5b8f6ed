"""Reports: Form-24 and alerts by State from the centre, kept with their moment; the rest from this PC's copy."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDateEdit, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from station_client.domain.report import TEXTS, Column, Report, ReportName
from station_client.errors import LineError, StationError
from station_client.ports import Line, SyncStatus
from station_client.services.reports import AT_THE_CENTRE
from station_client.services.verbs import Verbs
from ui import report_words, theme
from ui.bridge import Bridge
from ui.language import as_on, phrase_of, say
from ui.models.report_rows import ReportModel, shown
from ui.printing.fir_pdf import Occasion
from ui.printing.report_pdf import ReportPaper, draw_report, print_report
from ui.printing.report_sheet import write_sheet
from ui.screens.printer import occasion_of, preview
from ui.screens.screen import Screen
from ui.widgets.banner import Banner
from ui.widgets.bar_chart import MOST, Bar, BarChart
from ui.widgets.button import button, label, name
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_table import RowTable, TableOrEmpty

ORDER: Final = (
    ReportName.FORM_24,
    ReportName.BY_CATEGORY,
    ReportName.BY_MONTH,
    ReportName.BY_STATE,
    ReportName.QUALITY,
)
CHARTED: Final = {ReportName.BY_MONTH: Column.ALERTS}
FIRST_MONTH: Final = QDate(2020, 1, 1)
WIDE, NARROW, COUNTER = 24, 8, 3
LEAST_TABLE: Final = QSize(300, 160)


class ReportsScreen(Screen):
    """One report at a time, with its chart, on paper or as a sheet."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the screen with nothing asked yet."""
        super().__init__(verbs, bridge, parent)
        self.report: Report | None = None
        self._asked: tuple[ReportName, str] | None = None
        self._may_ask = True
        self._missed: SyncStatus | None = None
        self._dialog: QFileDialog | None = None
        self._title, self._fresh = label("title"), label("quiet")
        self.which, self.month = QComboBox(), QDateEdit()
        self.which.addItems([str(one) for one in ORDER])
        self.month.setDisplayFormat("MM/yyyy")
        self.month.setCalendarPopup(True)
        self.month.setMinimumDate(FIRST_MONTH)
        self._which_label, self._month_label = label("strong", buddy=self.which), label("strong", buddy=self.month)
        self.banner, self.chart = Banner(), BarChart()
        self.model = ReportModel(self)
        self.table = RowTable(self.model)
        self.table.setMinimumSize(LEAST_TABLE)
        self.table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideNone)  # it cannot cut two lines
        self.empty = EmptyState("sheet")
        self.ask_button, self.print_button = button("primary", "sync"), button("", "print")
        self.pdf_button, self.sheet_button = button("", "export"), button("", "sheet")
        self._lay_out()
        self._listen()
        self.retranslate()

    def title(self) -> str:
        """Name the place."""
        return self.tr("Reports")

    def activate(self) -> None:
        """Show the report that is chosen."""
        this_month = QDate.fromString(self.verbs.reports.this_month(), "yyyy-MM")
        self.month.blockSignals(True)  # noqa: FBT003 Qt's own shape
        self.month.setMaximumDate(this_month.addMonths(1).addDays(-1))  # each of its days leads to it in the calendar
        if self._asked is None:
            self.month.setDate(this_month)
        self.month.blockSignals(False)  # noqa: FBT003 Qt's own shape
        self.look()

    def sleep(self) -> None:
        """Show nothing while locked."""
        self._show(None)
        self._asked = None

    def look(self) -> None:
        """Ask for the report that is chosen: the copy's own at once, the centre's as it was kept, then anew."""
        chosen, self._missed = self._chosen(), None
        self._asked = chosen
        self.banner.clear()
        self.empty.say(self.tr("Counting…"))
        reports, failed = self.verbs.reports, partial(self._failed, chosen)
        if chosen[0] in AT_THE_CENTRE:
            self.bridge.run(partial(reports.kept, *chosen), partial(self._kept, chosen), failed, lane="report")
        else:
            self.bridge.run(partial(reports.local, *chosen), partial(self._got, chosen), failed, lane="report")

    def retranslate(self) -> None:
        """Set every word of the screen."""
        self._title.setText(self.tr("Reports"))
        self._which_label.setText(self.tr("R&eport"))
        self._month_label.setText(self.tr("Mont&h"))
        for at, one in enumerate(ORDER):
            self.which.setItemText(at, say(report_words.report(one)))
        self.which.setAccessibleName(self.tr("Report"))
        self.month.setAccessibleName(self.tr("Month"))
        self.table.setAccessibleName(self.tr("Report"))
        name(self.ask_button, self.tr("&Ask the centre"))
        name(self.print_button, self.tr("P&rint…"), more=self.tr("Ctrl+P"))
        name(self.pdf_button, self.tr("Save as &PDF…"), more=self.tr("Ctrl+S"))
        name(self.sheet_button, self.tr("Save as &table…"), more=self.tr("XLSX or CSV"))
        self.model.retranslate()
        self._show(self.report)

    def save_to(self, path: Path) -> None:
        """Write the report that is shown: a PDF, a workbook or CSV, by the name's ending."""
        if self.report is None:
            return
        reports, paper, occasion = self.verbs.reports, self._paper(self.report), self._occasion(self.report)

        def work() -> None:
            given = replace(paper, report=reports.for_paper(paper.report))
            if path.suffix.lower() == ".pdf":
                print_report(given, path, occasion)
            else:
                write_sheet(given, path, occasion)

        self.bridge.run(work, lambda _done: self._saved(path), self._not_saved, lane="desk")

    def _lay_out(self) -> None:
        head, choice, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._fresh)
        for one in (self._which_label, self.which, self._month_label, self.month, self.ask_button):
            choice.addWidget(one)
        choice.addStretch()
        for one in (self.print_button, self.pdf_button, self.sheet_button):
            foot.addWidget(one)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(*theme.PAGE)
        column.setSpacing(theme.INSIDE)
        column.addLayout(head)
        column.addLayout(choice)
        column.addWidget(self.banner)
        column.addWidget(self.chart)
        column.addWidget(TableOrEmpty(self.table, self.empty), 1)
        column.addLayout(foot)

    def _listen(self) -> None:
        self.which.currentIndexChanged.connect(self.look)
        self.month.dateChanged.connect(self.look)
        self.ask_button.clicked.connect(self._ask)
        self.bridge.sync_moved.connect(self._line_moved)
        self.print_button.clicked.connect(self._preview)
        self.pdf_button.clicked.connect(partial(self._ask_path, "pdf"))
        self.sheet_button.clicked.connect(partial(self._ask_path, "xlsx"))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._preview)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, partial(self._ask_path, "pdf"))

    def _chosen(self) -> tuple[ReportName, str]:
        return ORDER[max(0, self.which.currentIndex())], self.month.date().toString("yyyy-MM")

    def _kept(self, chosen: tuple[ReportName, str], report: Report | None) -> None:
        if chosen != self._asked:
            return
        self._may_ask = self.verbs.reports.may_ask()
        self._show(report)
        if self._may_ask:
            self._ask()
        else:
            self.empty.say(self.tr("Your rights do not cover the centre's reports. State IT grants them."))

    def _ask(self) -> None:
        chosen, self._missed = self._chosen(), None
        self._asked = chosen
        if self.report is None:
            self.empty.say(self.tr("Asking the centre…"))
        work, failed = partial(self.verbs.reports.ask, *chosen), partial(self._failed, chosen)
        self.bridge.run(work, partial(self._got, chosen), failed, lane="ask-centre", latest=True)

    def _line_moved(self) -> None:
        """Ask again what the centre did not answer: when the line is back, or was good for a whole round since."""
        now, then = self.verbs.sync.status(), self._missed
        moved = then is not None and (now.since, now.last_sync) != (then.since, then.last_sync)
        if moved and now.line is Line.GOOD and self.isVisible():
            self._ask()

    def _got(self, chosen: tuple[ReportName, str], report: Report) -> None:
        if chosen == self._asked:
            self.banner.clear()
            self._show(report)

    def _failed(self, chosen: tuple[ReportName, str], error: StationError) -> None:
        """Say why the centre did not answer; what was kept of this month stays. It is asked again with the line."""
        if chosen != self._asked:
            return
        self._missed = self.verbs.sync.status() if isinstance(error, LineError) else None
        if self.report is None:
            self.empty.say(str(phrase_of(error)))
        else:
            self.banner.say("warning", str(phrase_of(error)))

    def _show(self, report: Report | None) -> None:
        self.report = report
        self.model.show_report(report)
        if report:
            words_in = [one in TEXTS and one != Column.NUMBER for one in report.columns]
            widths = [WIDE if one else NARROW for one in words_in]
            if Column.NUMBER in report.columns:
                widths[report.columns.index(Column.NUMBER)] = COUNTER
            self.table.share(widths, wide=words_in.index(True))
        self.ask_button.setVisible(self._may_ask and self._chosen()[0] in AT_THE_CENTRE)
        for one in (self.print_button, self.pdf_button, self.sheet_button):
            one.setEnabled(report is not None)
        self._draw(report)
        self._fresh.setText(as_on(report.as_on, self.verbs.clock.now()) if report else "")

    def _draw(self, report: Report | None) -> None:
        """Draw the column that says most: the month's alerts, the largest first; months in their order."""
        counted = CHARTED.get(ReportName(report.name), Column.ALERTS_MONTH) if report else ""
        if report is None or counted not in report.columns:
            self.chart.show_bars("", ())
            return
        at = report.columns.index(counted)
        named = next(place for place, one in enumerate(report.columns) if one in TEXTS and one != Column.NUMBER)
        bars = [Bar(shown(report.columns[named], row[named]), int(row[at])) for row in report.rows]
        newest = report.name == ReportName.BY_MONTH
        chosen = bars[-MOST:] if newest else sorted(bars, key=lambda one: -one.value)[:MOST]
        said = say(report_words.column(counted))
        if len(chosen) < len(bars):
            part = (
                self.tr("{what}: the newest {count} of {all}")
                if newest
                else self.tr("{what}: the {count} largest of {all}")
            )
            said = part.format(what=said, count=len(chosen), all=len(bars))
        self.chart.show_bars(said, tuple(chosen))

    def _paper(self, report: Report) -> ReportPaper:
        columns = range(self.model.columnCount())
        lines = tuple(tuple(self.model.cell(row, at) for at in columns) for row in self.model.rows)
        numbers = tuple(one not in TEXTS for one in report.columns)
        return ReportPaper(say(report_words.report(report.name)), self.model.headings(), lines, numbers, report)

    def _occasion(self, report: Report) -> Occasion:
        return replace(occasion_of(self.verbs), as_on=report.as_on)

    def _preview(self) -> None:
        if self.report is None:
            return
        paper, occasion = self._paper(self.report), self._occasion(self.report)

        def show(given: Report) -> None:
            preview(partial(draw_report, replace(paper, report=given), occasion=occasion), self.title(), self)

        work = partial(self.verbs.reports.for_paper, self.report)
        self.bridge.run(work, partial(self._hear, show), self._not_saved, lane="desk")

    def _ask_path(self, ending: str) -> None:
        if self.report is None:
            return
        self._dialog = QFileDialog(self, self.tr("Save report"))
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = [self.tr("PDF document (*.pdf)")]
        if ending != "pdf":
            filters = [self.tr("Excel workbook (*.xlsx)"), self.tr("CSV table (*.csv)")]
        self._dialog.setNameFilters(filters)
        self._dialog.setDefaultSuffix(ending)
        self._dialog.selectFile(f"{self.report.name}-{self.report.month}.{ending}")
        self._dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        self._dialog.open()

    def _saved(self, path: Path) -> None:
        self.notice.emit("good", self.tr("Saved as {name}.").format(name=path.name))

    def _not_saved(self, error: StationError) -> None:
        self.notice.emit("warning", str(phrase_of(error)))
