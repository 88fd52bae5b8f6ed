"""The largest letters on the smallest screen: what has room is read whole, and nothing is scrolled for want of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from station_client.domain.outbox import ItemState
from station_client.errors import NoAnswerError
from tests.support.diagnoses import FakeDiagnosis
from tests.support.entering import come_in
from tests.support.work import Desk, item, receipt
from ui import theme, words
from ui.bridge import Bridge
from ui.language import Speech, say
from ui.main_window import MainWindow
from ui.screens.my_work import MyWorkScreen
from ui.screens.what_is_wrong import WhatIsWrongScreen
from ui.widgets.bar_chart import NAME_SHARE

LARGEST = max(theme.SCALES)
MANY = 40

pytestmark = pytest.mark.parametrize("language", ["en", "hi"])


@pytest.fixture
def window(
    desk: Desk, bridge: Bridge, speech: Speech, wear: Callable[..., None], qtbot: QtBot, *, language: str
) -> MainWindow:
    """Give the whole window, signed in, over an outbox of which the centre has confirmed everything."""
    speech.use(language)
    wear(scale=LARGEST)
    done = [item(at, ItemState.COMPLETE, record_number=f"2026-{at:06}") for at in range(1, MANY)]
    desk.outbox.put(*done)
    for one in done:
        desk.outbox.confirm(receipt(one))
    desk.verbs = replace(desk.verbs, diagnosis=FakeDiagnosis(NoAnswerError()))  # type: ignore[arg-type] # in memory
    made = MainWindow(desk.verbs, bridge)
    come_in(made, qtbot)
    made.resize(1366, 768)
    return made


def test_what_is_wrong_is_read_from_its_heading_on(window: MainWindow, qtbot: QtBot) -> None:
    """The longest of its faults too: verdict, each step and both buttons stand on the screen at once."""
    window.show_place("what-is-wrong")
    screen = window.workplace.places.screens["what-is-wrong"]
    assert isinstance(screen, WhatIsWrongScreen)
    qtbot.waitUntil(lambda: screen.found is not None)
    QApplication.processEvents()
    area = screen.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def test_receipts_are_not_scrolled_sideways(window: MainWindow, qtbot: QtBot) -> None:
    """So many that they scroll down, which takes room from the columns."""
    window.show_place("my-work")
    screen = window.workplace.places.screens["my-work"]
    assert isinstance(screen, MyWorkScreen)
    qtbot.waitUntil(lambda: screen.receipts.model.rowCount() == MANY - 1)
    screen.tabs.setCurrentWidget(screen.receipts)
    table = screen.receipts.table
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() > 0)
    assert table.horizontalScrollBar().maximum() == 0


def test_a_bar_is_named_whole(window: MainWindow) -> None:
    """The longest category as well, beside the rail."""
    letters = QFontMetrics(window.font())
    longest = max(letters.horizontalAdvance(say(words.category(one))) for one in Category)
    room = window.width() - window.workplace.rail.width() - 2 * theme.AROUND
    assert longest + theme.GRID <= room * NAME_SHARE
