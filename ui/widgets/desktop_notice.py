"""A notice on the desktop beside the clock, for an officer who looks at another program or at a locked screen.

It never says anything of a case: anybody may stand before that screen.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from ui import theme

SHOWN_MILLISECONDS: Final = 15_000


class DesktopNotice(QObject):
    """Says a sentence by the system's own notices; ``raised`` carries it, shown or not; a click asks to ``open``."""

    raised = Signal(str)
    open = Signal()

    def __init__(self, parent: QObject) -> None:
        """Make nothing yet: most days have no High Alert."""
        super().__init__(parent)
        self._tray: QSystemTrayIcon | None = None
        self._away = QTimer(self, singleShot=True, interval=SHOWN_MILLISECONDS)
        self._away.timeout.connect(self.put_away)

    def say(self, sentence: str) -> None:
        """Say it, where the system shows notices at all."""
        self.raised.emit(sentence)
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(theme.icon("alert", theme.colours().danger), self)
            self._tray.messageClicked.connect(self.open)
            self._tray.activated.connect(self.open)
        self._tray.setToolTip("Station Client")
        self._tray.show()
        self._tray.showMessage("Station Client", sentence, self._tray.icon(), SHOWN_MILLISECONDS)
        self._away.start()

    def put_away(self) -> None:
        """Leave nothing beside the clock."""
        if self._tray is not None:
            self._tray.hide()
