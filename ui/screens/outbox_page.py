"""What was submitted on this PC, with where each alert stands; queued never looks like received."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_client.domain.ids import Login
from station_client.domain.outbox import WAITING_STATES, ItemState, OutboxItem
from station_client.ports import SyncStatus
from station_client.services.outbox import RETRIED_FROM, TAKEN_BACK_FROM
from ui import theme, words
from ui.language import MINUTE, day_time, reason, size
from ui.models.outbox import CATEGORY, OutboxModel, alike_words
from ui.models.snapshots import IDENTITY, SHORTER
from ui.widgets.button import button, label, name
from ui.widgets.chip import StateChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_table import RowTable, TableOrEmpty
from ui.widgets.short_word import ShortWord
from ui.widgets.tab_order import back_to

WITH_RECEIPT = frozenset({ItemState.RECEIVED, ItemState.COMPLETE})


class OutboxPage(QWidget):
    """The table, the chosen item's state in a whole sentence, and what may be done with it."""

    receipt_wanted = Signal(str)
    taken_back = Signal(str)
    retried = Signal(str)
    alike_wanted = Signal(str)
    played = Signal(str)

    def __init__(self, now: Callable[[], datetime], *, training: bool = False) -> None:
        """Build the page empty; in training a button plays what the centre would answer."""
        super().__init__()
        self.model = OutboxModel(now, self)
        self.table = RowTable(self.model)
        self.table.share((29, 22, 9, 30, 2, 10), wide=3, kept={0})
        self.table.stay(IDENTITY)
        self.table.setItemDelegateForColumn(CATEGORY, ShortWord(SHORTER, self.table))
        self._status = SyncStatus()
        self._login = ""
        self._left: frozenset[Login] = frozenset()
        self.empty = EmptyState("queued")
        self.chip = StateChip()
        self.sentence = label(wrap=True)
        self.receipt_button = button("primary", "receipt")
        self.take_back_button = button("", "undo")
        self.retry_button = button("", "retry")
        self.play_button = button("", "play")
        self.play_button.setVisible(training)
        self.alike_button = button("link", "open")
        self._lay_out()
        self.table.opened.connect(self._open)
        self.table.row_changed.connect(self._look)
        self.model.dataChanged.connect(self._look)
        self.receipt_button.clicked.connect(self._open)
        self.take_back_button.clicked.connect(lambda: self._emit(self.taken_back))
        self.retry_button.clicked.connect(lambda: self._emit(self.retried))
        self.play_button.clicked.connect(lambda: self._emit(self.played))
        self.alike_button.clicked.connect(self._open_alike)
        self._look()

    def show_items(
        self,
        items: Sequence[OutboxItem],
        status: SyncStatus,
        login: str,
        *,
        left: frozenset[Login] = frozenset(),
    ) -> None:
        """Show the items as they stand; ``login`` may change their own, and take back what those ``left`` behind."""
        self._status, self._login, self._left = status, login, left
        self.model.show_items(items, status.transfer)
        self.table.begin()
        self._look()

    def show_status(self, status: SyncStatus) -> None:
        """Move what is under way."""
        self._status = status
        self.model.move(status.transfer)
        self._look()

    def retranslate(self) -> None:
        """Set every word of the page."""
        self.empty.say(self.tr("Nothing waits to be sent, and nothing was sent from this PC yet."))
        self.table.setAccessibleName(self.tr("Outbox"))
        name(self.receipt_button, self.tr("Open re&ceipt"), more=self.tr("Enter"))
        name(self.take_back_button, self.tr("Take &back as draft"))
        name(self.retry_button, self.tr("&Try again"))
        name(self.play_button, self.tr("Tra&ining: play the next step"), more=self.tr("Nothing is sent: it is made up"))
        self.model.retranslate()
        self.table.fit()
        self._look()

    def _lay_out(self) -> None:
        about = QHBoxLayout()
        about.setSpacing(theme.BETWEEN)
        about.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        about.addWidget(self.sentence, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.INSIDE)
        row.addWidget(self.receipt_button)
        row.addWidget(self.retry_button)
        row.addWidget(self.take_back_button)
        row.addWidget(self.play_button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.INSIDE, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addWidget(TableOrEmpty(self.table, self.empty), 1)
        column.addLayout(about)
        column.addWidget(self.alike_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)

    def _item(self) -> OutboxItem | None:
        chosen = self.table.snapshot()
        return chosen if isinstance(chosen, OutboxItem) else None

    def _look(self) -> None:
        item = self._item()
        own = item is not None and item.author == self._login
        ours = own or (item is not None and item.author in self._left)
        here = item is not None and item.state in TAKEN_BACK_FROM and not item.record_number
        with back_to(self.table, self.receipt_button, self.take_back_button, self.retry_button, self.play_button):
            self.receipt_button.setEnabled(item is not None and _has_receipt(item))
            self.take_back_button.setEnabled(ours and here)
            self.retry_button.setEnabled(own and item is not None and item.state in RETRIED_FROM)
            self.play_button.setEnabled(own and item is not None and item.state in WAITING_STATES)
        self.chip.setVisible(item is not None)
        self._say_alike(item)
        if item is None:
            self.sentence.clear()
            return
        word = words.item_state(item.state)
        self.chip.set_word(word, f"№ {item.record_number}" if item.record_number else "")
        self.sentence.setText(self._sentence(item))

    def _sentence(self, item: OutboxItem) -> str:
        """Say in whole words where the item stands, who wrote it and what comes next."""
        by = self.tr("Written by {officer}, submitted {time}.").format(
            officer=item.author_shown, time=day_time(item.queued_at)
        )
        if item.state is ItemState.QUEUED:
            return self.tr("Still on this PC only. It is sent when there is a line.") + " " + by
        gone = self._gone(item)
        if item.state is ItemState.SENDING:
            return " ".join((self.tr("On its way. The centre has not confirmed it yet."), *gone, by))
        if item.state is ItemState.RECEIVED:
            return " ".join((self.tr("The centre has the alert; its files are still on their way."), *gone, by))
        if item.state is ItemState.COMPLETE:
            return self.tr("The centre has the alert and every file.") + " " + by
        return f"{reason(item.reason)} {by}" if item.reason else by

    def _gone(self, item: OutboxItem) -> tuple[str, ...]:
        """Say how many bytes of its files have gone, and how long the rest may take at the pace of now."""
        transfer = self._status.transfer
        moving = transfer if transfer is not None and transfer.item_id == item.item_id else None
        done, total = max(item.bytes_sent, moving.done if moving else 0), item.bytes_total
        if not total:
            return ()
        said = self.tr("{done} of {total} sent.").format(done=size(min(done, total)), total=size(total))
        if self._status.files_from is not None and moving is None:
            return (said, self.tr("Files go on from {time}.").format(time=day_time(self._status.files_from)))
        if moving is None or moving.rate <= 0:
            return (said,)
        minutes = (total - done) / moving.rate / MINUTE
        if minutes < 1:
            return (said, self.tr("Less than a minute left."))
        return (said, self.tr("About {minutes} min left.").format(minutes=round(minutes)))

    def _say_alike(self, item: OutboxItem | None) -> None:
        """Name the newest alert that this one may repeat; it opens by its own button."""
        self.alike_button.setVisible(item is not None and bool(item.alike))
        if item is not None and item.alike:
            name(self.alike_button, alike_words(item.alike))

    def _open_alike(self) -> None:
        item = self._item()
        if item is not None and item.alike:
            self.alike_wanted.emit(str(item.alike[0].uid))

    def _open(self) -> None:
        item = self._item()
        if item is not None and _has_receipt(item):
            self.receipt_wanted.emit(str(item.item_id))

    def _emit(self, signal: SignalInstance) -> None:
        item = self._item()
        if item is not None:
            signal.emit(str(item.item_id))


def _has_receipt(item: OutboxItem) -> bool:
    """Tell whether the centre has given a receipt for an item, also where its files were set aside since."""
    return item.state in WITH_RECEIPT or bool(item.record_number)
