"""One alert in a list, two lines: state, date, headline, paper clips; FIR link, how many more about it, place, life.

In a narrow list the link is the FIR's number alone and its life a sign alone, so that the station can be read.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from station_client.domain.alert import Attention, Life
from station_client.domain.office import station_of
from station_client.services.together import DrawnLine
from station_client.services.views import AlertLine
from ui import theme, words
from ui.language import date_chip, fir_or_gd, more_about_fir, say

Index = QModelIndex | QPersistentModelIndex
PAD = 6
LINE = 1.12
ROOM_FOR_ALL_WORDS = 0.6
LEAST_OF_A_DISTRICT = 5  # letters with the comma before it; less of it says nothing
PLACE_LETTERS = 28  # which a list has beside the whole link, or the place needs its room more


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
        drawn = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(drawn, DrawnLine):
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
        inside = self._inside(rect, drawn)
        self._first(painter, inside, drawn)
        self._second(painter, inside, drawn)
        painter.restore()

    def fir_rect(self, rect: QRect, drawn: DrawnLine) -> QRect:
        """Give the place of the FIR link within a row, as it is seen."""
        inside = self._inside(rect, drawn)
        return self._turned(inside, self._link(inside, drawn.line))

    def more_rect(self, rect: QRect, drawn: DrawnLine) -> QRect:
        """Give the place where the others of a group are counted, as it is seen; empty where there are none."""
        inside = self._inside(rect, drawn)
        return self._turned(inside, self._more(inside, drawn)) if drawn.more else QRect()

    def _inside(self, rect: QRect, drawn: DrawnLine) -> QRect:
        indent = theme.icon_size() + theme.INSIDE if drawn.under else 0
        return self._turned(rect, rect.adjusted(indent, 0, 0, 0))

    def _turned(self, rect: QRect, box: QRect) -> QRect:
        """Give a place within a row as it is seen: from the other side where one writes from right to left."""
        return QStyle.visualRect(self._view.layoutDirection(), rect, box)

    def _link(self, rect: QRect, line: AlertLine) -> QRect:
        words_wide = QFontMetrics(self._small()).horizontalAdvance(self._link_words(line))
        top = rect.top() + PAD + self._line_height()
        return QRect(self._text_left(rect), top, words_wide, self._line_height())

    def _link_words(self, line: AlertLine) -> str:
        """Word the link by the list's width, which all its rows have in common."""
        whole, metrics = fir_or_gd(line.fir_shown, line.gd_number), QFontMetrics(self._small())
        beside = self._view.width() - self._text_left(QRect()) - metrics.horizontalAdvance(whole) - 2 * theme.BETWEEN
        return whole if beside >= PLACE_LETTERS * metrics.averageCharWidth() else line.fir_shown or whole

    def _more(self, rect: QRect, drawn: DrawnLine) -> QRect:
        link, metrics = self._link(rect, drawn.line), QFontMetrics(self._small())
        left, icon = link.right() + theme.BETWEEN, theme.icon_size() + 2
        room = round((rect.right() - theme.INSIDE - left) * ROOM_FOR_ALL_WORDS)
        whole = icon + metrics.horizontalAdvance(more_about_fir(drawn.more))
        short = icon + metrics.horizontalAdvance(f"+{drawn.more}")
        return QRect(left, link.top(), whole if whole <= room else short, link.height())

    def _first(self, painter: QPainter, rect: QRect, drawn: DrawnLine) -> None:
        line, worn, height = drawn.line, theme.colours(self._view), self._line_height()
        state = words.attention(drawn.attention)
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
        font.setWeight(QFont.Weight.DemiBold if drawn.attention is Attention.NEW else QFont.Weight.Normal)
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

    def _second(self, painter: QPainter, rect: QRect, drawn: DrawnLine) -> None:
        line, worn = drawn.line, theme.colours(self._view)
        link = self._link(rect, line)
        font = self._small()
        font.setUnderline(bool(line.fir_key))
        painter.setFont(font)
        painter.setPen(worn.primary if line.fir_key else worn.quiet)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self._turned(rect, link), flags, self._link_words(line))
        painter.setFont(self._small())
        left, right = link.right() + theme.BETWEEN, rect.right() - theme.INSIDE
        if drawn.more:
            left = self._draw_more(painter, rect, drawn)
        if line.life is not Life.ACTIVE:
            right = self._life(painter, rect, QRect(left, link.top(), right - left, link.height()), line)
        painter.setPen(worn.quiet)
        place = self._place(line.place, right - left)
        painter.drawText(self._turned(rect, QRect(left, link.top(), right - left, link.height())), flags, _apart(place))

    def _place(self, place: str, room: int) -> str:
        """Say as much of a place as there is room for: its name is cut last."""
        metrics, end = QFontMetrics(self._small()), Qt.TextElideMode.ElideRight
        station, named = station_of(place)
        shown = metrics.elidedText(place, end, room)
        if shown == place or (shown.startswith(station) and len(shown) > len(station) + LEAST_OF_A_DISTRICT):
            return shown
        whole = metrics.horizontalAdvance(station) <= room
        return station if whole else metrics.elidedText(named, end, room)

    def _draw_more(self, painter: QPainter, rect: QRect, drawn: DrawnLine) -> int:
        box, worn = self._more(rect, drawn), theme.colours(self._view)
        side = theme.icon_size() - theme.GRID
        sign = QRect(box.left(), box.top() + (box.height() - side) // 2, side, side)
        self._arrow(painter, self._turned(rect, sign), opened=drawn.opened)
        count = box.adjusted(theme.icon_size() + 2, 0, 0, 0)
        whole = more_about_fir(drawn.more)
        fits = QFontMetrics(self._small()).horizontalAdvance(whole) <= count.width()
        painter.setPen(worn.primary)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self._turned(rect, count), flags, _apart(whole if fits else f"+{drawn.more}"))
        return box.right() + theme.BETWEEN

    def _arrow(self, painter: QPainter, box: QRect, *, opened: bool) -> None:
        painter.save()
        if self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft:  # onwards is to the left then
            painter.translate(2 * box.center().x() + 1, 0)
            painter.scale(-1, 1)
        theme.icon("down" if opened else "next", theme.colours(self._view).primary).paint(painter, box)
        painter.restore()

    def _life(self, painter: QPainter, rect: QRect, box: QRect, line: AlertLine) -> int:
        word, worn = words.life(line.life), theme.colours(self._view)
        said = say(word)
        metrics = QFontMetrics(self._small())
        station, wide = metrics.horizontalAdvance(station_of(line.place)[0]), metrics.horizontalAdvance(said)
        if station + theme.INSIDE + wide + theme.icon_size() + 2 > box.width():
            said, wide = "", 0  # too narrow a row: the sign alone, and no word over the link or for half a name
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
