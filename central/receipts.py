"""The centre's word to a station: what it has of an item, and what is still missing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from central.receipt_keys import Signer
from central.store.items import Item, ItemFile
from station_client.domain.receipt_proof import signature_text
from station_client.domain.receipt_tree import carried, groups, to_sign
from sync.protocol.codes import Outcome
from sync.protocol.messages import FileClaim, ItemAnswer, ReceiptRecord
from sync.protocol.sheet import statement_of

Kept = tuple[Item, tuple[ItemFile, ...]]


@dataclass(frozen=True, slots=True)
class Voucher:
    """In whose name receipts are given, and the key that signs them; without one they are not signed."""

    centre: str
    signer: Signer | None = None

    def receipt(self, item: Item, files: tuple[ItemFile, ...]) -> ReceiptRecord:
        """Write an item's receipt as it stands: verified files only, each with the hash computed here."""
        return self.receipts([(item, files)])[0]

    def receipts(self, kept: Sequence[Kept], *, together: bool = False) -> list[ReceiptRecord]:
        """Write the receipts of some items, each signed by itself, or several by one signature (``receipt_tree``)."""
        unsigned = [self._unsigned(item, files) for item, files in kept]
        if self.signer is None:
            return unsigned
        said = [statement_of(one).text() for one in unsigned]
        sharing = groups(len(said)) if together else (range(at, at + 1) for at in range(len(said)))
        shared = (said[group.start : group.stop] for group in sharing)
        signatures = (one for texts in shared for one in _signed(self.signer, texts))
        return [
            msgspec.structs.replace(one, signature=signature_text(signature))
            for one, signature in zip(unsigned, signatures, strict=True)
        ]

    def keys(self) -> tuple[str, ...]:
        """Give the public half of the key that signs, as the wire has it; nothing where none does."""
        return () if self.signer is None else (b64encode(self.signer.public).decode("ascii"),)

    def _unsigned(self, item: Item, files: tuple[ItemFile, ...]) -> ReceiptRecord:
        return ReceiptRecord(
            item_id=item.item_id,
            alert_uid=item.item_id,
            record_number=item.record_number,
            received_at=item.received_at,
            author=item.author,
            centre=self.centre,
            files=tuple(
                FileClaim(sha256=one.sha256, size=one.size, name=one.name, kind=one.kind)
                for one in files
                if one.verified
            ),
            complete_at=item.complete_at,
            office_code=item.office_code,
            text_sha256=item.text_hash,
            key_id=self.signer.key_id if self.signer is not None else "",
        )


def received(receipt: ReceiptRecord, files: tuple[ItemFile, ...]) -> ItemAnswer:
    """Answer for an item that the centre has, naming the bytes that it lacks."""
    return ItemAnswer(
        item_id=receipt.item_id,
        outcome=Outcome.RECEIVED,
        receipt=receipt,
        missing=tuple(dict.fromkeys(one.sha256 for one in files if not one.verified)),
    )


def refused(item_id: str, reason: str) -> ItemAnswer:
    """Answer for an item that the centre does not take; nothing of it is kept."""
    return ItemAnswer(item_id=item_id, outcome=Outcome.REFUSED, reason=reason)


def _signed(signer: Signer, texts: Sequence[str]) -> list[bytes]:
    return carried(signer.sign(to_sign(signer.key_id, texts)), texts)
