"""The receipt's own window: the centre's word with each file's hash, on the screen and on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import Mock

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from station_client.domain.outbox import ItemState
from station_client.errors import StoreDamagedError
from tests.support.faces import alert
from tests.support.work import Desk, item, receipt
from ui.language import Speech
from ui.screens.receipt import ReceiptScreen


def test_a_receipt_shows_the_centres_word(receipt_screen: ReceiptScreen, desk: Desk, qtbot: QtBot) -> None:
    """Record number, the centre's time in IST, the author and each hash; printed on request."""
    sent = item(1, ItemState.COMPLETE, record_number="2026-000123")
    desk.outbox.put(sent)
    desk.outbox.confirm(receipt(sent))
    receipt_screen.show_one(sent.item_id)
    qtbot.waitUntil(lambda: receipt_screen.values["record"].text() == "№ 2026-000123")
    assert receipt_screen.values["received"].text() == "14/03/2026 14:05 IST"
    assert "asharma" in receipt_screen.values["author"].text()
    assert receipt_screen.model.index(0, 2).data() == sent.files[0].sha256
    assert receipt_screen.chip.text() == "Received"
    with qtbot.waitSignal(receipt_screen.open_alert) as opened:
        receipt_screen.alert_button.click()
    assert opened.args == [str(receipt(sent).alert_uid)]


def test_a_number_from_before_a_restore_is_still_named(receipt_screen: ReceiptScreen, desk: Desk, qtbot: QtBot) -> None:
    """Whoever wrote the earlier number down finds it here; without one there is no line for it."""
    desk.outbox.put(item(1), item(2))
    desk.outbox.confirm(receipt(item(1)), replace(receipt(item(2)), earlier=("2026-000045", "2026-000046")))
    receipt_screen.show_one("item-1")
    qtbot.waitUntil(lambda: receipt_screen.values["record"].text() != "")
    assert not receipt_screen.values["earlier"].isVisible()
    receipt_screen.show_one("item-2")
    qtbot.waitUntil(receipt_screen.values["earlier"].isVisible)
    assert receipt_screen.values["earlier"].text().startswith("№ 2026-000045, № 2026-000046: given before")


def test_a_receipt_is_printed(receipt_screen: ReceiptScreen, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """The printed receipt is one page."""
    desk.outbox.put(item(1))
    desk.outbox.confirm(receipt(item(1)))
    receipt_screen.show_one("item-1")
    qtbot.waitUntil(lambda: receipt_screen.values["record"].text() != "")
    with qtbot.waitSignal(receipt_screen.notice) as told:
        receipt_screen.print_to(tmp_path / "receipt.pdf")
    assert told.args == ["good", "Saved as receipt.pdf."]
    assert desk.outbox.asked == ["printed item-1"]
    assert len(PdfReader(tmp_path / "receipt.pdf").pages) == 1


def test_a_receipt_is_seen_before_it_is_printed(receipt_screen: ReceiptScreen, desk: Desk, qtbot: QtBot) -> None:
    """The page of the preview is the receipt's, by its key too; first the trace, then the paper."""
    desk.outbox.put(item(1))
    desk.outbox.confirm(receipt(item(1)))
    receipt_screen.show_one("item-1")
    qtbot.waitUntil(receipt_screen.print_button.isVisible)
    receipt_screen.print_button.click()
    assert not receipt_screen.findChildren(QDialog)
    qtbot.waitUntil(lambda: bool(receipt_screen.findChildren(QDialog)))
    (shown,) = receipt_screen.findChildren(QDialog)
    assert desk.outbox.asked == ["printed item-1"]
    pages = shown.findChildren(QPrintPreviewWidget)
    assert [one.pageCount() for one in pages] == [1]
    shown.close()


def test_the_hash_report_is_seen_before_it_is_printed(receipt_screen: ReceiptScreen, desk: Desk, qtbot: QtBot) -> None:
    """For an alert with files alone, once while they are read again; what keeps it from being made is said."""
    desk.outbox.put(item(1), item(2, files=()))
    desk.outbox.confirm(receipt(item(1)), receipt(item(2, files=())))
    receipt_screen.show_one("item-2")
    qtbot.waitUntil(receipt_screen.print_button.isVisible)
    assert not receipt_screen.hashes_button.isVisible()
    receipt_screen.show_one("item-1")
    qtbot.waitUntil(receipt_screen.hashes_button.isVisible)
    for _impatient in range(3):
        receipt_screen.hashes_button.click()
    qtbot.waitUntil(lambda: bool(receipt_screen.findChildren(QDialog)))
    qtbot.waitUntil(receipt_screen.bridge.idle)
    (shown,) = receipt_screen.findChildren(QDialog)
    assert (shown.windowTitle(), desk.outbox.asked) == ("Hash report", ["hashes item-1"])
    assert [one.pageCount() for one in shown.findChildren(QPrintPreviewWidget)] == [1]
    shown.close()
    desk.verbs.hashing.wrong = StoreDamagedError()  # type: ignore[attr-defined] # it is a fake
    with qtbot.waitSignal(receipt_screen.notice) as told:
        receipt_screen.hashes_button.click()
    assert told.args[0] == "warning"


def test_the_author_sees_how_long_the_alert_counts(receipt_screen: ReceiptScreen, desk: Desk, qtbot: QtBot) -> None:
    """As soon as the feed has brought the alert back with its end; before that there is no line for it."""
    desk.outbox.put(item(1))
    desk.outbox.confirm(receipt(item(1)))
    receipt_screen.show_one("item-1")
    qtbot.waitUntil(lambda: receipt_screen.values["record"].text() != "")
    assert not receipt_screen.values["until"].isVisible()
    told = replace(alert(1), uid=receipt(item(1)).alert_uid, expires_at=datetime(2026, 4, 13, 8, 35, tzinfo=UTC))
    desk.face.alerts.put(told)
    receipt_screen.show_one("item-1")
    qtbot.waitUntil(lambda: receipt_screen.values["until"].text() == "13/04/2026 14:05 IST")
    assert receipt_screen.values["until"].isVisible()


def test_files_under_way_are_not_called_verified(receipt_screen: ReceiptScreen, desk: Desk, qtbot: QtBot) -> None:
    """While files travel the receipt says so; when the last is verified it changes by itself."""
    desk.outbox.put(item(1))
    desk.outbox.confirm(receipt(item(1), complete=False))
    receipt_screen.show_one("item-1")
    qtbot.waitUntil(lambda: receipt_screen.values["complete"].text() == "files are still under way")
    assert receipt_screen.chip.text() == "Received, files under way"
    desk.outbox.confirm(receipt(item(1)))
    qtbot.waitUntil(lambda: receipt_screen.chip.text() == "Received")


def test_where_there_is_no_receipt_one_stands_on_what_may_bring_it(
    receipt_screen: ReceiptScreen, desk: Desk, speech: Speech, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not confirmed yet: a sync. Not to be read: another look. Said in another language too, and Enter does it."""
    receipt_screen.activateWindow()
    qtbot.waitUntil(receipt_screen.isActiveWindow)
    receipt_screen.show_one("item-1")
    action = receipt_screen.empty.action()
    qtbot.waitUntil(lambda: "not confirmed" in receipt_screen.empty.text() and action.hasFocus())
    qtbot.keyClick(action, Qt.Key.Key_Return)
    assert desk.face.sync.asked == 1
    speech.use("hi")
    qtbot.waitUntil(lambda: action.accessibleName() == "अभी सिंक करें")
    assert "पुष्टि" in receipt_screen.empty.text()
    with monkeypatch.context() as broken:
        broken.setattr(desk.outbox, "receipt", Mock(side_effect=StoreDamagedError()))
        receipt_screen.show_one("item-1")
        qtbot.waitUntil(lambda: action.accessibleName() == "फिर कोशिश करें" and action.hasFocus())
    desk.outbox.put(item(1))
    desk.outbox.confirmed |= {item(1).item_id: receipt(item(1))}
    qtbot.keyClick(action, Qt.Key.Key_Return)
    qtbot.waitUntil(receipt_screen.print_button.hasFocus)
