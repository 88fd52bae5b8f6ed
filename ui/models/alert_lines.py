"""A list of alerts, window by window: what is shown now, and the next page when the officer scrolls to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from station_client.errors import StationError
from station_client.services.together import Bond, DrawnLine, bond_of, drawn_together
from station_client.services.views import AlertLine
from ui import words
from ui.bridge import Bridge, Ticket
from ui.language import day_time, fir_or_gd, group_said, say
from ui.models.rereading import Fetch, Rereading, corrected

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class AlertLines(QAbstractListModel):
    """Frozen lines, newest first; older ones come by keyset (``fetch(row)``: the page below that row).

    Alerts about one FIR are drawn together until ``turn`` unfolds them, so there may be more lines than rows.
    ``UserRole`` gives the ``DrawnLine``; a screen reader hears state, date, headline, FIR and place.
    ``changing`` and ``changed`` stand around each change that nobody's hand has made.
    """

    failed = Signal(object)
    changing = Signal()
    changed = Signal()

    def __init__(self, bridge: Bridge, fetch: Fetch | None = None, parent: QObject | None = None) -> None:
        """Begin empty; ``fetch`` is called on the pool, None where there is nothing more to fetch."""
        super().__init__(parent)
        self._bridge = bridge
        self._fetch = fetch
        self._lines: list[AlertLine] = []
        self._drawn: list[DrawnLine] = []
        self._unfolded: set[Bond] = set()
        self._ended = True
        self._newest = 0
        self._under_way: Ticket | None = None
        self._overtaken = False
        self._rereading = Rereading(bridge, fetch, self) if fetch is not None else None
        if self._rereading is not None:
            self._rereading.came.connect(self._correct)
            self._rereading.failed.connect(self.failed)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Count the rows: lines that stand by themselves, groups, and the others of unfolded groups."""
        return 0 if parent.isValid() else len(self._drawn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own type
        """Give the line, its headline, or what a screen reader says."""
        if not index.isValid() or not 0 <= index.row() < len(self._drawn):
            return None
        drawn = self._drawn[index.row()]
        line = drawn.line
        if role == Qt.ItemDataRole.UserRole:
            return drawn
        if role == Qt.ItemDataRole.DisplayRole:
            return line.headline
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(drawn)
        return None

    def canFetchMore(self, parent: Index = NO_PARENT) -> bool:
        """Tell whether older lines may be had."""
        return not parent.isValid() and not self._ended and self._under_way is None

    def fetchMore(self, parent: Index = NO_PARENT) -> None:
        """Ask for the next page; it is added when it comes."""
        if not self.canFetchMore(parent) or self._fetch is None or not self._lines:
            return
        fetch, row = self._fetch, self._lines[-1].row
        self._overtaken = False
        self._under_way = self._bridge.run(lambda: tuple(fetch(row)), self._add, self._fail)

    def show(self, lines: Sequence[AlertLine], *, complete: bool = False) -> None:
        """Show these lines as the newest, and read what is held below them anew: it may have changed too.

        What stays keeps its place, so selection and scroll stay too.
        """
        new, last = list(lines), self._lines[-1].row if self._lines else 0
        if not complete and len(self._lines) > len(new) and new:
            oldest = new[-1].row
            new += [line for line in self._lines if line.row < oldest]
        if self._under_way is not None and (complete or not new or new[-1].row != last):
            self._under_way.drop()
            self._under_way = None
        self._overtaken = self._under_way is not None
        self._ended = complete or self._fetch is None or not lines
        self._newest = lines[-1].row if lines else 0
        self._put(new)
        self._read_anew(complete=complete)

    def turn(self, uid: str, *, unfold: bool) -> str:
        """Unfold or fold the group in which an alert is; name the alert that then stands for it."""
        bond = next((bond_of(line) for line in self._lines if line.uid == uid), None)
        if bond is None:
            return uid
        (self._unfolded.add if unfold else self._unfolded.discard)(bond)
        self._draw()
        return uid if unfold else next(line.uid for line in self._lines if bond_of(line) == bond)

    def reveal(self, uid: str) -> None:
        """Unfold the group in which an alert would otherwise be out of sight."""
        if self.row_of(uid) < 0:
            self.turn(uid, unfold=True)

    def row_of(self, uid: str) -> int:
        """Give the row that an alert has to itself, -1 for none."""
        return next((at for at, drawn in enumerate(self._drawn) if drawn.line.uid == uid), -1)

    def lines(self) -> tuple[AlertLine, ...]:
        """Give the lines that are here."""
        return tuple(self._lines)

    def _draw(self) -> None:
        """Draw what is here anew; rows of alerts that stay where they are keep their selection."""
        old, new = self._drawn, list(drawn_together(self._lines, self._unfolded))
        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
        gone, come = len(old) - head - tail, len(new) - head - tail
        if gone:
            self.beginRemoveRows(NO_PARENT, head, head + gone - 1)
            del old[head : head + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(NO_PARENT, head, head + come - 1)
            old[head:head] = new[head : head + come]
            self.endInsertRows()
        if old != new:
            self._drawn = new
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, 0))

    def _put(self, lines: Sequence[AlertLine]) -> None:
        """Hold other lines than before, and draw them where they differ."""
        new = list(lines)
        if new == self._lines:
            return
        self.changing.emit()
        self._lines = new
        if self._unfolded:
            self._unfolded &= {bond_of(line) for line in new}
        self._draw()
        self.changed.emit()

    def _read_anew(self, *, complete: bool) -> None:
        if self._rereading is None:
            return
        if complete or not self._lines:
            self._rereading.stop()
        else:
            self._rereading.begin(self._newest, self._lines[-1].row)

    def _correct(self, below: int, page: tuple[AlertLine, ...]) -> None:
        self._put(corrected(self._lines, page, below=below, newest=self._newest))

    def _add(self, lines: tuple[AlertLine, ...]) -> None:
        self._under_way = None
        if not lines:
            self._ended = True
            return
        rows = len(self._drawn)
        self._put([*self._lines, *lines])
        if self._overtaken:  # they may have been read before the last change
            self._read_anew(complete=False)
        if len(self._drawn) == rows:  # all of them went into groups that are here: no view asks again
            self.fetchMore()

    def _fail(self, error: StationError) -> None:
        """Say it, and offer the page again to whoever scrolls on."""
        self._under_way = None
        self.failed.emit(error)


def spoken(drawn: DrawnLine) -> str:
    """Say a line as a screen reader should: state first, then what, where and when, and what is folded under it."""
    line = drawn.line
    parts = [
        say(words.attention(drawn.attention)),
        say(words.category(line.category)),
        line.headline,
        fir_or_gd(line.fir_shown, line.gd_number),
        line.place,
        say(words.life(line.life)),
        day_time(line.received_at),
        group_said(drawn.more, unfolded=drawn.opened) if drawn.more else "",
    ]
    return " · ".join(part for part in parts if part)


def _alike(old: Sequence[DrawnLine], new: Sequence[DrawnLine]) -> int:
    """Count how many rows at the beginning are of the same alerts."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one.line.uid != other.line.uid:
            break
        count += 1
    return count
