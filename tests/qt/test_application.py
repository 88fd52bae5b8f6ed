"""The program as a whole: opens, keeps choices, raises the first copy, says what keeps it from starting."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from station_client import app, config
from station_client.commands.exits import Exit
from station_client.config import Settings
from station_client.errors import DiskFullError, ProfileInUseError, StationError
from station_client.services.verbs import Verbs
from tests.support.faces import Face
from ui import application
from ui.application import Choices, run
from ui.main_window import MainWindow
from ui.screens.trouble import TroubleWindow

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class FakeHouse:
    """A house over fakes that remembers that it was closed."""

    verbs: Verbs
    closed: bool = False

    def close(self) -> None:
        """Remember it."""
        self.closed = True


def told(error: StationError) -> Callable[[], FakeHouse]:
    """Give a way to open that fails."""

    def open_house() -> FakeHouse:
        raise error

    return open_house


def test_it_opens_and_closes_in_order(face: Face, qtbot: QtBot) -> None:
    """The window is handed over once it is up; the house is closed when it is gone."""
    assert qtbot is not None
    house, seen = FakeHouse(face.verbs()), list[QWidget]()

    def look(window: QWidget, given: FakeHouse) -> None:
        assert given is house
        assert window.isVisible()
        seen.append(window)
        QTimer.singleShot(50, window.close)

    assert run(face.settings, lambda: house, on_window=look) == 0
    assert len(seen) == 1
    assert house.closed


def test_what_keeps_it_from_starting_reaches_the_caller(face: Face, qtbot: QtBot) -> None:
    """Where nobody can see a window, the error goes straight to whoever knows its exit code."""
    assert qtbot is not None
    with pytest.raises(DiskFullError):
        run(face.settings, told(DiskFullError()))


def test_settings_that_cannot_be_used_are_said_in_a_window(
    tmp_path: Path, dressed: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever starts it from the menu reads the same phrase as a terminal, which keeps its exit code."""
    monkeypatch.setattr(application, "UNSEEN_PLATFORMS", frozenset())
    (tmp_path / config.FILE_NAME).write_text("centre_url = [", "utf-8")
    read: list[str] = []

    def close() -> None:
        for shown in (one for one in dressed.topLevelWidgets() if isinstance(one, TroubleWindow)):
            read.extend(part.text() for part in shown.findChildren(QLabel))
            shown.close()

    QTimer.singleShot(200, close)
    assert app.main(["run", "--profile", str(tmp_path)]) == Exit.SETTINGS
    assert any("station.toml" in text for text in read), read
    assert "Ask State IT" in " ".join(read)
    assert "station.toml" in capsys.readouterr().err


def test_a_second_copy_raises_the_first(face: Face, qtbot: QtBot) -> None:
    """The first window comes up again; the second ends with its error."""
    house, raised = FakeHouse(face.verbs()), list[bool]()

    def look(window: QWidget, _house: FakeHouse) -> None:
        def second() -> None:
            window.showMinimized()
            raised.append(_ask_elsewhere(face.settings.profile, qtbot))
            qtbot.waitUntil(lambda: not window.isMinimized())
            window.close()

        QTimer.singleShot(100, second)

    assert run(face.settings, lambda: house, on_window=look) == 0
    assert raised == [True]
    with pytest.raises(ProfileInUseError):
        run(face.settings, told(ProfileInUseError()))


def _ask_elsewhere(profile: Path, qtbot: QtBot) -> bool:
    """Ask as a second copy does: from a process of its own."""
    program = "import sys; from pathlib import Path; from ui.application import _raise_first as ask; "
    program += "sys.exit(0 if ask(Path(sys.argv[1])) else 1)"
    second = subprocess.Popen([sys.executable, "-c", program, str(profile)], cwd=ROOT)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    return second.returncode == 0


def test_choices_are_kept_and_fixed_ones_stand(tmp_path: Path) -> None:
    """Language and text size of the last time; State IT's word wins; rubbish counts as none."""
    choices = Choices(Settings(profile=tmp_path))
    choices.language, choices.scale = "hi", 1.2
    choices.keep()
    again = Choices(Settings(profile=tmp_path))
    assert (again.language, again.scale) == ("hi", 1.2)
    fixed = Choices(Settings(profile=tmp_path, fixed=frozenset({"language"})))
    assert (fixed.language, fixed.scale) == ("en", 1.2)
    for rubbish in ("", "[]", json.dumps({"language": "xx", "scale": 9})):
        (tmp_path / application.CHOICES_FILE).write_text(rubbish, "utf-8")
        plain = Choices(Settings(profile=tmp_path))
        assert (plain.language, plain.scale) == ("en", 1.0)


def test_language_and_size_change_live_and_are_remembered(face: Face, dressed: QApplication, qtbot: QtBot) -> None:
    """The switch works before anybody signs in, and is there at the next start."""
    house = FakeHouse(face.verbs())

    def look(window: QWidget, _house: FakeHouse) -> None:
        assert isinstance(window, MainWindow)

        def change() -> None:
            window.gate.language_asked.emit()
            window.scale_asked.emit(1.2)
            qtbot.waitUntil(lambda: window.windowTitle() == "साइन इन – Station Client")
            assert dressed.font().pointSizeF() == pytest.approx(10.5 * 1.2)
            window.scale_asked.emit(1.0)
            qtbot.waitUntil((face.settings.profile / application.CHOICES_FILE).is_file)
            window.close()

        QTimer.singleShot(50, change)

    run(face.settings, lambda: house, on_window=look)
    kept = json.loads((face.settings.profile / application.CHOICES_FILE).read_text("utf-8"))
    assert kept["language"] == "hi"
