"""What waits here and what the centre received, with the one word and shape of each state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QIcon

from station_client.domain.alert import Life, headline
from station_client.domain.outbox import WAITING_STATES, AlikeAlert, ItemState, OutboxItem
from station_client.ports import Transfer
from ui import theme, words
from ui.language import date_chip, fir_or_gd, reason, say
from ui.models.short_categories import shorter
from ui.models.snapshots import SnapshotTable

STATE, CATEGORY, NUMBER, TEXT, FILES, QUEUED = range(6)


def needed_first(items: Sequence[OutboxItem]) -> tuple[OutboxItem, ...]:
    """Put first what waits for the officer, then what waits for the line; what has arrived is a record of the past."""
    return tuple(sorted(items, key=lambda one: (not one.reason, one.state not in WAITING_STATES)))


def percent(item: OutboxItem, transfer: Transfer | None) -> int:
    """Give how much of an item's files has gone, 0 to 100; 99 at the most until the centre says all is there."""
    done, total = item.bytes_sent, item.bytes_total
    if transfer is not None and transfer.item_id == item.item_id:
        done, total = max(done, transfer.done), max(transfer.total, 1)
    return min(99, done * 100 // total) if total else 0


def state_text(item: OutboxItem, transfer: Transfer | None) -> str:
    """Give the one word of a state with what follows it: per cent, record number or reason."""
    word = say(words.item_state(item.state))
    if item.state is ItemState.SENDING:
        return f"{word} {percent(item, transfer)} %"
    if item.state is ItemState.RECEIVED:  # its number is read also where the column is narrow; the shape is another
        received = say(words.item_state(ItemState.COMPLETE))
        return f"{received} № {item.record_number} · {percent(item, transfer)} %"
    if item.state is ItemState.COMPLETE:
        return f"{word} № {item.record_number}"
    if item.reason:
        return f"{word}: {reason(item.reason)}"
    return word


def alike_words(alike: Sequence[AlikeAlert]) -> str:
    """Say which alert an alert may repeat, and that there are more of them."""
    first, others = alike[0], len(alike) - 1
    said = QCoreApplication.translate("OutboxModel", "May be the same as № {number} from {office}")
    if others:
        said = QCoreApplication.translate(
            "OutboxModel", "May be the same as № {number} from {office}, and as {count} more"
        )
    return said.format(number=first.record_number, office=first.office, count=others)


def _told(item: OutboxItem) -> str:
    """Give the first sentence; before it what the alert makes of another one: corrects it, or ends it."""
    if not item.edits:
        return headline(item.description)
    return f"{say(words.life(Life(item.life or Life.CORRECTED)))}: {headline(item.description)}"


class OutboxModel(SnapshotTable[OutboxItem]):
    """One row for each submitted alert; a transfer under way moves its per cent."""

    signs = MappingProxyType({FILES: "paper-clip"})
    shorten = MappingProxyType({CATEGORY: shorter})

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """``now`` says what "today" is."""
        super().__init__(parent)
        self._now = now
        self._transfer: Transfer | None = None

    def show_items(self, items: Sequence[OutboxItem], transfer: Transfer | None) -> None:
        """Show the items as they stand now, newest first among those that need as much."""
        self._transfer = transfer
        self.show_rows(needed_first(items))

    def move(self, transfer: Transfer | None) -> None:
        """Move the per cent of the item under way; nothing else is touched."""
        moved = {str(one.item_id) for one in (self._transfer, transfer) if one is not None}
        self._transfer = transfer
        for identity in moved:
            at = self.row_of(identity)
            if at >= 0:
                self.dataChanged.emit(self.index(at, STATE), self.index(at, STATE))

    def headings(self) -> tuple[str, ...]:
        """Name the columns."""
        return (
            self.tr("State"),
            self.tr("Category"),
            self.tr("FIR or GD"),
            self.tr("Description"),
            self.tr("Attachments"),
            self.tr("Submitted"),
        )

    def cell(self, row: OutboxItem, column: int) -> str:
        """Word one cell."""
        if column == STATE:
            return state_text(row, self._transfer)
        if column == CATEGORY:
            return say(words.category(row.category))
        if column == NUMBER:
            return row.fir_shown or fir_or_gd("", row.gd_number)
        if column == TEXT:
            return _told(row)
        if column == FILES:
            return str(len(row.files)) if row.files else ""
        return date_chip(row.queued_at, self._now())

    def sign(self, row: OutboxItem, column: int) -> QIcon | None:
        """Show the shape of the state beside its word."""
        if column != STATE:
            return None
        word = words.item_state(row.state)
        return theme.icon(word.icon, theme.colours().tone(word.tone))

    def identity(self, row: OutboxItem) -> str:
        """Name an item by its id."""
        return str(row.item_id)
