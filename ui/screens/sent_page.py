"""The messages that were written on this PC, and what became of each for each recipient."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from station_client.domain.message import STILL_OURS, Delivery, Message, MessageState
from ui import theme
from ui.language import reason
from ui.models.messages import FOR_EACH, RecipientModel, SentModel, state_sign
from ui.widgets.button import button, label, name
from ui.widgets.chip import StateChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_table import RowTable, TableOrEmpty


class SentPage(QWidget):
    """A table of messages above the recipients of the chosen one; ``removed`` and ``again`` give an id."""

    removed = Signal(str)
    again = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """Build the page empty."""
        super().__init__(parent)
        self._login = ""
        self.model, self.recipients = SentModel(now, self), RecipientModel(now, self)
        self.table, self.people = RowTable(self.model), RowTable(self.recipients)
        self.table.share((33, 9, 32, 30, 10), wide=3, kept={0})
        self.people.share((36, 22, 17, 9, 24), wide=4, kept={FOR_EACH})
        self.empty, self._nobody = EmptyState("mail"), EmptyState(small=True)
        self.chip = StateChip()
        self.sentence = label(wrap=True)
        self.retry, self.remove = button("", "retry"), button("", "remove")
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(TableOrEmpty(self.table, self.empty))
        self._whom = TableOrEmpty(self.people, self._nobody)
        self._whom.hide()  # there is no choosing before there is a message
        both.addWidget(self._whom)
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
        self.table.row_changed.connect(self._look)
        self.model.dataChanged.connect(self._look)
        self.remove.clicked.connect(lambda: self._emit(self.removed))
        self.retry.clicked.connect(lambda: self._emit(self.again))
        self._look()

    def show_messages(self, messages: Sequence[Message], login: str) -> None:
        """Show the messages as they stand; ``login`` may take out only their own."""
        self._login = login
        self.model.show_rows(messages)
        self._whom.setVisible(bool(messages))
        self.table.begin()
        self._look()

    def retranslate(self) -> None:
        """Set every word."""
        self.empty.say(self.tr("No message was written on this PC yet."))
        self._nobody.say(self.tr("Choose a message to see its recipients."))
        self.table.setAccessibleName(self.tr("Messages"))
        self.people.setAccessibleName(self.tr("Recipients"))
        name(self.remove, self.tr("Take &out"), more=self.tr("It never left this PC, or the centre refused it"))
        name(self.retry, self.tr("&Try again"))
        for model, table in ((self.model, self.table), (self.recipients, self.people)):
            model.retranslate()
            table.fit()
        self._look()

    def _message(self) -> Message | None:
        chosen = self.table.snapshot()
        return chosen if isinstance(chosen, Message) else None

    def _look(self) -> None:
        message = self._message()
        self.recipients.show_rows(message.recipients if message else ())
        state = message.state if message is not None and message.author == self._login else None
        self.remove.setEnabled(state in STILL_OURS)
        self.retry.setEnabled(state is MessageState.REFUSED)
        self.chip.setVisible(message is not None)
        self.sentence.setText(self._sentence(message) if message else "")
        if message is not None:
            self.chip.set_word(state_sign(message))

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
            return self.tr("It did not reach everyone: the list above says whom, and why.")
        if Delivery.NOT_KNOWN in states:
            return self.tr("For some it is not known whether it went out. It is not repeated by itself: ask them.")
        if Delivery.HANDED_OVER in states:
            return self.tr("Handed over means: taken by the mail server or the network. Only “Delivered” is arrival.")
        return self.tr("The centre has the message and passes it on.") if states != {Delivery.DELIVERED} else ""

    def _emit(self, signal: SignalInstance) -> None:
        message = self._message()
        if message is not None:
            signal.emit(str(message.message_id))
