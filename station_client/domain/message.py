"""An e-mail or a short message to other offices: what it says, to whom, and what became of it for each. Pure.

Offline a message is queued on this PC, never sent. *Handed over* is the mail server's or the network's word that it
took the message on; only *delivered* is the word that it arrived.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from station_client.domain.alert import AttachedFile
from station_client.domain.ids import ItemId, Login

MOST_RECIPIENTS = 50
SUBJECT_LENGTH = 200
CONTENT_LENGTH = 10_000
FILES_TOTAL = 18 * 1024 * 1024  # what most mail servers still take once it is written as mail
ADDRESS_LENGTH = 254
COUNTRY = "+91"
OFFICIAL = ("gov.in", "nic.in")

_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
_MOBILE = re.compile(r"(?:\+?91|0)?([6-9][0-9]{9})")
_BREAKS = "\n\r\t"
_CONTROLS = frozenset({"Cc", "Cs"})
_NO_LINE = _CONTROLS | {"Zl", "Zp"}
_CODED = "=?"  # RFC 2047


class Channel(StrEnum):
    """The way a message goes."""

    EMAIL = "email"
    SMS = "sms"


class MessageState(StrEnum):
    """Where a message stands on its way from this PC to the centre."""

    QUEUED = "queued"
    SENDING = "sending"
    AT_CENTRE = "at-centre"
    REFUSED = "refused"


STILL_OURS = frozenset({MessageState.QUEUED, MessageState.REFUSED})
"""States in which the centre has nothing of a message."""


class Delivery(StrEnum):
    """Where a message stands for one recipient, as the centre tells it."""

    QUEUED = "queued"
    SENDING = "sending"
    HANDED_OVER = "handed-over"
    DELIVERED = "delivered"
    FAILED = "failed"
    NOT_KNOWN = "not-known"


FINAL = frozenset({Delivery.DELIVERED, Delivery.FAILED})


class DeliveryReason(StrEnum):
    """Why a message did not reach a recipient, or not yet."""

    ADDRESS_REFUSED = "address-refused"
    CONTENT_REFUSED = "content-refused"
    NOT_REACHED = "not-reached"
    BUSY = "carrier-busy"
    NOT_LET_IN = "not-let-in"
    TRIED_TOO_LONG = "tried-too-long"
    NO_ANSWER = "no-answer"
    BROKEN_OFF = "broken-off"
    NOT_DELIVERED = "not-delivered"
    FILE_LOST = "file-lost"
    WITHHELD = "withheld"
    NO_LONGER_ENTITLED = "no-longer-entitled"
    NO_CARRIER = "no-carrier"


@dataclass(frozen=True, slots=True)
class Recipient:
    """One address or number, the name it is shown with, and what became of the message there."""

    address: str
    shown: str = ""
    delivery: Delivery = Delivery.QUEUED
    reason: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message, bound to its author; its id is made here and is the key under which it is sent once for ever."""

    message_id: ItemId
    author: Login
    channel: Channel
    recipients: tuple[Recipient, ...]
    content: str
    queued_at: datetime
    skew_seconds: float
    subject: str = ""
    template_id: str = ""
    variables: tuple[str, ...] = ()
    files: tuple[AttachedFile, ...] = ()
    state: MessageState = MessageState.QUEUED
    reason: str = ""
    missing: tuple[str, ...] = field(default=())

    @property
    def waits(self) -> bool:
        """Tell whether the centre does not have it whole yet."""
        return self.state in {MessageState.QUEUED, MessageState.SENDING} or (
            self.state is MessageState.AT_CENTRE and bool(self.missing)
        )


def address_of(channel: Channel, typed: str) -> str:
    """Bring an address or a number to its one spelling; empty where it is none."""
    text = unicodedata.normalize("NFKC", typed).strip()
    if channel is Channel.SMS:
        found = _MOBILE.fullmatch(re.sub(r"[\s-]", "", text))
        return COUNTRY + found[1] if found else ""
    if len(text) > ADDRESS_LENGTH or not _ADDRESS.fullmatch(text) or ".." in text.partition("@")[0] or _CODED in text:
        return ""
    local, _, domain = text.rpartition("@")
    return "" if local.startswith(".") or local.endswith(".") else f"{local}@{domain.lower()}"


def is_official(address: str) -> bool:
    """Tell whether an e-mail address is one of the Government's own."""
    domain = address.rpartition("@")[2].lower()
    return any(domain == one or domain.endswith("." + one) for one in OFFICIAL)


def is_plain(text: str, *, one_line: bool = False) -> bool:
    """Tell whether a text has no control characters beside line breaks and tabs; ``one_line``: nor those.

    In one line no sign ends a line either, and nothing begins a word that mail programs decode: a whole further
    header could stand in one.
    """
    breaks, kinds = ("", _NO_LINE) if one_line else (_BREAKS, _CONTROLS)
    plain = all(sign in breaks or unicodedata.category(sign) not in kinds for sign in text)
    return plain and not (one_line and _CODED in text)
