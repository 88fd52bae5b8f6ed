"""What stands first in My work, and where an officer stands in it while things come and change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId, ItemId
from station_client.domain.outbox import ItemState
from station_client.events import Part, StoreChanged
from tests.support.faces import NOW, OFFICER
from tests.support.hands import press
from tests.support.seen import dialogs, words
from tests.support.work import Desk, item, receipt
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.my_work import MyWorkScreen
from ui.widgets.row_table import RowTable

MANY = 60


@pytest.fixture
def screen(desk: Desk, bridge: Bridge, qtbot: QtBot, speech: Speech) -> MyWorkScreen:
    """Give the screen over many alerts that arrived, one refused and two that wait, the oldest of all."""
    assert speech.code == "en"
    waits = (item(1), item(2, ItemState.REFUSED, reason="fir-number"), item(3, ItemState.SENDING))
    done = [item(number, ItemState.COMPLETE, record_number=f"2026-{number:06}") for number in range(4, MANY)]
    desk.outbox.put(*waits, *done)
    desk.outbox.confirm(*map(receipt, done))
    made = MyWorkScreen(desk.verbs, bridge)
    qtbot.addWidget(made)
    made.resize(1160, 500)
    made.show()
    made.activate()
    qtbot.waitUntil(lambda: made.outbox.model.rowCount() == MANY - 1)
    return made


def stands_on(table: RowTable, identity: str) -> bool:
    """Tell whether this row is chosen, and in sight."""
    here = table.currentIndex()
    named = here.isValid() and table.model().identity(here.data(Qt.ItemDataRole.UserRole)) == identity  # type: ignore[attr-defined] # UserRole
    rect = table.visualRect(here)
    return named and table.selectionModel().isSelected(here) and table.viewport().rect().contains(rect.center())


def test_what_waits_for_the_officer_stands_first(screen: MyWorkScreen) -> None:
    """Refused, then what waits for the line, then what arrived; the last submitted first among each."""
    shown = [str(one.item_id) for one in screen.outbox.model.rows]
    assert shown[:5] == ["item-2", "item-3", "item-1", f"item-{MANY - 1}", f"item-{MANY - 2}"]


def test_who_stands_on_an_alert_stands_on_it_when_others_move(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """Another one comes, and this one arrives and goes down among those that arrived: what may be done is its own."""
    table = screen.outbox.table
    table.selectRow(screen.outbox.model.row_of("item-3"))
    desk.outbox.put(item(MANY))
    qtbot.waitUntil(lambda: screen.outbox.model.rowCount() == MANY)
    assert stands_on(table, "item-3")
    desk.outbox.put(replace(item(3, ItemState.COMPLETE), record_number="2026-000003"))
    qtbot.waitUntil(lambda: screen.outbox.model.row_of("item-3") == MANY - 1)
    assert stands_on(table, "item-3")
    assert screen.outbox.receipt_button.isEnabled()


def test_who_reads_far_down_reads_on(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """A receipt that comes turns nobody back to the newest."""
    table = screen.receipts.table
    screen.tabs.setCurrentWidget(screen.receipts)
    table.selectRow(screen.receipts.model.row_of("item-30"))
    table.scrollTo(table.currentIndex())
    assert table.verticalScrollBar().value() > 0
    desk.outbox.put(item(MANY, ItemState.COMPLETE, record_number="2026-000099"))
    desk.outbox.confirm(receipt(item(MANY)))
    qtbot.waitUntil(lambda: screen.receipts.model.rowCount() == MANY - 3)
    assert stands_on(table, "item-30")
    assert table.verticalScrollBar().value() > 0


def test_who_stands_on_a_draft_keeps_it_when_another_goes(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """Else the next press would throw away one that nobody has chosen."""
    ids = [DraftId(f"draft-{number}") for number in range(3)]
    desk.drafts.held |= {one: Draft(one, OFFICER.login, NOW, NOW, description="Gold.") for one in ids}
    screen.activate()
    qtbot.waitUntil(lambda: screen.drafts.model.rowCount() == len(ids))
    screen.tabs.setCurrentWidget(screen.drafts)
    screen.drafts.table.selectRow(screen.drafts.model.row_of("draft-1"))
    desk.drafts.held.pop(screen.drafts.model.rows[0].draft_id)
    desk.face.bus.tell(StoreChanged(frozenset({Part.DRAFTS})))
    qtbot.waitUntil(lambda: screen.drafts.model.rowCount() == len(ids) - 1)
    assert stands_on(screen.drafts.table, "draft-1")


def test_who_discards_one_draft_of_many_is_asked_of_which_and_stays_there(
    desk: Desk, screen: MyWorkScreen, qtbot: QtBot
) -> None:
    """The next press is not about the newest, at the other end of the list; and each question names its draft."""
    desk.drafts.held |= {
        one: Draft(one, OFFICER.login, NOW, NOW, fir_text=f"{at:04}/2026", description="Gold was found.")
        for at, one in enumerate(DraftId(f"draft-{number}") for number in range(5))
    }
    screen.activate()
    qtbot.waitUntil(lambda: screen.drafts.model.rowCount() == 5)
    screen.tabs.setCurrentWidget(screen.drafts)
    shown = [str(one.draft_id) for one in screen.drafts.model.rows]
    for gone, row, after in ((3, 3, 4), (4, 3, 2)):
        screen.drafts.table.selectRow(row)
        press(screen, "Discard draft…")
        (asked,) = dialogs(screen)
        assert desk.drafts.held[DraftId(shown[gone])].fir_text in words(asked)
        press(asked, "Discard")
        qtbot.waitUntil(lambda gone=gone: shown[gone] not in {str(one.draft_id) for one in screen.drafts.model.rows})  # type: ignore[misc]
        assert stands_on(screen.drafts.table, shown[after])


def test_who_tries_again_stays_in_the_list(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """The button goes dead under the hand; the next Enter must not press what stands after it."""
    page = screen.outbox
    page.table.selectRow(page.model.row_of("item-2"))
    screen.activateWindow()
    page.retry_button.setFocus()
    qtbot.waitUntil(page.retry_button.hasFocus)
    qtbot.keyClick(page.retry_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.outbox.held[ItemId("item-2")].state is ItemState.QUEUED)
    qtbot.waitUntil(lambda: not page.retry_button.isEnabled())
    assert page.table.hasFocus()
    assert stands_on(page.table, "item-2")
