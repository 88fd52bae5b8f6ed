"""What is sent, written for the wire; and the receipts that come back, judged and read."""

from __future__ import annotations

from datetime import UTC, datetime

from station_client.domain.attachment import harmless_name
from station_client.domain.ids import AlertUid, ItemId, Login, Sha256
from station_client.domain.outbox import AlikeAlert, ItemState, OutboxItem, Receipt, ReceiptFile
from station_client.domain.receipt_proof import text_hash
from sync.protocol.bounds import FIRST_YEAR, LAST_YEAR, MOST_SKEW
from sync.protocol.messages import AlikeRecord, FileClaim, PushItem, ReceiptRecord

SENT_STATES = frozenset({ItemState.SENDING, ItemState.RECEIVED, ItemState.COMPLETE, ItemState.SET_ASIDE})


def push_item(item: OutboxItem) -> PushItem:
    """Write an item as the wire carries it: text and hashes, bound to its author."""
    return PushItem(
        item_id=item.item_id,
        author=item.author,
        category=item.category.value,
        description=item.description,
        written_at=tellable(item.queued_at),
        skew_seconds=min(max(item.skew_seconds, -MOST_SKEW), MOST_SKEW),
        fir_key=item.fir_key,
        fir_shown=item.fir_shown,
        gd_number=item.gd_number,
        gd_reason=item.gd_reason,
        files=tuple(FileClaim(sha256=one.sha256, size=one.size, name=one.name, kind=one.kind) for one in item.files),
        edits=item.edits,
        base_version=item.base_version,
        life=item.life,
    )


def tellable(moment: datetime) -> datetime:
    """Bring the moment of a PC whose battery is empty among those that the wire carries, so that the alert goes out."""
    if moment.year < FIRST_YEAR:
        return datetime(FIRST_YEAR, 1, 2, tzinfo=UTC)
    return datetime(LAST_YEAR - 1, 12, 30, tzinfo=UTC) if moment.year >= LAST_YEAR else moment


def receipt_of(record: ReceiptRecord) -> Receipt:
    """Read a receipt that was found to belong to what was sent."""
    return Receipt(
        item_id=ItemId(record.item_id),
        alert_uid=AlertUid(record.alert_uid),
        record_number=record.record_number,
        received_at=record.received_at,
        complete_at=record.complete_at,
        files=tuple(ReceiptFile(Sha256(one.sha256), one.size, harmless_name(one.name)) for one in record.files),
        author=Login(record.author),
        centre=record.centre,
        signature=record.signature,
        key_id=record.key_id,
        office_code=record.office_code,
        text_sha256=record.text_sha256,
    )


def alike_of(record: AlikeRecord) -> AlikeAlert:
    """Read what the centre says of an alert that may be of the same event."""
    office = ", ".join(part for part in (record.office_name, record.district_name) if part)
    return AlikeAlert(AlertUid(record.uid), record.record_number, office, record.received_at, record.why)


def receipt_fault(record: ReceiptRecord, item: OutboxItem) -> str:  # noqa: PLR0911 one return for each fault
    """Say in what a receipt does not fit the item that was sent; empty where it fits."""
    claimed = {one.sha256: one.size for one in item.files}
    if record.item_id != item.item_id or record.alert_uid != item.item_id:
        return "another item"
    if item.state not in SENT_STATES:
        return "an item that was not sent"
    if record.author != item.author:
        return "another author"
    if any(claimed.get(Sha256(one.sha256)) != one.size for one in record.files):
        return "a file that was not sent"
    if record.complete_at is not None and {one.sha256 for one in record.files} != set(claimed):
        return "complete without every file"
    if record.text_sha256 not in {"", text_hash(item.description)}:
        return "another text"
    if not record.record_number:
        return "no record number"
    return ""
