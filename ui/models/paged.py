"""A table that is read on while the officer scrolls: newest first, older rows asked for as they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from ui.models.snapshots import NOWHERE, Index, SnapshotTable

T = TypeVar("T")


class PagedTable(SnapshotTable[T]):
    """``older_wanted`` asks for the rows before a place, which come by ``add_older``."""

    older_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._next: int | None = None
        self._asked = False

    def show_newest(self, rows: Sequence[T], before: int | None) -> None:
        """Show the first page; ``before`` is where older rows go on, None where there are none."""
        self._next, self._asked = before, False
        self.show_rows(rows)

    def add_older(self, rows: Sequence[T], before: int | None) -> None:
        """Put the next page below what is shown."""
        self._next, self._asked = before, False
        if not rows:
            return
        first = len(self.rows)
        self.beginInsertRows(NOWHERE, first, first + len(rows) - 1)
        self.rows = (*self.rows, *rows)
        self.endInsertRows()

    def give_up(self) -> None:
        """Take note that the older rows did not come; scrolling asks again."""
        self._asked = False

    def canFetchMore(self, parent: Index = NOWHERE) -> bool:
        """Tell whether older rows exist and are not asked for yet."""
        return not parent.isValid() and self._next is not None and not self._asked

    def fetchMore(self, parent: Index = NOWHERE) -> None:
        """Ask for older rows."""
        if self.canFetchMore(parent) and self._next is not None:
            self._asked = True
            self.older_wanted.emit(self._next)
