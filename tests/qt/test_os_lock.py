"""The vault locks with the operating system: messages over a real bus of its own."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Iterator
from ctypes import wintypes
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.entering import come_in
from tests.support.faces import Face
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.widgets.bus_lock import LOGIN, BusLock
from ui.widgets.windows_lock import MESSAGE, POWER, SESSION, WindowsLock

NUMBERS = count()
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def address() -> Iterator[str]:
    """Run a message bus and give its address."""
    words = ("dbus-daemon", "--session", "--nofork", "--print-address=1")
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


def on(address: str) -> QDBusConnection:
    """Connect to the bus once more."""
    made = QDBusConnection.connectToBus(address, f"test-{next(NUMBERS)}")
    assert made.isConnected()
    return made


def say(bus: QDBusConnection, path: str, interface: str, word: str, *arguments: bool) -> None:
    """Send a message to whoever listens."""
    message = QDBusMessage.createSignal(path, interface, word)
    message.setArguments(list(arguments))
    assert bus.send(message)


@pytest.mark.parametrize(
    ("path", "interface", "word", "arguments"),
    [
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", (True,)),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", (True,)),
        ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", (True,)),
        ("/org/freedesktop/login1/session/_3", "org.freedesktop.login1.Session", "Lock", ()),
    ],
)
def test_a_locked_screen_and_sleep_are_heard(
    address: str, qtbot: QtBot, *, path: str, interface: str, word: str, arguments: tuple[bool, ...]
) -> None:
    """Each once; that the screen is open again is no news."""
    teller = on(address)
    assert teller.registerService(LOGIN)
    heard = BusLock(session=on(address), system=on(address))
    told: list[str] = []
    heard.locked.connect(lambda: told.append("locked"))
    for sent in ((False,), arguments) if arguments else (arguments,):
        say(teller, path, interface, word, *sent)
    qtbot.waitUntil(lambda: told == ["locked"])


@pytest.mark.parametrize(
    ("message", "parameter", "heard"),
    [
        (SESSION, 0x7, True),  # locked
        (SESSION, 0x8, False),  # unlocked
        (SESSION, 0x1, False),  # somebody came back to the PC
        (SESSION, 0x2, True),  # another user came to the PC
        (SESSION, 0x4, True),  # the remote desktop went away
        (POWER, 0x4, True),  # going to sleep
        (POWER, 0x7, False),  # awake again
        (0x0100, 0x7, False),  # a key
    ],
)
def test_windows_messages_are_read(dressed: QApplication, *, message: int, parameter: int, heard: bool) -> None:
    """Of the same form as Windows gives them; the filter keeps none back. It was NOT tried on Windows."""
    assert dressed is not None
    told: list[str] = []
    ear = WindowsLock()
    ear.locked.connect(lambda: told.append("locked"))
    given = wintypes.MSG(message=message, wParam=parameter)
    listening = ear._filter  # noqa: SLF001 what Windows itself would call
    for kind in (MESSAGE, b"xcb_generic_event_t"):
        assert listening.nativeEventFilter(kind, ctypes.addressof(given)) == (False, 0)
    assert told == ["locked"] * heard
    QApplication.instance().removeNativeEventFilter(listening)  # type: ignore[union-attr] # it is there: dressed


NEEDS_NO_BUS = """
import sys
sys.modules["PySide6.QtDBus"] = None
sys.platform = "win32-like"
from PySide6.QtCore import QCoreApplication
from ui.widgets.os_lock import OsLock
app = QCoreApplication([])
OsLock()
print("heard nothing, needed nothing")
"""


def test_where_there_is_no_bus_none_is_needed() -> None:
    """A program without the bus's library starts all the same."""
    done = subprocess.run([sys.executable, "-c", NEEDS_NO_BUS], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "heard nothing, needed nothing\n"


def test_the_window_locks_with_the_pc(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """What is on the screen is hidden and the password asked for, as at the idle lock."""
    assert speech.code == "en"
    window = MainWindow(face.verbs(), bridge)
    come_in(window, qtbot)
    window.os_lock.locked.emit()
    qtbot.waitUntil(window.locked)
    assert window.gate.currentWidget() is window.gate.lock
    window.close()
