"""A list of alerts, two lines a row: state, date, headline, paper clips; FIR link, place, life.

Arrows move, Enter opens, Space acknowledges, Ctrl+Enter opens the FIR; a click on the FIR number too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from station_client.domain.alert import Attention, Life
from station_client.services.views import AlertLine
from ui import theme, words
from ui.language import date_chip, fir_or_gd, say

Index = QModelIndex | QPersistentModelIndex
PAD = 6
LINE = 1.12
ROWS_SEEN = 2


class AlertDelegate(QStyledItemDelegate):
    """Paints one alert; asks the index for its frozen line and nothing else."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget) -> None:
        """``now`` says what "today" is, for the date chip."""
        super().__init__(parent)
        self._now = now
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 every row is alike
        """Two lines and some air; enough for Devanagari."""
        return QSize(160, 2 * self._line_height() + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        line = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(line, AlertLine):
            return
        painter.save()
        painter.setLayoutDirection(self._view.layoutDirection())  # left then means where a line begins
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        worn = theme.colours(self._view)
        if chosen:
            painter.fillRect(rect, worn.tint if self._view.hasFocus() else worn.hover)
        painter.setPen(worn.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._first(painter, rect, line)
        self._second(painter, rect, line)
        painter.restore()

    def fir_rect(self, rect: QRect, line: AlertLine) -> QRect:
        """Give the place of the FIR link within a row, as it is seen."""
        return self._turned(rect, self._link(rect, line))

    def _turned(self, rect: QRect, box: QRect) -> QRect:
        """Give a place within a row as it is seen: from the other side where one writes from right to left."""
        return QStyle.visualRect(self._view.layoutDirection(), rect, box)

    def _link(self, rect: QRect, line: AlertLine) -> QRect:
        words_wide = QFontMetrics(self._small()).horizontalAdvance(fir_or_gd(line.fir_shown, line.gd_number))
        top = rect.top() + PAD + self._line_height()
        return QRect(self._text_left(rect), top, words_wide, self._line_height())

    def _first(self, painter: QPainter, rect: QRect, line: AlertLine) -> None:
        worn, height = theme.colours(self._view), self._line_height()
        state = words.attention(line.attention)
        box = QRect(
            rect.left() + PAD,
            rect.top() + PAD + (height - theme.icon_size()) // 2,
            theme.icon_size(),
            theme.icon_size(),
        )
        theme.icon(state.icon, worn.tone(state.tone)).paint(painter, self._turned(rect, box))
        painter.setFont(self._small())
        painter.setPen(worn.quiet)
        chip = date_chip(line.received_at, self._now())
        left = self._text_left(rect)
        wide = QFontMetrics(self._small()).horizontalAdvance(chip)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self._turned(rect, QRect(left, rect.top() + PAD, wide, height)), flags, chip)
        right = self._clips(painter, rect, line)
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold if line.attention is Attention.NEW else QFont.Weight.Normal)
        font.setStrikeOut(line.life in (Life.EXPIRED, Life.RECALLED))
        painter.setFont(font)
        painter.setPen(worn.text)
        start = left + wide + theme.INSIDE
        shown = QFontMetrics(font).elidedText(line.headline, Qt.TextElideMode.ElideRight, right - start)
        painter.drawText(
            self._turned(rect, QRect(start, rect.top() + PAD, right - start, height)), flags, _apart(shown)
        )

    def _clips(self, painter: QPainter, rect: QRect, line: AlertLine) -> int:
        right = rect.right() - theme.INSIDE
        if not line.files:
            return right
        height, worn = self._line_height(), theme.colours(self._view)
        count = str(line.files)
        wide = QFontMetrics(self._small()).horizontalAdvance(count)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(self._turned(rect, QRect(right - wide, rect.top() + PAD, wide, height)), flags, count)
        side = theme.icon_size() - theme.GRID
        box = QRect(right - wide - theme.icon_size(), rect.top() + PAD + (height - side) // 2, side, side)
        theme.icon("paper-clip", worn.quiet).paint(painter, self._turned(rect, box))
        return right - wide - theme.icon_size() - theme.INSIDE

    def _second(self, painter: QPainter, rect: QRect, line: AlertLine) -> None:
        worn, link = theme.colours(self._view), self._link(rect, line)
        font = self._small()
        font.setUnderline(bool(line.fir_key))
        painter.setFont(font)
        painter.setPen(worn.primary if line.fir_key else worn.quiet)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self._turned(rect, link), flags, fir_or_gd(line.fir_shown, line.gd_number))
        painter.setFont(self._small())
        left, right = link.right() + theme.BETWEEN, rect.right() - theme.INSIDE
        if line.life is not Life.ACTIVE:
            right = self._life(painter, rect, QRect(left, link.top(), right - left, link.height()), line)
        painter.setPen(worn.quiet)
        place = QFontMetrics(self._small()).elidedText(line.place, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(self._turned(rect, QRect(left, link.top(), right - left, link.height())), flags, _apart(place))

    def _life(self, painter: QPainter, rect: QRect, box: QRect, line: AlertLine) -> int:
        word, worn = words.life(line.life), theme.colours(self._view)
        said = say(word)
        wide = QFontMetrics(self._small()).horizontalAdvance(said)
        painter.setPen(worn.tone(word.tone))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(self._turned(rect, box), flags, said)
        side = theme.icon_size() - theme.GRID
        icon = QRect(box.right() - wide - theme.icon_size() - 2, box.top() + (box.height() - side) // 2, side, side)
        theme.icon(word.icon, worn.tone(word.tone)).paint(painter, self._turned(rect, icon))
        return icon.left() - theme.INSIDE

    def _small(self) -> QFont:
        font = QFont(self._view.font())
        font.setPointSizeF(font.pointSizeF() * 0.92)
        return font

    def _line_height(self) -> int:
        return round(self._view.fontMetrics().height() * LINE)

    def _text_left(self, rect: QRect) -> int:
        return rect.left() + PAD + theme.icon_size() + theme.INSIDE


def _apart(text: str) -> str:
    """Keep a text's own direction, and its dots at its own end, within a row of the other one."""
    return f"\u2068{text}\u2069"


class AlertList(QListView):
    """The view of any model whose rows are ``AlertLine``."""

    opened = Signal(str)
    acknowledged = Signal(str)
    fir_opened = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """``now`` is the clock's, for the date chips."""
        super().__init__(parent)
        self._painter = AlertDelegate(now, self)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        theme.mark(self, frame="none")
        self.doubleClicked.connect(self._open)

    def line_at(self, index: Index) -> AlertLine | None:
        """Give the alert of a row."""
        line = index.data(Qt.ItemDataRole.UserRole)
        return line if isinstance(line, AlertLine) else None

    def minimumSizeHint(self) -> QSize:
        """Need room for two whole rows, whatever the text size."""
        row = self._painter.sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        frame = self.contentsMargins()
        return QSize(super().minimumSizeHint().width(), ROWS_SEEN * row + frame.top() + frame.bottom())

    def sizeHint(self) -> QSize:
        """Wish for no more height than is needed: what there is beyond it is shared out."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+Enter opens the FIR, Space acknowledges."""
        line = self.line_at(self.currentIndex())
        if line is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._open_fir(line)
            else:
                self.opened.emit(line.uid)
        elif line is not None and event.key() == Qt.Key.Key_Space:
            self.acknowledged.emit(line.uid)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first row when the focus comes by keyboard."""
        super().focusInEvent(event)
        self.stand_on("")

    def stand_on(self, uid: str) -> None:
        """Stand on this alert after the list has changed; whoever has the focus stands on a row that is seen."""
        here = self.line_at(self.currentIndex())
        if uid and (here is None or here.uid != uid):
            rows = (self.model().index(row, 0) for row in range(self.model().rowCount()))
            found = next((at for at in rows if (line := self.line_at(at)) and line.uid == uid), None)
            if found is not None:
                self.setCurrentIndex(found)
        if self.hasFocus() and self.model().rowCount() and not self.selectionModel().hasSelection():
            here_at = self.currentIndex()  # Qt makes the first row current without marking it
            self.setCurrentIndex(here_at if here_at.isValid() else self.model().index(0, 0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the FIR at a click on its number."""
        super().mouseReleaseEvent(event)
        line = self._link_under(event.position().toPoint())
        if line is not None and event.button() == Qt.MouseButton.LeftButton:
            self._open_fir(line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over the FIR number."""
        super().mouseMoveEvent(event)
        over = self._link_under(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _link_under(self, point: QPoint) -> AlertLine | None:
        index = self.indexAt(point)
        line = self.line_at(index)
        if line is None or not line.fir_key:
            return None
        return line if self._painter.fir_rect(self.visualRect(index), line).contains(point) else None

    def _open(self, index: Index) -> None:
        line = self.line_at(index)
        if line is not None:
            self.opened.emit(line.uid)

    def _open_fir(self, line: AlertLine) -> None:
        if line.fir_key:
            self.fir_opened.emit(line.fir_key)
