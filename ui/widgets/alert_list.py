"""A list of alerts, those about one FIR drawn together.

Arrows up and down move, Enter opens, Space acknowledges, Ctrl+Enter opens the FIR; a click on the FIR number too.
What is typed leads to the next alert that has it; a blank in it acknowledges nothing.
The arrow onwards unfolds the others about an FIR, the arrow back folds them; a click on their count does either.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem, QWidget

from station_client.domain.alert import Attention
from station_client.services.together import DrawnLine
from station_client.services.views import AlertLine
from ui import theme
from ui.widgets.alert_row import AlertDelegate
from ui.widgets.typed import Typed

Index = QModelIndex | QPersistentModelIndex
ROWS_SEEN = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where an officer is in a list: the alert under the hand, and those in sight with row and height in pixels.

    ``seen`` is empty at the top of the list, where one wants to see what is new; ``at`` is how far it is scrolled.
    """

    uid: str
    focused: bool
    seen: tuple[tuple[str, int, int], ...]
    at: int


class AlertList(QListView):
    """The view of any model whose rows are ``DrawnLine``; ``row_of`` gives the row of an alert, -1 for none."""

    opened = Signal(str)
    acknowledged = Signal(str)
    fir_opened = Signal(str)
    unfold_asked = Signal(str)
    fold_asked = Signal(str)

    def __init__(
        self, now: Callable[[], datetime], row_of: Callable[[str], int], parent: QWidget | None = None
    ) -> None:
        """``now`` is the clock's, for the date chips."""
        super().__init__(parent)
        self._row_of = row_of
        self._painter = AlertDelegate(now, self)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        theme.mark(self, frame="none")
        self._clicked_beside, self._typed = True, Typed(self)
        self.doubleClicked.connect(self._open)

    def line_at(self, index: Index) -> AlertLine | None:
        """Give the alert of a row."""
        drawn = self._drawn_at(index)
        return drawn.line if drawn is not None else None

    def minimumSizeHint(self) -> QSize:
        """Need room for two whole rows, whatever the text size."""
        row = self._painter.sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        frame = self.contentsMargins()
        return QSize(super().minimumSizeHint().width(), ROWS_SEEN * row + frame.top() + frame.bottom())

    def sizeHint(self) -> QSize:
        """Wish for no more height than is needed: what there is beyond it is shared out."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+Enter opens the FIR, Space acknowledges, the arrows to the sides unfold and fold."""
        line = self.line_at(self.currentIndex())
        if line is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._open_fir(line)
            else:
                self.opened.emit(line.uid)
        elif line is not None and event.key() == Qt.Key.Key_Space and not self._typed.goes_on():
            self._acknowledge(line)  # never by the blank within a name that is typed: it cannot be undone
        elif line is not None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            onwards = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
            (self.unfold_asked if event.key() == onwards else self.fold_asked).emit(line.uid)
        else:
            super().keyPressEvent(event)
            if self.currentIndex().row() == self.model().rowCount() - 1:
                self._ask_on()

    def keyboardSearch(self, search: str) -> None:
        """Lead to the alert that has what is typed: its FIR number, its station, a word of its first sentence."""
        self._typed.lead(search)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever turns on at the end asks for older lines."""
        super().wheelEvent(event)
        if self.verticalScrollBar().value() == self.verticalScrollBar().maximum():
            self._ask_on()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first row when the focus comes by keyboard."""
        super().focusInEvent(event)
        self.stand_on("")

    def stand_on(self, uid: str) -> None:
        """Stand on this alert after the list has changed; whoever has the focus stands on a row that is seen."""
        here = self.line_at(self.currentIndex())
        if uid and (here is None or here.uid != uid) and (row := self._row_of(uid)) >= 0:
            self.setCurrentIndex(self.model().index(row, 0))
        if self.hasFocus() and self.model().rowCount() and not self.selectionModel().hasSelection():
            here_at = self.currentIndex()  # Qt makes the first row current without marking it
            self.setCurrentIndex(here_at if here_at.isValid() else self.model().index(0, 0))

    def place(self) -> Place:
        """Tell where the officer is, before lines come and go."""
        here, seen = self.line_at(self.currentIndex()), []
        at = self.indexAt(QPoint(0, 0)) if self.verticalScrollBar().value() else QModelIndex()
        while at.isValid() and (top := self.visualRect(at).top()) < self.viewport().height():
            if line := self.line_at(at):
                seen.append((str(line.uid), at.row(), top))
            at = at.siblingAtRow(at.row() + 1)
        focused = self is self.window().focusWidget()  # also while another window is in front
        return Place(here.uid if here else "", focused, tuple(seen), self.verticalScrollBar().value())

    def return_to(self, place: Place) -> None:
        """Stand on the same alert after lines came and went, with the same alerts at the same height."""
        self.stand_on(place.uid)
        stay = ((self._row_of(uid), before, top) for uid, before, top in place.seen)
        row, before, top = next((one for one in stay if one[0] >= 0), (0, 0, 0))
        bar = self.verticalScrollBar()
        if row != before or (place.seen and bar.value() != place.at):  # else nothing has to be laid out for it now
            self.executeDelayedItemsLayout()
            bar.setValue(bar.value() + self.visualRect(self.model().index(row, 0)).top() - top)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the FIR at a click on its number; unfold or fold a group at a click on its count."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        line, group = self._link_under(event.position().toPoint()), self._count_under(event.position().toPoint())
        self._clicked_beside = line is None and group is None
        if line is not None:
            self._open_fir(line)
        elif group is not None:
            (self.fold_asked if group.opened else self.unfold_asked).emit(group.line.uid)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over the FIR number and over a group's count."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        over = self._link_under(point) is not None or self._count_under(point) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _ask_on(self) -> None:
        """Ask for older lines, also where the last page did not come: nothing else asks for it again."""
        if self.model().canFetchMore(QModelIndex()):
            self.model().fetchMore(QModelIndex())

    def _drawn_at(self, index: Index) -> DrawnLine | None:
        drawn = index.data(Qt.ItemDataRole.UserRole)
        return drawn if isinstance(drawn, DrawnLine) else None

    def _link_under(self, point: QPoint) -> AlertLine | None:
        index = self.indexAt(point)
        drawn = self._drawn_at(index)
        if drawn is None or not drawn.line.fir_key:
            return None
        return drawn.line if self._painter.fir_rect(self.visualRect(index), drawn).contains(point) else None

    def _count_under(self, point: QPoint) -> DrawnLine | None:
        index = self.indexAt(point)
        drawn = self._drawn_at(index)
        if drawn is None:
            return None
        return drawn if self._painter.more_rect(self.visualRect(index), drawn).contains(point) else None

    def _acknowledge(self, line: AlertLine) -> None:
        """Acknowledge the one alert that is shown; others about its FIR that were not read yet are shown then."""
        drawn = self._drawn_at(self.currentIndex())
        self.acknowledged.emit(line.uid)
        if drawn is not None and drawn.more and not drawn.opened and drawn.attention is Attention.NEW:
            self.unfold_asked.emit(line.uid)

    def _open(self, index: Index) -> None:
        line = self.line_at(index)
        if line is not None and self._clicked_beside:
            self.opened.emit(line.uid)

    def _open_fir(self, line: AlertLine) -> None:
        if line.fir_key:
            self.fir_opened.emit(line.fir_key)
