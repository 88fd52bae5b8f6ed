"""The window while it is made: nothing flashes up beside it, and what stands is not looked through again and again."""

from __future__ import annotations

import gc
import sys

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from station_client.events import Part
from tests.support.entering import give_password, stand_before
from tests.support.faces import Face
from tests.support.work import Desk
from ui.bridge import Bridge, Sweeper
from ui.language import Speech
from ui.main_window import MainWindow
from ui.screens.places import _SCREENS, OWN_WINDOWS
from ui.screens.workplace import Workplace


class Flashes(QObject):
    """Names every widget that is shown as a window of its own."""

    def __init__(self, app: QApplication) -> None:
        """Watch the program."""
        super().__init__()
        self.seen: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's own name
        """Note it, and let it go on."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}".strip())
        return False


def test_no_part_of_the_window_is_shown_before_it(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, dressed: QApplication
) -> None:
    """A button that is shown before it stands in the window is for a moment a window itself."""
    assert speech.code == "en"
    desk, flashes = Desk(face), Flashes(dressed)
    window = MainWindow(desk.verbs, bridge)
    qtbot.addWidget(window)
    for place in _SCREENS:
        window.workplace.places._make(place)
    assert flashes.seen == []
    window.show()
    assert flashes.seen == ["MainWindow main"]
    assert OWN_WINDOWS  # those open as windows only when they are asked for
    dressed.removeEventFilter(flashes)


def test_what_stands_behind_the_gate_is_made_once_the_gate_is_seen(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """Before the first paint nothing of it is there, whatever happens meanwhile; then it is, with nobody waiting."""
    assert speech.code == "en"
    window = MainWindow(Desk(face).verbs, bridge)
    qtbot.addWidget(window)
    bridge.sync_moved.emit()
    bridge.store_changed.emit(frozenset(Part))
    window.focusNextPrevChild(True)  # noqa: FBT003 Qt's own shape
    speech.use("hi")
    window.show()
    assert window.findChildren(Workplace) == []
    qtbot.waitUntil(lambda: bool(window.findChildren(Workplace)))
    assert window.locked()
    assert not window.workplace.isVisible()
    assert window.workplace.rail.findChildren(QAbstractButton)[0].text() == "डैशबोर्ड"


def test_a_whole_look_at_memory_waits_until_nobody_works(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the sign-in what stands is kept out of it; at the lock everything is looked through once."""
    monkeypatch.setattr("ui.main_window.REST_MILLISECONDS", 1)
    assert speech.code == "en"
    window = MainWindow(Desk(face).verbs, bridge)
    qtbot.addWidget(window)
    face.session.now = None
    asked: list[bool] = []
    plain = bridge.rest

    def rest(*, working: bool) -> None:
        plain(working=working)
        asked.append(working)

    monkeypatch.setattr(bridge, "rest", rest)
    stand_before(window, qtbot)
    give_password(window)
    qtbot.waitUntil(lambda: asked == [True])
    kept = gc.get_freeze_count()
    assert kept > 10_000
    window.lock()
    qtbot.waitUntil(lambda: asked == [True, False])
    assert gc.get_freeze_count() > 10_000


def test_the_interpreter_is_shared_in_short_turns_while_the_window_stands(face: Face, speech: Speech) -> None:
    """So the engine's reckoning does not keep the window waiting; afterwards all is as it was."""
    assert speech.code == "en"
    before = sys.getswitchinterval()
    made = Bridge(face.bus)
    assert sys.getswitchinterval() < 0.001
    made.close()
    assert sys.getswitchinterval() == before
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_what_makes_a_look_long_is_not_looked_at_again(
    face: Face, speech: Speech, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the store remembers grows while a copy is taken in: it must not cost the window more with each look."""
    assert speech.code == "en"
    made = Bridge(face.bus)
    monkeypatch.setattr("ui.bridge.LONG_LOOK_SECONDS", 3600)
    remembered = [[at] for at in range(50_000)]
    before = gc.get_freeze_count()
    sweeper = made.findChild(Sweeper)
    assert isinstance(sweeper, Sweeper)
    sweeper.look(2)
    assert gc.get_freeze_count() <= before
    monkeypatch.setattr("ui.bridge.LONG_LOOK_SECONDS", 0)
    sweeper.look(2)
    assert gc.get_freeze_count() >= before + len(remembered)
    made.close()
    assert gc.get_freeze_count() == 0
