"""Messages as they come in: each judged alone, kept once, answered the same for ever; and their states going back."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import replace
from datetime import timedelta

import msgspec

from central.accounts import Accounts
from central.blobs import agrees
from central.entitlement import is_withheld, may_have_file
from central.errors import Refused
from central.judging import is_moment
from central.messages.gateway import report_of
from central.messages.holding import names_victim
from central.messages.judging import Rules, masked, reason_against
from central.messages.postman import take_report
from central.messages.ways import channels
from central.rights import Account, Actor, is_name
from central.settings import Settings
from central.store.items import ItemFile
from central.store.messages import Letter
from central.store.unit import Store, Unit
from station_client.clock import Clock
from station_client.domain.attachment import harmless_name
from station_client.domain.ids import is_uuid7
from sync.protocol.codes import BATCH_ITEMS, Code, Outcome
from sync.protocol.messages import FileClaim
from sync.protocol.outgoing import (
    STATES_ROWS,
    MessageAnswer,
    MessageAnswers,
    MessageBatch,
    MessageItem,
    MessagePage,
    MessageReason,
    MessageRecord,
    RecipientRecord,
    TemplateList,
    TemplateRecord,
)

HOUR = timedelta(hours=1)


class MessageDesk:
    """What a station can ask about messages. Every verb may raise ``Refused``; ``access`` is an access token."""

    def __init__(self, store: Store, clock: Clock, accounts: Accounts, settings: Settings) -> None:
        """Keep what comes in ``store``; ``settings`` say which ways out there are."""
        self._store = store
        self._clock = clock
        self._accounts = accounts
        self._channels = channels(settings)
        self._report_key = settings.sms_report_key
        self._most, self._most_of_office = settings.recipients_an_hour, settings.recipients_an_hour_of_office

    def take(self, access: str, batch: MessageBatch) -> MessageAnswers:
        """Answer each message of a batch; a refused one does not touch the rest."""
        actor = self._accounts.actor(access)
        if len(batch.items) > BATCH_ITEMS:
            raise Refused(Code.TOO_LARGE, f"a batch has {BATCH_ITEMS} messages at the most")
        for one in batch.items:
            if not is_uuid7(one.message_id) or not is_moment(one.written_at):
                raise Refused(Code.NOT_UNDERSTOOD, "message_id is not a UUIDv7, or written_at cannot be")
        with self._store.write() as unit:
            answers = tuple(self._answer(unit, actor, one) for one in batch.items)
        return MessageAnswers(answers=answers, server_time=self._clock.now())

    def states(self, access: str, since: int) -> MessagePage:
        """Tell what changed of the messages that were written on this machine."""
        actor = self._accounts.actor(access)
        with self._store.read() as unit:
            head, templates = unit.messages.head(), unit.templates.version()
            if since > head:
                return MessagePage(since=since, cursor=0, head=head, more=False, templates=templates, messages=())
            letters = unit.messages.changed_of(actor.machine_id, since, STATES_ROWS + 1)
            more = len(letters) > STATES_ROWS
            told = letters[:STATES_ROWS]
            records = tuple(_record(unit, one) for one in told)
        cursor = told[-1].sequence if more else head
        return MessagePage(since=since, cursor=cursor, head=head, more=more, templates=templates, messages=records)

    def templates(self, access: str) -> TemplateList:
        """Give the templates that a short message may be made of."""
        self._accounts.actor(access)
        with self._store.read() as unit:
            listed = tuple(
                TemplateRecord(template_id=one.template_id, name=one.name, text=one.text, language=one.language)
                for one in unit.templates.usable()
            )
            return TemplateList(version=unit.templates.version(), templates=listed)

    def agree(self, key: str) -> None:
        """Let in the provider who shows the agreed key, before anything else of a report is looked at."""
        if not self._report_key or not hmac.compare_digest(key.encode(), self._report_key.encode()):
            raise Refused(Code.NOT_ENTITLED, "the key is not the agreed one")

    def reported(self, reference: str, status: str) -> None:
        """Take a provider's word about a message that it was given under ``reference``."""
        report = report_of(reference, status)
        if report is not None:
            with self._store.write() as unit:
                take_report(unit, report, self._clock.now())

    def _answer(self, unit: Unit, actor: Actor, sent: MessageItem) -> MessageAnswer:
        before = unit.messages.one(sent.message_id)
        if before is not None:
            if before.content_hash != content_hash(sent) or before.machine_id != actor.machine_id:
                return self._refuse(unit, actor, sent, MessageReason.ID_REUSED)
            return _received(unit, before)
        author = unit.officers.one(sent.author) if is_name(sent.author) else None
        if author is None or not _works_here(unit, actor, author):
            return self._refuse(unit, actor, sent, MessageReason.UNKNOWN_AUTHOR)
        writer = replace(actor, account=author)
        files = tuple(_file(unit, writer, one) for one in sent.files)
        if reason := self._reason_against(unit, sent, writer, files):
            return self._refuse(unit, actor, sent, reason)
        letter = self._letter(actor, sent)
        unit.messages.add(letter, sent.recipients, files)
        whose = "" if sent.author == actor.login else f" {sent.author}"
        self._note(unit, actor, "message-received", f"{sent.message_id} {len(sent.recipients)}{whose}")
        return _received(unit, letter)

    def _reason_against(
        self, unit: Unit, sent: MessageItem, writer: Actor, files: tuple[ItemFile, ...]
    ) -> MessageReason | None:
        template = unit.templates.one(sent.template_id, usable=True) if is_name(sent.template_id) else None
        if reason := reason_against(sent, writer.account, Rules(self._channels, template)):
            return reason
        if names_victim(unit, f"{sent.subject}\n{sent.content}", writer.account.office_code):
            return MessageReason.VICTIM_NAMED
        if self._too_many(unit, sent, writer):
            return MessageReason.HOURLY_LIMIT
        sound = all(
            (not one.verified or _agrees(unit, one)) and not is_withheld(unit, writer, one.sha256) for one in files
        )
        return None if sound else MessageReason.FILES

    def _too_many(self, unit: Unit, sent: MessageItem, writer: Actor) -> bool:
        """Tell whether this message would reach more in an hour than its author, or the office, may write to."""
        since, fresh = self._clock.now() - HOUR, len(sent.recipients)
        counts = unit.message_counts
        of_author = counts.recipients_since(writer.office_code, since, author=writer.login) if self._most else 0
        of_office = counts.recipients_since(writer.office_code, since) if self._most_of_office else 0
        return 0 < self._most < of_author + fresh or 0 < self._most_of_office < of_office + fresh

    def _letter(self, actor: Actor, sent: MessageItem) -> Letter:
        return Letter(
            message_id=sent.message_id,
            content_hash=content_hash(sent),
            machine_id=actor.machine_id,
            office_code=actor.office_code,
            author=sent.author,
            channel=sent.channel,
            subject=masked(sent.subject.strip()),
            content=masked(sent.content),
            template_id=sent.template_id,
            received_at=self._clock.now(),
        )

    def _refuse(self, unit: Unit, actor: Actor, sent: MessageItem, reason: MessageReason) -> MessageAnswer:
        self._note(unit, actor, "message-refused", f"{sent.message_id} {reason}")
        return MessageAnswer(message_id=sent.message_id, outcome=Outcome.REFUSED, reason=reason)

    def _note(self, unit: Unit, actor: Actor, act: str, subject: str) -> None:
        now = self._clock.now()
        unit.trail.add(now, login=actor.login, machine_id=actor.machine_id, act=act, subject=subject)


def content_hash(sent: MessageItem) -> str:
    """Give the hash of what a message says; the measured skew may differ between two tries of the same."""
    same = msgspec.structs.replace(sent, skew_seconds=0.0)
    return hashlib.sha256(msgspec.json.encode(same, order="deterministic")).hexdigest()


def _received(unit: Unit, letter: Letter) -> MessageAnswer:
    missing = tuple(one.sha256 for one in unit.messages.files(letter.message_id) if not one.verified)
    return MessageAnswer(
        message_id=letter.message_id,
        outcome=Outcome.RECEIVED,
        received_at=letter.received_at,
        missing=tuple(dict.fromkeys(missing)),
    )


def _record(unit: Unit, letter: Letter) -> MessageRecord:
    standings = unit.messages.standings(letter.message_id)
    recipients = tuple(
        RecipientRecord(address=one.address, state=one.state, at=one.changed_at, reason=one.reason) for one in standings
    )
    return MessageRecord(sequence=letter.sequence, message_id=letter.message_id, recipients=recipients)


def _works_here(unit: Unit, actor: Actor, author: Account) -> bool:
    here = unit.sessions.signed_in_before(actor.machine_id, author.login)
    return here and author.office_code == actor.office_code


def _file(unit: Unit, writer: Actor, one: FileClaim) -> ItemFile:
    """Make a message's claim of a file; who may not have it brings the bytes, though they be here."""
    shown = may_have_file(unit, writer, one.sha256)
    return ItemFile(one.sha256, one.size, harmless_name(one.name), one.kind, verified=shown)


def _agrees(unit: Unit, one: ItemFile) -> bool:
    here = unit.stock.one(one.sha256)
    return here is None or (here.size == one.size and agrees(one.kind, here.container))
