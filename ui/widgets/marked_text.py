"""A cell's words with those marked that were looked for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui import theme
from ui.widgets.short_word import MARGIN, ShortWord


class MarkedText(ShortWord):
    """Draws like every cell, and the words that ``role`` names on a tint and bolder, in whatever script."""

    def __init__(self, role: int, shorter: int, parent: QObject | None = None) -> None:
        """``role`` gives the spans (start, end) of the cell's words; ``shorter`` what is read where none is marked."""
        super().__init__(shorter, parent)
        self._spans = role

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground and the icon as the style does, then the words."""
        spans = index.data(self._spans)
        if not spans:
            super().paint(painter, option, index)
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        words, drawn.text = str(index.data()), ""  # the spans are those of the whole
        style = drawn.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        drawn.text = words
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, drawn, drawn.widget)
        room = room.adjusted(MARGIN, 0, -MARGIN, 0)
        shown = drawn.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        layout = QTextLayout(shown, drawn.font)
        layout.setFormats(_formats(words, shown, spans))
        begins = QTextOption(Qt.AlignmentFlag.AlignLeft)  # where a line begins, which may be at the right
        begins.setTextDirection(drawn.direction)
        layout.setTextOption(begins)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width())
        layout.endLayout()
        painter.save()
        painter.setClipRect(room)
        painter.setPen(QColor(theme.colours().text))
        layout.draw(painter, QPointF(room.x(), room.y() + (room.height() - line.height()) / 2))
        painter.restore()


def _formats(words: str, shown: str, spans: Iterable[tuple[int, int]]) -> list[QTextLayout.FormatRange]:
    """Give the spans as Qt counts them, two for a sign beyond the first plane; what is cut is not marked."""
    kept = len(shown) if shown == words else len(shown) - 1
    found = []
    for start, end in spans:
        if end <= kept:
            one = QTextLayout.FormatRange()
            one.start, one.length = _units(words[:start]), _units(words[start:end])
            look = QTextCharFormat()
            look.setFontWeight(QFont.Weight.DemiBold)
            look.setBackground(QColor(theme.colours().warning_tint))
            one.format = look
            found.append(one)
    return found


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
