"""Changes of an alert that was sent: who may make one, from which version, and what becomes of the alert. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from central.rights import Account
from station_client.domain.alert import Category, Life
from station_client.domain.attachment import FILES_PER_ALERT
from station_client.domain.draft import DESCRIPTION_LENGTH
from station_client.domain.drafting import GD_REASON_LENGTH
from station_client.domain.office import Act
from station_client.domain.redaction import HIDDEN, folded_wording, hidden_in, text_without
from sync.protocol.codes import ItemReason
from sync.protocol.messages import PushItem
from sync.protocol.records import AlertRecord, ChangeRecord

CORRECTION = ""
MOST_TIMES = 2
"""How much longer than what may be typed a text may become by what is put back into it; the wire holds as much."""
_LAST_WORD, _FIRST_WORD = re.compile(r"(\w+)\W*\Z"), re.compile(r"\A\W*(\w+)")
CHANGES_KEPT = 50
ENDINGS = frozenset({Life.LOCATED, Life.RECALLED})
CHANGED_FROM = frozenset({Life.ACTIVE, Life.CORRECTED, Life.LOCATED})


def reason_against_edit(sent: PushItem, author: Account, edited: AlertRecord | None) -> ItemReason | None:
    """Give the reason against a change, or None; whether its text can stand is judged as for any alert.

    An alert is its office's: anybody there who may send one of its kind, as it is and as it becomes, may correct it or
    say that it is settled. To recall one takes the right to. An alert that is gone, recalled or expired is changed no
    more.
    """
    if edited is None:
        return ItemReason.CONFLICT
    if edited.office_code != author.office_code or not _is_of_theirs(edited.category, author):
        return ItemReason.NOT_ENTITLED
    if sent.life == Life.RECALLED and not author.may(Act.RECALL):
        return ItemReason.NOT_ENTITLED
    if sent.life not in {CORRECTION, *ENDINGS}:
        return ItemReason.NOT_UNDERSTOOD
    if sent.base_version != edited.version or edited.life not in CHANGED_FROM:
        return ItemReason.CONFLICT
    new = {one.sha256 for one in sent.files} - {one.sha256 for one in edited.files}
    return ItemReason.FILES if len(edited.files) + len(new) > FILES_PER_ALERT else None


def _is_of_theirs(category: str, author: Account) -> bool:
    """Tell whether an author may send alerts of a category; of one that is not known here, any alert at all."""
    return author.may_upload(Category(category)) if category in set(Category) else author.may(Act.UPLOAD)


def unhidden(sent: PushItem, edited: AlertRecord, known: frozenset[str]) -> PushItem | ItemReason:
    """Give a correction with what was hidden from its author back in its places; or the reason why that cannot be.

    Its author was shown the alert without the wordings ``known``, and says it anew with the marks in it.
    """
    if sent.life != CORRECTION:
        return sent  # an ending leaves what the alert said
    description = carried_over(sent.description, edited.description, known)
    if description is None or len(description) > MOST_TIMES * DESCRIPTION_LENGTH:
        return ItemReason.DESCRIPTION_MASKED
    gd_reason = carried_over(sent.gd_reason, edited.gd_reason, known)
    if gd_reason is None or len(gd_reason) > MOST_TIMES * GD_REASON_LENGTH:
        return ItemReason.GD_REASON_MASKED
    return msgspec.structs.replace(sent, description=description, gd_reason=gd_reason)


def carried_over(said: str, kept: str, known: frozenset[str]) -> str | None:
    """Put what is hidden in a kept text into the marks of one that was written over it; None where that is not clear.

    It is clear where one wording alone is hidden, or where as many marks stand in the same order, each of them beside
    a word that it stood beside before. Who wrote no mark said it anew.
    """
    hidden = hidden_in(known, kept)
    if HIDDEN not in said or all(one == HIDDEN for one in hidden):
        return said
    places, former = tuple(_marks(said)), tuple(_marks(text_without(known, kept)))
    alone = len({folded_wording(one) for one in hidden}) == 1
    as_before = len(places) == len(former) == len(hidden) and all(map(_beside, places, former))
    if not alone and not as_before:
        return None
    filled = iter(hidden) if as_before else iter(hidden[:1] * len(places))
    return re.sub(re.escape(HIDDEN), lambda _: next(filled), said)


def _marks(text: str) -> Iterator[tuple[str, str]]:
    """Give the words before and after each mark; empty at either end of the text."""
    for found in re.finditer(re.escape(HIDDEN), text):
        before, after = _LAST_WORD.search(text[: found.start()]), _FIRST_WORD.search(text[found.end() :])
        yield before[1].casefold() if before else "", after[1].casefold() if after else ""


def _beside(now: tuple[str, str], former: tuple[str, str]) -> bool:
    return now[0] == former[0] or now[1] == former[1]


def amended(old: AlertRecord, said: AlertRecord, life: str) -> AlertRecord:
    """Give the alert as it is after a change: the same alert, one version on.

    A correction says it anew; an ending leaves what it said and adds why. Files are only ever added. Each change is
    noted, the newest fifty at the most: when it was taken in and whose it was.
    """
    noted = ChangeRecord(life=life or Life.CORRECTED, at=said.received_at, author=said.author)
    known = {one.sha256 for one in old.files}
    files = (*old.files, *(one for one in said.files if one.sha256 not in known))
    after = msgspec.structs.replace(
        old, version=old.version + 1, life=noted.life, files=files, changes=(*old.changes, noted)[-CHANGES_KEPT:]
    )
    if life in ENDINGS:
        return msgspec.structs.replace(after, description=f"{old.description}\n\n{said.description}")
    return msgspec.structs.replace(
        after,
        category=said.category,
        description=said.description,
        fir_key=said.fir_key,
        fir_shown=said.fir_shown,
        gd_number=said.gd_number,
        gd_reason=said.gd_reason,
    )
