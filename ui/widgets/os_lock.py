"""The operating system's own lock and sleep: the vault locks with them, on Linux and on Windows.

What hears them is imported only on its own system, so that the other one never needs it.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class OsLock(QObject):
    """Says ``locked`` when the screen of the PC is locked or the PC goes to sleep; elsewhere it never does."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen as this system wants to be listened to."""
        super().__init__(parent)
        if sys.platform == "win32":
            from ui.widgets.windows_lock import WindowsLock  # noqa: PLC0415 there is nothing to hear elsewhere

            WindowsLock(self).locked.connect(self.locked)
        elif sys.platform.startswith("linux"):
            from ui.widgets.bus_lock import BusLock  # noqa: PLC0415 Windows has no message bus

            BusLock(self).locked.connect(self.locked)
