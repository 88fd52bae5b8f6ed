"""What every test of the window stands on: an offscreen Qt, dressed as officers see it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources import build
from station_client.config import Settings
from tests.support.faces import Face
from tests.support.work import Desk
from ui import aloud, theme
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.editor import EditorScreen
from ui.screens.fir import FirScreen
from ui.screens.receipt import ReceiptScreen

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config: pytest.Config) -> None:
    """Let the offscreen platform say that it has no window manager; every other warning fails."""
    config.addinivalue_line(
        "qt_log_ignore", "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
    )


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """Dress the program once, with the translations compiled."""
    build.main()
    theme.wear(qapp)
    return qapp


@pytest.fixture
def wear(dressed: QApplication) -> Iterator[Callable[..., None]]:
    """Dress the program otherwise for one test, whatever comes of it."""
    yield partial(theme.wear, dressed)
    theme.wear(dressed)


@pytest.fixture(autouse=True)
def hand_off_the_mouse() -> Iterator[None]:
    """Leave no button pressed: under a pressed one no page moves, in whichever test comes next."""
    yield
    assert QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton


class HeardSpeech(Speech):
    """Speech whose change of language has reached every widget when ``use`` returns."""

    def use(self, code: str) -> None:
        """Change the language and let Qt tell everybody."""
        super().use(code)
        QApplication.processEvents()


@pytest.fixture
def speech(dressed: QApplication) -> Iterator[Speech]:
    """Speak English, and again after the test."""
    speaking = HeardSpeech("en")
    assert dressed is not None
    yield speaking
    speaking.use("en")


@pytest.fixture
def face(dressed: QApplication, tmp_path: Path) -> Face:
    """Give services over snapshots."""
    assert dressed is not None
    return Face(Settings(profile=tmp_path, lock_seconds=0))


@pytest.fixture
def bridge(face: Face) -> Iterator[Bridge]:
    """Give the way to the pool and back."""
    made = Bridge(face.bus)
    yield made
    made.close()


class Reader:
    """A screen reader's end of Qt's bridge: what is told it of its own accord."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self) -> None:
        """Begin with nothing told."""
        self.told: list[str] = []

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802 Qt's own name
        """Hear it."""
        self.told.append(event.message())


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what the window tells a screen reader of its own accord."""
    reader = Reader()
    monkeypatch.setattr(aloud, "QAccessible", reader)
    return reader.told


@pytest.fixture
def desk(face: Face) -> Desk:
    """Give the services of one officer."""
    return Desk(face)


@pytest.fixture
def editor(desk: Desk, bridge: Bridge, qtbot: QtBot, speech: Speech) -> EditorScreen:
    """Give the editor with a fresh draft."""
    assert speech.code == "en"
    made = EditorScreen(desk.verbs, bridge)
    qtbot.addWidget(made)
    made.resize(1160, 640)
    made.show()
    made.show_one("")
    qtbot.waitUntil(made.isEnabled)
    return made


@pytest.fixture
def fir_screen(desk: Desk, bridge: Bridge, qtbot: QtBot, speech: Speech) -> FirScreen:
    """Give the FIR window's screen."""
    assert speech.code == "en"
    made = FirScreen(desk.verbs, bridge)
    qtbot.addWidget(made)
    made.resize(880, 660)
    made.show()
    return made


@pytest.fixture
def receipt_screen(desk: Desk, bridge: Bridge, qtbot: QtBot, speech: Speech) -> ReceiptScreen:
    """Give the receipt window's screen."""
    assert speech.code == "en"
    made = ReceiptScreen(desk.verbs, bridge)
    qtbot.addWidget(made)
    made.resize(880, 660)
    made.show()
    return made
