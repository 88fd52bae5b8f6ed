"""Attachments on their way in and out: only what was claimed comes in, only who may look takes out."""

from __future__ import annotations

from collections.abc import Iterable

from central.blobs import BlobFolder, Reading, agrees, is_hash
from central.entitlement import may_have_file, writer_of
from central.errors import Refused
from central.floods import notes
from central.receipts import Voucher
from central.rights import Actor
from central.store.items import Item, ItemFile, Stored
from central.store.unit import Store, Unit
from station_client.clock import Clock
from sync.protocol.codes import BLOB_BYTES, Code
from sync.protocol.messages import BlobAnswer, ReceiptRecord


class Uploads:
    """The bytes of attachments."""

    def __init__(self, store: Store, folder: BlobFolder, clock: Clock, voucher: Voucher) -> None:
        """Keep bytes in ``folder`` and what is known of them in ``store``."""
        self._store = store
        self._folder = folder
        self._clock = clock
        self._voucher = voucher
        self._notes = notes()

    def put(self, actor: Actor, sha256: str, size: int, chunks: Iterable[bytes]) -> BlobAnswer:
        """Take a file that this officer's office claimed, and tell which receipts changed by it."""
        kinds = self.kinds(actor, sha256, size)
        here = self.known(actor, sha256)
        if here is not None:
            self.check_kind(actor, kinds, here)
            for _ in chunks:
                pass  # what is here is read past, so that the answer arrives
            return BlobAnswer(sha256=sha256, size=size, receipts=self.tick(actor, here, brought=False))
        with self._folder.arriving(sha256, size, chunks) as stored:
            self.check_kind(actor, kinds, stored)
        return BlobAnswer(sha256=sha256, size=size, receipts=self.tick(actor, stored, brought=True))

    def kinds(self, actor: Actor, sha256: str, size: int) -> frozenset[str]:
        """Give the kinds that this officer's office claims a file to be of; refuse a file that it does not claim."""
        if not is_hash(sha256) or size < 1:
            raise Refused(Code.NOT_UNDERSTOOD, "a SHA-256 and a size are needed")
        if size > BLOB_BYTES:
            raise Refused(Code.TOO_LARGE, "a file has 25 MB at the most")
        with self._store.read() as unit:
            claims = _claims_of(actor, unit, sha256)
        if not claims:
            self._note(actor, "upload-unclaimed", sha256)
            raise Refused(Code.NOT_ENTITLED, "nobody of this office claimed these bytes")
        if all(claim.size != size for claim in claims):
            raise Refused(Code.HASH_MISMATCH, "another size was claimed")
        return frozenset(claim.kind for claim in claims)

    def known(self, actor: Actor, sha256: str) -> Stored | None:
        """Say what is here of a file that this officer's office need not bring any more.

        Who may not have it is told of nothing: it is missing until they have shown that they have the bytes.
        """
        with self._store.read() as unit:
            own = unit.items.claims(sha256, office_code=actor.office_code, open_only=True)
            one_of_each = {item.author: item for item, _ in own}.values()
            owed = any(not _may_be_given(unit, item, sha256) for item in one_of_each)
            owed = owed or any(not one.verified for one in unit.messages.claims(sha256, actor.office_code))
        return None if owed else self.here(sha256)

    def here(self, sha256: str) -> Stored | None:
        """Say what is here of a file, whole and verified.

        A file gets its name when it is both; a centre that died before it noted that finds it here all the same.
        """
        with self._store.read() as unit:
            noted = unit.stock.one(sha256)
        return self._folder.stored(sha256) if noted is None else noted if self._folder.has(sha256) else None

    def get(self, actor: Actor, sha256: str, offset: int = 0) -> tuple[int, Reading]:
        """Give a file's size and its bytes from ``offset`` on.

        The officer must be one who may look: a file is asked for by a person, and one who may look asks again. A
        sensitive alert's files are for whom the alert itself is for, a message's for the office that wrote it.
        """
        if not is_hash(sha256):
            raise Refused(Code.NOT_UNDERSTOOD, "not a SHA-256")
        with self._store.read() as unit:
            stored = unit.stock.one(sha256) if may_have_file(unit, actor, sha256) else None
        if stored is None:
            raise Refused(Code.NOT_FOUND, "these bytes are not here")
        if not 0 <= offset <= stored.size:
            raise Refused(Code.NOT_UNDERSTOOD, "the file ends before that")
        return stored.size, self._folder.get(sha256, offset)

    def check_kind(self, actor: Actor, kinds: frozenset[str], stored: Stored) -> None:
        """Refuse bytes that begin like something else than what they are called."""
        if not any(agrees(kind, stored.container) for kind in kinds):
            self._note(actor, "upload-of-another-kind", stored.sha256)
            raise Refused(Code.HASH_MISMATCH, "these bytes are not of the kind that was claimed")

    def tick(self, actor: Actor, stored: Stored, *, brought: bool) -> tuple[ReceiptRecord, ...]:
        """Tick a file off on every item whose author may have it; give the receipts of the actor's machine.

        ``brought``: this office has just shown the bytes, so that all of its own items and messages get it.
        """
        now = self._clock.now()
        changed: list[Item] = []
        with self._store.write() as unit:
            unit.stock.add(stored, now)
            claims = unit.items.claims(stored.sha256, open_only=True)
            given: dict[tuple[str, bool], bool] = {}  # by author, and whether these bytes were shown to be an alert's
            # its own first: what it shows, others may have
            for item, claim in sorted(claims, key=lambda one: one[0].office_code != actor.office_code):
                if claim.size != stored.size or not agrees(claim.kind, stored.container):
                    continue
                own = brought and item.office_code == actor.office_code
                known = (item.author, bool(changed))
                if not own and known not in given:
                    given[known] = _may_be_given(unit, item, stored.sha256)
                if not own and not given[known]:
                    continue
                unit.items.verify(item.item_id, stored.sha256)
                changed.append(item)
                if item.complete_at is None and all(one.verified for one in unit.items.files(item.item_id)):
                    unit.items.complete(item.item_id, now)
            if brought:
                unit.messages.show(stored.sha256, actor.office_code)
            mine = dict.fromkeys(item.item_id for item in changed if item.machine_id == actor.machine_id)
            return tuple(self._receipt(unit, item_id) for item_id in mine)

    def receipts(self, actor: Actor, sha256: str) -> tuple[ReceiptRecord, ...]:
        """Give the receipts, as they stand now, of all items of the actor's machine that name a file."""
        with self._store.read() as unit:
            mine = dict.fromkeys(item.item_id for item, _ in unit.items.claims(sha256, machine_id=actor.machine_id))
            return tuple(self._receipt(unit, item_id) for item_id in mine)

    def _receipt(self, unit: Unit, item_id: str) -> ReceiptRecord:
        item = unit.items.one(item_id)
        if item is None:
            raise Refused(Code.FAULT, "an item was lost between two reads")
        return self._voucher.receipt(item, unit.items.files(item_id))

    def _note(self, actor: Actor, act: str, sha256: str) -> None:
        if self._notes.wait(actor.machine_id, self._clock.monotonic()):
            return  # a hundred files of one question, and so on and on: more lines would say nothing
        with self._store.write() as unit:
            now = self._clock.now()
            unit.trail.add(now, login=actor.login, machine_id=actor.machine_id, act=act, subject=sha256)


def _may_be_given(unit: Unit, item: Item, sha256: str) -> bool:
    """Tell whether the author of an item may have a file without bringing it."""
    writer = writer_of(unit, item.author, item.machine_id)
    return writer is not None and may_have_file(unit, writer, sha256)


def _claims_of(actor: Actor, unit: Unit, sha256: str) -> tuple[ItemFile, ...]:
    """Give what this office's alerts and messages say of these bytes."""
    sent = (claim for _, claim in unit.items.claims(sha256, office_code=actor.office_code))
    return (*sent, *unit.messages.claims(sha256, actor.office_code))
