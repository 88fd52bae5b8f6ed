"""The thread crossing: order, staleness, errors, news, and an orderly end."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from station_client.errors import DiskFullError, StationError
from station_client.events import Bus, HighAlertArrived, Part, SessionChanged, StoreChanged, SyncMoved
from tests.support.faces import Face
from ui.bridge import Bridge


class Heard(QObject):
    """Keeps what was delivered, and on which thread."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.answers: list[object] = []
        self.errors: list[StationError] = []
        self.on_gui: list[bool] = []

    def done(self, answer: object) -> None:
        """Take an answer."""
        self.answers.append(answer)
        self.on_gui.append(QThread.currentThread() is self.thread())

    def failed(self, error: StationError) -> None:
        """Take an error."""
        self.errors.append(error)


def test_work_runs_elsewhere_and_answers_come_back(bridge: Bridge, qtbot: QtBot) -> None:
    """The work sees another thread, the answer the window's."""
    heard = Heard()
    bridge.run(lambda: threading.current_thread().name, heard.done, heard.failed)
    qtbot.waitUntil(lambda: len(heard.answers) == 1)
    assert str(heard.answers[0]).startswith("bridge")
    assert heard.on_gui == [True]


def test_an_error_of_ours_is_delivered_as_it_is(bridge: Bridge, qtbot: QtBot) -> None:
    """A known error reaches ``failed``."""
    heard = Heard()

    def work() -> None:
        raise DiskFullError

    bridge.run(work, heard.done, heard.failed)
    qtbot.waitUntil(lambda: len(heard.errors) == 1)
    assert isinstance(heard.errors[0], DiskFullError)


def test_an_unforeseen_error_is_told_without_its_message(
    bridge: Bridge, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """A message of a library may hold case text: only the kind is told and logged."""
    heard = Heard()

    def work() -> None:
        message = "text of a case"
        raise ValueError(message)

    bridge.run(work, heard.done, heard.failed)
    qtbot.waitUntil(lambda: len(heard.errors) == 1)
    assert heard.errors[0].code == "unexpected"
    assert "ValueError" in caplog.text
    assert "text of a case" not in caplog.text


def test_a_lane_keeps_its_order(bridge: Bridge, qtbot: QtBot) -> None:
    """Two saves of one draft must not overtake each other."""
    heard, order = Heard(), list[int]()
    for number in range(20):
        bridge.run(partial(order.append, number), heard.done, heard.failed, lane="desk")
    qtbot.waitUntil(lambda: len(heard.answers) == 20)
    assert order == list(range(20))
    assert bridge.idle()


def test_idle_is_only_a_bridge_that_owes_nothing(bridge: Bridge, face: Face, qtbot: QtBot) -> None:
    """An answer without a lane is waited for too, and so is news that is still gathered; what is held back may stay."""
    heard, gate = Heard(), threading.Event()
    bridge.run(gate.wait, heard.done, heard.failed)
    assert not bridge.idle()
    assert bridge.idle(besides=1)
    gate.set()
    qtbot.waitUntil(bridge.idle)
    assert heard.answers == [True]
    with qtbot.waitSignal(bridge.sync_moved):
        face.bus.tell(SyncMoved())
        assert not bridge.idle()
    qtbot.waitUntil(bridge.idle)


def test_only_the_latest_of_a_lane_is_answered(bridge: Bridge, qtbot: QtBot) -> None:
    """As-you-type: older answers are dropped, older waiting work is not even begun."""
    heard, gate, begun = Heard(), threading.Event(), list[int]()

    def work(number: int) -> int:
        begun.append(number)
        gate.wait(5)
        return number

    for number in range(5):
        bridge.run(partial(work, number), heard.done, heard.failed, lane="type", latest=True)
    gate.set()
    qtbot.waitUntil(lambda: heard.answers == [4])
    assert len(begun) <= 2


def test_an_answer_for_a_widget_that_is_gone_is_dropped(bridge: Bridge, qtbot: QtBot) -> None:
    """A closed window must not be called."""
    gone, heard, gate = Heard(), Heard(), threading.Event()
    bridge.run(lambda: gate.wait(5), gone.done, gone.failed, lane="a")
    bridge.run(lambda: 2, heard.done, heard.failed, lane="a")
    delete(gone)
    gate.set()
    qtbot.waitUntil(lambda: heard.answers == [2])


def test_news_is_gathered(bridge: Bridge, face: Face, qtbot: QtBot) -> None:
    """A thousand changes make one signal with all parts."""
    bus = face.bus
    told: list[frozenset[Part]] = []
    bridge.store_changed.connect(told.append)
    with qtbot.waitSignals([bridge.sync_moved, bridge.session_changed, bridge.high_alert]):
        for _ in range(500):
            bus.tell(StoreChanged(frozenset({Part.ALERTS})))
            bus.tell(StoreChanged(frozenset({Part.FIRS})))
        bus.tell(SyncMoved())
        bus.tell(SessionChanged())
        bus.tell(HighAlertArrived("one"))
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) <= 2
    assert frozenset().union(*told) == {Part.ALERTS, Part.FIRS}


def test_closing_finishes_what_is_queued(qtbot: QtBot) -> None:
    """The last keystrokes of a draft are written before the program ends; nothing is delivered after."""
    assert qtbot is not None
    bridge, heard, written = Bridge(Bus()), Heard(), list[int]()
    for number in range(10):
        bridge.run(partial(written.append, number), heard.done, heard.failed, lane="desk")
    bridge.close()
    assert written == list(range(10))
    assert heard.answers == []
    bridge.run(lambda: written.append(99), heard.done, heard.failed)
    bridge.close()
    assert 99 not in written
