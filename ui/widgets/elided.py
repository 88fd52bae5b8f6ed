"""A label of one line that ends in dots where there is no room, and says the whole in its hint."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui import theme

LEAST_LETTERS = 6


class ElidedLabel(QLabel):
    """``text()`` stays whole, for the screen reader and for tests; only the painting is cut."""

    def __init__(
        self,
        role: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        """Begin empty, in one of the style sheet's roles."""
        super().__init__(parent)
        self._mode = mode
        self._more = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            theme.mark(self, role=role)

    def setText(self, text: str) -> None:
        """Show another text; the hint of the one before goes with it."""
        super().setText(text)
        self._say_whole()

    def explain(self, more: str) -> None:
        """Give it a hint of its own, which holds the whole text too, however much room there is."""
        self._more = more
        self._say_whole()

    def minimumSizeHint(self) -> QSize:
        """Need room for a few letters only."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), LEAST_LETTERS * self.fontMetrics().averageCharWidth()), whole.height())

    def shown(self) -> str:
        """Give what is painted: the text, cut where there is no room for all of it."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the whole text as a hint where it does not fit."""
        super().resizeEvent(event)
        self._say_whole()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 the whole label is one line
        """Paint what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), self.shown())
        painter.end()

    def _say_whole(self) -> None:
        self.setToolTip(self._more or (self.text() if self.shown() != self.text() else ""))
