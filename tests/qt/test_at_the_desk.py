"""Who works is seen to work: the idle lock, dialogs too; and what is opened is asked for once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.support.entering import come_in
from tests.support.faces import Face, alert
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow


@pytest.fixture
def window(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> Iterator[MainWindow]:
    """Give the window over five alerts, before anybody has signed in."""
    assert speech.code == "en"
    face.alerts.put(*(alert(number) for number in range(5)))
    made = MainWindow(face.verbs(), bridge)
    qtbot.addWidget(made)
    yield made
    made.close()


def counting(window: MainWindow) -> QTimer:
    """Give what counts how long nobody has touched anything."""
    timer = window.idle.findChild(QTimer)
    assert isinstance(timer, QTimer)
    return timer


def test_nobody_at_the_desk_locks_it(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """After ``lock_seconds`` with no key and no mouse; a key begins the count anew."""
    assert speech.code == "en"
    face.settings = replace(face.settings, lock_seconds=2)
    window = MainWindow(face.verbs(), bridge)
    come_in(window, qtbot)
    timer = counting(window)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.start()
    assert timer.isActive()
    qtbot.waitUntil(lambda: timer.remainingTime() < 1900)
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    handle = window.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, press)
    assert timer.remainingTime() >= 1900
    timer.setInterval(1)
    qtbot.waitUntil(window.locked)
    assert not timer.isActive()
    window.close()


def test_who_works_in_a_dialog_is_at_the_desk(window: MainWindow, qtbot: QtBot) -> None:
    """A preview is a window of its own: a key there begins the count anew, too."""
    come_in(window, qtbot)
    timer = counting(window)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(60_000)
    timer.start()
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    handle = dialog.windowHandle()
    assert handle is not None
    qtbot.waitUntil(lambda: timer.remainingTime() < 59_900)
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(handle, press)
    assert timer.remainingTime() > 59_900
    timer.stop()
    dialog.close()


def test_an_alert_that_is_opened_is_asked_for_once(
    window: MainWindow, face: Face, qtbot: QtBot, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each question costs the store."""
    come_in(window, qtbot)
    asked = Mock(wraps=face.alerts.view)
    monkeypatch.setattr(face.alerts, "view", asked)
    monkeypatch.setattr(face.alerts, "mark_seen", lambda _uid: None)
    window.show_place("alert", "alert-4")
    qtbot.waitUntil(lambda: asked.called)
    qtbot.waitUntil(bridge.idle)
    asked.assert_called_once_with("alert-4")
