"""The ground of the table models: frozen snapshots in rows, words in columns; no database row is ever held."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from ui import theme

SHORTER: Final = Qt.ItemDataRole.UserRole + 8
"""A shorter word for a cell whose whole one has no room."""
IDENTITY: Final = Qt.ItemDataRole.UserRole + 9
"""What names a row while its contents and its place change."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

T = TypeVar("T")

# Qt asks for eight roles of each cell that it paints; a look into the binding for each name costs more than the answer.
_WORDS: Final = int(Qt.ItemDataRole.DisplayRole)
_HINT: Final = int(Qt.ItemDataRole.ToolTipRole)
_SIGN: Final = int(Qt.ItemDataRole.DecorationRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)
_WHOLE: Final = int(Qt.ItemDataRole.UserRole)
_STANDS: Final = int(Qt.ItemDataRole.TextAlignmentRole)
_SHORTER: Final = int(SHORTER)
_IDENTITY: Final = int(IDENTITY)
_OF_A_CELL: Final = frozenset({_WORDS, _HINT, _SIGN, _SPOKEN, _WHOLE, _SHORTER, _IDENTITY})
_OF_A_HEADING: Final = frozenset({_WORDS, _HINT, _SIGN, _SPOKEN, _STANDS})


class SnapshotTable(QAbstractTableModel, Generic[T]):
    """A table over a tuple of snapshots; a subclass words the cells."""

    signs: Mapping[int, str] = MappingProxyType({})
    """Columns of small numbers: their heading is a sign, its words are in the hint and for the screen reader."""

    shorten: Mapping[int, Callable[[T], str]] = MappingProxyType({})
    """Columns whose words have shorter ones, for where there is no room; an empty one is none."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.rows: tuple[T, ...] = ()
        self._columns = 0

    def headings(self) -> tuple[str, ...]:
        """Give the columns' headings in the language of now."""
        return ()

    def cell(self, row: T, column: int) -> str:  # noqa: ARG002 the subclass uses them
        """Give the words of one cell."""
        return ""

    def sign(self, row: T, column: int) -> QIcon | None:  # noqa: ARG002 the subclass uses them
        """Give the icon beside a cell's words, None for none."""
        return None

    def identity(self, row: T) -> str:
        """Give what names the row while its contents change."""
        return str(id(row))

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other rows; where the same rows only changed, the selection and the place stay."""
        fresh = tuple(rows)
        pairs = zip(fresh, self.rows, strict=False)
        if len(fresh) == len(self.rows) and all(self.identity(new) == self.identity(old) for new, old in pairs):
            self.rows = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()

    def row_of(self, identity: str) -> int:
        """Give the row that ``identity`` names, -1 for none."""
        return next((at for at, one in enumerate(self.rows) if self.identity(one) == identity), -1)

    def retranslate(self) -> None:
        """Word everything again in the language of now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Count the columns; Qt asks for each cell, so their names are not worded for it each time."""
        if not self._columns:
            self._columns = len(self.headings())
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, its icon, its spoken line or its snapshot (``UserRole``)."""
        if role not in _OF_A_CELL or not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in (_WORDS, _HINT):
            return self.cell(row, index.column()) or ("" if role == _WORDS else None)
        if role == _SIGN:
            return self.sign(row, index.column())
        if role == _SHORTER:
            shorten = self.shorten.get(index.column())
            return shorten(row) if shorten else ""
        if role == _IDENTITY:
            return self.identity(row)
        return self._spoken(row) if role == _SPOKEN else row

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a column's heading; rows have none."""
        asked = role in _OF_A_HEADING and orientation == Qt.Orientation.Horizontal
        if not asked or not 0 <= section < self.columnCount():
            return None
        if role == _STANDS:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        sign = self.signs.get(section)
        if role == _SIGN:
            return theme.icon(sign, theme.colours().quiet) if sign else None
        if role == _WORDS and sign:
            return ""
        if role == _HINT and not sign:
            return None
        return self.headings()[section]

    def _spoken(self, row: T) -> str:
        """Give the whole row as one sentence for the screen reader."""
        said = (f"{name}: {self.cell(row, at)}" for at, name in enumerate(self.headings()) if self.cell(row, at))
        return ", ".join(said)
