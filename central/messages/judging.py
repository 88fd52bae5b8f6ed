"""Whether a message can go out, judged at the centre: what a station checked is courtesy. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from central.blobs import is_hash
from central.rights import Account
from station_client.domain.attachment import BYTES_PER_FILE, ENDINGS, FILES_PER_ALERT, ending, harmless_name
from station_client.domain.message import (
    CONTENT_LENGTH,
    FILES_TOTAL,
    MOST_RECIPIENTS,
    SUBJECT_LENGTH,
    Channel,
    address_of,
    is_plain,
)
from station_client.domain.office import Act
from station_client.domain.redaction import mask_numbers
from station_client.domain.sms import MOST_PARTS, VARIABLE_LENGTH, Template, count
from sync.protocol.messages import FileClaim
from sync.protocol.outgoing import MessageItem, MessageReason


@dataclass(frozen=True, slots=True)
class Rules:
    """What the centre has to judge by: the ways out that are set up, and the template that a message names."""

    channels: Collection[str]
    template: Template | None


def reason_against(sent: MessageItem, author: Account, rules: Rules) -> MessageReason | None:
    """Give the first reason against a message by this author, or None if it can go out."""
    if not author.may(Act.MESSAGE):
        return MessageReason.NOT_ENTITLED
    if sent.channel not in set(Channel) or sent.channel not in rules.channels:
        return MessageReason.NO_CARRIER
    if not _reachable(sent):
        return MessageReason.RECIPIENTS
    text = sent.content.strip()
    if not 0 < len(text) <= CONTENT_LENGTH or not is_plain(sent.content):
        return MessageReason.CONTENT
    return _sms(sent, rules.template) if sent.channel == Channel.SMS else _letter(sent)


def masked(text: str) -> str:
    """Hide the numbers that name a person, whatever the station let through."""
    return mask_numbers(text)


def _reachable(sent: MessageItem) -> bool:
    """Tell whether every address is one, in its one spelling, and none is there twice."""
    channel, those = Channel(sent.channel), sent.recipients
    sound = all(address_of(channel, one) == one for one in those)
    return sound and 0 < len(those) <= MOST_RECIPIENTS and len({one.casefold() for one in those}) == len(those)


def _letter(sent: MessageItem) -> MessageReason | None:
    subject = sent.subject.strip()
    if not 0 < len(subject) <= SUBJECT_LENGTH or not is_plain(sent.subject, one_line=True):
        return MessageReason.SUBJECT
    return None if _enclosed(sent.files) else MessageReason.FILES


def _sms(sent: MessageItem, template: Template | None) -> MessageReason | None:
    """Hold a short message to its registered text: nothing else passes the networks."""
    if template is None or len(sent.variables) != template.variables:
        return MessageReason.TEMPLATE
    if not all(one.strip() and len(one) <= VARIABLE_LENGTH and is_plain(one, one_line=True) for one in sent.variables):
        return MessageReason.TEMPLATE
    if template.filled(sent.variables) != sent.content or masked(sent.content) != sent.content:
        return MessageReason.TEMPLATE
    if count(sent.content).parts > MOST_PARTS:
        return MessageReason.CONTENT
    return MessageReason.FILES if sent.files else None


def _enclosed(files: tuple[FileClaim, ...]) -> bool:
    different = len({one.sha256 for one in files}) == len(files)
    sound = all(_can_stand(one) for one in files)
    return sound and different and len(files) <= FILES_PER_ALERT and sum(one.size for one in files) <= FILES_TOTAL


def _can_stand(one: FileClaim) -> bool:
    kind = ENDINGS.get(ending(harmless_name(one.name)))
    return is_hash(one.sha256) and 0 < one.size <= BYTES_PER_FILE and kind is not None and kind == one.kind
