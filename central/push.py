"""What stations send: each item judged alone, recorded once, and answered the same for ever."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import msgspec

from central.alike import Doubles, Wording
from central.amending import amended, reason_against_edit, unhidden
from central.batch import Batch, Kept, Readings
from central.blobs import agrees
from central.entitlement import may_have_file
from central.errors import Refused
from central.expiring import ends_at
from central.hourly import Hourly
from central.judging import can_be_told, is_moment, placed_number, reason_against
from central.receipts import Voucher, received, refused
from central.rights import Actor
from central.store.arrivals import hidden_by
from central.store.counters import ERA
from central.store.findings import Texts
from central.store.items import Item, ItemFile, Stored
from central.store.naming import in_words
from central.store.unit import Store, Unit
from station_client.clock import Clock
from station_client.domain.alert import Life
from station_client.domain.attachment import harmless_name
from station_client.domain.ids import is_uuid7
from station_client.domain.receipt_proof import text_hash
from station_client.domain.redaction import text_without
from sync.protocol.codes import BATCH_ITEMS, Code, ItemReason
from sync.protocol.messages import FileClaim, ItemAnswer, PushAnswer, PushBatch, PushItem, ReceiptRecord
from sync.protocol.records import AlertRecord, FileRecord

OF_EDITS = ("edits", "base_version", "life")
LONGEST_SKEW = 100 * 365 * 24 * 3600.0  # a PC whose battery is flat begins in 1970


@dataclass(frozen=True, slots=True)
class No:
    """Why an item is not taken; ``version`` is the alert's where it changes another one than that."""

    reason: ItemReason
    version: int = 0


class Push:
    """The centre's in-tray."""

    def __init__(self, store: Store, clock: Clock, voucher: Voucher, days: dict[str, int], *, hourly: Hourly) -> None:
        """Record what comes in ``store``, as much as ``hourly`` bears; ``days`` is for how many a category's count."""
        self._hourly = hourly
        self._store = store
        self._clock = clock
        self._voucher = voucher
        self._days = days

    def take(self, actor: Actor, batch: PushBatch, *, together: bool = False) -> PushAnswer:
        """Answer each item of a batch; a refused one does not touch the rest.

        ``together``: who asks can read receipts that share a signature.
        """
        if len(batch.items) > BATCH_ITEMS:
            raise Refused(Code.TOO_LARGE, f"a batch has {BATCH_ITEMS} items at the most")
        for item in batch.items:
            if not is_uuid7(item.item_id):
                raise Refused(Code.NOT_UNDERSTOOD, "item_id is not a UUIDv7")
            if not is_moment(item.written_at) or not math.isfinite(item.skew_seconds):
                raise Refused(Code.NOT_UNDERSTOOD, "written_at or skew_seconds cannot be")
        readings = self._read(actor, batch)
        with self._store.write() as unit:
            coming = Batch(unit, actor, batch.items, readings, now=self._clock.now())
            known = frozenset(coming.kept)
            judged = [(sent.item_id, self._judged(coming, sent)) for sent in batch.items]
            coming.finish()
            refusals = [f"{item_id} {word.reason}" for item_id, word in judged if word is not None]
            self._hourly.refuse(actor, len(refusals))
            for_others = [
                f"{one.item_id} {one.author}"
                for one in batch.items
                if one.author != actor.login and one.item_id in coming.kept and one.item_id not in known
            ]
            for act, subjects in (("item-refused", refusals), ("item-for-another", for_others)):
                unit.trail.add_all(
                    coming.now, login=actor.login, machine_id=actor.machine_id, act=act, subjects=subjects
                )
            era = unit.counters.value(ERA)
        answers, keys = self._answers(coming, judged, together=together), self._voucher.keys() if together else ()
        return PushAnswer(answers=answers, server_time=self._clock.now(), era=era, keys=keys)

    def _read(self, actor: Actor, batch: PushBatch) -> Readings:
        """Read what is new in a batch, and look for what it is like: nobody who wants to write waits for that."""
        texts, doubles, now = Texts(), None, self._clock.now()
        with self._store.read() as unit:
            self._hourly.bear(unit, actor, len(batch.items), now)
            here = unit.items.several([one.item_id for one in batch.items])
            fresh = [one for one in batch.items if not one.edits and one.item_id not in here]
            new = [one for one in fresh if can_be_told(one.description)]
            for one in new:
                texts.read(one.description.strip())
            if actor.office_looks:
                doubles = Doubles(now, texts.sketched)
                doubles.look(unit, _wordings(unit, new, actor.office_code))
        return Readings(texts, doubles)

    def _judged(self, coming: Batch, sent: PushItem) -> No | None:
        """Keep an item, or say why not."""
        before = coming.kept.get(sent.item_id)
        if before is not None:
            here = (before.item.content_hash, before.item.office_code)
            return None if here == (content_hash(sent), coming.actor.office_code) else No(ItemReason.ID_REUSED)
        author = coming.author(sent.author)
        if author is None:
            return No(ItemReason.UNKNOWN_AUTHOR)
        edited = coming.edited(sent)
        reason = reason_against(sent, author) or (reason_against_edit(sent, author, edited) if sent.edits else None)
        if reason is not None:
            return No(reason, edited.version if edited is not None and reason is ItemReason.CONFLICT else 0)
        writer = replace(coming.actor, account=author)
        files = tuple(_file(_shown(coming, writer, one.sha256), one) for one in sent.files)
        sound = tuple(one for one in files if one is not None)
        said = sent if edited is None else unhidden(sent, edited, coming.unit.records.guarded.hidden_from(edited))
        if isinstance(said, ItemReason) or len(sound) < len(files):
            return No(said if isinstance(said, ItemReason) else ItemReason.FILES)
        self._record(coming, (sent, said), sound, edited)
        return None

    def _record(
        self, coming: Batch, both: tuple[PushItem, PushItem], files: tuple[ItemFile, ...], edited: AlertRecord | None
    ) -> None:
        """Record an item as it was sent, and as it is to be read: with what was hidden from its author."""
        now, (sent, said) = coming.now, both
        item = Item(
            item_id=sent.item_id,
            content_hash=content_hash(sent),
            machine_id=coming.actor.machine_id,
            office_code=coming.actor.office_code,
            author=sent.author,
            record_number=coming.number(),
            written_at=sent.written_at,
            skew_seconds=sent.skew_seconds,
            received_at=now,
            complete_at=now if all(one.verified for one in files) else None,
            text_hash=text_hash(sent.description),
        )
        ends = ends_at(sent.category, now, self._days)
        fresh = msgspec.structs.replace(_alert(coming, said, item, files), expires_at=ends)
        coming.keep(item, files, fresh if edited is None else amended(edited, fresh, sent.life))

    def _answers(
        self, coming: Batch, judged: Sequence[tuple[str, No | None]], *, together: bool
    ) -> tuple[ItemAnswer, ...]:
        """Give each item's answer, in their order."""
        here = [coming.kept[item_id] for item_id, no in judged if no is None]
        signed = iter(self._voucher.receipts([(one.item, one.files) for one in here], together=together))
        return tuple(
            msgspec.structs.replace(refused(item_id, no.reason), version=no.version)
            if no is not None
            else _received(coming.kept[item_id], next(signed))
            for item_id, no in judged
        )


def _received(here: Kept, receipt: ReceiptRecord) -> ItemAnswer:
    return msgspec.structs.replace(received(receipt, here.files), alike=here.doubles)


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


def _wordings(unit: Unit, new: Sequence[PushItem], office_code: str) -> list[Wording]:
    """Give what of new items is compared, as the feed would tell them now."""
    numbers = {one.item_id: placed_number(one, office_code) for one in new}
    keys = {item_id: number.key if number else "" for item_id, number in numbers.items()}
    words = ((one, (one.description, one.gd_number, one.gd_reason, *(file.name for file in one.files))) for one in new)
    named = {one.item_id: in_words(office_code, *said) | {keys[one.item_id]} for one, said in words}
    hidden = unit.arrivals.hidden(frozenset().union(*named.values()) - {""})
    texts = {one.item_id: text_without(hidden_by(named[one.item_id], hidden), one.description.strip()) for one in new}
    return [Wording(one.item_id, one.category, keys[one.item_id], texts[one.item_id]) for one in new]


def _file(here: Stored | None, claim: FileClaim) -> ItemFile | None:
    """Make an item's claim of a file; None where the bytes are here and are not what it claims."""
    if here is not None and (here.size != claim.size or not agrees(claim.kind, here.container)):
        return None
    name = harmless_name(claim.name)
    return ItemFile(sha256=claim.sha256, size=claim.size, name=name, kind=claim.kind, verified=here is not None)


def _shown(coming: Batch, writer: Actor, sha256: str) -> Stored | None:
    """Give what is known of a file's bytes that are here, to one who may have them.

    To anybody else the file is missing until they bring it.
    """
    here = coming.stored(sha256)
    return here if here is not None and may_have_file(coming.unit, writer, sha256) else None


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
