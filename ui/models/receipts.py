"""The centre's receipts, newest first."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from station_client.domain.outbox import ItemState, Receipt
from ui import theme, words
from ui.language import day_time
from ui.models.snapshots import SnapshotTable

RECORD, RECEIVED, FILES, AUTHOR = range(4)


class ReceiptsModel(SnapshotTable[Receipt]):
    """One row for each receipt."""

    def headings(self) -> tuple[str, ...]:
        """Name the columns."""
        return (
            self.tr("Record number"),
            self.tr("Received by the centre"),
            self.tr("Files"),
            self.tr("Written by"),
        )

    def cell(self, row: Receipt, column: int) -> str:
        """Word one cell."""
        if column == RECORD:
            return f"№ {row.record_number}"
        if column == RECEIVED:
            return day_time(row.received_at)
        if column == FILES:
            count = len(row.files)
            if row.complete_at is None:
                return self.tr("{count}, still under way").format(count=count)
            return self.tr("{count}, all verified").format(count=count) if count else self.tr("none attached")
        return str(row.author)

    def sign(self, row: Receipt, column: int) -> QIcon | None:
        """Show the shape of "received", or of files under way."""
        if column != RECORD:
            return None
        word = words.item_state(ItemState.RECEIVED if row.complete_at is None else ItemState.COMPLETE)
        return theme.icon(word.icon, theme.colours().tone(word.tone))

    def identity(self, row: Receipt) -> str:
        """Name a receipt by its item."""
        return str(row.item_id)
