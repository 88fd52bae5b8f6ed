"""A page of My work opens with its first row chosen, so that no deed under the table is shut for want of one."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId
from station_client.domain.outbox import ItemState
from tests.support.faces import NOW, OFFICER
from tests.support.work import Desk, item, receipt
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.my_work import MyWorkScreen


def test_each_page_stands_on_its_first_row(desk: Desk, bridge: Bridge, qtbot: QtBot, speech: Speech) -> None:
    """What may be done with drafts, outbox and receipts is open before anything is clicked, and stays chosen."""
    assert speech.code == "en"
    done = item(1, ItemState.COMPLETE, record_number="2026-000123")
    desk.outbox.put(done, item(2))
    desk.outbox.confirm(receipt(done))
    for one, text in (("d", "Gold found."), ("e", "A boy is missing.")):
        desk.drafts.held[DraftId(one)] = Draft(DraftId(one), OFFICER.login, NOW, NOW, description=text)
    screen = MyWorkScreen(desk.verbs, bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: screen.outbox.model.rowCount() == 2)
    for table in (screen.drafts.table, screen.outbox.table, screen.receipts.table):
        assert [one.row() for one in table.selectionModel().selectedRows()] == [0]
    assert screen.drafts.open_button.isEnabled()
    assert screen.drafts.discard_button.isEnabled()
    assert screen.receipts.open_button.isEnabled()
    screen.drafts.table.selectRow(1)
    screen.drafts.show_drafts(tuple(desk.drafts.held.values()), str(OFFICER.login))
    assert screen.drafts.table.currentIndex().row() == 1
