"""What waits on this PC to be sent, and what the centre answered.

"Queued" is never "received": an item is received only by the centre's own record number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from station_client.domain.alert import AttachedFile, Category
from station_client.domain.ids import AlertUid, DraftId, ItemId, Login, Sha256


class ItemState(StrEnum):
    """The one word for where an item stands (design: the same on screen, paper and log)."""

    QUEUED = "queued"
    SENDING = "sending"
    RECEIVED = "received"
    COMPLETE = "complete"
    REFUSED = "refused"
    SET_ASIDE = "set-aside"


WAITING_STATES = frozenset({ItemState.QUEUED, ItemState.SENDING, ItemState.RECEIVED})


@dataclass(frozen=True, slots=True)
class AlikeAlert:
    """An alert that the centre holds already and that may be of the same event; ``why`` is its code for the reason."""

    uid: AlertUid
    record_number: str
    office: str
    received_at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """One submitted alert, bound to its author whoever is signed in.

    ``item_id`` is the client-made UUIDv7 and becomes the alert's uid at the centre. RECEIVED: the
    centre has the record, files are still under way; COMPLETE: it has verified every file too.
    ``edits`` names an alert of which this is a change (``Draft``); its own id is then the change's alone.
    ``alike`` are alerts that this one may repeat, as the centre told. ``reason`` is the code of a refusal;
    ``bytes_sent`` of ``bytes_total`` counts file bytes.
    """

    item_id: ItemId
    author: Login
    author_shown: str
    draft_id: DraftId
    category: Category
    fir_key: str
    fir_shown: str
    gd_number: str
    gd_reason: str
    description: str
    files: tuple[AttachedFile, ...]
    queued_at: datetime
    skew_seconds: float
    state: ItemState = ItemState.QUEUED
    reason: str = ""
    record_number: str = ""
    attempts: int = 0
    bytes_sent: int = 0
    edits: str = ""
    base_version: int = 0
    life: str = ""
    alike: tuple[AlikeAlert, ...] = ()

    @property
    def bytes_total(self) -> int:
        """Count the bytes of all its files."""
        return sum(one.size for one in self.files)


@dataclass(frozen=True, slots=True)
class ReceiptFile:
    """A file as the centre verified it: its hash was computed there, not repeated from here."""

    sha256: Sha256
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """The centre's word that it has the alert: its record number, its time, each file's hash.

    ``complete_at`` is None while files are under way. ``signature`` is empty where the centre did not sign; it is of
    the lines of ``station_client.domain.receipt_proof``, by the key ``key_id``. ``earlier`` are the record numbers
    it gave before it was restored from a backup that had forgotten them.
    """

    item_id: ItemId
    alert_uid: AlertUid
    record_number: str
    received_at: datetime
    complete_at: datetime | None
    files: tuple[ReceiptFile, ...]
    author: Login
    centre: str
    signature: str = ""
    earlier: tuple[str, ...] = ()
    key_id: str = ""
    office_code: str = ""
    text_sha256: str = ""
