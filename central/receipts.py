"""The centre's word to a station: what it has of an item, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass

from central.receipt_keys import Signer
from central.store.items import Item, ItemFile
from station_client.domain.receipt_proof import Statement, signature_text
from sync.protocol.codes import Outcome
from sync.protocol.messages import FileClaim, ItemAnswer, ReceiptRecord


@dataclass(frozen=True, slots=True)
class Voucher:
    """In whose name receipts are given, and the key that signs them; without one they are not signed."""

    centre: str
    signer: Signer | None = None

    def receipt(self, item: Item, files: tuple[ItemFile, ...]) -> ReceiptRecord:
        """Write an item's receipt as it stands: verified files only, each with the hash computed here."""
        sound = tuple(one for one in files if one.verified)
        key_id = self.signer.key_id if self.signer is not None else ""
        said = Statement(
            key_id=key_id,
            centre=self.centre,
            number=item.record_number,
            item_id=item.item_id,
            office_code=item.office_code,
            officer=item.author,
            text_sha256=item.text_hash,
            files=tuple((one.sha256, one.size) for one in sound),
            received_at=item.received_at,
            complete_at=item.complete_at,
        )
        return ReceiptRecord(
            item_id=item.item_id,
            alert_uid=item.item_id,
            record_number=item.record_number,
            received_at=item.received_at,
            author=item.author,
            centre=self.centre,
            files=tuple(FileClaim(sha256=f.sha256, size=f.size, name=f.name, kind=f.kind) for f in sound),
            complete_at=item.complete_at,
            office_code=item.office_code,
            text_sha256=item.text_hash,
            key_id=key_id,
            signature=signature_text(self.signer.sign(said.text())) if self.signer is not None else "",
        )

    def received(self, item: Item, files: tuple[ItemFile, ...]) -> ItemAnswer:
        """Answer for an item that the centre has, naming the bytes that it lacks."""
        return ItemAnswer(
            item_id=item.item_id,
            outcome=Outcome.RECEIVED,
            receipt=self.receipt(item, files),
            missing=tuple(dict.fromkeys(one.sha256 for one in files if not one.verified)),
        )


def refused(item_id: str, reason: str) -> ItemAnswer:
    """Answer for an item that the centre does not take; nothing of it is kept."""
    return ItemAnswer(item_id=item_id, outcome=Outcome.REFUSED, reason=reason)
