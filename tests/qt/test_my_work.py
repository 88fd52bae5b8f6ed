"""My work: drafts, outbox and receipts, and what may be done with each."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId, Login
from station_client.domain.outbox import ItemState
from station_client.ports import Line, SyncStatus, Transfer
from tests.support.cells import painted
from tests.support.entering import come_in
from tests.support.faces import NOW, OFFICER
from tests.support.spoken import nameless
from tests.support.work import Desk, item, receipt
from ui import theme
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.models import outbox
from ui.screens.my_work import MyWorkScreen
from ui.widgets.discard_question import DiscardQuestion
from ui.widgets.row_table import SHORT


@pytest.fixture
def screen(desk: Desk, bridge: Bridge, qtbot: QtBot, speech: Speech) -> MyWorkScreen:
    """Give the screen, shown."""
    assert speech.code == "en"
    made = MyWorkScreen(desk.verbs, bridge)
    qtbot.addWidget(made)
    made.resize(1160, 640)
    made.show()
    return made


def filled(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """Put one item into each state."""
    desk.outbox.put(
        item(1),
        item(2, ItemState.SENDING),
        item(3, ItemState.COMPLETE, record_number="2026-000123"),
        item(4, ItemState.REFUSED, reason="fir-number"),
        item(5, author=Login("pnegi")),
    )
    desk.outbox.confirm(receipt(item(3)))
    screen.activate()
    qtbot.waitUntil(lambda: screen.outbox.model.rowCount() >= 5)
    screen.tabs.setCurrentWidget(screen.outbox)


def choose(screen: MyWorkScreen, number: int) -> None:
    """Choose an item by its number."""
    screen.outbox.table.selectRow(screen.outbox.model.row_of(f"item-{number}"))


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("scale", theme.SCALES)
def test_what_names_a_thing_or_its_state_is_never_cut(
    desk: Desk,
    bridge: Bridge,
    speech: Speech,
    wear: Callable[..., None],
    qtbot: QtBot,
    *,
    language: str,
    scale: float,
) -> None:
    """On the smallest screen, at any size: number and per cent are read whole, categories whole or by a short word."""
    speech.use(language)
    wear(scale=scale)
    window = MainWindow(desk.verbs, bridge)
    come_in(window, qtbot)
    window.resize(1366, 768)
    window.show_place("my-work")
    screen = window.workplace.places.screens["my-work"]
    assert isinstance(screen, MyWorkScreen)
    under_way = item(6, ItemState.RECEIVED, record_number="2026-000124", bytes_sent=880_000)
    desk.outbox.put(*(replace(item(10 + at), category=one) for at, one in enumerate(Category)), under_way)
    filled(desk, screen, qtbot)
    QApplication.processEvents()
    table = screen.outbox.table
    for number in (3, 6):
        received = table.model().index(screen.outbox.model.row_of(f"item-{number}"), outbox.STATE)
        assert "№ 2026-00012" in painted(table, received)
        assert painted(table, received) == received.data()
    shown = {painted(table, table.model().index(row, outbox.CATEGORY)) for row in range(table.model().rowCount())}
    assert len(shown) == len(Category)
    assert not [one for one in shown if "…" in one]
    assert table.columnWidth(outbox.TEXT) >= int(SHORT * QFontMetricsF(table.font()).averageCharWidth())
    assert table.horizontalScrollBar().maximum() == 0
    number_column = screen.receipts.table.model().index(0, 0)
    screen.tabs.setCurrentWidget(screen.receipts)
    assert painted(screen.receipts.table, number_column) == number_column.data()


def test_empty_pages_say_why(screen: MyWorkScreen, qtbot: QtBot) -> None:
    """Each empty page is one sentence, and the drafts' leads to a new alert."""
    screen.activate()
    with qtbot.waitSignal(screen.go) as went:
        screen.drafts.new_wanted.emit()
    assert went.args == ["new-alert"]
    qtbot.waitUntil(lambda: screen.tabs.tabText(0) == "&Drafts  0")


def test_nothing_is_called_empty_before_it_is_known(
    desk: Desk, screen: MyWorkScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the answer is on its way no tab counts, and no page says that there is nothing; nor after the lock."""
    gate, items = threading.Event(), desk.outbox.items
    desk.outbox.put(item(1))
    monkeypatch.setattr(desk.outbox, "items", lambda: (gate.wait(20), items())[1])
    for _again in range(2):
        screen.activate()
        assert [screen.tabs.tabText(at) for at in range(3)] == ["&Drafts", "&Outbox", "&Receipts"]
        assert [one.empty.text() for one in (screen.drafts, screen.outbox, screen.receipts)] == ["Loading…"] * 3
        gate.set()
        qtbot.waitUntil(lambda: screen.tabs.tabText(1) == "&Outbox  1")
        assert screen.drafts.empty.text() == "No draft is waiting to be finished."
        gate.clear()
        screen.sleep()


def test_each_state_allows_its_own_deeds(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """Queued may be taken back, sending nothing, received opens its receipt, refused both ways.

    Another's may be taken back only where they left it behind, as the service allows.
    """
    desk.outbox.put(item(6, author=Login("mlal")))
    desk.outbox.left = frozenset({Login("pnegi")})
    filled(desk, screen, qtbot)
    page = screen.outbox
    allowed = {}
    for number in range(1, 7):
        choose(screen, number)
        buttons = (page.receipt_button, page.take_back_button, page.retry_button)
        allowed[number] = tuple(one.isEnabled() for one in buttons)
    assert allowed == {
        1: (False, True, False),
        2: (False, False, False),
        3: (True, False, False),
        4: (False, True, True),
        5: (False, True, False),
        6: (False, False, False),
    }


def test_what_the_centre_has_a_record_of_is_not_taken_back(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """Set aside with a record number it is tried again, or its receipt is read; nobody could take it back."""
    desk.outbox.put(item(1, ItemState.SET_ASIDE, reason="files", record_number="2026-000123"))
    screen.activate()
    qtbot.waitUntil(lambda: screen.outbox.model.rowCount() == 1)
    choose(screen, 1)
    assert screen.outbox.retry_button.isEnabled()
    assert not screen.outbox.take_back_button.isEnabled()
    with qtbot.waitSignal(screen.outbox.receipt_wanted) as wanted:
        screen.outbox.receipt_button.click()
    assert wanted.args == [str(item(1).item_id)]


def test_receipts_name_the_officer_and_the_fir(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """What the outbox knows of the item stands beside the centre's word."""
    filled(desk, screen, qtbot)
    shown = [str(screen.receipts.model.index(0, column).data()) for column in range(5)]
    assert "FIR 0003/2026" in shown
    assert "Sub-Inspector Anil Sharma" in shown


def test_queued_is_never_read_as_received(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """The sentence of a queued item says that it is still on this PC only."""
    filled(desk, screen, qtbot)
    choose(screen, 1)
    assert screen.outbox.chip.text() == "Queued on this PC"
    assert screen.outbox.sentence.text().startswith("Still on this PC only.")
    choose(screen, 4)
    assert "does not accept this FIR number" in screen.outbox.sentence.text()


def test_progress_moves_with_the_engine(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """The per cent follows the transfer without asking the store again; the choice stays."""
    filled(desk, screen, qtbot)
    choose(screen, 2)
    moved = Transfer(item(2).item_id, 700_000, 1_000_000, 1.0)
    desk.face.sync.put(SyncStatus(Line.GOOD, NOW, NOW, transfer=moved))
    at = screen.outbox.model.row_of("item-2")
    qtbot.waitUntil(lambda: screen.outbox.model.index(at, outbox.STATE).data() == "Sending 70 %")
    assert screen.outbox.table.currentIndex().row() == at


def test_a_receipt_that_arrives_changes_the_state(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """News of the store shows at once, and the chosen item stays chosen."""
    filled(desk, screen, qtbot)
    choose(screen, 1)
    desk.outbox.put(item(1, ItemState.COMPLETE, record_number="2026-000777"))
    qtbot.waitUntil(lambda: screen.outbox.chip.text() == "Received № 2026-000777")
    assert screen.outbox.receipt_button.isEnabled()


def test_taking_back_opens_the_draft(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """A queued alert becomes a draft again and is opened for editing."""
    filled(desk, screen, qtbot)
    choose(screen, 1)
    with qtbot.waitSignal(screen.edit_draft) as asked:
        screen.outbox.take_back_button.click()
    assert asked.args == ["draft-1"]
    assert desk.outbox.asked == ["take-back item-1"]


def test_a_refused_alert_is_tried_again(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """Trying again queues it."""
    filled(desk, screen, qtbot)
    choose(screen, 4)
    screen.outbox.retry_button.click()
    qtbot.waitUntil(lambda: screen.outbox.chip.text() == "Queued on this PC")


def test_enter_opens_drafts_and_receipts(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """The keyboard alone opens what is chosen."""
    desk.drafts.held[DraftId("d")] = Draft(DraftId("d"), OFFICER.login, NOW, NOW, description="Gold found.")
    filled(desk, screen, qtbot)
    screen.drafts.table.selectRow(0)
    with qtbot.waitSignal(screen.edit_draft) as asked:
        qtbot.keyClick(screen.drafts.table, Qt.Key.Key_Return)
    assert asked.args == ["d"]
    choose(screen, 3)
    with qtbot.waitSignal(screen.open_receipt) as opened:
        qtbot.keyClick(screen.outbox.table, Qt.Key.Key_Return)
    assert opened.args == ["item-3"]
    screen.receipts.table.selectRow(0)
    with qtbot.waitSignal(screen.open_receipt):
        qtbot.keyClick(screen.receipts.table, Qt.Key.Key_Enter)


def test_a_draft_is_discarded_only_after_the_question(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """Delete asks; only the answer throws away."""
    desk.drafts.held[DraftId("d")] = Draft(DraftId("d"), OFFICER.login, NOW, NOW, description="Gold found.")
    screen.activate()
    qtbot.waitUntil(lambda: screen.drafts.model.rowCount() == 1)
    screen.drafts.table.selectRow(0)
    screen.drafts.discard_button.click()
    assert desk.drafts.held
    screen.findChildren(DiscardQuestion)[-1].discard.click()
    qtbot.waitUntil(lambda: screen.drafts.model.rowCount() == 0)
    assert not desk.drafts.held


def test_the_lock_shows_nothing(desk: Desk, screen: MyWorkScreen, qtbot: QtBot) -> None:
    """Asleep, no row of a case is on the screen."""
    filled(desk, screen, qtbot)
    screen.sleep()
    assert screen.outbox.model.rowCount() == 0
    assert screen.outbox.sentence.text() == ""


def test_every_widget_has_a_name(desk: Desk, screen: MyWorkScreen, qtbot: QtBot, speech: Speech) -> None:
    """A screen reader finds a name on everything that takes the focus, in both languages."""
    filled(desk, screen, qtbot)
    assert nameless(screen) == []
    speech.use("hi")
    qtbot.waitUntil(lambda: not screen.tabs.tabText(0).startswith("&Drafts"))
    assert nameless(screen) == []


OWN, OTHER = item(2).item_id, item(9).item_id
SENT = [
    (SyncStatus(Line.GOOD), "500 B of 977 KB sent. Written"),
    (SyncStatus(Line.GOOD, transfer=Transfer(OWN, 400_000, 1_000_000, 5_000.0)), "391 KB of 977 KB sent. About 2 min"),
    (SyncStatus(Line.GOOD, transfer=Transfer(OWN, 900_000, 1_000_000, 5_000.0)), "Less than a minute left. Written"),
    (SyncStatus(Line.GOOD, transfer=Transfer(OTHER, 900_000, 1_000_000, 5_000.0)), "500 B of 977 KB sent. Written"),
    (SyncStatus(Line.GOOD, files_from=NOW), "Files go on from"),
]


@pytest.mark.parametrize(("status", "said"), SENT)
def test_what_is_under_way_says_its_bytes_and_the_time_left(
    desk: Desk, screen: MyWorkScreen, qtbot: QtBot, status: SyncStatus, said: str
) -> None:
    """At the pace of now; where files wait for the State's hours, when they go on; never at another item's pace."""
    desk.outbox.put(item(2, ItemState.SENDING, bytes_sent=500))
    screen.activate()
    qtbot.waitUntil(lambda: screen.outbox.model.rowCount() == 1)
    screen.outbox.show_status(status)
    assert said in screen.outbox.sentence.text()
