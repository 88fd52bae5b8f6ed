"""What stations send: each item judged alone, recorded once, and answered the same for ever."""

from __future__ import annotations

import hashlib
import math
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec

from central.alike import alike, kept, told_again
from central.amending import amended, reason_against_edit, unhidden
from central.batch import Batch
from central.blobs import agrees
from central.errors import Refused
from central.expiring import ends_at
from central.judging import is_moment, placed_number, reason_against
from central.receipts import Voucher, refused
from central.rights import Actor
from central.store.counters import ERA
from central.store.items import Item, ItemFile
from central.store.unit import Store, Unit
from station_client.clock import Clock, to_ist
from station_client.domain.alert import Life
from station_client.domain.attachment import harmless_name
from station_client.domain.ids import is_uuid7
from station_client.domain.receipt_proof import text_hash
from sync.protocol.codes import BATCH_ITEMS, Code, ItemReason
from sync.protocol.messages import AlikeRecord, ItemAnswer, PushAnswer, PushBatch, PushItem
from sync.protocol.records import AlertRecord, FileRecord

OF_EDITS = ("edits", "base_version", "life")
HOUR = timedelta(hours=1)
RETRY_ITEMS = 600
LONGEST_SKEW = 100 * 365 * 24 * 3600.0  # a PC whose battery is flat begins in 1970


class Push:
    """The centre's in-tray."""

    def __init__(
        self, store: Store, clock: Clock, voucher: Voucher, days: dict[str, int], *, items_an_hour: int = 0
    ) -> None:
        """Record what comes in ``store``; no more of one machine than ``items_an_hour``, unless that is 0.

        ``days`` is for how many of them alerts of a category count.
        """
        self._most = items_an_hour
        self._store = store
        self._clock = clock
        self._voucher = voucher
        self._days = days

    def take(self, actor: Actor, batch: PushBatch) -> PushAnswer:
        """Answer each item of a batch; a refused one does not touch the rest."""
        if len(batch.items) > BATCH_ITEMS:
            raise Refused(Code.TOO_LARGE, f"a batch has {BATCH_ITEMS} items at the most")
        for item in batch.items:
            if not is_uuid7(item.item_id):
                raise Refused(Code.NOT_UNDERSTOOD, "item_id is not a UUIDv7")
            if not is_moment(item.written_at) or not math.isfinite(item.skew_seconds):
                raise Refused(Code.NOT_UNDERSTOOD, "written_at or skew_seconds cannot be")
        self._bear(actor, len(batch.items))
        with self._store.write() as unit:
            coming = Batch(unit, actor)
            answers = tuple(self._answer(coming, item) for item in batch.items)
            era = unit.counters.value(ERA)
        return PushAnswer(answers=answers, server_time=self._clock.now(), era=era)

    def _bear(self, actor: Actor, fresh: int) -> None:
        """Refuse a flood of items, over all processes: a station that was without a line for months sends fewer."""
        now = self._clock.now()
        with self._store.read() as unit:
            taken = unit.items.received_since(actor.machine_id, now - HOUR) if self._most else 0
        if taken + fresh <= self._most or not self._most:
            return
        with self._store.write() as unit:
            said = f"{taken} items in an hour"
            unit.trail.add(now, login=actor.login, machine_id=actor.machine_id, act="flood-refused", subject=said)
        raise Refused(Code.BUSY, "too many items of one machine in an hour", RETRY_ITEMS)

    def _answer(self, coming: Batch, sent: PushItem) -> ItemAnswer:
        unit, actor = coming.unit, coming.actor
        before = unit.items.one(sent.item_id)
        if before is not None:
            if before.content_hash != content_hash(sent) or before.office_code != actor.office_code:
                return self._refuse(unit, actor, sent, ItemReason.ID_REUSED)
            return self._received(before, unit.items.files(sent.item_id), told_again(unit, actor, before.alike))
        author = coming.author(sent.author)
        if author is None:
            return self._refuse(unit, actor, sent, ItemReason.UNKNOWN_AUTHOR)
        edited = alert_of(unit, sent)
        reason = reason_against(sent, author) or (reason_against_edit(sent, author, edited) if sent.edits else None)
        if reason is not None:
            version = edited.version if edited is not None and reason is ItemReason.CONFLICT else 0
            return msgspec.structs.replace(self._refuse(unit, actor, sent, reason), version=version)
        files = tuple(_file(unit, one.sha256, one.size, one.name, one.kind) for one in sent.files)
        sound = tuple(one for one in files if one is not None)
        said = sent if edited is None else unhidden(sent, edited, unit.records.guarded.hidden_from(edited))
        if isinstance(said, ItemReason) or len(sound) < len(files):
            return self._refuse(unit, actor, sent, said if isinstance(said, ItemReason) else ItemReason.FILES)
        return self._record(coming, (sent, said), sound, edited)

    def _record(
        self, coming: Batch, both: tuple[PushItem, PushItem], files: tuple[ItemFile, ...], edited: AlertRecord | None
    ) -> ItemAnswer:
        """Record an item as it was sent, and as it is to be read: with what was hidden from its author."""
        unit, actor, (sent, said) = coming.unit, coming.actor, both
        now = self._clock.now()
        year = to_ist(now).year
        number = f"{year}-{unit.counters.next(f'record-{year}'):06d}"
        item = Item(
            item_id=sent.item_id,
            content_hash=content_hash(sent),
            machine_id=actor.machine_id,
            office_code=actor.office_code,
            author=sent.author,
            record_number=number,
            written_at=sent.written_at,
            skew_seconds=sent.skew_seconds,
            received_at=now,
            complete_at=now if all(one.verified for one in files) else None,
            text_hash=text_hash(sent.description),
        )
        fresh = msgspec.structs.replace(
            _alert(coming, said, item, files), expires_at=ends_at(sent.category, now, self._days)
        )
        unit.records.put(fresh if edited is None else amended(edited, fresh, sent.life))
        doubles = alike(unit, item.item_id) if actor.office_looks and not sent.edits else ()
        unit.items.add(replace(item, alike=kept(doubles)), files)
        return self._received(item, files, doubles)

    def _received(self, item: Item, files: tuple[ItemFile, ...], doubles: tuple[AlikeRecord, ...]) -> ItemAnswer:
        return msgspec.structs.replace(self._voucher.received(item, files), alike=doubles)

    def _refuse(self, unit: Unit, actor: Actor, sent: PushItem, reason: ItemReason) -> ItemAnswer:
        unit.trail.add(
            self._clock.now(),
            login=actor.login,
            machine_id=actor.machine_id,
            act="item-refused",
            subject=f"{sent.item_id} {reason}",
        )
        return refused(sent.item_id, reason)


def content_hash(sent: PushItem) -> str:
    """Give the hash of what an item says; the measured skew may differ between two tries of the same."""
    said = msgspec.to_builtins(msgspec.structs.replace(sent, skew_seconds=0.0))
    for name in OF_EDITS if not sent.edits else ():
        del said[name]  # an item of protocol 1, which had no edits, keeps the hash that it was received with
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()  # in the order of the definition


def issued_at(written_at: datetime, skew_seconds: float, received_at: datetime) -> datetime:
    """Give the true time of writing as well as it is known: the PC's clock set right, never in the future."""
    skew = timedelta(seconds=skew_seconds) if abs(skew_seconds) <= LONGEST_SKEW else timedelta()
    try:
        issued = min(written_at - skew, received_at).astimezone(received_at.tzinfo)
    except OverflowError:
        return received_at
    return issued if is_moment(issued) else received_at


def alert_of(unit: Unit, sent: PushItem) -> AlertRecord | None:
    """Give the alert that an item changes, as the centre holds it now."""
    found = unit.records.one("alert", sent.edits) if sent.edits else None
    return found if isinstance(found, AlertRecord) else None


def _file(unit: Unit, sha256: str, size: int, name: str, kind: str) -> ItemFile | None:
    """Make an item's claim of a file; None where the bytes are here and are not what it claims."""
    here = unit.stock.one(sha256)
    if here is not None and (here.size != size or not agrees(kind, here.container)):
        return None
    return ItemFile(sha256=sha256, size=size, name=harmless_name(name), kind=kind, verified=here is not None)


def _alert(coming: Batch, sent: PushItem, item: Item, files: tuple[ItemFile, ...]) -> AlertRecord:
    office, author = coming.office, coming.author(item.author)
    if author is None:
        raise Refused(Code.NOT_ENTITLED, "the author is no longer of this office")
    fir = placed_number(sent, office.code)
    return AlertRecord(
        sequence=0,
        uid=sent.item_id,
        record_number=item.record_number,
        category=sent.category,
        life=Life.ACTIVE,
        description=sent.description.strip(),
        office_code=office.code,
        office_name=office.name,
        district_code=office.district_code,
        district_name=coming.district_name,
        state_code=office.state_code,
        author=f"{author.rank} {author.name}",
        issued_at=issued_at(sent.written_at, sent.skew_seconds, item.received_at),
        received_at=item.received_at,
        version=1,
        fir_key=fir.key if fir else "",
        fir_shown=fir.shown if fir else "",
        gd_number=sent.gd_number.strip(),
        gd_reason=sent.gd_reason.strip(),
        files=tuple(FileRecord(sha256=one.sha256, size=one.size, name=one.name, kind=one.kind) for one in files),
    )
