"""Messages to other offices (e-mail, SMS): handed over like alerts, told of for each recipient.

A message's id is made at the station and is its key for ever. What became of it comes back by ``GET states`` with
a cursor of its own: the centre's number of changes of messages, not the feed's.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from sync.protocol.bounds import Moment, Name, Skew, Text, Whole, Word, Words
from sync.protocol.messages import FileClaims

STATES_ROWS = 200
MOST_ADDRESSES = 200
MOST_TEMPLATES = 5000

PATH_MESSAGES = "/v1/messages"
PATH_STATES = "/v1/messages/states"
PATH_TEMPLATES = "/v1/messages/templates"

Addresses = Annotated[tuple[Name, ...], msgspec.Meta(max_length=MOST_ADDRESSES)]


class MessageReason(StrEnum):
    """Why the centre refuses one message; the others of the batch are not touched by it."""

    NOT_ENTITLED = "not-entitled"
    UNKNOWN_AUTHOR = "unknown-author"
    NO_CARRIER = "no-carrier"
    RECIPIENTS = "recipients"
    SUBJECT = "subject"
    CONTENT = "content"
    TEMPLATE = "template"
    VICTIM_NAMED = "victim-named"
    FILES = "files"
    HOURLY_LIMIT = "hourly-limit"
    ID_REUSED = "id-reused"
    NOT_UNDERSTOOD = "not-understood"


class MessageItem(msgspec.Struct, frozen=True, kw_only=True):
    """One message to be passed on; ``message_id`` (UUIDv7) is its idempotency key for ever.

    ``channel`` is ``email`` or ``sms``. An SMS names its registered template and carries the words for its places;
    ``content`` is the whole text as it is to arrive. ``author`` and ``skew_seconds`` are as in ``PushItem``.
    """

    message_id: Word
    author: Word
    channel: Word
    recipients: Addresses
    content: Text
    written_at: Moment
    skew_seconds: Skew
    subject: Name = ""
    template_id: Word = ""
    variables: Addresses = ()
    files: FileClaims = ()


class MessageBatch(msgspec.Struct, frozen=True, kw_only=True):
    """All messages that wait, in one question."""

    items: tuple[MessageItem, ...]


class MessageAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """``received`` (it waits at the centre, and goes out once no file is ``missing``) or ``refused`` with a reason."""

    message_id: Word
    outcome: Word
    reason: Word = ""
    received_at: Moment | None = None
    missing: Words = ()


class MessageAnswers(msgspec.Struct, frozen=True, kw_only=True):
    """One answer for each message of the batch, in its order."""

    answers: tuple[MessageAnswer, ...]
    server_time: Moment


class RecipientRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Where a message stands for one recipient, since when, and why."""

    address: Name
    state: Word
    at: Moment
    reason: Word = ""


class MessageRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One message as it stands for each of its recipients, in their order."""

    sequence: Whole
    message_id: Word
    recipients: Annotated[tuple[RecipientRecord, ...], msgspec.Meta(max_length=MOST_ADDRESSES)]


class MessagePage(msgspec.Struct, frozen=True, kw_only=True):
    """What changed of this machine's messages after ``since``; ``templates`` is the version of the template list.

    ``head < since`` means that the centre was restored; the page is empty then and its ``cursor`` is 0.
    """

    since: Whole
    cursor: Whole
    head: Whole
    more: bool
    templates: Whole
    messages: Annotated[tuple[MessageRecord, ...], msgspec.Meta(max_length=STATES_ROWS)]


class TemplateRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A registered text; ``{#var#}`` stands where something may be filled in."""

    template_id: Word
    name: Name
    text: Text
    language: Word = ""


class TemplateList(msgspec.Struct, frozen=True, kw_only=True):
    """Every template that may be used now, and the list's version."""

    version: Whole
    templates: Annotated[tuple[TemplateRecord, ...], msgspec.Meta(max_length=MOST_TEMPLATES)]
