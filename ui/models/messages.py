"""Offices one can write to, the recipients of a message, and the messages that were written here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from station_client.domain.message import Delivery, Message, MessageState, Recipient
from station_client.services.addresses import Contact
from ui import theme, words
from ui.language import date_chip, reason, say
from ui.models.snapshots import SnapshotTable

ADDRESS, FOR_EACH = 0, 2  # columns of the recipients: whom, and where it stands for them
WORST_FIRST: Final = (
    Delivery.FAILED,
    Delivery.NOT_KNOWN,
    Delivery.QUEUED,
    Delivery.SENDING,
    Delivery.HANDED_OVER,
    Delivery.DELIVERED,
)


def state_text(message: Message) -> str:
    """Give the one word of where a message stands, with how many recipients it reached."""
    if message.state is not MessageState.AT_CENTRE:
        word = say(words.message_state(message.state))
        return f"{word}: {reason(message.reason)}" if message.reason else word
    states = {one.delivery for one in message.recipients}
    if len(states) == 1:
        return say(words.delivery(states.pop()))
    counts = ((one, sum(each.delivery is one for each in message.recipients)) for one in WORST_FIRST)
    return " · ".join(f"{say(words.delivery(one))} {count}" for one, count in counts if count)


def state_sign(message: Message) -> words.Word:
    """Give the shape of where a message stands: the worst of what became of it."""
    if message.state is not MessageState.AT_CENTRE:
        return words.message_state(message.state)
    states = {one.delivery for one in message.recipients}
    return words.delivery(next((one for one in WORST_FIRST if one in states), Delivery.DELIVERED))


class ContactModel(SnapshotTable[Contact]):
    """Offices with their district and where they are reached."""

    def headings(self) -> tuple[str, ...]:
        """Name the columns."""
        return self.tr("Office"), self.tr("District"), self.tr("Reached at")

    def cell(self, row: Contact, column: int) -> str:
        """Word one cell."""
        return (row.office.name, row.district_name, row.address or self.tr("not in the directory"))[column]

    def identity(self, row: Contact) -> str:
        """Name an office by its code."""
        return str(row.office.code)


class ChosenModel(SnapshotTable[Recipient]):
    """The recipients of the message that is being written."""

    def headings(self) -> tuple[str, ...]:
        """Name the columns."""
        return self.tr("To"), self.tr("Office")

    def cell(self, row: Recipient, column: int) -> str:
        """Word one cell."""
        return (row.address, row.shown)[column]

    def identity(self, row: Recipient) -> str:
        """Name a recipient by the address."""
        return row.address


class RecipientModel(SnapshotTable[Recipient]):
    """What became of a message for each recipient."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """``now`` says what "today" is."""
        super().__init__(parent)
        self._now = now

    def headings(self) -> tuple[str, ...]:
        """Name the columns."""
        return self.tr("To"), self.tr("Office"), self.tr("State"), self.tr("Since"), self.tr("Why")

    def cell(self, row: Recipient, column: int) -> str:
        """Word one cell."""
        since = date_chip(row.at, self._now()) if row.at else ""
        state = say(words.delivery(row.delivery)) if row.at else ""
        return (row.address, row.shown, state, since, reason(row.reason) if row.reason else "")[column]

    def sign(self, row: Recipient, column: int) -> QIcon | None:
        """Show the shape of the state beside its word."""
        if column != FOR_EACH or not row.at:
            return None
        word = words.delivery(row.delivery)
        return theme.icon(word.icon, theme.colours().tone(word.tone))

    def identity(self, row: Recipient) -> str:
        """Name a recipient by the address."""
        return row.address


class SentModel(SnapshotTable[Message]):
    """One row for each message that was written on this PC."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """``now`` says what "today" is."""
        super().__init__(parent)
        self._now = now

    def headings(self) -> tuple[str, ...]:
        """Name the columns."""
        return self.tr("State"), self.tr("Way"), self.tr("To"), self.tr("Subject or text"), self.tr("Queued")

    def cell(self, row: Message, column: int) -> str:
        """Word one cell."""
        first = row.recipients[0].shown or row.recipients[0].address if row.recipients else ""
        to = f"{first} + {len(row.recipients) - 1}" if len(row.recipients) > 1 else first
        text = row.subject or " ".join(row.content.split())
        return (state_text(row), say(words.channel(row.channel)), to, text, date_chip(row.queued_at, self._now()))[
            column
        ]

    def sign(self, row: Message, column: int) -> QIcon | None:
        """Show the shape of the state beside its word."""
        if column:
            return None
        word = state_sign(row)
        return theme.icon(word.icon, theme.colours().tone(word.tone))

    def identity(self, row: Message) -> str:
        """Name a message by its id."""
        return str(row.message_id)
