"""The centre's receipts: its word that it has what was sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_client.domain.outbox import OutboxItem, Receipt
from ui import theme
from ui.models.receipts import Confirmed, ReceiptsModel
from ui.models.snapshots import IDENTITY
from ui.widgets.button import button, name
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_table import RowTable, TableOrEmpty


class ReceiptsPage(QWidget):
    """The table, and a way into each receipt."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the page empty."""
        super().__init__(parent)
        self.model = ReceiptsModel(self)
        self.table = RowTable(self.model)
        self.table.share((18, 15, 17, 14, 18), wide=4, kept={0, 1, 2})
        self.table.stay(IDENTITY)
        self.empty = EmptyState("receipt")
        self.open_button = button("primary", "receipt")
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.INSIDE, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addWidget(TableOrEmpty(self.table, self.empty), 1)
        column.addLayout(row)
        self.table.opened.connect(self._open)
        self.table.row_changed.connect(self._look)
        self.open_button.clicked.connect(self._open)
        self._look()

    def show_receipts(self, receipts: Sequence[Receipt], items: Sequence[OutboxItem]) -> None:
        """Show the receipts as they are now, each with what the outbox knows of its item."""
        known = {one.item_id: one for one in items}
        self.model.show_rows(tuple(Confirmed(one, known.get(one.item_id)) for one in receipts))
        self.table.begin()
        self._look()

    def retranslate(self) -> None:
        """Set every word of the page."""
        self.empty.say(self.tr("The centre has not sent a receipt to this PC yet."))
        self.table.setAccessibleName(self.tr("Receipts"))
        name(self.open_button, self.tr("Open re&ceipt"), more=self.tr("Enter"))
        self.model.retranslate()
        self.table.fit()

    def _look(self) -> None:
        self.open_button.setEnabled(isinstance(self.table.snapshot(), Confirmed))

    def _open(self) -> None:
        chosen = self.table.snapshot()
        if isinstance(chosen, Confirmed):
            self.opened.emit(str(chosen.receipt.item_id))
