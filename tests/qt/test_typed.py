"""Typing over a list: an officer who knows the number does not look for it with their eyes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from station_client.domain.outbox import ItemState
from tests.support.dashboards import shown
from tests.support.faces import NOW, Face, alert
from tests.support.work import item
from ui.bridge import Bridge
from ui.language import Speech
from ui.models.outbox import OutboxModel
from ui.widgets.alert_list import AlertList
from ui.widgets.row_table import RowTable

MANY = 40


@pytest.fixture(autouse=True)
def unhurried(dressed: QApplication) -> Iterator[None]:
    """Give a slow machine all the time between two keys."""
    before = dressed.keyboardInputInterval()
    dressed.setKeyboardInputInterval(60_000)
    yield
    dressed.setKeyboardInputInterval(before)


@pytest.fixture
def table(qtbot: QtBot, dressed: QApplication) -> RowTable:
    """Give an outbox of forty alerts that arrived, the first one chosen."""
    model = OutboxModel(lambda: NOW, dressed)
    done = [item(at, ItemState.COMPLETE, record_number=f"CM-{1000 + at}") for at in range(MANY)]
    model.show_items(done, None)
    made = RowTable(model)
    qtbot.addWidget(made)
    made.show()
    made.selectRow(0)
    return made


def pause(view: RowTable | AlertList) -> None:
    """Let the time pass after which another word begins."""
    view._typed._since.invalidate()  # noqa: SLF001 without waiting for it


def type_over(qtbot: QtBot, view: RowTable | AlertList, words: str) -> int:
    """Type words after a pause, and give the row that is chosen then."""
    pause(view)
    for letter in words:
        qtbot.keyClick(view, letter)
    (chosen,) = {one.row() for one in view.selectionModel().selectedIndexes()}
    return chosen


def test_a_number_in_any_column_leads_to_its_row(table: RowTable, qtbot: QtBot) -> None:
    """The FIR's and the record's; the same once more stays; from below the search begins again above."""
    assert type_over(qtbot, table, "0030/") == 30
    assert type_over(qtbot, table, "0030/") == 30
    assert type_over(qtbot, table, "cm-1012") == 12
    assert type_over(qtbot, table, "unicorn") == 12


def test_a_number_leads_in_the_lists_of_alerts_too(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Space still takes note of the alert that is reached, and of no other."""
    assert speech.code == "en"
    face.alerts.put(*(alert(number) for number in range(9)))
    view = shown(face, bridge, qtbot).windows[Category.HIGH_ALERT].view
    view.setCurrentIndex(view.model().index(0, 0))
    assert type_over(qtbot, view, "0003/2026") == 5
    pause(view)
    qtbot.keyClick(view, " ")
    qtbot.waitUntil(lambda: list(face.alerts.attention) == ["alert-3"])


def test_a_blank_in_what_is_typed_takes_note_of_nothing(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """What is acknowledged goes to the centre and cannot be undone: typing a name of two words does not do it."""
    assert speech.code == "en"
    face.alerts.put(*(alert(number) for number in range(9)))
    view = shown(face, bridge, qtbot).windows[Category.HIGH_ALERT].view
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.assertNotEmitted(view.acknowledged):
        assert type_over(qtbot, view, "number 3") == 5
