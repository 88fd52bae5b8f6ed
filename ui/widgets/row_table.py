"""A table of whole rows: arrows move, Enter opens, and an empty one says why."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import ceil

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedLayout, QTableView, QWidget

from ui import theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.typed import Typed

LINE = 1.5
BOLDER = 1.08
SHORT = 14  # columns of so few letters (dates, numbers, counts) are never narrowed


class RowTable(QTableView):
    """One row is one thing; ``opened`` gives its index."""

    opened = Signal(QModelIndex)
    row_changed = Signal()

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        """Show a model that is already made."""
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._widths: tuple[int, ...] = ()
        self._wide = 0
        self._whole: int | None = None
        self._least = SHORT
        self._kept: set[int] = set()
        self._stays, self._typed = 0, Typed(self)
        self._place: tuple[object, int, int] = (None, -1, 0)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.fit()
        self.doubleClicked.connect(self.opened)
        self.selectionModel().currentRowChanged.connect(self.row_changed)
        model.modelReset.connect(self.row_changed)

    def stay(self, role: int) -> None:
        """Stand on the same thing, as far down, when rows come, go and change places; ``role`` names a row.

        Where it is gone itself, as one that was discarded, stand on what has come into its place.
        """
        self._stays, model = role, self.model()
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.disconnect(self.row_changed)
        model.modelReset.connect(self._return)

    def share(
        self,
        widths: Sequence[int],
        *,
        wide: int,
        whole: int | None = None,
        kept: Collection[int] = (),
        least: int = SHORT,
    ) -> None:
        """Give the columns their widths in letters; ``wide`` takes what is left, and scrolls rather than be unreadable.

        ``whole`` is never cut and takes its room from the others; ``kept`` have their letters also in a narrow window,
        as all short columns do. Where ``wide`` may have fewer letters than others (``least``), it gives way first.
        """
        self._widths, self._wide, self._whole, self._least = tuple(widths), wide, whole, least
        self._kept = {at for at, letters in enumerate(widths) if letters <= SHORT or at in kept}
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if whole is not None:
            header.setSectionResizeMode(whole, QHeaderView.ResizeMode.ResizeToContents)
        self.fit()

    def fit(self) -> None:
        """Fit rows and columns to the letters, the language and the room of now, Devanagari too."""
        high = max(theme.ROW, round(self.fontMetrics().height() * LINE))
        self.setIconSize(QSize(theme.icon_size(), theme.icon_size()))
        self.verticalHeader().setDefaultSectionSize(high)
        letter = QFontMetricsF(self.font()).averageCharWidth()  # whole pixels would be a tenth too wide or too narrow
        wanted = []
        for column, letters in enumerate(self._widths):
            heading = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
            lines = (self.fontMetrics().horizontalAdvance(one) for one in heading.split("\n"))
            heading_wide = round(max(lines) * BOLDER) or theme.icon_size()
            wanted.append(max(ceil(letters * letter), heading_wide) + 2 * theme.BETWEEN)
        short = sum(wanted[column] for column in self._kept)
        yields = self._least < SHORT
        given, spared = (wanted[self._wide], int(letter * self._least)) if yields else (0, 0)
        room = self.viewport().width() - short - spared
        part = 1.0 if self._whole is not None else min(1.0, room / max(1, sum(wanted) - short - given))
        for column, width in enumerate(wanted):
            wanted[column] = width if column in self._kept else max(int(letter * SHORT), int(width * part))
            self.setColumnWidth(column, wanted[column])
        self._share_rest(wanted, int(letter * self._least))

    def _keep_place(self) -> None:
        here = self.currentIndex()
        named = here.data(self._stays) if here.isValid() else None
        self._place = (named, here.row(), self.verticalScrollBar().value())

    def _return(self) -> None:
        named, row, far = self._place
        first = self.model().index(0, 0)
        found = self.model().match(first, self._stays, named, 1, Qt.MatchFlag.MatchExactly) if named else []
        if named and self.model().rowCount():
            self.selectRow(found[0].row() if found else min(row, self.model().rowCount() - 1))
            self.verticalScrollBar().setValue(far)
            self.scrollTo(self.currentIndex())  # wherever it went: what may be done is done with it
        self.row_changed.emit()

    def _share_rest(self, wanted: Sequence[int], least: int) -> None:
        """Let the wide column take what is left, where that is enough to read anything by."""
        if not wanted or self._wide == self._whole:
            return
        others = (width for at, width in enumerate(wanted) if at != self._wide and not self.isColumnHidden(at))
        enough = self._whole is not None or self.viewport().width() - sum(others) >= least
        modes = QHeaderView.ResizeMode
        self.horizontalHeader().setSectionResizeMode(self._wide, modes.Stretch if enough else modes.Interactive)
        if not enough:
            self.setColumnWidth(self._wide, wanted[self._wide])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def selectRow(self, row: int) -> None:
        """Choose a row. Qt's own finds none where one reads from the right and the columns fill the table."""
        shown = (at for at in range(self.model().columnCount()) if not self.isColumnHidden(at))
        self.setCurrentIndex(self.model().index(row, next(shown, 0)))

    def begin(self) -> None:
        """Choose the first row where none is chosen, so that no deed under the table is shut for want of one."""
        if self.model().rowCount() and not self.selectionModel().hasSelection():
            self.selectRow(max(0, self.currentIndex().row()))  # Qt makes the first row current without marking it

    def snapshot(self) -> object:
        """Give the frozen thing of the current row, None for none."""
        return self.currentIndex().data(Qt.ItemDataRole.UserRole) if self.currentIndex().isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Lead to the row that has what is typed: an FIR number, a record number, a name."""
        self._typed.lead(search)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first row when the focus comes by keyboard."""
        super().focusInEvent(event)
        self.begin()


class TableOrEmpty(QWidget):
    """A table, or in its place the sentence that says why there is nothing."""

    def __init__(self, table: RowTable, empty: EmptyState, parent: QWidget | None = None) -> None:
        """Show the table as soon as it has rows."""
        super().__init__(parent)
        self._table = table
        self._empty = empty
        self._stack = QStackedLayout(self)
        self._stack.addWidget(empty)
        self._stack.addWidget(table)
        model = table.model()
        model.modelReset.connect(self.look)
        model.rowsInserted.connect(self.look)
        self.look()

    def look(self) -> None:
        """Show what there is."""
        self._stack.setCurrentWidget(self._table if self._table.model().rowCount() else self._empty)
