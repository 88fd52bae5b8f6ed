"""What waits on this PC, what the centre has received, and its receipts."""

from __future__ import annotations

from dataclasses import replace

from station_client.domain.draft import Draft
from station_client.domain.ids import AlertUid, ItemId, Login
from station_client.domain.outbox import ItemState, OutboxItem, Receipt
from station_client.domain.reasons import Field, Reason
from station_client.errors import InputError, NotInCopyError
from station_client.events import Bus, Part, StoreChanged
from station_client.ports import SyncControl
from station_client.services.audit import Audit
from station_client.services.deeds import Deed
from station_client.services.desk_notes import is_withdrawn
from station_client.services.presence import Opened, Presence
from station_client.services.station import Station
from station_client.services.views import PaperReceipt

TAKEN_BACK_FROM = frozenset({ItemState.QUEUED, ItemState.REFUSED, ItemState.SET_ASIDE})
RETRIED_FROM = frozenset({ItemState.REFUSED, ItemState.SET_ASIDE})


class Outbox:
    """The outbox: each officer sees and changes their own; who is in charge of the office sees all of the office's."""

    def __init__(self, presence: Presence, sync: SyncControl, audit: Audit, bus: Bus) -> None:
        """Act as whoever is signed in."""
        self._presence = presence
        self._sync = sync
        self._audit = audit
        self._bus = bus

    def items(self) -> tuple[OutboxItem, ...]:
        """Give the items that this officer may see, last submitted first, wherever the PC's clock stood then."""
        with self._presence.at_work() as opened:
            return tuple(reversed(_seen(opened)))

    def one(self, item_id: ItemId) -> OutboxItem:
        """Give one item. Raises ``NotInCopyError``, ``InputError`` for one that this officer may not see."""
        with self._presence.at_work() as opened:
            item = opened.stores.desk.outbox.one(item_id)
            if item is None:
                raise NotInCopyError("outbox item")
            if not Station(opened.who.officer, opened.stores.desk.settings).sees(item.author):
                raise InputError(Field.DRAFT, Reason.OTHER_AUTHOR)
        return item

    def take_back(self, item_id: ItemId) -> Draft:
        """Turn an item that the centre does not have back into its draft, which stays its author's.

        Who is in charge may do so for an officer whom the centre withdrew, to hand the draft on. A change that came
        too late is from then on a change of the alert as this PC has it now.

        Raises ``InputError`` where it is under way or another officer's.
        """
        with self._presence.at_work() as opened:
            item = _own(opened, item_id, TAKEN_BACK_FROM, of_withdrawn=True)
            if item.record_number:
                raise InputError(Field.DRAFT, Reason.ALREADY_SENT)
            trace = self._audit.trace(opened, Deed.TAKEN_BACK, item_id)
            draft = opened.stores.desk.outbox.take_back(item_id, trace)
            if item.reason == Reason.CONFLICT:
                draft = _from_now(opened, draft)
        self._tell(Part.OUTBOX, Part.DRAFTS)
        return draft

    def retry(self, item_id: ItemId) -> None:
        """Queue a refused or set-aside item again, as it is; one that the centre has stays received.

        Raises ``InputError`` where it is under way, arrived meanwhile, or is another officer's.
        """
        with self._presence.at_work() as opened:
            item = _own(opened, item_id, RETRIED_FROM)
            again = ItemState.RECEIVED if item.record_number else ItemState.QUEUED
            trace = self._audit.trace(opened, Deed.RETRIED, item_id)
            moved = replace(item, state=again, reason="")
            if not opened.stores.desk.outbox.update(moved, expected={item.state}, trace=trace):
                raise InputError(Field.DRAFT, Reason.ALREADY_SENT)
        try:
            self._tell(Part.OUTBOX)
        finally:
            self._sync.sync_now()

    def receipt(self, item_id: ItemId) -> Receipt:
        """Give the centre's receipt for an item. Raises ``NotInCopyError`` while there is none."""
        self.one(item_id)
        receipt = self._presence.stores().desk.receipts.one(item_id)
        if receipt is None:
            raise NotInCopyError("receipt")
        return receipt

    def receipts(self) -> tuple[Receipt, ...]:
        """Give the receipts of the items that this officer may see, newest first."""
        with self._presence.at_work() as opened:
            seen = {one.item_id for one in _seen(opened)}
            held = [one for one in opened.stores.desk.receipts.all() if one.item_id in seen]
        return tuple(sorted(held, key=lambda one: one.received_at, reverse=True))

    def left_behind(self) -> frozenset[Login]:
        """Name the officers whose items this officer may take back for them: they were withdrawn or removed."""
        with self._presence.at_work() as opened:
            notes = opened.stores.desk.settings
            return frozenset(one for one in {item.author for item in _seen(opened)} if is_withdrawn(notes, one))

    def for_paper(self, item_id: ItemId) -> PaperReceipt:
        """Give the receipt of an item as it is printed or saved, and note that it is: no paper without its trace.

        Raises ``NotInCopyError``, and where the trace cannot be kept.
        """
        receipt, alerts = self.receipt(item_id), self._presence.stores().replica.alerts
        told = alerts.one(receipt.alert_uid)
        paper = PaperReceipt(receipt, self.one(item_id), told.expires_at if told is not None else None)
        self._audit.record(Deed.RECEIPT_PRINTED, item_id)
        return paper

    def _tell(self, *parts: Part) -> None:
        self._bus.tell(StoreChanged(frozenset(parts)))


def _seen(opened: Opened) -> tuple[OutboxItem, ...]:
    """Give the items that the officer who acts may see."""
    station = Station(opened.who.officer, opened.stores.desk.settings)
    return tuple(one for one in opened.stores.desk.outbox.items() if station.sees(one.author))


def _from_now(opened: Opened, draft: Draft) -> Draft:
    """Lay a change on the alert as it stands in the copy: its author has been told to read that first."""
    alert = opened.stores.replica.alerts.one(AlertUid(draft.edits))
    return draft if alert is None else opened.stores.desk.drafts.save(replace(draft, base_version=alert.version))


def _own(opened: Opened, item_id: ItemId, states: frozenset[ItemState], *, of_withdrawn: bool = False) -> OutboxItem:
    """Give an item of the officer who acts, or one left behind, if it stands where that is allowed."""
    item = opened.stores.desk.outbox.one(item_id)
    if item is None:
        raise NotInCopyError("outbox item")
    notes = opened.stores.desk.settings
    left = of_withdrawn and is_withdrawn(notes, item.author) and Station(opened.who.officer, notes).sees(item.author)
    if item.author != opened.who.officer.login and not left:
        raise InputError(Field.DRAFT, Reason.OTHER_AUTHOR)
    if item.state not in states:
        raise InputError(Field.DRAFT, Reason.ALREADY_SENT)
    return item
