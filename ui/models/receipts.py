"""The centre's receipts, newest first."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QIcon

from station_client.domain.outbox import ItemState, OutboxItem, Receipt
from ui import theme, words
from ui.language import day_time, fir_or_gd
from ui.models.snapshots import SnapshotTable

RECORD, ABOUT, RECEIVED, FILES, AUTHOR = range(5)


class Confirmed(NamedTuple):
    """A receipt, and the item it is for where this PC still knows it."""

    receipt: Receipt
    item: OutboxItem | None

    @property
    def about(self) -> str:
        """Give the FIR or GD number, a dash where the item is not known."""
        return fir_or_gd(self.item.fir_shown, self.item.gd_number) if self.item else "–"

    @property
    def author(self) -> str:
        """Give the officer's name, or the login where that is all there is."""
        return self.item.author_shown if self.item else str(self.receipt.author)


class ReceiptsModel(SnapshotTable[Confirmed]):
    """One row for each receipt."""

    def headings(self) -> tuple[str, ...]:
        """Name the columns."""
        return (
            self.tr("Record number"),
            self.tr("FIR or GD"),
            self.tr("Received"),
            self.tr("Files"),
            self.tr("Written by"),
        )

    def cell(self, row: Confirmed, column: int) -> str:
        """Word one cell."""
        if column == FILES:
            return self._files(row.receipt)
        if column == RECEIVED:
            return day_time(row.receipt.received_at)
        return {RECORD: f"№ {row.receipt.record_number}", ABOUT: row.about, AUTHOR: row.author}[column]

    def sign(self, row: Confirmed, column: int) -> QIcon | None:
        """Show the shape of "received", or of files under way."""
        if column != RECORD:
            return None
        word = words.item_state(ItemState.RECEIVED if row.receipt.complete_at is None else ItemState.COMPLETE)
        return theme.icon(word.icon, theme.colours().tone(word.tone))

    def identity(self, row: Confirmed) -> str:
        """Name a receipt by its item."""
        return str(row.receipt.item_id)

    def _files(self, receipt: Receipt) -> str:
        count = len(receipt.files)
        if receipt.complete_at is None:
            return self.tr("{count}, still under way").format(count=count)
        return self.tr("{count}, all verified").format(count=count) if count else self.tr("none attached")
