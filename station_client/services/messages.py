"""Writing to other offices by e-mail and short message: queued here, passed on by the centre."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from station_client.domain.attachment import Attachment
from station_client.domain.fir_number import named_in
from station_client.domain.ids import ItemId, uuid7
from station_client.domain.message import Message, MessageState
from station_client.domain.messaging import Sketch, problems, text_of, to_message
from station_client.domain.office import Officer
from station_client.domain.reasons import Field, Reason
from station_client.domain.redaction import wording_hidden, wordings
from station_client.domain.sms import Template
from station_client.errors import DraftIncompleteError, InputError, NotInCopyError, Problem
from station_client.events import Part, StoreChanged
from station_client.security.cipher import random_bytes
from station_client.services.attaching import Attaching
from station_client.services.deeds import Deed
from station_client.services.kept_drafts import ID_RANDOM, WritingDoors
from station_client.services.presence import Opened
from station_client.services.station import Station
from station_client.store.replica.replica import Replica


class Messages:
    """The messages of this officer; who is in charge of the office sees all of the office's."""

    def __init__(self, doors: WritingDoors) -> None:
        """Write as whoever is signed in."""
        self._doors = doors
        self._attaching = Attaching(doors.limits, doors.inspect)

    def templates(self) -> tuple[Template, ...]:
        """Give the registered texts of short messages, as the centre last listed them."""
        return self._doors.presence.stores().desk.messages.templates

    def problems(self, sketch: Sketch) -> tuple[Problem, ...]:
        """Name everything that keeps the message from being queued."""
        with self._doors.presence.at_work() as opened:
            return self._problems(opened, sketch)

    def attach(self, path: Path, beside: tuple[Attachment, ...]) -> Attachment:
        """Inspect and seal a file for a message. Raises ``AttachmentRefusedError``, ``DiskFullError``."""
        with self._doors.presence.at_work() as opened:
            self._attaching.check_room(path.name, beside)
            name, data = self._attaching.read(path)
            found = self._attaching.inspected(name, data)
            return self._attaching.sealed(opened.stores.blobs, name, data, found=found, beside=beside)

    def send(self, sketch: Sketch) -> Message:
        """Queue a message on this PC; it goes to the centre as soon as there is a line.

        Raises ``DraftIncompleteError`` with every problem.
        """
        message_id = ItemId(uuid7(self._doors.clock.now(), random_bytes(ID_RANDOM)))
        with self._doors.presence.at_work() as opened:
            if found := self._problems(opened, sketch):
                raise DraftIncompleteError(found)
            trace = self._doors.audit.trace(opened, Deed.MESSAGE_QUEUED, message_id)
            officer = opened.who.officer
            message = to_message(sketch, officer, message_id=message_id, now=trace.at, skew_seconds=trace.skew_seconds)
            opened.stores.desk.messages.add(message, trace)
        try:
            self._tell()
        finally:
            self._doors.sync.sync_now()
        return message

    def all(self) -> tuple[Message, ...]:
        """Give the messages that this officer may see, last queued first."""
        with self._doors.presence.at_work() as opened:
            station = Station(opened.who.officer, opened.stores.desk.settings)
            return tuple(one for one in reversed(opened.stores.desk.messages.all()) if station.sees(one.author))

    def again(self, message_id: ItemId) -> None:
        """Queue a message that the centre refused again, as it is: an hour's limit ends, a way out is opened.

        Raises ``InputError`` where it stands otherwise or is another officer's, ``NotInCopyError``.
        """
        with self._doors.presence.at_work() as opened:
            message = _own(opened, message_id)
            trace = self._doors.audit.trace(opened, Deed.RETRIED, message_id)
            queued = replace(message, state=MessageState.QUEUED, reason="")
            if not opened.stores.desk.messages.update(queued, expected={MessageState.REFUSED}, trace=trace):
                raise InputError(Field.RECIPIENTS, Reason.ALREADY_SENT)
        try:
            self._tell()
        finally:
            self._doors.sync.sync_now()

    def remove(self, message_id: ItemId) -> Message:
        """Take out a message that never left this PC, or that the centre refused.

        Raises ``InputError`` where it is under way or another officer's, ``NotInCopyError``.
        """
        with self._doors.presence.at_work() as opened:
            message = _own(opened, message_id)
            trace = self._doors.audit.trace(opened, Deed.MESSAGE_REMOVED, message_id)
            opened.stores.desk.messages.remove(message_id, trace)
        self._tell()
        return message

    def _problems(self, opened: Opened, sketch: Sketch) -> tuple[Problem, ...]:
        officer = opened.who.officer
        found = problems(sketch, officer.rights, self._doors.limits)
        named = _names_victim(opened.stores.replica, sketch, officer)
        return (*found, Problem(Field.CONTENT, Reason.VICTIM_NAMED)) if named else found

    def _tell(self) -> None:
        self._doors.bus.tell(StoreChanged(frozenset({Part.MESSAGES})))


def _own(opened: Opened, message_id: ItemId) -> Message:
    """Give a message of the officer who acts."""
    message = opened.stores.desk.messages.one(message_id)
    if message is None:
        raise NotInCopyError("message")
    if message.author != opened.who.officer.login:
        raise InputError(Field.RECIPIENTS, Reason.OTHER_AUTHOR)
    return message


def _names_victim(replica: Replica, sketch: Sketch, officer: Officer) -> bool:
    """Tell whether the text gives away the protected victim of a FIR that it names, as far as this copy knows."""
    text = f"{sketch.subject}\n{text_of(sketch)}"
    firs = (replica.firs.one(key) for key in named_in(text, officer.office.code))
    protected = (fir for fir in firs if fir is not None and fir.victim_protected)
    return any(wording_hidden(text, wordings(fir.form.complainant)) for fir in protected)
