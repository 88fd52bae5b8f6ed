"""What waits in the outbox, handed over: text and hashes of all items in one batch, files after (``blobs``).

Every waiting item goes along in every round, also those already received: the repeat is harmless and tells
which files the centre still lacks. No answer means *not known*: the item stays, and is repeated as it was.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace

from station_client.domain.ids import AlertUid, ItemId, Sha256
from station_client.domain.outbox import WAITING_STATES, ItemState, OutboxItem
from station_client.errors import (
    AnswerError,
    CentreFaultError,
    CentreUnreachableError,
    CertificateNotTrustedError,
    NotInCopyError,
    RefusalError,
    StoreError,
    WrongReceiptError,
    WrongSignatureError,
)
from station_client.events import Part
from station_client.store.desk.under_way import Move
from sync.errand import ERA, RESTORED, Errand, HaltedError
from sync.mapping.items import alike_of, push_item
from sync.mapping.records import known
from sync.protocol.codec import encode
from sync.protocol.codes import BATCH_BYTES, BATCH_ITEMS, Code, ItemReason, Outcome
from sync.protocol.messages import ItemAnswer, PushAnswer, PushBatch
from sync.protocol.ranges import Ranges
from sync.receipts import Receipts

_log = logging.getLogger(__name__)

NEVER_LEFT = (CentreUnreachableError, CertificateNotTrustedError, RefusalError, StoreError, HaltedError)
"""Errors after which it is certain that the centre recorded nothing of the batch."""

MAYBE_ONE_ITEM = frozenset({Code.NOT_UNDERSTOOD, Code.TOO_LARGE, Code.FAULT})
"""Answers to a whole batch for which one item of it may be to blame."""

STUMBLES = 3

HANDED_AGAIN = "handed-again"
"""The desk's note of the restore after which all was handed over that its centre might lack."""

Missing = dict[ItemId, tuple[Sha256, ...]]


class Push:
    """Hands over the text of all that waits; ``receipts`` keeps what the centre says to it.

    ``untouched`` is told of each file that is missing and of which nothing was ever sent, since its item is new.
    ``left_out`` and ``fault`` are what a round has to say at its end, after everything else was done (``complain``).
    """

    def __init__(self, errand: Errand, untouched: dict[Sha256, Ranges] | None = None) -> None:
        """Work for one officer's session."""
        self._errand = errand
        self._untouched = {} if untouched is None else untouched
        self._desk = errand.stores.desk
        self.receipts = Receipts(errand)
        self.left_out = 0
        self.fault: CentreFaultError | None = None

    def begin_again(self) -> None:
        """Forget what was not believed so far: the centre was restored, and is asked anew."""
        self.receipts, self.left_out, self.fault = Receipts(self._errand), 0, None

    def texts(self, *, fresh_only: bool = False) -> Missing:
        """Hand over every waiting item; give the hashes whose bytes the centre still lacks, by item.

        ``fresh_only`` leaves out what was handed over before: for what was queued during a round.
        Raises ``LineError``, ``RefusalError``, ``StoreError``.
        """
        missing: Missing = {}
        wanted = frozenset({ItemState.QUEUED}) if fresh_only else WAITING_STATES
        items, restored = self._desk.outbox.items(), self._desk.settings.get(RESTORED) or ""
        lost = frozenset[ItemId]() if fresh_only else self._forgotten(items)
        waiting = [one for one in items if one.state in wanted or one.item_id in lost]
        for batch in batches(waiting):
            self._errand.check()
            missing |= self._without_blocking(batch)
        if lost:
            self._desk.settings.put(HANDED_AGAIN, restored)
        return missing

    def _forgotten(self, items: Iterable[OutboxItem]) -> frozenset[ItemId]:
        """Name what was complete at a centre that was restored since and may not have it as its receipt says any more.

        Every alert of before is handed over once more after a restore: the copy alone does not show all that was lost,
        since what was still on its way may have come in anew, with another number or end. After that, only what is kept
        in the copy under no sequence. Of a change the copy has an older version again.
        """
        if not self._desk.settings.get(RESTORED):
            return frozenset()
        unnamed = self._errand.stores.replica.standing.forgotten()
        done = (one for one in items if one.state is ItemState.COMPLETE)
        return frozenset(one.item_id for one in done if self._is_forgotten(one, unnamed))

    def _is_forgotten(self, item: OutboxItem, unnamed: frozenset[AlertUid]) -> bool:
        uid = AlertUid(item.edits or item.item_id)
        if not self.receipts.forgotten(self._desk.receipts.one(item.item_id)):
            return False
        if not item.edits:
            return uid in unnamed or self._desk.settings.get(HANDED_AGAIN) != self._desk.settings.get(RESTORED)
        alert = self._errand.stores.replica.alerts.one(uid)
        return alert is not None and uid not in unnamed and alert.version <= item.base_version

    def complain(self) -> None:
        """Raise what is to be said after everything else was done: ``CentreFaultError``, ``AnswerError``."""
        if self.fault is not None:
            raise self.fault
        if self.receipts.forged:
            raise WrongSignatureError(f"{self.receipts.forged} refused")
        if self.receipts.refused:
            raise WrongReceiptError(f"{self.receipts.refused} refused")
        if self.left_out:
            raise AnswerError(f"{self.left_out} items were not answered")

    def _without_blocking(self, batch: list[OutboxItem]) -> Missing:
        """Hand over a batch; where the centre cannot take it whole, one by one, so that one item blocks no other."""
        try:
            return self._hand_over(batch)
        except (RefusalError, CentreFaultError) as wrong:
            if wrong.reason not in MAYBE_ONE_ITEM or (len(batch) == 1 and wrong.reason == Code.FAULT):
                raise
            if len(batch) == 1:
                self._set_aside(batch[0], ItemReason.NOT_UNDERSTOOD)
                return {}
        return self._one_by_one(batch)

    def _one_by_one(self, batch: list[OutboxItem]) -> Missing:
        """Find the item the centre stumbles over; where it stumbles over each of the first, it is not the item."""
        missing: Missing = {}
        stumbles = 0
        now = {one.item_id: one for one in self._desk.outbox.items()}  # a fault of the whole leaves them not known
        for one in [now[before.item_id] for before in batch if before.item_id in now]:
            try:
                missing |= self._without_blocking([one])
            except CentreFaultError as fault:
                stumbles += 1
                if stumbles == STUMBLES or fault.reason != Code.FAULT:
                    raise
                self.fault = fault
            else:
                stumbles = 0
        return missing

    def _hand_over(self, batch: list[OutboxItem]) -> Missing:
        sent = {one.item_id: one for one in self._begin(batch)}
        if not sent:
            return {}
        wire = PushBatch(items=tuple(push_item(one) for one in sent.values()))
        transport = self._errand.transport
        try:
            answer = self._errand.timed(lambda access: transport.push(access, wire), lambda one: one.server_time)
        except NEVER_LEFT:
            self._put_back(batch)
            raise
        finally:
            self._recount()
        self._notice_restore(answer)
        self.receipts.learn((one.receipt for one in answer.answers if one.receipt is not None), answer.keys)
        with self._desk.together():
            missing, silent = self._take(answer, sent)
        self._queue_again([one for one in batch if one.item_id in silent])
        self._recount()
        self._errand.tell(Part.OUTBOX, Part.RECEIPTS)
        return missing

    def _notice_restore(self, answer: PushAnswer) -> None:
        """Learn of a restore before its receipts are judged: our own items may have hidden it from the feed."""
        known = self._errand.stores.replica.feed.setting(ERA)
        if known and known != str(answer.era):
            self._desk.settings.put(RESTORED, answer.server_time.isoformat())

    def _begin(self, batch: list[OutboxItem]) -> list[OutboxItem]:
        """Write down that items are on their way before a byte leaves: from here on none can be taken back.

        Where that cannot be written for one of them, none leaves.
        """
        try:
            return self._leave(batch)
        except StoreError:
            self._put_back(batch)
            raise

    def _leave(self, batch: list[OutboxItem]) -> list[OutboxItem]:
        """Write that items leave; without those that their authors took back a moment ago."""
        moves = {
            one.item_id: Move(replace(one, state=ItemState.SENDING, attempts=one.attempts + 1), one.state)
            for one in batch
            if one.state in {ItemState.QUEUED, ItemState.COMPLETE}
        }
        left = self._desk.under_way.move(list(moves.values()))
        return [
            moves[one.item_id].item if one.item_id in left else one
            for one in batch
            if one.item_id in left or one.item_id not in moves
        ]

    def _put_back(self, batch: Iterable[OutboxItem]) -> None:
        """Put back in the queue what was taken from it for this try, and for this try only.

        Where even that cannot be written they stay under way: they are repeated, only not taken back.
        """
        queued = [replace(one, attempts=one.attempts + 1) for one in batch if one.state is ItemState.QUEUED]
        with contextlib.suppress(StoreError):
            self._desk.under_way.move([Move(one, ItemState.SENDING) for one in queued])
        self._errand.tell(Part.OUTBOX)  # whoever saw it leaving must see it back in the queue

    def _queue_again(self, unanswered: list[OutboxItem]) -> None:
        """Queue what the centre did not answer; what was not known before this try stays not known."""
        if unanswered:
            self.left_out += len(unanswered)
            _log.error("%d items were not answered", len(unanswered))
            self._put_back(unanswered)

    def _take(self, answer: PushAnswer, sent: dict[ItemId, OutboxItem]) -> tuple[Missing, frozenset[ItemId]]:
        """Keep each answer; give the hashes that are missing, and the items that got no answer."""
        left = dict(sent)
        told: dict[ItemId, ItemAnswer] = {}
        for one in answer.answers:
            item = left.pop(ItemId(one.item_id), None)
            if item is None:
                self.receipts.refuse("it names an item that was not asked about")
            elif one.outcome == Outcome.REFUSED:
                self._refuse(item, one)
            elif one.receipt is None or one.receipt.item_id != item.item_id:
                self.receipts.refuse("no receipt of its own")
            else:
                told[item.item_id] = one
        receipts = {item_id: one.receipt for item_id, one in told.items() if one.receipt is not None}
        alike = {item_id: tuple(map(alike_of, one.alike)) for item_id, one in told.items()}
        missing: Missing = {}
        for item_id in self.receipts.keep(receipts, alike):
            item, lacking = sent[item_id], frozenset(told[item_id].missing)
            if self._errand.travels(item):
                missing[item_id] = tuple(file.sha256 for file in item.files if file.sha256 in lacking)
            if not item.record_number:
                self._untouched |= {one.sha256: ((0, one.size),) for one in item.files if one.sha256 in lacking}
        return missing, frozenset(left)

    def _refuse(self, item: OutboxItem, answer: ItemAnswer) -> None:
        """Set a refused item aside with the centre's reason; the rest goes on."""
        if item.record_number and not self.receipts.forgotten(self._desk.receipts.one(item.item_id)):
            self.receipts.refuse("the item was received before")
            return
        reason = known(ItemReason, answer.reason)
        if reason is None:
            _log.warning("the centre refused an item for a reason this version does not know")
        self._set_aside(item, reason or ItemReason.NOT_UNDERSTOOD)

    def _set_aside(self, item: OutboxItem, reason: ItemReason) -> None:
        """Stop trying, visibly. What the centre has a record of is not refused, whatever it says now."""
        state = ItemState.SET_ASIDE if item.record_number else ItemState.REFUSED
        with contextlib.suppress(NotInCopyError):  # its author took it back a moment ago
            self._desk.outbox.update(replace(item, state=state, reason=reason), expected=WAITING_STATES)
        self._recount()
        self._errand.tell(Part.OUTBOX)

    def _recount(self) -> None:
        self._errand.board.count(self._desk.outbox.items())


def batches(items: Iterable[OutboxItem]) -> Iterator[list[OutboxItem]]:
    """Split what waits where it is more than one batch may hold."""
    batch: list[OutboxItem] = []
    size = 0
    for item in items:
        length = len(encode(push_item(item)))
        if batch and (len(batch) >= BATCH_ITEMS or size + length > BATCH_BYTES // 2):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += length
    if batch:
        yield batch
