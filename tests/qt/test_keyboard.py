"""The keyboard alone is enough: Enter presses, the row one stands on is seen, dates take strokes."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QPagedPaintDevice, QPainter
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from tests.support.faces import Face, alert
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.dashboard import DashboardScreen
from ui.screens.printer import preview
from ui.widgets.button import button
from ui.widgets.date_field import DateField


def test_enter_presses_a_button(qtbot: QtBot, speech: Speech) -> None:
    """Enter does what Space does; with Ctrl it belongs to the page."""
    assert speech.code == "en"
    pressed = button("primary")
    qtbot.addWidget(pressed)
    pressed.show()
    with qtbot.waitSignal(pressed.clicked):
        qtbot.keyClick(pressed, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(pressed.clicked):
        qtbot.keyClick(pressed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("typed", ["06/10/2026", "6/10/2026", "06-10-2026", "06.10.2026", "06102026"])
def test_a_date_is_taken_as_it_is_typed(qtbot: QtBot, speech: Speech, typed: str) -> None:
    """Strokes between the parts neither skip a part nor are needed; a second date replaces the first."""
    assert speech.code == "en"
    page = QWidget()
    qtbot.addWidget(page)
    other, field = QLineEdit(), DateField()
    column = QVBoxLayout(page)
    column.addWidget(other)
    column.addWidget(field)
    field.show_day(date(2025, 1, 31))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for text, day in ((typed, date(2026, 10, 6)), ("07/09/2025", date(2025, 9, 7))):
        other.setFocus()
        qtbot.keyClick(other, Qt.Key.Key_Tab)
        qtbot.keyClicks(field, text)
        assert field.day() == day


def test_the_row_one_stands_on_is_seen(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Coming to a list marks its first row; a refresh that changes the whole list keeps the alert that was marked."""
    assert speech.code == "en"
    face.alerts.put(*(alert(number) for number in range(3)))
    screen = DashboardScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    screen.activate()
    view = screen.windows[Category.HIGH_ALERT].view
    qtbot.waitUntil(lambda: view.selectionModel().hasSelection())
    first = view.line_at(view.currentIndex())
    assert first is not None
    face.alerts.put(*(alert(number) for number in range(3, 30)))
    screen.activate()
    qtbot.waitUntil(lambda: view.model().rowCount() > 3)
    here = view.line_at(view.selectionModel().selectedIndexes()[0])
    assert here is not None
    assert here.uid == first.uid or here.row > first.row  # it has left the newest twenty


def test_the_print_preview_is_open_to_the_keyboard(qtbot: QtBot, speech: Speech) -> None:
    """Tab reaches its tools, each has a name, and Ctrl+P prints."""
    assert speech.code == "en"
    page = QWidget()
    qtbot.addWidget(page)

    def draw(device: QPagedPaintDevice) -> None:
        painter = QPainter(device)
        painter.drawText(100, 100, "FIR")
        painter.end()

    dialog = preview(draw, "First Information Report", page)
    tools = dialog.findChildren(QToolButton)
    assert tools
    assert all(tool.accessibleName() for tool in tools if not tool.objectName().startswith("qt_"))
    assert any(tool.focusPolicy() & Qt.FocusPolicy.TabFocus for tool in tools)
    printing = QKeySequence(QKeySequence.StandardKey.Print)
    assert printing in [one.shortcut() for one in dialog.findChildren(QAction)]
    dialog.reject()
