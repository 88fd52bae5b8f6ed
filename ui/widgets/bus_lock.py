"""The lock and sleep of a Linux PC, heard on its message bus.

Whoever can send such a message can do no more by it than lock the program. Where there is no bus nothing is heard,
and the idle lock is what stays.
"""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

SCREEN_SAVERS: Final = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver")
LOGIN: Final = "org.freedesktop.login1"

_BEGUN: Final[Any] = SLOT("begun(bool)")  # the stubs ask for bytes where the binding takes what SLOT gives
_ASKED: Final[Any] = SLOT("asked()")  # as above


class BusLock(QObject):
    """Says ``locked`` when the screen of the PC is locked or the PC goes to sleep."""

    locked = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        session: QDBusConnection | None = None,
        system: QDBusConnection | None = None,
    ) -> None:
        """Listen on the buses of this session and of the PC, as far as they are there."""
        super().__init__(parent)
        own, whole = session or QDBusConnection.sessionBus(), system or QDBusConnection.systemBus()
        self._buses = (own, whole)
        if own.isConnected():
            for one in SCREEN_SAVERS:
                own.connect("", "", one, "ActiveChanged", self, _BEGUN)
        if whole.isConnected():
            whole.connect(LOGIN, "", f"{LOGIN}.Manager", "PrepareForSleep", self, _BEGUN)
            whole.connect(LOGIN, "", f"{LOGIN}.Session", "Lock", self, _ASKED)

    @Slot(bool)
    def begun(self, active: bool) -> None:  # noqa: FBT001 the message's own form
        """Hear that the lock or the sleep begins; its end is no news."""
        if active:
            self.locked.emit()

    @Slot()
    def asked(self) -> None:
        """Hear that the session is to be locked."""
        self.locked.emit()
