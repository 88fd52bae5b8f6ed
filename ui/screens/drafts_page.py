"""The drafts of the officer who is signed in, and for who is in charge those of the whole station."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QInputDialog, QMenu, QVBoxLayout, QWidget

from station_client.domain.draft import Draft
from station_client.services.views import KnownOfficer
from ui import theme
from ui.models.drafts import AUTHOR, CATEGORY, NUMBER, TEXT, DraftsModel
from ui.models.snapshots import IDENTITY, SHORTER
from ui.widgets.button import button, label, name
from ui.widgets.discard_question import DiscardQuestion
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_table import RowTable, TableOrEmpty
from ui.widgets.short_word import ShortWord
from ui.widgets.tab_order import back_to


class DraftsPage(QWidget):
    """Open one, begin one, discard one, hand one over; another officer's can only be handed over."""

    opened = Signal(str)
    new_wanted = Signal()
    discarded = Signal(str)
    colleagues_wanted = Signal()
    handed_over = Signal(str, str)
    whole_wanted = Signal(bool)
    more_wanted = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """Build the page empty."""
        super().__init__(parent)
        self.model = DraftsModel(now, self)
        self.table = RowTable(self.model)
        self.table.share((10, 18, 9, 32, 2, 18), wide=3)
        self.table.stay(IDENTITY)
        self.table.setItemDelegateForColumn(CATEGORY, ShortWord(SHORTER, self.table))
        self._login = ""
        self.empty = EmptyState("draft")
        self.open_button = button("primary", "open")
        self.hand_button = button()
        self.theirs = label("quiet")
        self.menu = QMenu(self.hand_button)
        self.discard_button = button("", "remove")
        self.whole, self.more_button = QCheckBox(), button("link")
        self._lay_out()
        self.whole.toggled.connect(self.whole_wanted)
        self.more_button.clicked.connect(self.more_wanted)
        self.table.opened.connect(self._open)
        self.table.row_changed.connect(self._look)
        self.open_button.clicked.connect(self._open)
        self.hand_button.clicked.connect(self.colleagues_wanted)
        self.discard_button.clicked.connect(self._ask)
        self.empty.acted.connect(self.new_wanted)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._ask)
        self.whole.hide()
        self.more_button.hide()
        self._look()

    def show_drafts(self, drafts: Sequence[Draft], login: str = "", *, more: bool = False) -> None:
        """Show the drafts as they are now; ``login`` may open their own, ``more`` wait beyond these."""
        self._login = login
        if not drafts:
            self.menu.close()
        self.more_button.setVisible(more)
        self.table.setColumnHidden(AUTHOR, not self.whole.isChecked())
        self.model.show_rows(drafts)
        self.table.begin()
        self._look()

    def offer(self, colleagues: Sequence[KnownOfficer]) -> None:
        """Open a menu of the officers to whom the chosen draft can be given."""
        draft = self._draft()
        if draft is None:
            return
        self.menu.clear()
        for one in colleagues:
            entry = self.menu.addAction(f"{one.rank} {one.name}".replace("&", "&&"))
            entry.triggered.connect(partial(self._hand, str(draft.draft_id), str(one.login)))
        if not colleagues:
            self.menu.addAction(self.tr("No other officer signs in on this PC")).setEnabled(False)
        self.menu.popup(self.hand_button.mapToGlobal(QPoint(0, -self.menu.sizeHint().height())))

    def ask_login(self) -> None:
        """Ask for the log-in name of who gets the chosen draft, on a PC that lists nobody."""
        draft = self._draft()
        if draft is None:
            return
        asked = QInputDialog(self)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.setWindowTitle(self.tr("Hand over"))
        asked.setLabelText(self.tr("Login name of the officer who gets this draft:"))
        asked.setOkButtonText(self.tr("Hand over"))
        asked.setCancelButtonText(self.tr("Cancel"))
        asked.textValueSelected.connect(partial(self._hand, str(draft.draft_id)))
        asked.open()

    def retranslate(self) -> None:
        """Set every word of the page."""
        self.whole.setText(self.tr("Drafts of the whole &station"))
        name(self.more_button, self.tr("Show o&lder drafts"))
        self.empty.say(self.tr("No draft is waiting to be finished."), self.tr("&Write a new alert"))
        self.table.setAccessibleName(self.tr("Drafts"))
        name(self.open_button, self.tr("O&pen draft"), more=self.tr("Enter"))
        name(self.hand_button, self.tr("&Hand over…"), more=self.tr("Give this draft to another officer of this PC"))
        name(self.discard_button, self.tr("D&iscard draft…"), more=self.tr("Delete"))
        self.theirs.setText(self.tr("Another officer's draft: it can only be handed over."))
        self.model.retranslate()
        self.table.fit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.INSIDE)
        row.addWidget(self.open_button)
        row.addWidget(self.hand_button)
        row.addWidget(self.theirs)
        row.addStretch()
        row.addWidget(self.more_button)
        row.addWidget(self.discard_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.INSIDE, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addWidget(self.whole)
        column.addWidget(TableOrEmpty(self.table, self.empty), 1)
        column.addLayout(row)

    def _draft(self) -> Draft | None:
        chosen = self.table.snapshot()
        return chosen if isinstance(chosen, Draft) else None

    def _look(self) -> None:
        draft = self._draft()
        with back_to(self.table, self.open_button, self.hand_button, self.discard_button):
            self.open_button.setEnabled(self._own(draft))
            self.hand_button.setEnabled(draft is not None)
            self.discard_button.setEnabled(self._own(draft))
        self.theirs.setVisible(draft is not None and not self._own(draft))

    def _own(self, draft: Draft | None) -> bool:
        return draft is not None and (not self._login or str(draft.author) == self._login)

    def _open(self) -> None:
        draft = self._draft()
        if draft is not None and self._own(draft):
            self.opened.emit(str(draft.draft_id))

    def _hand(self, draft_id: str, login: str, *_checked: object) -> None:
        self.handed_over.emit(draft_id, login)

    def _ask(self) -> None:
        draft = self._draft()
        if draft is None or not self._own(draft):
            return
        shown = (self.model.cell(draft, column) for column in (NUMBER, CATEGORY, TEXT))
        question = DiscardQuestion(self, which=" · ".join(filter(None, shown)))
        question.discard.clicked.connect(lambda: self.discarded.emit(str(draft.draft_id)))
        question.open()
