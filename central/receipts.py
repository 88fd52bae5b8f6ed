"""The centre's word to a station: what it has of an item, and what is still missing."""

from __future__ import annotations

from central.store.items import Item, ItemFile
from sync.protocol.codes import Outcome
from sync.protocol.messages import FileClaim, ItemAnswer, ReceiptRecord


def receipt(item: Item, files: tuple[ItemFile, ...], centre: str) -> ReceiptRecord:
    """Write an item's receipt as it stands: verified files only, each with the hash computed here."""
    return ReceiptRecord(
        item_id=item.item_id,
        alert_uid=item.item_id,
        record_number=item.record_number,
        received_at=item.received_at,
        author=item.author,
        centre=centre,
        files=tuple(FileClaim(sha256=f.sha256, size=f.size, name=f.name, kind=f.kind) for f in files if f.verified),
        complete_at=item.complete_at,
    )


def received(item: Item, files: tuple[ItemFile, ...], centre: str) -> ItemAnswer:
    """Answer for an item that the centre has, naming the bytes that it lacks."""
    return ItemAnswer(
        item_id=item.item_id,
        outcome=Outcome.RECEIVED,
        receipt=receipt(item, files, centre),
        missing=tuple(dict.fromkeys(one.sha256 for one in files if not one.verified)),
    )


def refused(item_id: str, reason: str) -> ItemAnswer:
    """Answer for an item that the centre does not take; nothing of it is kept."""
    return ItemAnswer(item_id=item_id, outcome=Outcome.REFUSED, reason=reason)
