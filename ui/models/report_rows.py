"""A report's rows, with their sums below; every cell in the words of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from station_client.domain.alert import Category
from station_client.domain.report import TEXTS, Cell, Column, Report
from ui import report_words, words
from ui.language import say
from ui.models.snapshots import NOWHERE, Index, SnapshotTable

SHORT: Final = 10  # letters: a heading that long stays on one line


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One row; ``total`` for the sums."""

    cells: tuple[Cell, ...]
    total: bool = False


class ReportModel(SnapshotTable[ReportRow]):
    """Any report: its columns are the report's own."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self._names: tuple[str, ...] = ()

    def show_report(self, report: Report | None) -> None:
        """Show a report, or nothing."""
        self.beginResetModel()
        self._names = report.columns if report else ()
        self.rows = tuple(map(ReportRow, report.rows)) if report else ()
        if report and len(report.rows) > 1:
            self.rows = (*self.rows, ReportRow(report.totals, total=True))
        self.endResetModel()

    def headings(self) -> tuple[str, ...]:
        """Name the columns."""
        return tuple(say(report_words.column(name)) for name in self._names)

    def cell(self, row: ReportRow, column: int) -> str:
        """Word one cell."""
        if row.total and column == next((at for at, name in enumerate(self._names) if name != Column.NUMBER), 0):
            return self.tr("Total")
        return shown(self._names[column], row.cells[column])

    def identity(self, row: ReportRow) -> str:
        """Name a row by its cells."""
        return repr(row.cells)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Fold a long heading over two lines: the counts below it are short; numbers stand right, so does it."""
        told = super().headerData(section, orientation, role)
        if role == Qt.ItemDataRole.DisplayRole and isinstance(told, str):
            return folded(told)
        if role == Qt.ItemDataRole.TextAlignmentRole and told is not None and self._names[section] not in TEXTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return told

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Set counts to the right and sums in bold; everything else as in any table."""
        if index.isValid() and index.row() < len(self.rows):
            if role == Qt.ItemDataRole.TextAlignmentRole and self._names[index.column()] not in TEXTS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            if role == Qt.ItemDataRole.FontRole and self.rows[index.row()].total:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
        return super().data(index, role)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Count the report's columns."""
        return 0 if parent.isValid() else len(self._names)


def folded(heading: str) -> str:
    """Break a heading of several words in the middle."""
    breaks = [at for at, letter in enumerate(heading) if letter == " "]
    if len(heading) <= SHORT or not breaks:
        return heading
    middle = min(breaks, key=lambda at: abs(at - len(heading) / 2))
    return f"{heading[:middle]}\n{heading[middle + 1 :]}"


def shown(column: str, cell: Cell) -> str:
    """Word a cell: counts with commas, categories by their names, months as people write them."""
    if isinstance(cell, int):
        return f"{cell:,}"
    if column == Column.CATEGORY and cell in set(Category):
        return say(words.category(Category(cell)))
    if column == Column.MONTH and cell:
        return f"{cell[5:]}/{cell[:4]}"
    return cell
