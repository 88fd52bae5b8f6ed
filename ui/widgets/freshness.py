"""How old this PC's copy is, in the one way that every page says it; it counts on by itself while it is seen."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel

from station_client.services.verbs import Verbs
from ui import theme
from ui.bridge import Bridge
from ui.language import as_on

AGE_TICK: Final = 30_000
OLD: Final = timedelta(hours=6)


class Freshness(QLabel):
    """``as on 14:05 IST, 3 h old``; a warning's tone from six hours on."""

    def __init__(self, verbs: Verbs, bridge: Bridge) -> None:
        """Begin with what is known of the last sync now."""
        super().__init__()
        self._sync, self._clock = verbs.sync, verbs.clock
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.mark(self, role="quiet")
        self._tick = QTimer(self, interval=AGE_TICK)
        self._tick.timeout.connect(self.say)
        bridge.sync_moved.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say it as it is now."""
        last, now = self._sync.status().last_sync, self._clock.now()
        self.setText(as_on(last, now))
        role = "warning" if last is not None and now - last > OLD else "quiet"
        if self.property("role") != role:
            theme.mark(self, role=role)

    def showEvent(self, event: QShowEvent) -> None:
        """Count on while somebody looks."""
        self.say()
        self._tick.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody does."""
        self._tick.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        super().changeEvent(event)
