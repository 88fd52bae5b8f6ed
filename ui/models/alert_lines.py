"""A list of alerts, window by window: what is shown now, and the next page when the officer scrolls to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from station_client.errors import StationError
from station_client.services.views import AlertLine
from ui import words
from ui.bridge import Bridge, Ticket
from ui.language import day_time, fir_or_gd, say

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[int], Sequence[AlertLine]]
NO_PARENT = QModelIndex()


class AlertLines(QAbstractListModel):
    """Frozen lines, newest first; older ones come by keyset (``fetch(row)``: the page below that row).

    ``UserRole`` gives the ``AlertLine``; a screen reader hears state, date, headline, FIR and place.
    """

    failed = Signal(object)

    def __init__(self, bridge: Bridge, fetch: Fetch | None = None, parent: QObject | None = None) -> None:
        """Begin empty; ``fetch`` is called on the pool, None where there is nothing more to fetch."""
        super().__init__(parent)
        self._bridge = bridge
        self._fetch = fetch
        self._lines: list[AlertLine] = []
        self._ended = True
        self._under_way: Ticket | None = None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Count the lines that are here."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own type
        """Give the line, its headline, or what a screen reader says."""
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.headline
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(line)
        return None

    def canFetchMore(self, parent: Index = NO_PARENT) -> bool:
        """Tell whether older lines may be had."""
        return not parent.isValid() and not self._ended and self._under_way is None

    def fetchMore(self, parent: Index = NO_PARENT) -> None:
        """Ask for the next page; it is added when it comes."""
        if not self.canFetchMore(parent) or self._fetch is None or not self._lines:
            return
        fetch, row = self._fetch, self._lines[-1].row
        self._under_way = self._bridge.run(lambda: tuple(fetch(row)), self._add, self._fail)

    def show(self, lines: Sequence[AlertLine], *, complete: bool = False) -> None:
        """Show these lines as the newest; what stays keeps its place, so selection and scroll stay too."""
        if self._under_way is not None:
            self._under_way.drop()
            self._under_way = None
        self._ended = complete or self._fetch is None or not lines
        new = list(lines)
        if not complete and len(self._lines) > len(new) and new:
            oldest = new[-1].row
            new += [line for line in self._lines if line.row < oldest]
        self._move_to(new)

    def lines(self) -> tuple[AlertLine, ...]:
        """Give the lines that are here."""
        return tuple(self._lines)

    def _move_to(self, new: list[AlertLine]) -> None:
        old = self._lines
        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
        gone, come = len(old) - head - tail, len(new) - head - tail
        if gone:
            self.beginRemoveRows(NO_PARENT, head, head + gone - 1)
            del self._lines[head : head + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(NO_PARENT, head, head + come - 1)
            self._lines[head:head] = new[head : head + come]
            self.endInsertRows()
        if self._lines != new:
            self._lines = new
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, 0))

    def _add(self, lines: tuple[AlertLine, ...]) -> None:
        self._under_way = None
        if not lines:
            self._ended = True
            return
        first = len(self._lines)
        self.beginInsertRows(NO_PARENT, first, first + len(lines) - 1)
        self._lines.extend(lines)
        self.endInsertRows()

    def _fail(self, error: StationError) -> None:
        self._under_way = None
        self._ended = True
        self.failed.emit(error)


def spoken(line: AlertLine) -> str:
    """Say a line as a screen reader should: state first, then what, where and when."""
    parts = [
        say(words.attention(line.attention)),
        say(words.category(line.category)),
        line.headline,
        fir_or_gd(line.fir_shown, line.gd_number),
        line.place,
        say(words.life(line.life)),
        day_time(line.received_at),
    ]
    return " · ".join(part for part in parts if part)


def _alike(old: Sequence[AlertLine], new: Sequence[AlertLine]) -> int:
    """Count how many lines at the beginning are the same alerts."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one.uid != other.uid:
            break
        count += 1
    return count
