"""My work: drafts, the outbox with its progress, and the centre's receipt."""

from __future__ import annotations

import time

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from benchmarks.tour import hands
from benchmarks.tour.acts.desk import go
from benchmarks.tour.scene import Scene
from station_client.domain.draft import Draft
from station_client.domain.ids import ItemId
from station_client.domain.outbox import ItemState, OutboxItem
from ui.screens.editor import EditorScreen
from ui.screens.my_work import MyWorkScreen
from ui.screens.receipt import ReceiptScreen

DRAFTS, OUTBOX, RECEIPTS = range(3)


def open_draft(scene: Scene, *, draft: str) -> dict[str, object]:
    """Open a draft from its list, with Enter."""
    page = _my_work(scene, DRAFTS)
    index = hands.row(page.drafts.table, lambda one: isinstance(one, Draft) and one.draft_id == draft, "the draft")
    shown = _cells(page.drafts.table, index.row())
    hands.open_row(page.drafts.table, index)
    hands.until(scene.page(EditorScreen).isEnabled, "the draft in the editor")
    return {"row": shown}


def outbox(scene: Scene, *, item: str, state: str) -> dict[str, object]:
    """Read an item's row and what is said about it, once no try to send it is under way."""
    page = _my_work(scene, OUTBOX)
    index = _item_row(page, item)
    hands.choose_row(page.outbox.table, index)
    hands.until(lambda: _cells(page.outbox.table, index.row())[0].startswith(state), f"the outbox to say “{state}”")
    held = scene.verbs.outbox.one(ItemId(item))
    return {
        "state": held.state,
        "row": _cells(page.outbox.table, index.row()),
        "sentence": page.outbox.sentence.text(),
        "waiting": scene.verbs.sync.status().waiting,
        "rail": [one for one in hands.words(scene.window.workplace.rail) if one],
    }


def watch(scene: Scene, *, items: list[str], patience: float, seconds: float) -> dict[str, object]:
    """Watch the outbox until the centre has all of these; note every change that an officer would see.

    An officer who sees nothing move for ``patience`` seconds presses *Sync now*.
    """
    page = _my_work(scene, OUTBOX)
    begun = time.monotonic()
    seen: list[dict[str, object]] = []
    pressed = False
    while not _all_complete(scene, items):
        waited = time.monotonic() - begun
        _note(scene, page, items, seen)
        if waited > patience and not pressed and len(seen) <= 1:
            hands.press("Sync now")
            pressed = True
        if waited > seconds:
            raise hands.NotSeenError(f"the outbox was not empty after {seconds:.0f} s; last seen: {seen[-1]}")
        hands.settle(15)
    took = time.monotonic() - begun
    sync = scene.verbs.sync
    hands.until(lambda: not sync.status().waiting and not sync.status().running, "nothing to be waiting any more")
    hands.settle(200)
    return {"seconds": took, "pressed": pressed, "seen": seen, "status": scene.window.workplace.status.text()}


def _note(scene: Scene, page: MyWorkScreen, items: list[str], seen: list[dict[str, object]]) -> None:
    """Note what the rows and the status line say, where it is news."""
    rows = [_cells(page.outbox.table, row)[0] for item in items if (row := page.outbox.model.row_of(item)) >= 0]
    news: dict[str, object] = {"rows": rows, "status": scene.window.workplace.status.text()}
    if not seen or seen[-1] != news:
        seen.append(news)


def receipt(scene: Scene, *, item: str) -> dict[str, object]:
    """Open an item's receipt from the outbox and read it off its window."""
    page = _my_work(scene, OUTBOX)
    index = _item_row(page, item)
    hands.open_row(page.outbox.table, index)
    window = hands.find(ReceiptScreen)
    held = scene.verbs.outbox.receipt(ItemId(item))
    shown = hands.until(
        lambda: text if held.record_number in (text := " ".join(hands.words(window))) else "", "the receipt's words"
    )
    return {
        "record_number": held.record_number,
        "received_at": held.received_at,
        "complete_at": held.complete_at,
        "alert_uid": held.alert_uid,
        "centre": held.centre,
        "files": [{"name": one.name, "sha256": one.sha256, "size": one.size} for one in held.files],
        "shown": shown,
        "table": [_cells(window.table, row) for row in range(window.model.rowCount())],
        "title": window.window().windowTitle(),
    }


def _my_work(scene: Scene, tab: int) -> MyWorkScreen:
    go(scene, "My work")
    page = scene.page(MyWorkScreen)
    if page.tabs.currentIndex() != tab:
        bar = page.tabs.tabBar()
        place = bar.tabRect(tab).center()
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    hands.until(lambda: page.tabs.currentIndex() == tab, "the tab to be shown")
    return page


def _item_row(page: MyWorkScreen, item: str) -> QModelIndex:
    return hands.row(
        page.outbox.table, lambda one: isinstance(one, OutboxItem) and one.item_id == item, "the alert in the outbox"
    )


def _cells(table: QTableView, row: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data() or "") for column in range(model.columnCount())]


def _all_complete(scene: Scene, items: list[str]) -> bool:
    states = [scene.verbs.outbox.one(ItemId(item)).state for item in items]
    refused = [one for one in states if one in (ItemState.REFUSED, ItemState.SET_ASIDE)]
    if refused:
        raise hands.NotSeenError(f"the centre refused {len(refused)} of the alerts")
    return all(one is ItemState.COMPLETE for one in states)
