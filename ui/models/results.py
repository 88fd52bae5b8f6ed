"""The results of a search, newest first; older ones are asked for while the officer scrolls."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QIcon

from station_client.domain.alert import Life
from station_client.domain.office import station_of
from station_client.services.views import AlertLine, SearchPage
from station_client.text import highlight
from ui import theme, words
from ui.language import day, fir_or_gd, say
from ui.models.paged import PagedTable
from ui.models.short_categories import shorter
from ui.models.snapshots import Index

MARKED = Qt.ItemDataRole.UserRole + 7
"""The spans (start, end) of a cell's words that were looked for."""
DATE, CATEGORY, TEXT, PLACE, FIR, FILES = range(6)


class ResultsModel(PagedTable[AlertLine]):
    """One row for each alert found; ``older_wanted`` asks for those before a row of the copy."""

    shorten = MappingProxyType({CATEGORY: shorter, PLACE: lambda row: _named(row.place)})

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """``now`` says what "today" is."""
        super().__init__(parent)
        self._now = now
        self._terms: tuple[str, ...] = ()

    def show_page(self, page: SearchPage) -> None:
        """Show the first page of a search."""
        self._terms = page.terms
        self.show_newest(page.lines, page.next_row)

    def add_page(self, page: SearchPage) -> None:
        """Put the next page below what is shown."""
        self.add_older(page.lines, page.next_row)

    def headings(self) -> tuple[str, ...]:
        """Name the columns; attachments stand last, as in Cri-MAC."""
        return (
            self.tr("Date"),
            self.tr("Category"),
            self.tr("Alert"),
            self.tr("Place"),
            self.tr("FIR"),
            self.tr("Attachments"),
        )

    def cell(self, row: AlertLine, column: int) -> str:
        """Word one cell."""
        if column == DATE:
            return day(row.issued_at)
        if column == CATEGORY:
            return say(words.category(row.category))
        if column == TEXT:
            life = "" if row.life is Life.ACTIVE else f"{say(words.life(row.life))} · "
            return life + row.headline
        if column == PLACE:
            return row.place
        if column == FIR:
            return row.fir_shown or fir_or_gd("", row.gd_number)
        return str(row.files) if row.files else ""

    def sign(self, row: AlertLine, column: int) -> QIcon | None:
        """Show a paper clip where there are attachments, and the shape of a life that is over."""
        if column == FILES and row.files:
            return theme.icon("paper-clip", theme.colours().quiet)
        if column == TEXT and row.life is not Life.ACTIVE:
            word = words.life(row.life)
            return theme.icon(word.icon, theme.colours().tone(word.tone))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Underline the FIR link and strike out what is over; everything else as in any table."""
        if role == Qt.ItemDataRole.FontRole and index.isValid() and index.row() < len(self.rows):
            row = self.rows[index.row()]
            font = QFont()
            font.setUnderline(index.column() == FIR and bool(row.fir_key))
            font.setStrikeOut(index.column() == TEXT and row.life in (Life.RECALLED, Life.EXPIRED))
            return font
        if role == MARKED and index.isValid() and index.row() < len(self.rows):
            marked = index.column() in (TEXT, PLACE) and self._terms
            return highlight.find(self.cell(self.rows[index.row()], index.column()), self._terms) if marked else ()
        return super().data(index, role)

    def identity(self, row: AlertLine) -> str:
        """Name a result by its alert."""
        return str(row.uid)


def _named(place: str) -> str:
    """Give a place without the word for a station before it; the district is cut first then."""
    station, named = station_of(place)
    return named + place.removeprefix(station)
