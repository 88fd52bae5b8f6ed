"""What a centre would answer, played: an item of the training goes the whole way to a receipt that is plainly none.

Nothing is sent for it: it moves in the training's own store, one step for each time that the officer asks.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from station_client.clock import Clock
from station_client.domain.alert import Alert, Change, Life
from station_client.domain.ids import AlertUid, ItemId
from station_client.domain.office import Officer
from station_client.domain.outbox import ItemState, OutboxItem, Receipt, ReceiptFile
from station_client.errors import NotInCopyError, NotSignedInError
from station_client.events import Bus, Part, StoreChanged
from station_client.services.session import Session
from station_client.store.replica.changes import Changes
from station_client.training.made_up import ALERTS

CENTRE: Final = "TRAINING · no centre has this · प्रशिक्षण · यह किसी केंद्र के पास नहीं है"


class Played:
    """``rehearsing.Rehearsing`` of a training; no other house has one."""

    def __init__(self, session: Session, clock: Clock, bus: Bus) -> None:
        """Play for whoever is signed in."""
        self._session = session
        self._clock = clock
        self._bus = bus

    def step(self, item_id: ItemId) -> None:
        """Move an item on: queued, sending, received while files are under way, received. Raises ``NotInCopyError``."""
        stores, signed_in, now = self._session.stores(), self._session.current(), self._clock.now()
        item = stores.desk.outbox.one(item_id)
        if signed_in is None:
            raise NotSignedInError
        if item is None:
            raise NotInCopyError("outbox item")
        state = _following(item)
        if state is item.state:
            return
        held = stores.desk.receipts.one(item_id)
        number = item.record_number or f"TRAINING-{ALERTS + 1 + len(stores.desk.receipts.all()):06d}"
        receipt = (
            None if state is ItemState.SENDING else _receipt(replace(item, record_number=number), held, state, now)
        )
        moved = replace(item, state=state, record_number=number if receipt else "")
        if not stores.desk.outbox.update(moved, receipt, expected={item.state}):
            return  # taken back, or played on, a moment ago
        parts = {Part.OUTBOX}
        if receipt is not None:
            parts |= {Part.RECEIPTS}
        if receipt is not None and held is None:
            sequence = stores.replica.feed.cursor() + 1
            before = stores.replica.alerts.one(AlertUid(item.edits)) if item.edits else None
            told = _changed(before, moved, signed_in.officer, now) if before else _alert(moved, signed_in.officer, now)
            stores.replica.feed.apply(Changes(cursor=sequence, alerts=(replace(told, sequence=sequence),)))
            parts |= {Part.ALERTS}
        self._bus.tell(StoreChanged(frozenset(parts)))


def _following(item: OutboxItem) -> ItemState:
    """Give the state after this one; without files the alert is complete at once."""
    if item.state is ItemState.QUEUED:
        return ItemState.SENDING
    if item.state is ItemState.SENDING:
        return ItemState.RECEIVED if item.files else ItemState.COMPLETE
    return ItemState.COMPLETE if item.state is ItemState.RECEIVED else item.state


def _receipt(item: OutboxItem, held: Receipt | None, state: ItemState, now: datetime) -> Receipt:
    """Write the receipt of an item: unsigned, as nobody has signed anything."""
    complete = state is ItemState.COMPLETE
    files = tuple(ReceiptFile(one.sha256, one.size, one.name) for one in item.files) if complete else ()
    return Receipt(
        item_id=item.item_id,
        alert_uid=AlertUid(item.edits or item.item_id),
        record_number=item.record_number,
        received_at=held.received_at if held else now,
        complete_at=now if complete else None,
        files=files,
        author=item.author,
        centre=CENTRE,
    )


def _alert(item: OutboxItem, author: Officer, now: datetime) -> Alert:
    """Write the alert as every station of the made-up State would have it."""
    return Alert(
        uid=AlertUid(item.item_id),
        record_number=item.record_number,
        category=item.category,
        life=Life.ACTIVE,
        description=item.description,
        fir_key=item.fir_key,
        fir_shown=item.fir_shown,
        gd_number=item.gd_number,
        gd_reason=item.gd_reason,
        office_code=author.office.code,
        office_name=author.office.name,
        district_code=author.office.district_code,
        district_name=author.district_name,
        state_code=author.office.state_code,
        author=author.rank,
        issued_at=item.queued_at,
        received_at=now,
        expires_at=None,
        version=1,
        sequence=0,
        files=item.files,
    )


def _changed(before: Alert, item: OutboxItem, author: Officer, now: datetime) -> Alert:
    """Write an alert as a change leaves it: said anew, or with what was found, or why it is taken back, below it."""
    life = Life(item.life or Life.CORRECTED)
    said = f"{before.description}\n\n{item.description}" if item.life else item.description
    changes = (*before.changes, Change(life, now, author.rank))
    return replace(before, life=life, description=said, version=before.version + 1, changes=changes)
