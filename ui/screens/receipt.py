"""The centre's receipt for one alert: its record number, its time, and the hash of each file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFormLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_client.domain.ids import ItemId
from station_client.domain.outbox import ItemState, Receipt
from station_client.errors import NotInCopyError, StationError
from station_client.events import Part
from station_client.services.verbs import Verbs
from station_client.services.views import HashReport, PaperReceipt
from ui import theme, words
from ui.bridge import Bridge
from ui.language import day_time, fir_or_gd, phrase_of
from ui.models.files import HASH, NAME, FilesModel
from ui.models.outbox import alike_words
from ui.printing.hash_report_pdf import draw_hashes
from ui.printing.receipt_pdf import draw_receipt, save_receipt
from ui.screens.printer import occasion_of, preview
from ui.screens.screen import Screen
from ui.widgets.button import button, label, name
from ui.widgets.chip import StateChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.freshness import Freshness
from ui.widgets.row_table import RowTable, TableOrEmpty

ROWS = ("record", "earlier", "received", "complete", "until", "centre", "signed", "author", "about", "alike", "uid")

T = TypeVar("T")


class ReceiptScreen(Screen):
    """Shows one receipt and prints it."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the screen empty; ``show_one`` names the item."""
        super().__init__(verbs, bridge, parent)
        self._item_id = ItemId("")
        self._paper: PaperReceipt | None = None
        self._missing: StationError | None = None
        self._hashing = False
        self._dialog: QFileDialog | None = None
        self.chip = StateChip()
        self.values = {row: label(wrap=True) for row in ROWS}
        self._labels = {row: label("quiet") for row in ROWS}
        self.model = FilesModel(self)
        self.table = RowTable(self.model)
        self.table.share((16, 9, 64), wide=NAME, whole=HASH)
        self._no_files = EmptyState(small=True)
        self.empty = EmptyState("receipt")
        self.print_button, self.pdf_button = button("primary", "print"), button("", "export")
        self.hashes_button, self.alert_button = button("", "print"), button("", "open")
        self._body = QWidget()
        self._lay_out()
        self.print_button.clicked.connect(self._preview)
        self.pdf_button.clicked.connect(self._ask_path)
        self.hashes_button.clicked.connect(self._preview_hashes)
        self.alert_button.clicked.connect(self._open)
        self.empty.acted.connect(self._act)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._preview)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self._ask_path)
        bridge.store_changed.connect(self._store_changed)
        self.retranslate()

    def title(self) -> str:
        """Name the window."""
        return self.tr("Receipt")

    def show_one(self, key: str) -> None:
        """Show the receipt of the item ``key``."""
        self._item_id = ItemId(key)
        outbox, alerts, item_id = self.verbs.outbox, self.verbs.alerts, self._item_id

        def ask() -> PaperReceipt:
            paper = PaperReceipt(outbox.receipt(item_id), outbox.one(item_id))
            try:
                return replace(paper, counts_until=alerts.view(paper.receipt.alert_uid).alert.expires_at)
            except NotInCopyError:  # the feed has not brought it back yet
                return paper

        self._ask_to_show(ask, self._show, self._failed, lane="receipt")

    def sleep(self) -> None:
        """Show nothing of a case."""
        self._paper = self._missing = None
        self._look()

    def print_to(self, path: Path) -> None:
        """Save the receipt as a PDF of one page."""
        if self._paper is None:
            return
        outbox, item_id, occasion = self.verbs.outbox, self._item_id, occasion_of(self.verbs)
        work = lambda: save_receipt(outbox.for_paper(item_id), path, occasion)  # noqa: E731 one deed
        self.bridge.run(work, partial(self._printed, path), self._not_printed, lane="desk")

    def retranslate(self) -> None:
        """Set every word of the window."""
        titles = {
            "record": self.tr("Record number"),
            "earlier": self.tr("Earlier numbers"),
            "received": self.tr("Received by the centre"),
            "complete": self.tr("All files verified"),
            "until": self.tr("Counts until"),
            "centre": self.tr("Centre"),
            "signed": self.tr("Signature"),
            "author": self.tr("Written by"),
            "about": self.tr("FIR or GD number"),
            "alike": self.tr("Similar alert"),
            "uid": self.tr("Alert id"),
        }
        for row, title in titles.items():
            self._labels[row].setText(title)
        self.table.setAccessibleName(self.tr("Files with their hashes"))
        self._no_files.say(self.tr("No files were attached."))
        name(self.print_button, self.tr("&Print…"), more=self.tr("Ctrl+P"))
        name(self.pdf_button, self.tr("Save as P&DF…"), more=self.tr("Ctrl+S"))
        enclosed = self.tr("SHA-256, SHA-1 and MD5 of each file, for the certificate under BSA section 63(4)")
        name(self.hashes_button, self.tr("&Hash report…"), more=enclosed)
        name(self.alert_button, self.tr("&Open alert"))
        self.model.retranslate()
        self._look()

    def _lay_out(self) -> None:
        card = QFrame()
        theme.mark(card, role="surface")
        form = self._form = QFormLayout(card)
        form.setContentsMargins(*theme.PAGE)
        form.setHorizontalSpacing(theme.AROUND)
        form.setVerticalSpacing(theme.GRID)
        for row in ROWS:
            value: QLabel = self.values[row]
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            form.addRow(self._labels[row], value)
        theme.mark(self.values["record"], role="title")
        foot = QHBoxLayout()
        foot.addWidget(self.print_button)
        foot.addWidget(self.pdf_button)
        foot.addWidget(self.hashes_button)
        foot.addWidget(self.alert_button)
        foot.addStretch()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.BETWEEN)
        head = QHBoxLayout()
        head.addWidget(self.chip)
        head.addStretch()
        head.addWidget(Freshness(self.verbs, self.bridge))
        inside.addLayout(head)
        inside.addWidget(card)
        inside.addWidget(TableOrEmpty(self.table, self._no_files), 1)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(*theme.PAGE)
        column.addWidget(self._body, 1)
        column.addWidget(self.empty, 1)

    def _show(self, paper: PaperReceipt) -> None:
        self._paper, self._missing = paper, None
        self._look()
        self.stand(self.print_button)

    def _failed(self, error: StationError) -> None:
        self._paper, self._missing = None, error
        self._look()
        self.stand()

    def _act(self) -> None:
        """Do the one thing that may bring the receipt: the sync, or another look."""
        if isinstance(self._missing, NotInCopyError):
            self.verbs.sync.sync_now()
        else:
            self.show_one(self._item_id)

    def _say_none(self) -> None:
        if self._missing is None:
            self.empty.say(self.tr("Opening…"))
        elif isinstance(self._missing, NotInCopyError):
            waits = self.tr("The centre has not confirmed this alert yet. It waits on this PC.")
            self.empty.say(waits, self.tr("S&ync now"))
        else:
            self.empty.say(str(phrase_of(self._missing)), self.tr("&Try again"))

    def _look(self) -> None:
        paper = self._paper
        self._body.setVisible(paper is not None)
        self.empty.setVisible(paper is None)
        if paper is None:
            self._say_none()
            self.model.show_rows(())
            return
        receipt, item = paper.receipt, paper.item
        under_way = receipt.complete_at is None
        state = words.item_state(ItemState.RECEIVED if under_way else ItemState.COMPLETE)
        self.chip.set_word(state)
        shown = {
            "record": f"№ {receipt.record_number}",
            "earlier": self.tr("{numbers}: given before the centre restored its records").format(
                numbers=", ".join(f"№ {one}" for one in receipt.earlier)
            ),
            "received": day_time(receipt.received_at),
            "complete": day_time(receipt.complete_at) if receipt.complete_at else self.tr("files are still under way"),
            "centre": receipt.centre,
            "signed": self._signature(receipt),
            "author": f"{item.author_shown} ({receipt.author})",
            "until": day_time(paper.counts_until) if paper.counts_until else "",
            "about": item.fir_shown or fir_or_gd("", item.gd_number),
            "alike": alike_words(item.alike) if item.alike else "",
            "uid": str(receipt.alert_uid),
        }
        for row, text in shown.items():
            self.values[row].setText(text)
            self.values[row].setAccessibleName(f"{self._labels[row].text()}: {text}")
        self._form.setRowVisible(self.values["earlier"], bool(receipt.earlier))
        for row in ("alike", "until"):
            self._form.setRowVisible(self.values[row], bool(shown[row]))
        self.model.show_rows(receipt.files)
        self.hashes_button.setVisible(bool(item.files))

    def _signature(self, receipt: Receipt) -> str:
        """Say whose word this is; what is kept was proved before it was kept."""
        if not receipt.signature:
            return self.tr("not signed by the centre")
        return self.tr("✓ signed by the centre, key {key}").format(key=receipt.key_id)

    def _store_changed(self, parts: frozenset[Part]) -> None:
        if Part.RECEIPTS in parts and self._item_id and self.isVisible():
            self.show_one(self._item_id)

    def _open(self) -> None:
        if self._paper is not None:
            self.open_alert.emit(str(self._paper.receipt.alert_uid))

    def _preview(self) -> None:
        """Show the page before it is printed; that it is leaves a trace first."""
        if self._paper is None:
            return
        occasion = occasion_of(self.verbs)

        def show(paper: PaperReceipt) -> None:
            preview(partial(draw_receipt, paper, occasion=occasion), self.title(), self)

        work = partial(self.verbs.outbox.for_paper, self._item_id)
        self.bridge.run(work, partial(self._hear, show), self._not_printed, lane="desk")

    def _preview_hashes(self) -> None:
        """Show the hash report before it is printed; its files are read again first, which may take a moment."""
        if self._hashing:  # it leaves a trace each time
            return
        self._hashing, occasion = True, occasion_of(self.verbs)

        def show(report: HashReport) -> None:
            preview(partial(draw_hashes, report, occasion=occasion), self.tr("Hash report"), self)

        work = partial(self.verbs.hashing.for_paper, self._item_id)
        self.bridge.run(work, partial(self._hashed, show), partial(self._hashed, self._not_printed), lane="hashes")

    def _hashed(self, tell: Callable[[T], None], answer: T) -> None:
        self._hashing = False
        self._hear(tell, answer)

    def _ask_path(self) -> None:
        if self._paper is None:
            return
        self._dialog = QFileDialog(self, self.tr("Save as PDF"))
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.setNameFilter(self.tr("PDF document (*.pdf)"))
        self._dialog.setDefaultSuffix("pdf")
        self._dialog.selectFile(f"receipt-{self._paper.receipt.record_number}.pdf")
        self._dialog.fileSelected.connect(lambda path: self.print_to(Path(path)))
        self._dialog.open()

    def _printed(self, path: Path, _pages: int) -> None:
        self.notice.emit("good", self.tr("Saved as {name}.").format(name=path.name))

    def _not_printed(self, error: StationError) -> None:
        self.notice.emit("warning", str(phrase_of(error)))
