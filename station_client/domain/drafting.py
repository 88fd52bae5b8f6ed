"""From a draft to an alert that may be sent: what is missing, and what goes into the outbox. Pure."""

from __future__ import annotations

from datetime import datetime

from station_client.domain.alert import AttachedFile
from station_client.domain.attachment import Attachment, Limits
from station_client.domain.draft import DESCRIPTION_LEAST, DESCRIPTION_LENGTH, Draft
from station_client.domain.fir_number import FirNumber, parse
from station_client.domain.ids import ItemId
from station_client.domain.moments import read_moment
from station_client.domain.office import Officer, Rights
from station_client.domain.outbox import OutboxItem
from station_client.domain.particulars import (
    MOMENTS,
    PARTICULAR_LENGTH,
    composed,
    disorders,
    order_reason,
    told,
)
from station_client.domain.reasons import Field, Reason
from station_client.errors import DraftIncompleteError, Problem

GD_LENGTH = 40
GD_REASON_LEAST = 5
GD_REASON_LENGTH = 500


def problems(draft: Draft, rights: Rights, limits: Limits) -> tuple[Problem, ...]:
    """Name everything that keeps this draft from being sent, in the order of the form."""
    written = [*_particulars(draft), *_description(draft)]
    found = [*_identity(draft), *_category(draft, rights), *written, *_files(draft.files, limits)]
    return tuple(Problem(str(field), str(reason)) for field, reason in found)


def to_item(draft: Draft, officer: Officer, *, item_id: ItemId, now: datetime, skew_seconds: float) -> OutboxItem:
    """Make the outbox's item of a draft without problems, bound to ``officer`` as its author.

    A FIR number in short form belongs to the officer's own station. Raises ``DraftIncompleteError``
    where there is no category or the number cannot be read (``problems`` names both).
    """
    number = parse(draft.fir_text) if draft.fir_text.strip() else None
    if draft.category is None:
        raise DraftIncompleteError((Problem(Field.CATEGORY, Reason.MISSING),))
    if number is None and draft.fir_text.strip():
        raise DraftIncompleteError((Problem(Field.FIR, Reason.FIR_FORM),))
    placed: FirNumber | None = number.at(officer.office.code) if number else None
    return OutboxItem(
        item_id=item_id,
        author=officer.login,
        author_shown=f"{officer.rank} {officer.name}".strip(),
        draft_id=draft.draft_id,
        category=draft.category,
        fir_key=placed.key if placed else "",
        fir_shown=placed.shown if placed else "",
        gd_number=draft.gd_number.strip(),
        gd_reason=draft.gd_reason.strip(),
        description=composed(draft),
        files=tuple(AttachedFile(one.sha256, one.size, one.name, str(one.kind)) for one in draft.files),
        queued_at=now,
        skew_seconds=skew_seconds,
        edits=draft.edits,
        base_version=draft.base_version,
        life=draft.life,
    )


Found = list[tuple[Field, Reason]]


def _identity(draft: Draft) -> Found:
    """Want a FIR number, or a GD entry with the reason why there is no FIR yet."""
    fir, gd, why = draft.fir_text.strip(), draft.gd_number.strip(), draft.gd_reason.strip()
    if fir:
        return [] if parse(fir) else [(Field.FIR, Reason.FIR_FORM)]
    if not gd:
        return [(Field.FIR, Reason.FIR_OR_GD_NEEDED)]
    found: Found = [(Field.GD_NUMBER, Reason.TOO_LONG)] if len(gd) > GD_LENGTH else []
    if not why:
        found.append((Field.GD_REASON, Reason.MISSING))
    elif len(why) < GD_REASON_LEAST:
        found.append((Field.GD_REASON, Reason.TOO_SHORT))
    elif len(why) > GD_REASON_LENGTH:
        found.append((Field.GD_REASON, Reason.TOO_LONG))
    return found


def _category(draft: Draft, rights: Rights) -> Found:
    if draft.category is None:
        return [(Field.CATEGORY, Reason.MISSING)]
    return [] if rights.may_upload(draft.category) else [(Field.CATEGORY, Reason.NOT_ENTITLED)]


def _particulars(draft: Draft) -> Found:
    """Want dates that can be read, and a reason where they stand the wrong way round."""
    filled, why = told(draft), order_reason(draft)
    found: Found = []
    if any(read_moment(filled[key]) is None for key in MOMENTS if key in filled):
        found.append((Field.PARTICULARS, Reason.MOMENT_FORM))
    elif any(len(text) > PARTICULAR_LENGTH for text in filled.values()):
        found.append((Field.PARTICULARS, Reason.TOO_LONG))
    if disorders(draft):
        if len(why) < GD_REASON_LEAST:
            found.append((Field.ORDER_REASON, Reason.ORDER))
        elif len(why) > GD_REASON_LENGTH:
            found.append((Field.ORDER_REASON, Reason.TOO_LONG))
    return found


def _description(draft: Draft) -> Found:
    length = len(composed(draft))
    if not length:
        return [(Field.DESCRIPTION, Reason.MISSING)]
    if length < DESCRIPTION_LEAST:
        return [(Field.DESCRIPTION, Reason.TOO_SHORT)]
    return [(Field.DESCRIPTION, Reason.TOO_LONG)] if length > DESCRIPTION_LENGTH else []


def _files(files: tuple[Attachment, ...], limits: Limits) -> Found:
    if len(files) > limits.files:
        return [(Field.FILES, Reason.TOO_MANY)]
    return [(Field.FILES, Reason.TOO_LARGE)] if any(one.size > limits.bytes_per_file for one in files) else []
