"""A window of its own for one FIR or one receipt: it closes with Escape, and with the lock."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.screens.screen import Screen
from ui.widgets.banner import Banner
from ui.widgets.training import under_mark

SIZE = QSize(880, 700)


class OwnWindow(QWidget):
    """Shows one screen, and its notices above it."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        """Take the screen in; the window goes when it is closed."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAutoFillBackground(True)
        self.screen_shown = screen
        self._banner = Banner()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self._banner)
        column.addWidget(under_mark(screen, screen.verbs.settings), 1)
        screen.notice.connect(self._banner.say)
        screen.title_changed.connect(self._say_title)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        room = self.screen().availableSize()
        self.resize(SIZE.boundedTo(room))
        self._say_title()

    def changeEvent(self, event: QEvent) -> None:
        """Say the title again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_title()
        super().changeEvent(event)

    def _say_title(self) -> None:
        self.setWindowTitle(f"{self.screen_shown.title()} – Station Client")
