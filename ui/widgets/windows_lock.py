"""The lock and sleep of a Windows PC, heard in the messages that Windows sends to a window.

Written after Microsoft's description of ``WM_WTSSESSION_CHANGE`` and ``WM_POWERBROADCAST``; never run on Windows,
under Wine it hears such messages (docs/windows.md): the tests give the filter messages of the same form.
"""

from __future__ import annotations

import ctypes
import logging
import sys
from ctypes import wintypes
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

MESSAGE: Final = b"windows_generic_MSG"
POWER: Final = 0x0218  # WM_POWERBROADCAST
SESSION: Final = 0x02B1  # WM_WTSSESSION_CHANGE
SUSPEND: Final = 0x0004  # PBT_APMSUSPEND
LEFT: Final = frozenset(
    {0x2, 0x4, 0x7}
)  # WTS_CONSOLE_DISCONNECT (another user), WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK
THIS_SESSION: Final = 0  # NOTIFY_FOR_THIS_SESSION

_log = logging.getLogger(__name__)


def locks(message: int, parameter: int) -> bool:
    """Tell whether a message says that nobody sits before this screen any more."""
    return (message == SESSION and parameter in LEFT) or (message == POWER and parameter == SUSPEND)


class MessageFilter(QAbstractNativeEventFilter):
    """Looks at every message on its way and keeps none back."""

    def __init__(self, ear: WindowsLock) -> None:
        """Tell ``ear`` of those that matter."""
        super().__init__()
        self._ear = ear

    def nativeEventFilter(self, eventType: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Read the message where Windows put it."""
        if eventType == MESSAGE:
            read = wintypes.MSG.from_address(int(message))
            if locks(read.message, read.wParam):
                self._ear.locked.emit()
        return False, 0


class WindowsLock(QObject):
    """Says ``locked`` when the screen is locked, another user comes to the PC, or it goes to sleep."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Ask Windows to tell a window of our own that is never shown."""
        super().__init__(parent)
        self._window = QWidget()
        self._filter = MessageFilter(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)
        if sys.platform == "win32":
            register = ctypes.WinDLL("wtsapi32", use_last_error=True).WTSRegisterSessionNotification
            register.argtypes, register.restype = (wintypes.HWND, wintypes.DWORD), wintypes.BOOL
            if not register(int(self._window.winId()), THIS_SESSION):  # ended by Windows itself with the window
                _log.warning("the lock of the PC is not heard: error %s", ctypes.get_last_error())
