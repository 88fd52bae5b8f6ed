"""A column that scrolls up and down only."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui import theme

BESIDE: Final = 2 * theme.ROW  # of what stands over and under it: a field's name, and what is wrong with it


class ColumnArea(QScrollArea):
    """Never narrower than what stands in it, whatever the text size: nothing is cut at its right edge."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        """Show ``inside``; the focus goes to what stands in it."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self._wide = 0  # of the viewport; to ask Qt for that widget has the binding load every kind of widget
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._follow)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._settle)

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
        """Ask for other room when what stands inside does; once it has it, what had the focus may stand elsewhere."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_high()
            self.updateGeometry()
        elif event.type() == QEvent.Type.Resize and watched is self.widget():
            self._settle()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height of what stands inside to the width that it has now."""
        super().resizeEvent(event)
        self._wide = event.size().width()
        self._make_high()

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing is reckoned for a page that nobody sees; so it is now."""
        super().showEvent(event)
        self._make_high()

    def _make_high(self) -> None:
        """Leave as many lines as sentences take at this width; Qt reckons with their width of choice and cuts them."""
        inside = self.widget() if self.isVisible() else None
        layout = inside.layout() if inside is not None else None
        if inside is not None and layout is not None and layout.hasHeightForWidth():
            high = layout.totalMinimumHeightForWidth(self._wide)
            if high != inside.minimumHeight():
                inside.setMinimumHeight(high)
                self._settle()

    def _settle(self) -> None:
        """Wait until all is laid out; no widget is remembered meanwhile, it might be gone by then."""
        if self.isVisible():
            self._settled.start()

    def _follow(self) -> None:
        """Bring into sight what was given the focus, as a wrong field is; under a pressed mouse nothing moves."""
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._bring(QApplication.focusWidget())

    def _bring(self, here: QWidget | None) -> None:
        inside = self.widget()
        if inside is None or here is None or not inside.isAncestorOf(here):
            return
        if here.height() <= self.viewport().height():
            middle, around = here.mapTo(inside, here.rect().center()), here.height() // 2 + 1
            self.ensureVisible(middle.x(), middle.y(), 0, min(around + BESIDE, self.viewport().height() // 2))
