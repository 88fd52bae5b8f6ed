"""Services for the tests of the working screens: drafts, outbox, FIRs and search in memory."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from station_client.domain.alert import AttachedFile, Category
from station_client.domain.attachment import Attachment, Kind, Limits, Verdict, ending
from station_client.domain.draft import Draft
from station_client.domain.drafting import problems, to_item
from station_client.domain.ids import AlertUid, DraftId, ItemId, Login, Sha256
from station_client.domain.outbox import ItemState, OutboxItem, Receipt, ReceiptFile
from station_client.domain.receipt_proof import key_id, proof_of, signature_text, text_hash
from station_client.domain.receipt_tree import carried, to_sign
from station_client.errors import (
    AttachmentRefusedError,
    DraftIncompleteError,
    NotInCopyError,
    NotSignedInError,
    StationError,
)
from station_client.events import Bus, Part, StoreChanged
from station_client.services.scans import Scan, scans
from station_client.services.views import PaperReceipt
from tests.support.faces import NOW, OFFICER, Face, StillClock
from tests.support.hash_reports import FakeHashing
from tests.support.held_firs import FakeDisclosure, FakeFirs
from tests.support.printed_firs import protected_fir
from tests.support.searching import FakeExport, FakeSaved, FakeSearch
from tests.support.versions import Versions

LIMITS = Limits()


@dataclass
class FakeOutbox:
    """Items and receipts in memory."""

    bus: Bus
    held: dict[ItemId, OutboxItem] = field(default_factory=dict)
    confirmed: dict[ItemId, Receipt] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    left: frozenset[Login] = frozenset()

    def put(self, *items: OutboxItem) -> None:
        """Keep items and tell it."""
        self.held |= {one.item_id: one for one in items}
        self.bus.tell(StoreChanged(frozenset({Part.OUTBOX})))

    def confirm(self, *receipts: Receipt) -> None:
        """Keep receipts and tell it."""
        self.confirmed |= {one.item_id: one for one in receipts}
        self.bus.tell(StoreChanged(frozenset({Part.RECEIPTS})))

    def items(self) -> tuple[OutboxItem, ...]:
        """Give the items, newest first."""
        return tuple(reversed(self.held.values()))

    def one(self, item_id: ItemId) -> OutboxItem:
        """Give one item."""
        if item_id not in self.held:
            raise NotInCopyError("item")
        return self.held[item_id]

    def take_back(self, item_id: ItemId) -> Draft:
        """Make it a draft again."""
        self.asked.append(f"take-back {item_id}")
        item = self.held.pop(item_id)
        return Draft(item.draft_id, item.author, NOW, NOW, description=item.description)

    def retry(self, item_id: ItemId) -> None:
        """Queue it again."""
        self.asked.append(f"retry {item_id}")
        self.put(replace(self.held[item_id], state=ItemState.QUEUED, reason=""))

    def receipt(self, item_id: ItemId) -> Receipt:
        """Give the receipt."""
        if item_id not in self.confirmed:
            raise NotInCopyError("receipt")
        return self.confirmed[item_id]

    def left_behind(self) -> frozenset[Login]:
        """Name who left their items behind."""
        return self.left

    def for_paper(self, item_id: ItemId) -> PaperReceipt:
        """Give it with its item, and remember the trace."""
        self.asked.append(f"printed {item_id}")
        return PaperReceipt(self.receipt(item_id), self.one(item_id))

    def receipts(self) -> tuple[Receipt, ...]:
        """Give all receipts."""
        return tuple(self.confirmed.values())


@dataclass
class FakeDrafts(Versions):
    """Drafts in memory; ``wrong`` is raised by the next save; ``gate`` holds saves, ``look`` attaching.

    ``looking`` says that a file was begun. While ``locked`` no file is begun to be attached.
    """

    bus: Bus
    clock: StillClock
    outbox: FakeOutbox
    wrong: StationError | None = None
    gate: threading.Event = field(default_factory=threading.Event)
    look: threading.Event = field(default_factory=threading.Event)
    looking: threading.Event = field(default_factory=threading.Event)
    locked: bool = False
    scan_folder: Path | None = None
    threads: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin with the gates open."""
        self.gate.set()
        self.look.set()

    def begin(self) -> Draft:
        """Give an empty draft."""
        for one in self.held.values():
            if one.empty:
                return one
        made = DraftId(f"draft-{len(self.held) + 1}")
        return self._keep(Draft(made, OFFICER.login, self.clock.now(), self.clock.now()))

    def one(self, draft_id: DraftId) -> Draft:
        """Give one draft."""
        if draft_id not in self.held:
            raise NotInCopyError("draft")
        return self.held[draft_id]

    def mine(self, limit: int = 1000) -> tuple[Draft, ...]:
        """Give what anything stands in."""
        return tuple(one for one in self.held.values() if not one.empty and one.author == OFFICER.login)[:limit]

    def save(self, draft: Draft) -> Draft:
        """Keep what was typed."""
        self.threads.add(threading.current_thread().name)
        self.gate.wait(10)
        if self.wrong is not None:
            wrong, self.wrong = self.wrong, None
            raise wrong
        held = self.one(draft.draft_id)
        self.before.insert(0, held)
        return self._keep(replace(draft, files=held.files, version=held.version + 1, saved_at=self.clock.now()))

    def attach(self, draft_id: DraftId, path: Path) -> Draft:
        """Attach a file from the disk."""
        if self.locked:
            raise NotSignedInError
        self.looking.set()
        self.look.wait(10)
        return self.attach_bytes(draft_id, path.name, path.read_bytes())

    def scanned(self) -> tuple[Scan, ...]:
        """Give what lies in the scan folder of a test."""
        return scans(self.scan_folder, LIMITS)

    def attach_bytes(self, draft_id: DraftId, name: str, data: bytes) -> Draft:
        """Attach bytes; a name with ``bad`` is refused, one with ``locked`` warned of."""
        draft = self.one(draft_id)
        if "bad" in name:
            raise AttachmentRefusedError(name, "mismatch")
        if len(draft.files) >= LIMITS.files:
            raise AttachmentRefusedError(name, "too-many")
        kind = {"jpg": Kind.JPEG, "png": Kind.PNG, "pdf": Kind.PDF}.get(ending(name), Kind.DOCX)
        locked = "locked" in name
        made = Attachment(
            sha256=Sha256(hashlib.sha256(data).hexdigest()),
            size=len(data),
            name=name,
            kind=kind,
            verdict=Verdict.ENCRYPTED if locked else Verdict.ACCEPT,
            reasons=("encrypted",) if locked else (),
        )
        return self._keep(replace(draft, files=(*draft.files, made)))

    def detach(self, draft_id: DraftId, sha256: Sha256) -> Draft:
        """Take a file off."""
        draft = self.one(draft_id)
        return self._keep(replace(draft, files=tuple(one for one in draft.files if one.sha256 != sha256)))

    def discard(self, draft_id: DraftId) -> None:
        """Throw it away."""
        del self.held[draft_id]
        self.bus.tell(StoreChanged(frozenset({Part.DRAFTS})))

    def submit(self, draft_id: DraftId) -> OutboxItem:
        """Move it into the outbox."""
        draft = self.one(draft_id)
        if found := problems(draft, OFFICER.rights, LIMITS):
            raise DraftIncompleteError(found)
        item = to_item(draft, OFFICER, item_id=ItemId(f"item-{draft_id}"), now=self.clock.now(), skew_seconds=0.0)
        del self.held[draft_id]
        self.outbox.put(item)
        return item

    def _keep(self, draft: Draft) -> Draft:
        self.held[draft.draft_id] = draft
        self.bus.tell(StoreChanged(frozenset({Part.DRAFTS})))
        return draft


def item(number: int, state: ItemState = ItemState.QUEUED, **changes: object) -> OutboxItem:
    """Make an outbox item with two files."""
    files = tuple(
        AttachedFile(Sha256(hashlib.sha256(f"{number}{at}".encode()).hexdigest()), 500_000, f"photo {at}.jpg", "jpeg")
        for at in range(2)
    )
    made = OutboxItem(
        item_id=ItemId(f"item-{number}"),
        author=OFFICER.login,
        author_shown="Sub-Inspector Anil Sharma",
        draft_id=DraftId(f"draft-{number}"),
        category=Category.HIGH_ALERT,
        fir_key=f"31682034/2026/{number:04}",
        fir_shown=f"{number:04}/2026",
        gd_number="",
        gd_reason="",
        description=f"Hue & Cry number {number}. A child of seven is missing.",
        files=files,
        queued_at=NOW - timedelta(minutes=number),
        skew_seconds=0.0,
        state=state,
    )
    return replace(made, **changes)  # type: ignore[arg-type] # a test names real fields


def receipt(of: OutboxItem, *, complete: bool = True) -> Receipt:
    """Make the centre's receipt for an item."""
    return Receipt(
        item_id=of.item_id,
        alert_uid=AlertUid(str(of.item_id)),
        record_number="2026-000123",
        received_at=NOW,
        complete_at=NOW if complete else None,
        files=tuple(ReceiptFile(one.sha256, one.size, one.name) for one in of.files),
        author=Login(str(of.author)),
        centre="Central server",
    )


SIGNING = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


def signed_receipt(of: OutboxItem, *, beside: int = 0) -> Receipt:
    """Make the centre's receipt for an item, signed: alone, or together with those of so many others."""
    public = SIGNING.public_key().public_bytes_raw()
    said = replace(receipt(of), key_id=key_id(public), office_code="31682034", text_sha256=text_hash(of.description))
    unsigned = proof_of(replace(said, signature=signature_text(bytes(64))))
    assert unsigned is not None
    texts = [unsigned.statement.text(), *(f"another receipt {at}" for at in range(beside))]
    own, *_ = carried(SIGNING.sign(to_sign(said.key_id, texts).encode()), texts)
    return replace(said, signature=signature_text(own))


@dataclass
class Desk:
    """All fakes of the working screens, joined over one face."""

    face: Face

    def __post_init__(self) -> None:
        """Join them; the officer is signed in."""
        self.face.session.now = OFFICER
        self.outbox = FakeOutbox(self.face.bus)
        self.drafts = FakeDrafts(self.face.bus, self.face.clock, self.outbox)
        self.firs, self.disclosure = FakeFirs(), FakeDisclosure()
        self.search = FakeSearch(self.face.alerts)
        self.saved, self.export = FakeSaved(), FakeExport(self.face.alerts)
        self.verbs = self.face.verbs(
            drafts=self.drafts,
            outbox=self.outbox,
            hashing=FakeHashing(self.outbox),
            firs=self.firs,
            disclosure=self.disclosure,
            search=self.search,
            saved_searches=self.saved,
            search_export=self.export,
        )


def with_two_firs(desk: Desk) -> Desk:
    """Let the copy have one protected and one plain FIR."""
    fir = protected_fir()
    desk.firs.held = {"protected": fir, "plain": replace(fir, victim_protected=False)}
    return desk
