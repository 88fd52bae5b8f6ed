"""The keyboard alone is enough: Enter presses, the row one stands on is seen, dates take strokes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QPagedPaintDevice, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolBar, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from tests.support.entering import come_in
from tests.support.faces import Face, alert
from tests.support.hands import named
from ui import theme
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.screens.dashboard import DashboardScreen
from ui.screens.places import PLACES
from ui.screens.printer import REST, preview
from ui.widgets.button import button
from ui.widgets.date_field import DateField
from ui.widgets.top_bar import LANGUAGE_KEYS


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


def test_tab_comes_to_the_foot_after_the_page(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Bar, rail, page, then "Sync now": each place is made late, and Tab still goes through it first."""
    assert speech.code == "en"
    face.alerts.put(*(alert(number) for number in range(3)))
    window = MainWindow(face.verbs(), bridge)
    come_in(window, qtbot)
    window.show_place("alert", "alert-1")
    screen = window.workplace.places.screens["alert"]
    qtbot.waitUntil(lambda: any(one.isVisible() for one in screen.findChildren(QPushButton)))
    qtbot.waitUntil(screen.isVisible)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    named(window, "Search").setFocus()
    order: list[bool] = []
    while not named(window, "Sync now").hasFocus():
        assert len(order) < 50
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        order.append(screen.isAncestorOf(QApplication.focusWidget() or window))
    assert order[:-1]
    assert all(order[:-1])
    window.close()


def test_a_shortcut_changes_the_language(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Before anybody has signed in too; not where State IT has decided the language."""
    assert speech.code == "en"
    for fixed in (frozenset[str](), frozenset({"language"})):
        face.settings = replace(face.settings, fixed=fixed)
        window = MainWindow(face.verbs(), bridge)
        qtbot.addWidget(window)
        asked: list[bool] = []
        window.language_asked.connect(lambda asked=asked: asked.append(True))
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(window, Qt.Key.Key_L, keys)
        assert asked == ([] if fixed else [True])
        window.close()


def test_every_shortcut_of_a_place_is_documented() -> None:
    """docs/keyboard.md names what the rail, the bar and the status line answer to."""
    told = (Path(__file__).parents[2] / "docs" / "keyboard.md").read_text("utf-8")
    for keys in (*(one.shortcut for one in PLACES), LANGUAGE_KEYS, "Ctrl+L", "Ctrl+Shift+Q", "Alt+Y"):
        assert f"`{keys}`" in told


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
    assert all(tool.accessibleName() for tool in tools)
    assert any(tool.focusPolicy() & Qt.FocusPolicy.TabFocus for tool in tools)
    printing = QKeySequence(QKeySequence.StandardKey.Print)
    assert printing in [one.shortcut() for one in dialog.findChildren(QAction)]
    first = dialog.findChildren(QToolBar)[0].actions()[0]
    assert first.shortcut() == printing, "a narrow tool bar cuts its end"
    dialog.reject()


@pytest.mark.parametrize("scale", [1.0, 1.45])
def test_tools_that_have_no_room_stand_behind_a_button_that_is_seen(
    dressed: QApplication, qtbot: QtBot, speech: Speech, scale: float
) -> None:
    """On a narrow preview: as wide as any button, with a sign on it; Space shows what it keeps."""
    assert speech.code == "en"
    theme.wear(dressed, scale=scale)
    try:
        page = QWidget()
        qtbot.addWidget(page)
        dialog = preview(lambda _device: None, "First Information Report", page)
        dialog.resize(800, 560)
        rest = dialog.findChild(QToolButton, REST)
        assert isinstance(rest, QToolButton)
        qtbot.waitUntil(rest.isVisible)
        qtbot.waitUntil(lambda: rest.width() >= max(theme.TARGET, theme.icon_size() + 2 * theme.INSIDE))
        seen = rest.grab().toImage()
        across, down = seen.width() // 4, seen.height() // 4
        inside = [seen.pixelColor(x, y).lightness() for x in range(across, 3 * across) for y in range(down, 3 * down)]
        assert max(inside) - min(inside) > 100

        def tools() -> list[str]:
            return [tool.accessibleName() for tool in dialog.findChildren(QToolButton) if tool.isVisible()]

        assert "Page setup" not in tools()
        qtbot.keyClick(rest, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: "Page setup" in tools())
        dialog.reject()
    finally:
        theme.wear(dressed)
