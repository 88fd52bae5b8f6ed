"""A column that scrolls up and down only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class ColumnArea(QScrollArea):
    """Never narrower than what stands in it, whatever the text size: nothing is cut at its right edge."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        """Show ``inside``; the focus goes to what stands in it."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow, Qt.ConnectionType.QueuedConnection)  # when all is laid out

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
        if moved:
            self._bring(self.focusWidget())
        return moved

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when what stands inside does."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _follow(self, _before: QWidget | None, here: QWidget | None) -> None:
        """Bring into sight what was given the focus, as a wrong field is; under a pressed mouse nothing moves."""
        if here is not None and here.hasFocus() and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._bring(here)

    def _bring(self, here: QWidget | None) -> None:
        inside = self.widget()
        if inside is None or here is None or not inside.isAncestorOf(here):
            return
        if here.height() <= self.viewport().height():
            middle = here.mapTo(inside, here.rect().center())
            self.ensureVisible(middle.x(), middle.y(), 0, here.height() // 2 + 1)
