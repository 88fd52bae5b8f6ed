"""The messages that were written on this PC: what became of each for each recipient, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSplitter, QTabWidget, QVBoxLayout, QWidget

from station_client.domain.message import STILL_OURS, Delivery, Message, MessageState
from ui import theme
from ui.language import reason, size, unmarked
from ui.models.messages import FOR_EACH, RecipientModel, SentModel, state_sign
from ui.models.snapshots import IDENTITY
from ui.widgets.button import button, label, name
from ui.widgets.chip import StateChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_table import RowTable, TableOrEmpty


class SentPage(QWidget):
    """A table of messages above the recipients and the text of the chosen one; ``removed`` and ``again`` give an id."""

    removed = Signal(str)
    again = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """Build the page empty."""
        super().__init__(parent)
        self._login, self._changing = "", False
        self.model, self.recipients = SentModel(now, self), RecipientModel(now, self)
        self.table, self.people = RowTable(self.model), RowTable(self.recipients)
        self.table.share((33, 9, 32, 30, 10), wide=3, kept={0})
        self.table.stay(IDENTITY)
        self.people.share((36, 22, 17, 9, 24), wide=4, kept={FOR_EACH})
        self.empty, self._nobody = EmptyState("mail"), EmptyState(small=True)
        self.text = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.chosen = QTabWidget()
        for part in (TableOrEmpty(self.people, self._nobody), self.text):
            self.chosen.addTab(part, "")
        self.chip = StateChip()
        self.sentence = label(wrap=True)
        self.retry, self.remove = button("", "retry"), button("", "remove")
        self._lay_out()
        self.table.row_changed.connect(self._look)
        self.model.dataChanged.connect(self._look)
        self.remove.clicked.connect(lambda: self._emit(self.removed))
        self.retry.clicked.connect(lambda: self._emit(self.again))
        self._look()

    def show_messages(self, messages: Sequence[Message], login: str) -> None:
        """Show the messages as they stand; ``login`` may take out only their own."""
        self._login = login
        self._changing = True  # while rows change none is chosen for a moment; whoever reads one stays where they are
        self.model.show_rows(messages)
        self._changing = False
        self.chosen.setVisible(bool(messages))
        self.table.begin()
        self._look()

    def retranslate(self) -> None:
        """Set every word."""
        self.empty.say(self.tr("No message was written on this PC yet."))
        self._nobody.say(self.tr("Choose a message to see its recipients."))
        self.table.setAccessibleName(self.tr("Messages"))
        self.people.setAccessibleName(self.tr("Recipients"))
        for at, said in enumerate((self.tr("Re&cipients"), self.tr("&What it says"))):
            self.chosen.setTabText(at, said)
        self.text.setAccessibleName(unmarked(self.chosen.tabText(1)))
        for part in (self.chosen, self.chosen.tabBar()):
            part.setAccessibleName(self.tr("The chosen message"))
        name(self.remove, self.tr("Take &out"), more=self.tr("It never left this PC, or the centre refused it"))
        name(self.retry, self.tr("&Try again"))
        for model, table in ((self.model, self.table), (self.recipients, self.people)):
            model.retranslate()
            table.fit()
        self._look()

    def _lay_out(self) -> None:
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(TableOrEmpty(self.table, self.empty))
        self.chosen.hide()  # there is no choosing before there is a message
        both.addWidget(self.chosen)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        about = QHBoxLayout()
        about.setSpacing(theme.BETWEEN)
        about.addWidget(self.chip)
        about.addWidget(self.sentence, 1)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.INSIDE)
        deeds.addWidget(self.retry)
        deeds.addWidget(self.remove)
        deeds.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.INSIDE, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addWidget(both, 1)
        column.addLayout(about)
        column.addLayout(deeds)

    def _message(self) -> Message | None:
        chosen = self.table.snapshot()
        return chosen if isinstance(chosen, Message) else None

    def _look(self) -> None:
        if self._changing:
            return
        message = self._message()
        self.recipients.show_rows(message.recipients if message else ())
        said = self._said(message) if message else ""
        if said != self.text.toPlainText():
            self.text.setPlainText(said)
        state = message.state if message is not None and message.author == self._login else None
        self.remove.setEnabled(state in STILL_OURS)
        self.retry.setEnabled(state is MessageState.REFUSED)
        self.chip.setVisible(message is not None)
        self.sentence.setText(self._sentence(message) if message else "")
        if message is not None:
            self.chip.set_word(state_sign(message))

    def _said(self, message: Message) -> str:
        """Give the message as it was queued: its subject, its text, the names of its files, who wrote it."""
        files = "\n".join(f"{one.name} ({size(one.size)})" for one in message.files)
        parts = (
            message.subject,
            message.content,
            f"{self.tr('Attachments')}:\n{files}" if files else "",
            self.tr("Written by {login}").format(login=message.author),
        )
        return "\n\n".join(filter(None, parts))

    def _sentence(self, message: Message) -> str:
        """Say in whole words where the message stands and what comes next."""
        if message.state is MessageState.QUEUED:
            return self.tr("Still on this PC only. It goes to the centre when there is a line.")
        if message.state is MessageState.SENDING:
            return self.tr("On its way to the centre, which has not confirmed it yet.")
        return reason(message.reason) if message.state is MessageState.REFUSED else self._at_centre(message)

    def _at_centre(self, message: Message) -> str:
        if message.missing:
            return self.tr("The centre has the message; its attachments are still on their way.")
        states = {one.delivery for one in message.recipients}
        if Delivery.FAILED in states:
            return self.tr(
                "It did not reach everyone: the list above says whom, and why. State IT can have it sent to them again."
            )
        if Delivery.NOT_KNOWN in states:
            return self.tr("For some it is not known whether it went out. It is not repeated by itself: ask them.")
        if Delivery.HANDED_OVER in states:
            return self.tr("Handed over means: taken by the mail server or the network. Only “Delivered” is arrival.")
        return self.tr("The centre has the message and passes it on.") if states != {Delivery.DELIVERED} else ""

    def _emit(self, signal: SignalInstance) -> None:
        message = self._message()
        if message is not None:
            signal.emit(str(message.message_id))
