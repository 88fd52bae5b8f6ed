"""Messages to other offices: handed to the centre like alerts, and what became of each brought back.

A message that got no answer is *not known* and is repeated as it was, under its own id; the centre keeps it once.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import BinaryIO, Final, cast

from station_client.domain.ids import ItemId, Sha256
from station_client.domain.message import FINAL, Delivery, Message, MessageState
from station_client.domain.sms import Template
from station_client.errors import AnswerError, CentreFaultError, RefusalError, StoreError
from station_client.events import Part
from station_client.store.desk.messages import CURSOR, TEMPLATES_VERSION
from sync.errand import Errand
from sync.files.sealed_body import SealedBody, UnreadableError
from sync.mapping.items import tellable
from sync.mapping.records import known
from sync.mapping.refusals import error_of
from sync.protocol.bounds import MOST_SKEW
from sync.protocol.codes import BATCH_ITEMS, Code, Outcome
from sync.protocol.messages import FileClaim, Refusal
from sync.protocol.outgoing import MessageAnswer, MessageBatch, MessageItem, MessagePage, MessageRecord
from sync.protocol.slices import FileAsked, Have, SliceAnswer
from sync.push import NEVER_LEFT

_log = logging.getLogger(__name__)
ON_ITS_WAY = frozenset({MessageState.QUEUED, MessageState.SENDING})
ASKED: Final = "messages-asked"
DAYS: Final = timedelta(days=7)
EVERY: Final = timedelta(hours=1)
PIECE: Final = 256 * 1024
FOR_GOOD = frozenset({Code.NOT_UNDERSTOOD, Code.TOO_LARGE})


class Messages:
    """One round's work with messages, for one officer's session."""

    def __init__(self, errand: Errand) -> None:
        """Work for one officer's session."""
        self._errand = errand
        self._desk = errand.stores.desk

    def run(self, *, files: bool = True) -> None:
        """Hand over what waits, send the files that are missing, and bring back what became of the others.

        ``files`` False: it is not the State's hour for them. A centre that has no such path yet is left alone.
        Raises ``LineError``, ``RefusalError``, ``StoreError``.
        """
        try:
            self._hand_over(files=files)
            if self._is_time():
                self._bring_back()
        except RefusalError as no:
            if no.reason != Code.NOT_FOUND:
                raise
            _log.info("this centre takes no messages")

    def _hand_over(self, *, files: bool) -> None:
        waiting = [one for one in self._desk.messages.all() if one.waits]
        for start in range(0, len(waiting), BATCH_ITEMS):
            self._errand.check()
            for one in self._told(waiting[start : start + BATCH_ITEMS]):
                if files:
                    self._send_files(one)

    def _told(self, batch: Sequence[Message]) -> list[Message]:
        """Hand a batch over; where the centre cannot take it whole, one by one, so that one blocks no other."""
        try:
            return self._tell(batch)
        except RefusalError as no:
            if no.reason not in FOR_GOOD:
                raise
            if len(batch) == 1:
                self._keep(replace(batch[0], state=MessageState.REFUSED, reason=Code.NOT_UNDERSTOOD.value))
                return []
        return [told for one in batch for told in self._told([one])]

    def _tell(self, batch: Sequence[Message]) -> list[Message]:
        begun = [replace(one, state=MessageState.SENDING) if one.state in ON_ITS_WAY else one for one in batch]
        sent = {one.message_id: one for one in begun if self._keep(one)}
        if not sent:
            return []
        wire = MessageBatch(items=tuple(item_of(one) for one in sent.values()))
        try:
            answers = self._errand.ask(partial(self._errand.transport.messages, batch=wire)).answers
        except NEVER_LEFT:
            for one in batch:
                if one.message_id in sent:
                    self._keep(one)  # as it stood before: what was not known stays so
            raise
        missing = [self._take(sent[ItemId(one.message_id)], one) for one in answers if ItemId(one.message_id) in sent]
        if len(missing) < len(sent):
            raise AnswerError(f"{len(sent) - len(missing)} messages were not answered")
        return [one for one in missing if one.missing]

    def _take(self, message: Message, answer: MessageAnswer) -> Message:
        if answer.outcome == Outcome.REFUSED:
            kept = replace(message, state=MessageState.REFUSED, reason=answer.reason, missing=())
        else:
            kept = replace(message, state=MessageState.AT_CENTRE, reason="", missing=tuple(answer.missing))
        self._keep(kept)
        return kept

    def _send_files(self, message: Message) -> None:
        """Send what the centre lacks of a message, file by file; after a cut it goes on where it was."""
        try:
            for file in message.files:
                if file.sha256 in message.missing:
                    self._send_file(file.sha256, file.size)
        except (UnreadableError, StoreError):
            self._keep(replace(message, state=MessageState.REFUSED, reason="unreadable"))
        except CentreFaultError:
            raise
        except RefusalError as no:
            if no.reason not in {Code.HASH_MISMATCH, *FOR_GOOD}:
                raise
            self._keep(replace(message, state=MessageState.REFUSED, reason="files"))
        else:
            self._keep(replace(message, missing=()))

    def _send_file(self, sha256: Sha256, size: int) -> None:
        asked = Have(files=(FileAsked(sha256=sha256, size=size),))
        held = self._errand.ask(partial(self._errand.transport.have, ask=asked)).files
        if [(one.sha256, one.size) for one in held] != [(sha256, size)]:
            raise AnswerError("the centre told of another file than it was asked about")
        if held[0].refused:
            raise error_of(Refusal(code=held[0].refused, detail="asked what is missing"))
        for first, last in held[0].missing:
            for offset in range(first, last, PIECE):
                self._errand.check()
                self._errand.ask(partial(self._put, sha256, size, offset, min(PIECE, last - offset)))

    def _put(self, sha256: Sha256, size: int, offset: int, length: int, access: str) -> SliceAnswer:
        with self._errand.stores.blobs.open(sha256) as sealed:
            return self._errand.transport.put_slice(
                access,
                sha256=sha256,
                size=size,
                offset=offset,
                length=length,
                body=cast("BinaryIO", SealedBody(sealed, offset)),  # as much of a file as a line uses
                progress=lambda _sent: self._errand.check(),
            )

    def _bring_back(self) -> None:
        """Ask what changed; a centre that was restored is asked from the start."""
        more = True
        while more:
            self._errand.check()
            page: MessagePage = self._errand.ask(partial(self._errand.transport.message_states, since=self._cursor()))
            changed = [self._learn(one) for one in page.messages]
            if page.more and page.cursor <= page.since:
                raise AnswerError("a page of messages that does not move")
            self._desk.settings.put(CURSOR, str(page.cursor))
            if any(changed):
                self._errand.tell(Part.MESSAGES)
            more = page.more
        if str(page.templates) != (self._desk.settings.get(TEMPLATES_VERSION) or "0"):
            self._learn_templates()

    def _learn(self, record: MessageRecord) -> bool:
        message = self._desk.messages.one(ItemId(record.message_id))
        if message is None:
            return False
        said = {one.address: one for one in record.recipients}
        recipients = tuple(
            replace(one, delivery=known(Delivery, word.state) or Delivery.SENDING, reason=word.reason, at=word.at)
            if (word := said.get(one.address))
            else one
            for one in message.recipients
        )
        at_centre = replace(message, recipients=recipients, state=MessageState.AT_CENTRE)
        return at_centre != message and self._keep(at_centre)

    def _learn_templates(self) -> None:
        listed = self._errand.ask(self._errand.transport.templates)
        templates = tuple(Template(one.template_id, one.name, one.text, one.language) for one in listed.templates)
        self._desk.messages.put_templates(templates, listed.version)
        self._errand.tell(Part.MESSAGES)

    def _is_time(self) -> bool:
        """Ask while something is open, and once an hour for the list of templates."""
        now = self._errand.clock.now()
        said = self._desk.settings.get(ASKED)
        late = said is None or abs(now - datetime.fromisoformat(said)) > EVERY
        if late:
            self._desk.settings.put(ASKED, now.isoformat())
        return late or some_open(self._errand)

    def _cursor(self) -> int:
        kept = self._desk.settings.get(CURSOR) or "0"
        return int(kept) if kept.isdecimal() else 0

    def _keep(self, message: Message) -> bool:
        """Keep where a message stands, unless its officer took it out meanwhile."""
        there = self._desk.messages.update(message, expected=frozenset(MessageState))
        self._errand.tell(Part.MESSAGES)
        return there


def some_open(errand: Errand) -> bool:
    """Tell whether of some message it is not known yet what became of it."""
    now = errand.clock.now()
    return any(_is_open(one, now) for one in errand.stores.desk.messages.all())


def _is_open(message: Message, now: datetime) -> bool:
    """Tell whether more may become known of a message: a network's word comes within days, or never."""
    on_its_way = message.state in {MessageState.SENDING, MessageState.AT_CENTRE} and now - message.queued_at < DAYS
    return on_its_way and any(one.delivery not in FINAL for one in message.recipients)


def item_of(message: Message) -> MessageItem:
    """Write a message as the wire carries it."""
    return MessageItem(
        message_id=message.message_id,
        author=message.author,
        channel=message.channel,
        recipients=tuple(one.address for one in message.recipients),
        content=message.content,
        written_at=tellable(message.queued_at),
        skew_seconds=min(max(message.skew_seconds, -MOST_SKEW), MOST_SKEW),
        subject=message.subject,
        template_id=message.template_id,
        variables=message.variables,
        files=tuple(FileClaim(sha256=one.sha256, size=one.size, name=one.name, kind=one.kind) for one in message.files),
    )
