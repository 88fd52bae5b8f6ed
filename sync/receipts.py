"""The centre's receipts: judged against what was sent and what is kept already, and only then believed."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from station_client.domain.ids import ItemId
from station_client.domain.outbox import AlikeAlert, ItemState, OutboxItem, Receipt
from station_client.store.desk.under_way import Move
from sync.errand import RESTORED, Errand
from sync.mapping.items import receipt_fault, receipt_of
from sync.protocol.messages import ReceiptRecord
from sync.signatures import Signatures

_log = logging.getLogger(__name__)

Alike = tuple[AlikeAlert, ...]


class Receipts:
    """Keeps receipts for one round; ``refused`` and ``forged`` count those that were not believed."""

    def __init__(self, errand: Errand) -> None:
        """Work for one officer's session."""
        self._desk = errand.stores.desk
        self._signatures = Signatures(errand)
        self.refused = 0
        self.forged = 0

    def learn(self, records: Iterable[ReceiptRecord], keys: Iterable[str] = ()) -> None:
        """Make ready to judge receipts: ask for keys that are neither known nor came along. Raises ``LineError``."""
        self._signatures.learn(records, keys)

    def prepare(self) -> None:
        """Make ready for a first receipt, while nobody waits for one. Raises ``LineError``."""
        self._signatures.prepare()

    def arrived(self, record: ReceiptRecord) -> OutboxItem | None:
        """Store a receipt that came by itself, with a file; None where it fits nothing that was sent from here."""
        self.learn((record,))
        item_id = ItemId(record.item_id)
        judged = self._judged(record, self._desk.outbox.one(item_id), self._desk.receipts.one(item_id))
        if not isinstance(judged, Move):
            return judged
        if not self._desk.under_way.move([judged]):
            return self.arrived(record)  # a person moved the item at this very moment
        return judged.item

    def keep(self, told: Mapping[ItemId, ReceiptRecord], alike: Mapping[ItemId, Alike]) -> dict[ItemId, OutboxItem]:
        """Store the receipts that came in one answer, and move their items on, by one change; give those items.

        ``alike``: what the centre says with a receipt that the alert may repeat; its author is shown it, nothing else
        is done. To be called in the transaction that the answer is taken in, so that nobody moves an item meanwhile.
        """
        held = self._desk.receipts.of(told)
        items = {one.item_id: one for one in self._desk.outbox.items(of=told)}
        judged = {
            item_id: found
            for item_id, one in told.items()
            if (found := self._judged(one, items.get(item_id), held.get(item_id), alike.get(item_id)))
        }
        self._desk.under_way.move([one for one in judged.values() if isinstance(one, Move)])
        return {item_id: one.item if isinstance(one, Move) else one for item_id, one in judged.items()}

    def _judged(
        self, record: ReceiptRecord, item: OutboxItem | None, held: Receipt | None, alike: Alike | None = None
    ) -> Move | OutboxItem | None:
        """Say how a receipt moves its item: the item itself where it stays as it is; None for what is not believed."""
        fault = "unknown item" if item is None else receipt_fault(record, item) or self._contradiction(record, held)
        if item is None or fault:
            self.refuse(f"a receipt: {fault}")
            return None
        if wrong := self._signatures.fault(record):
            self.forged += 1
            _log.error("a receipt was refused: %s", wrong)
            return None
        moved, receipt = item, None
        if item.state is not ItemState.COMPLETE or record.complete_at:  # else an older word than the one that is kept
            receipt = replace(receipt_of(record), earlier=numbers_before(record.record_number, held))
            moved = moved_on(item, receipt)
        moved = moved if alike is None else replace(moved, alike=alike)
        return item if receipt is None and moved == item else Move(moved, item.state, receipt)

    def refuse(self, why: str) -> None:
        """Count and log what is not believed."""
        self.refused += 1
        _log.error("an answer was refused: %s", why)

    def forgotten(self, held: Receipt | None) -> bool:
        """Tell whether the centre was found to be restored since a receipt: it may not know of it any more."""
        restored_at = self._desk.settings.get(RESTORED)
        if held is None or not restored_at:
            return False
        return held.received_at < datetime.fromisoformat(restored_at)

    def _contradiction(self, record: ReceiptRecord, held: Receipt | None) -> str:
        """Say whether a receipt takes back the one that is kept; a centre that was restored since may not know it."""
        if held is None or (held.record_number, held.received_at) == (record.record_number, record.received_at):
            return ""
        if held.received_at < record.received_at and self.forgotten(held):
            _log.warning("the restored centre gave an item a new number; the former one is kept beside it")
            return ""
        return "another number or moment than the one that is kept"


def moved_on(item: OutboxItem, receipt: Receipt) -> OutboxItem:
    """Give an item as a receipt leaves it; one that was set aside stays there until it is complete or tried again."""
    number, sent = receipt.record_number, sum(one.size for one in receipt.files)
    if receipt.complete_at is None and item.state is ItemState.SET_ASIDE:
        return replace(item, record_number=number, bytes_sent=sent)
    state = ItemState.COMPLETE if receipt.complete_at else ItemState.RECEIVED
    return replace(item, state=state, reason="", record_number=number, bytes_sent=sent)


def numbers_before(number: str, held: Receipt | None) -> tuple[str, ...]:
    """Give the numbers that an item had before the one its newest receipt gives it."""
    known = (*held.earlier, held.record_number) if held else ()
    return tuple(one for one in dict.fromkeys(known) if one != number)
