"""Bars across: each with its name before and its number behind it, so that colour says nothing alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QWidget

from ui import theme

MOST: Final = 7
NAME_SHARE: Final = 0.45


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar."""

    name: str
    value: int


class BarChart(QWidget):
    """Shows so few bars (``MOST``) that each is read; whoever gives them chooses which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing."""
        super().__init__(parent)
        self.bars: tuple[Bar, ...] = ()
        self._title = ""

    def show_bars(self, title: str, bars: tuple[Bar, ...]) -> None:
        """Show bars in the order given; the screen reader is told all of it."""
        self.bars, self._title = bars, title
        self.setVisible(any(one.value for one in self.bars))
        self.setAccessibleName(title)
        self.setAccessibleDescription(", ".join(f"{one.name}: {one.value:,}" for one in self.bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for each bar."""
        return QSize(320, self._high() * (1 + max(1, len(self.bars))) + 2 * theme.INSIDE)

    def minimumSizeHint(self) -> QSize:
        """Ask for as much: a bar that is cut off says a wrong thing."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is counted, the names, the hatched bars and their numbers."""
        del event
        worn = theme.colours(self)
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        most = max((one.value for one in self.bars), default=0)
        longest = max((self.fontMetrics().horizontalAdvance(one.name) for one in self.bars), default=0)
        name = min(longest + theme.GRID, int(self.width() * NAME_SHARE))  # exactly as wide, a name would be cut
        number = self.fontMetrics().horizontalAdvance(f"{most:,}") + theme.BETWEEN
        room = max(1, self.width() - name - number - 3 * theme.INSIDE)
        begins = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(QColor(worn.quiet))
        painter.drawText(QRect(0, theme.GRID, self.width(), self._high()), begins, self._title)
        for at, one in enumerate(self.bars):
            top = theme.INSIDE + (at + 1) * self._high()
            line = QRect(0, top, name, self._high())
            text = self.fontMetrics().elidedText(one.name, Qt.TextElideMode.ElideRight, name)
            painter.setPen(QColor(worn.text))
            painter.drawText(self._turned(line), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
            long = round(room * one.value / most) if most else 0
            bar = QRect(name + theme.INSIDE, top + theme.GRID, long, self._high() - 2 * theme.GRID)
            painter.setPen(QPen(QColor(worn.primary), 1))
            painter.setBrush(QBrush(QColor(worn.primary), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(self._turned(bar))
            painter.setPen(QColor(worn.text))
            behind = QRect(bar.right() + theme.INSIDE, top, number, self._high())
            painter.drawText(self._turned(behind), begins, f"{one.value:,}")
        painter.end()

    def _turned(self, box: QRect) -> QRect:
        """Give a place as it is seen: from the other side where one writes from right to left."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)

    def _high(self) -> int:
        return round(self.fontMetrics().height() * 1.35)
