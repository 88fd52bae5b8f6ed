"""The models of the working screens, held to Qt's own rules."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category, Life
from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId, ItemId
from station_client.domain.outbox import ItemState
from station_client.ports import Transfer
from station_client.services.views import SearchPage
from tests.support.faces import NOW, OFFICER, Face, alert
from tests.support.work import item, receipt
from ui.models import files, outbox, receipts, results
from ui.models.drafts import DraftsModel
from ui.models.files import FilesModel
from ui.models.outbox import OutboxModel, percent, state_text
from ui.models.receipts import Confirmed, ReceiptsModel
from ui.models.results import ResultsModel


def page(face: Face, count: int, *, more: bool = False) -> SearchPage:
    """Give a page of made-up results."""
    life = Life.RECALLED if count % 2 else Life.ACTIVE
    face.alerts.put(*(alert(number, Category.JAIL_BREAK, life=life) for number in range(1, count + 1)))
    lines = face.alerts.page(None, limit=count)
    return SearchPage(lines, count, capped=False, next_row=lines[-1].row if more else None)


def test_the_drafts_model(qtmodeltester: ModelTester, dressed: QApplication) -> None:
    """Drafts keep Qt's rules, empty, filled and changed."""
    model = DraftsModel(lambda: NOW, dressed)
    qtmodeltester.check(model)
    draft = Draft(DraftId("a"), OFFICER.login, NOW, NOW, category=Category.SEIZURE, description="Gold. Found.")
    model.show_rows((draft,))
    qtmodeltester.check(model)
    assert model.index(0, 3).data() == "Gold"
    assert model.index(0, 0).data(Qt.ItemDataRole.UserRole) is draft
    assert "Important Seizures" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_outbox_model(qtmodeltester: ModelTester, dressed: QApplication, qtbot: QtBot) -> None:
    """The outbox keeps Qt's rules; a transfer moves one cell and nothing else."""
    model = OutboxModel(lambda: NOW, dressed)
    sending = item(1, ItemState.SENDING)
    model.show_items((sending, item(2)), None)
    qtmodeltester.check(model)
    with qtbot.waitSignals([model.dataChanged]), qtbot.assertNotEmitted(model.modelReset):
        model.move(Transfer(sending.item_id, 400_000, 1_000_000, 1.0))
    assert model.index(0, outbox.STATE).data() == "Sending 40 %"
    assert model.index(1, outbox.STATE).data() == "Queued on this PC"


def test_the_outbox_says_what_is_made_of_another_alert(dressed: QApplication) -> None:
    """A correction and a recall are no alerts of their own; one's own alert is told as it was written."""
    model = OutboxModel(lambda: NOW, dressed)
    change = item(1, edits="alert-1", description="The boy came home. Thanks.")
    end = replace(change, item_id=ItemId("item-2"), life=Life.RECALLED)
    model.show_items((change, end, item(3, description="Gold.")), None)
    told = [model.index(row, outbox.TEXT).data() for row in range(3)]
    assert told == ["Corrected: The boy came home", "Recalled: The boy came home", "Gold"]


@pytest.mark.parametrize("state", list(ItemState))
def test_only_the_centres_word_says_received(state: ItemState, dressed: QApplication) -> None:
    """No state before the centre's record number has the word or the shape of received."""
    assert dressed is not None
    said = state_text(item(1, state, record_number="2026-000123"), None)
    has_it = state in (ItemState.RECEIVED, ItemState.COMPLETE)
    assert said.startswith("Received") is has_it
    assert ("2026-000123" in said) is has_it
    assert not has_it or said.startswith("Received № 2026-000123"), "the end may be cut, the number never"


def test_a_hundred_per_cent_is_the_centres_to_say() -> None:
    """All bytes sent is still 99 per cent until the centre has verified them."""
    whole = item(1, ItemState.SENDING)
    assert percent(whole, Transfer(whole.item_id, whole.bytes_total, whole.bytes_total, 1.0)) == 99
    assert percent(item(1, files=()), None) == 0


def test_the_receipts_and_files_models(qtmodeltester: ModelTester, dressed: QApplication) -> None:
    """Receipts and their files keep Qt's rules; a hash is shown whole."""
    done, under_way = receipt(item(1)), receipt(item(2), complete=False)
    model = ReceiptsModel(dressed)
    model.show_rows((Confirmed(done, item(1)), Confirmed(under_way, None)))
    qtmodeltester.check(model)
    assert model.index(0, receipts.FILES).data() == "2, all verified"
    assert model.index(1, receipts.FILES).data() == "2, still under way"
    assert [model.index(0, at).data() for at in (receipts.ABOUT, receipts.AUTHOR)] == [
        "FIR 0001/2026",
        "Sub-Inspector Anil Sharma",
    ]
    assert [model.index(1, at).data() for at in (receipts.ABOUT, receipts.AUTHOR)] == ["–", str(OFFICER.login)]
    held = FilesModel(dressed)
    held.show_rows(done.files)
    qtmodeltester.check(held)
    assert held.index(0, files.HASH).data() == done.files[0].sha256


def test_the_results_model(qtmodeltester: ModelTester, face: Face, dressed: QApplication) -> None:
    """Results keep Qt's rules; what is over is struck out and says so in a word."""
    model = ResultsModel(lambda: NOW, dressed)
    model.show_page(page(face, 3))
    qtmodeltester.check(model)
    over = model.index(0, results.TEXT)
    assert over.data().startswith("Recalled · ")
    assert over.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert model.index(0, results.FIR).data(Qt.ItemDataRole.FontRole).underline()


def test_older_results_are_asked_for_once(face: Face, dressed: QApplication, qtbot: QtBot) -> None:
    """Scrolling asks for the next page once, and again only after it came or failed."""
    model = ResultsModel(lambda: NOW, dressed)
    first = page(face, 4, more=True)
    model.show_page(first)
    with qtbot.waitSignal(model.older_wanted) as asked:
        model.fetchMore()
    assert asked.args == [first.next_row]
    assert not model.canFetchMore()
    model.give_up()
    assert model.canFetchMore()
    model.fetchMore()
    model.add_page(SearchPage(first.lines[:2], 4, capped=False, next_row=None))
    assert model.rowCount() == 6
    assert not model.canFetchMore()
