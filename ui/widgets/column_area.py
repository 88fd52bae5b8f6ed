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

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 Qt's own shape
        """Bring what Tab comes to into sight whole, where it has room at all; Qt shows its current row only."""
        moved = super().focusNextPrevChild(forward)
        here, inside = self.focusWidget(), self.widget()
        if moved and inside is not None and inside.isAncestorOf(here) and here.height() <= self.viewport().height():
            middle = here.mapTo(inside, here.rect().center())
            self.ensureVisible(middle.x(), middle.y(), 0, here.height() // 2 + 1)
        return moved

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when what stands inside does."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
