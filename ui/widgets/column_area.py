"""A column that scrolls up and down only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class ColumnArea(QScrollArea):
    """Never narrower than what stands in it, whatever the text size: nothing is cut at its right edge."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        """Show ``inside``; the focus goes to what stands in it."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        """Leave room for what stands inside and for the scroll bar beside it."""
        least, inside = super().minimumSizeHint(), self.widget()
        if inside is not None:
            wide = inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
            least.setWidth(max(least.width(), wide))
        return least

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when what stands inside does."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
