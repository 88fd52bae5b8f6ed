"""My work: drafts, the outbox with every state an alert may stand in, receipts; few and thousands of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QInputDialog, QWidget

from benchmarks.gallery import made_up
from benchmarks.gallery.held import holding
from benchmarks.gallery.scene import Act, Scene, at, beside, go
from benchmarks.gallery.waiting import opened, pages, until_calm
from station_client.domain.alert import Category
from station_client.domain.ids import AlertUid, DraftId, ItemId, Login
from station_client.domain.outbox import AlikeAlert, ItemState
from station_client.errors import StoreDamagedError
from station_client.ports import Transfer
from tests.support.faces import NOW
from tests.support.work import Desk, item, receipt, signed_receipt
from ui.main_window import MainWindow
from ui.screens.my_work import MyWorkScreen
from ui.screens.receipt import ReceiptScreen

DRAFTS, OUTBOX, RECEIPTS = range(3)
MANY: Final = 4_000
ALIKE: Final = tuple(
    AlikeAlert(AlertUid(f"high-{at}"), f"2026-00008{at}", "THANA SANDILA, Hardoi", NOW, "same-fir") for at in range(2)
)
CATEGORIES: Final = tuple(Category)


def _outbox(folder: Path) -> Desk:
    """Give a desk on which an alert stands in each state, the first one on its way."""
    desk = made_up.filled(folder)
    texts = {f"item-{place}": made_up.NOTES[place % 3] for place in range(1, 10)}
    stand = (
        item(1, category=Category.SEIZURE),
        item(2, ItemState.SENDING, bytes_sent=200_000),
        item(6, ItemState.RECEIVED, record_number="2026-000124", bytes_sent=700_000, category=Category.INTERSTATE),
        item(3, ItemState.COMPLETE, record_number="2026-000123", category=Category.HEINOUS_CRIME),
        item(7, ItemState.COMPLETE, record_number="2026-000119", alike=ALIKE, category=Category.TRAFFICKING),
        item(4, ItemState.REFUSED, reason="fir-number"),
        item(8, ItemState.REFUSED, reason="conflict", edits="high-1", category=Category.JAIL_BREAK),
        item(
            5,
            ItemState.SET_ASIDE,
            reason="files",
            record_number="2026-000117",
            author=Login("pnegi"),
            author_shown="Inspector Pooja Negi",
        ),
        item(9, fir_key="", fir_shown="", gd_number="48", gd_reason="Inquiry goes on", files=()),
    )
    desk.outbox.held.clear()
    desk.outbox.put(*(replace(one, description=texts[one.item_id]) for one in reversed(stand)))
    moving = Transfer(ItemId("item-2"), 410_000, 1_000_000, 4_200.0)
    desk.face.sync.shown = replace(desk.face.sync.shown, waiting=3, refused=2, transfer=moving)
    desk.outbox.confirm(signed_receipt(item(3)), receipt(item(6), complete=False))
    return desk


def _thousands(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    made = (
        item(
            number,
            ItemState.COMPLETE,
            record_number=f"2026-{number:06}",
            category=CATEGORIES[number % 7],
            description=made_up.NOTES[number % 3],
            queued_at=NOW - timedelta(hours=number),
        )
        for number in range(MANY, 0, -1)
    )
    desk.outbox.put(*made)
    draft = desk.drafts.one(DraftId("draft-1"))
    desk.drafts.held |= {
        one: replace(draft, draft_id=one, fir_text=f"{number:04}/2026", category=CATEGORIES[number % 7], files=())
        for number in range(2, 1_200)
        for one in (DraftId(f"draft-{number}"),)
    }
    desk.outbox.confirm(*(receipt(one) for one in desk.outbox.held.values() if one.state is ItemState.COMPLETE))
    return desk


def _tab(number: int, row: str = "") -> Act:
    """Turn to a page, and choose a row there by its id."""

    def act(window: MainWindow, _desk: Desk) -> None:
        screen = at(window, "my-work", MyWorkScreen)
        screen.tabs.setCurrentIndex(number)
        if row:
            screen.outbox.table.selectRow(screen.outbox.model.row_of(row))
            screen.outbox.table.setFocus()

    return act


def _station(window: MainWindow, desk: Desk) -> None:
    """Show the drafts of everybody, as who is in charge may."""
    draft = desk.drafts.one(DraftId("draft-1"))
    other = replace(draft, draft_id=DraftId("draft-2"), author=Login("pnegi"), fir_text="", gd_number="51", files=())
    desk.drafts.held[other.draft_id] = other
    screen = at(window, "my-work", MyWorkScreen)
    screen.tabs.setCurrentIndex(DRAFTS)
    screen.drafts.whole.click()
    until_calm(window)
    screen.drafts.table.selectRow(1)


def _hand_over(window: MainWindow, _desk: Desk) -> QWidget:
    screen = at(window, "my-work", MyWorkScreen)
    screen.tabs.setCurrentIndex(DRAFTS)
    screen.drafts.table.selectRow(0)
    screen.drafts.hand_button.click()
    return screen.drafts.menu


def _hand_over_by_name(window: MainWindow, desk: Desk) -> QWidget:
    desk.face.session.lists = False
    _hand_over(window, desk)
    return opened(window, QInputDialog)


def _broken(window: MainWindow, desk: Desk) -> None:
    screen = at(window, "my-work", MyWorkScreen)
    screen._failed(StoreDamagedError())  # noqa: SLF001 as the answer does
    del desk


def _receipt(key: str) -> Act:
    def act(window: MainWindow, _desk: Desk) -> QWidget:
        opened, _screen = beside(window, "receipt", key, ReceiptScreen)
        return opened

    return act


def _receipt_preview(window: MainWindow, _desk: Desk) -> QWidget:
    opened, screen = beside(window, "receipt", "item-3", ReceiptScreen)
    screen.print_button.click()
    return pages(opened)


def _hash_report(window: MainWindow, _desk: Desk) -> QWidget:
    opened, screen = beside(window, "receipt", "item-3", ReceiptScreen)
    screen.hashes_button.click()
    return pages(opened)


SCENES: Final = (
    Scene("my-work-empty", made_up.empty, go("my-work")),
    Scene("my-work-loading", holding(made_up.filled, "outbox", "items"), go("my-work"), under_way=True),
    Scene("my-work-error", made_up.filled, _broken),
    Scene("my-work-drafts", made_up.filled, _tab(DRAFTS)),
    Scene("my-work-station", made_up.filled, _station),
    Scene("my-work-hand-over", made_up.filled, _hand_over),
    Scene("my-work-hand-over-by-name", made_up.filled, _hand_over_by_name),
    Scene("my-work-drafts-thousands", _thousands, _tab(DRAFTS)),
    Scene("my-work-outbox", made_up.offline, _tab(OUTBOX)),
    Scene("my-work-outbox-sending", _outbox, _tab(OUTBOX, "item-2")),
    Scene("my-work-outbox-received", _outbox, _tab(OUTBOX, "item-6")),
    Scene("my-work-outbox-refused", _outbox, _tab(OUTBOX, "item-4")),
    Scene("my-work-outbox-conflict", _outbox, _tab(OUTBOX, "item-8")),
    Scene("my-work-outbox-set-aside", _outbox, _tab(OUTBOX, "item-5")),
    Scene("my-work-outbox-alike", _outbox, _tab(OUTBOX, "item-7")),
    Scene("my-work-outbox-thousands", _thousands, _tab(OUTBOX)),
    Scene("my-work-receipts", made_up.filled, _tab(RECEIPTS)),
    Scene("my-work-receipts-empty", made_up.empty, _tab(RECEIPTS)),
    Scene("my-work-receipts-thousands", _thousands, _tab(RECEIPTS)),
    Scene("receipt", made_up.filled, _receipt("item-3")),
    Scene("receipt-signed", _outbox, _receipt("item-3")),
    Scene("receipt-under-way", _outbox, _receipt("item-6")),
    Scene("receipt-missing", _outbox, _receipt("item-1")),
    Scene("receipt-preview", _outbox, _receipt_preview),
    Scene("receipt-hashes", _outbox, _hash_report),
)
