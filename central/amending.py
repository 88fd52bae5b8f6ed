"""Changes of an alert that was sent: who may make one, from which version, and what becomes of the alert. Pure."""

from __future__ import annotations

import msgspec

from central.rights import Account
from station_client.domain.alert import Life
from station_client.domain.attachment import FILES_PER_ALERT
from station_client.domain.office import Act
from sync.protocol.codes import ItemReason
from sync.protocol.messages import PushItem
from sync.protocol.records import AlertRecord

CORRECTION = ""
ENDINGS = frozenset({Life.LOCATED, Life.RECALLED})
CHANGED_FROM = frozenset({Life.ACTIVE, Life.CORRECTED, Life.LOCATED})


def reason_against_edit(sent: PushItem, author: Account, edited: AlertRecord | None) -> ItemReason | None:
    """Give the reason against a change, or None; whether its text can stand is judged as for any alert.

    An alert is its office's: anybody there who may send one of its kind may correct it or say that it is settled. To
    recall one takes the right to. An alert that is gone, recalled or expired is changed no more.
    """
    if edited is None:
        return ItemReason.CONFLICT
    if edited.office_code != author.office_code:
        return ItemReason.NOT_ENTITLED
    if sent.life == Life.RECALLED and not author.may(Act.RECALL):
        return ItemReason.NOT_ENTITLED
    if sent.life not in {CORRECTION, *ENDINGS}:
        return ItemReason.NOT_UNDERSTOOD
    if sent.base_version != edited.version or edited.life not in CHANGED_FROM:
        return ItemReason.CONFLICT
    new = {one.sha256 for one in sent.files} - {one.sha256 for one in edited.files}
    return ItemReason.FILES if len(edited.files) + len(new) > FILES_PER_ALERT else None


def amended(old: AlertRecord, said: AlertRecord, life: str) -> AlertRecord:
    """Give the alert as it is after a change: the same alert, one version on.

    A correction says it anew; an ending leaves what it said and adds why. Files are only ever added.
    """
    known = {one.sha256 for one in old.files}
    files = (*old.files, *(one for one in said.files if one.sha256 not in known))
    if life in ENDINGS:
        text = f"{old.description}\n\n{said.description}"
        return msgspec.structs.replace(old, version=old.version + 1, life=life, description=text, files=files)
    return msgspec.structs.replace(
        old,
        version=old.version + 1,
        life=Life.CORRECTED,
        category=said.category,
        description=said.description,
        fir_key=said.fir_key,
        fir_shown=said.fir_shown,
        gd_number=said.gd_number,
        gd_reason=said.gd_reason,
        files=files,
    )
