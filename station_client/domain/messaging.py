"""From what an officer typed to a message that may wait to be sent: what keeps it, and what goes out. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from station_client.domain.alert import AttachedFile
from station_client.domain.attachment import Attachment, Limits
from station_client.domain.ids import ItemId
from station_client.domain.message import (
    CONTENT_LENGTH,
    FILES_TOTAL,
    MOST_RECIPIENTS,
    SUBJECT_LENGTH,
    Channel,
    Message,
    Recipient,
    address_of,
    is_plain,
)
from station_client.domain.office import Act, Officer, Rights
from station_client.domain.reasons import Field, Reason
from station_client.domain.redaction import mask_numbers
from station_client.domain.sms import MOST_PARTS, VARIABLE_LENGTH, Template, count
from station_client.errors import Problem


@dataclass(frozen=True, slots=True)
class Sketch:
    """A message as it stands on the form; ``template`` and ``variables`` are an SMS's own."""

    channel: Channel
    recipients: tuple[Recipient, ...] = ()
    subject: str = ""
    content: str = ""
    template: Template | None = None
    variables: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()

    @property
    def empty(self) -> bool:
        """Tell whether nothing stands on the form."""
        typed = (self.subject, self.content, *self.variables)
        return not (self.recipients or self.template or self.files or any(one.strip() for one in typed))


def text_of(sketch: Sketch) -> str:
    """Give the whole text as it will arrive: numbers that name a person are masked."""
    if sketch.channel is Channel.EMAIL:
        return mask_numbers(sketch.content.strip())
    if sketch.template is None:
        return ""
    return sketch.template.filled(_words(sketch))


def problems(sketch: Sketch, rights: Rights, limits: Limits) -> tuple[Problem, ...]:
    """Name everything that keeps a message from being queued, in the order of the form."""
    found = [] if Act.MESSAGE in rights.acts else [(Field.RECIPIENTS, Reason.NOT_ENTITLED)]
    found += _recipients(sketch)
    found += _letter(sketch, limits) if sketch.channel is Channel.EMAIL else _short(sketch)
    return tuple(Problem(str(field), str(reason)) for field, reason in found)


def to_message(sketch: Sketch, officer: Officer, *, message_id: ItemId, now: datetime, skew_seconds: float) -> Message:
    """Make the message of a sketch without problems, bound to ``officer``."""
    sms = sketch.channel is Channel.SMS
    template = sketch.template if sms else None
    return Message(
        message_id=message_id,
        author=officer.login,
        channel=sketch.channel,
        recipients=tuple(Recipient(one.address, one.shown) for one in sketch.recipients),
        content=text_of(sketch),
        queued_at=now,
        skew_seconds=skew_seconds,
        subject="" if sms else mask_numbers(sketch.subject.strip()),
        template_id=template.template_id if template else "",
        variables=_words(sketch) if sms else (),
        files=() if sms else tuple(AttachedFile(one.sha256, one.size, one.name, str(one.kind)) for one in sketch.files),
    )


def added(sketch: Sketch, typed: str, shown: str = "") -> Sketch:
    """Put an address or a number to the message, once; give the sketch unchanged where it is none."""
    address = address_of(sketch.channel, typed)
    there = {one.address.casefold() for one in sketch.recipients}
    if not address or address.casefold() in there:
        return sketch
    return replace(sketch, recipients=(*sketch.recipients, Recipient(address, shown)))


Found = list[tuple[Field, Reason]]


def _words(sketch: Sketch) -> tuple[str, ...]:
    return tuple(mask_numbers(" ".join(one.split())) for one in sketch.variables)


def _recipients(sketch: Sketch) -> Found:
    if not sketch.recipients:
        return [(Field.RECIPIENTS, Reason.MISSING)]
    if len(sketch.recipients) > MOST_RECIPIENTS:
        return [(Field.RECIPIENTS, Reason.TOO_MANY)]
    wrong = Reason.MOBILE_FORM if sketch.channel is Channel.SMS else Reason.ADDRESS_FORM
    return (
        [] if all(address_of(sketch.channel, one.address) for one in sketch.recipients) else [(Field.RECIPIENTS, wrong)]
    )


def _letter(sketch: Sketch, limits: Limits) -> Found:
    found: Found = [
        *_text(Field.SUBJECT, sketch.subject, SUBJECT_LENGTH),
        *_text(Field.CONTENT, sketch.content, CONTENT_LENGTH),
    ]
    if len(sketch.files) > limits.files:
        found.append((Field.FILES, Reason.TOO_MANY))
    elif sum(one.size for one in sketch.files) > FILES_TOTAL:
        found.append((Field.FILES, Reason.TOO_LARGE_FOR_MAIL))
    return found


def _text(field: Field, text: str, most: int) -> Sequence[tuple[Field, Reason]]:
    if not text.strip():
        return [(field, Reason.MISSING)]
    if len(text.strip()) > most:
        return [(field, Reason.TOO_LONG)]
    return [] if is_plain(text, one_line=field is Field.SUBJECT) else [(field, Reason.NOT_PLAIN)]


def _short(sketch: Sketch) -> Found:
    if sketch.template is None:
        return [(Field.TEMPLATE, Reason.MISSING)]
    words = _words(sketch)
    if len(words) != sketch.template.variables or not all(words):
        return [(Field.VARIABLES, Reason.MISSING)]
    if any(len(one) > VARIABLE_LENGTH for one in words):
        return [(Field.VARIABLES, Reason.TOO_LONG)]
    if not all(is_plain(one, one_line=True) for one in words):
        return [(Field.VARIABLES, Reason.NOT_PLAIN)]
    return [(Field.CONTENT, Reason.TOO_LONG)] if count(text_of(sketch)).parts > MOST_PARTS else []
