"""Lists that move on by themselves: a row at a time, round and round, and never under somebody's hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractAnimation, QStringListModel
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from station_client.events import HighAlertArrived
from tests.support.entering import come_in
from tests.support.faces import Face, alert
from ui import theme
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.screens.dashboard import DashboardScreen
from ui.widgets.drift import Drift


@pytest.fixture
def view(dressed: QApplication, qtbot: QtBot) -> Iterator[QListView]:
    """Give a list of thirty rows in the room of five."""
    assert dressed is not None
    holder = QWidget()  # the focus and the pointer are elsewhere in it
    column = QVBoxLayout(holder)
    made = QListView()
    made.setModel(QStringListModel([str(number) for number in range(30)]))
    made.setUniformItemSizes(True)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    made.setFixedHeight(made.sizeHintForRow(0) * 5)
    column.addWidget(QLineEdit())
    column.addWidget(made)
    qtbot.addWidget(holder)
    holder.move(400, 400)
    holder.show()
    qtbot.waitUntil(lambda: made.verticalScrollBar().maximum() > 0)
    yield made
    holder.close()


def test_it_goes_row_by_row_and_begins_anew(view: QListView, qtbot: QtBot) -> None:
    """The next row comes to the top; after the newest twenty, the first again."""
    drift, bar, row = Drift([view], 20, view), view.verticalScrollBar(), view.sizeHintForRow(0)
    drift.step()
    qtbot.waitUntil(lambda: bar.value() == row)
    bar.setValue(bar.maximum())
    drift.step()
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_it_stands_still_for_a_hand(view: QListView, qtbot: QtBot) -> None:
    """With the focus, and while it is held, nothing moves."""
    drift = Drift([view], 20, view)
    drift.held = True
    drift.step()
    assert not drift.findChildren(QAbstractAnimation)
    drift.held = False
    view.window().activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    drift.step()
    assert not drift.findChildren(QAbstractAnimation)


@pytest.fixture
def moving(dressed: QApplication) -> Iterator[QApplication]:
    """Choose moving lists."""
    theme.wear(dressed, scrolling=True)
    yield dressed
    theme.wear(dressed)


def test_the_button_holds_the_dashboard(face: Face, bridge: Bridge, moving: QApplication, qtbot: QtBot) -> None:
    """The pause button stops and starts; leaving stops; who chose no movement has no button."""
    assert moving is not None
    face.alerts.put(*(alert(number) for number in range(9)))
    screen = DashboardScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    assert screen.drift.moving()
    pause = screen.windows[Category.HIGH_ALERT].pause
    pause.click()
    assert not screen.drift.moving()
    assert pause.accessibleName() == "Let the lists move on"
    pause.click()
    screen.leave()
    assert not screen.drift.moving()
    theme.wear(moving)
    screen.activate()
    assert not screen.drift.moving()
    assert pause.isHidden()


def test_a_locked_screen_hears_of_a_high_alert_and_nothing_of_its_case(
    face: Face, bridge: Bridge, dressed: QApplication, qtbot: QtBot
) -> None:
    """The desktop's notice says that one came, not what it says."""
    assert dressed is not None
    face.alerts.put(alert(1))
    window = MainWindow(face.verbs(), bridge)
    come_in(window, qtbot)
    window.lock()
    with qtbot.waitSignal(window.desktop.raised) as said:
        face.bus.tell(HighAlertArrived("alert-1"))
    assert said.args == ["A High Alert has arrived. Open the program to read it."]
    window.close()
