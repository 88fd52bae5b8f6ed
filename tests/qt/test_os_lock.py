"""The vault locks with the operating system: messages over a real bus of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from itertools import count

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from tests.support.faces import PASSWORD, Face
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.widgets.os_lock import LOGIN, OsLock

NUMBERS = count()


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
    heard = OsLock(session=on(address), system=on(address))
    told: list[str] = []
    heard.locked.connect(lambda: told.append("locked"))
    for sent in ((False,), arguments) if arguments else (arguments,):
        say(teller, path, interface, word, *sent)
    qtbot.waitUntil(lambda: told == ["locked"])


def test_the_window_locks_with_the_pc(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """What is on the screen is hidden and the password asked for, as at the idle lock."""
    assert speech.code == "en"
    window = MainWindow(face.verbs(), bridge)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: bool(window.gate.sign_in._group.buttons()))
    window.gate.sign_in._form.submitted.emit(PASSWORD)
    qtbot.waitUntil(lambda: not window.locked())
    window.os_lock.asked()
    qtbot.waitUntil(window.locked)
    assert window.gate.currentWidget() is window.gate.lock
    window.close()
