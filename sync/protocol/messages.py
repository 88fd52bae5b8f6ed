"""Every question and answer between a station and the centre.

One Struct each; ``docs/wire.md`` says which path carries which, and ``tests/golden`` holds an example
of every one. Unknown fields are ignored (a newer end may add some); a missing or mistyped field
is refused by name.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from sync.protocol.bounds import MOST_FILES, Moment, Name, Seconds, Secret, Skew, Text, Whole, Word, Words
from sync.protocol.codes import MOST_ALIKE, PAGE_ROWS
from sync.protocol.records import OfficeRecord, Record


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """The centre is there: who it is, what time it has, which protocol it speaks.

    ``dictionaries`` are those by which it reads a batch in columns (``bundle``); none where it reads no such batch.
    """

    centre: Name
    server_time: Moment
    protocol: Whole
    oldest_protocol: Whole
    dictionaries: Words = ()


class SignIn(msgspec.Struct, frozen=True, kw_only=True):
    """An officer asks to be let in from an enrolled (or, the first time, a new) machine.

    ``challenge`` and ``answer`` say what a picture shows, ``code`` is a one-time code; empty until the centre asks.
    """

    login: Word
    password: Secret
    machine_id: Word
    machine_name: Name
    program_version: Name
    challenge: Word = ""
    answer: Word = ""
    code: Word = ""


class Refresh(msgspec.Struct, frozen=True, kw_only=True):
    """The same officer on the same machine asks for a new access token.

    Each grant replaces the refresh token. The former one stays good until the new access token was used
    once, because a lost answer must not lock an officer out; after that its use ends the session.
    """

    refresh_token: Secret
    machine_id: Word


class OfficerRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The officer as the centre knows them, with the rights it grants now."""

    login: Word
    name: Name
    rank: Name
    office: OfficeRecord
    district_name: Name
    state_name: Name
    acts: Words
    categories: Words


class Grant(msgspec.Struct, frozen=True, kw_only=True):
    """Let in: who it is, what they may do, and two tokens (seconds each is good for)."""

    officer: OfficerRecord
    access_token: Secret
    access_seconds: Seconds
    refresh_token: Secret
    refresh_seconds: Seconds
    server_time: Moment


class ChangePage(msgspec.Struct, frozen=True, kw_only=True):
    """Changes after ``since``: store the records and ``cursor`` in one transaction, then ask on.

    Records stand in ascending order of their sequence, each once, all after ``since`` and none after
    ``cursor``. ``cursor`` may lie beyond the last record (what lies between is not for this office) and
    equals ``since`` where nothing is new. ``head`` is the newest sequence at the centre when the page was
    made; ``more`` says whether a further page waits. A ``head`` below ``since`` means the centre was
    restored; such a page has no records and its ``cursor`` is ``since``.
    """

    since: Whole
    cursor: Whole
    head: Whole
    more: bool
    server_time: Moment
    records: Annotated[tuple[Record, ...], msgspec.Meta(max_length=PAGE_ROWS)]


class FileClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A file that belongs to a sent alert: text and hashes go first, the bytes after."""

    sha256: Word
    size: Whole
    name: Name
    kind: Word


FileClaims = Annotated[tuple[FileClaim, ...], msgspec.Meta(max_length=MOST_FILES)]


class PushItem(msgspec.Struct, frozen=True, kw_only=True):
    """One alert to be recorded; ``item_id`` (UUIDv7) is its idempotency key for ever.

    ``author`` must be an officer of this machine's office who has signed in on this machine; who is
    signed in now does not matter. The item's id becomes the alert's uid.
    ``skew_seconds`` is this PC's clock minus the centre's as last measured.

    ``edits`` makes it a change of the alert of that uid, made from its ``base_version``: with no ``life`` it says the
    alert anew; ``located`` or ``recalled`` ends it, and ``description`` then says why, with the rest as it was.
    """

    item_id: Word
    author: Word
    category: Word
    description: Text
    written_at: Moment
    skew_seconds: Skew
    fir_key: Word = ""
    fir_shown: Word = ""
    gd_number: Word = ""
    gd_reason: Name = ""
    files: FileClaims = ()
    edits: Word = ""
    base_version: Whole = 0
    life: Word = ""


class PushBatch(msgspec.Struct, frozen=True, kw_only=True):
    """All pending items in one question."""

    items: tuple[PushItem, ...]


class ReceiptRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The centre's word: its number, its time, each file's hash as the centre computed it.

    ``alert_uid`` equals ``item_id``. ``files`` lists verified files only, each as the item claimed it;
    the receipt is complete once ``complete_at`` is set: at once where an alert has no files. ``signature`` is of the
    lines that ``station_client.domain.receipt_proof`` makes of all this, by the key ``key_id``.
    """

    item_id: Word
    alert_uid: Word
    record_number: Word
    received_at: Moment
    author: Word
    centre: Name
    files: FileClaims = ()
    complete_at: Moment | None = None
    signature: Text = ""
    key_id: Word = ""
    office_code: Word = ""
    text_sha256: Word = ""


class AlikeRecord(msgspec.Struct, frozen=True, kw_only=True):
    """An alert that may be of the same event; ``why`` is one of ``codes.Alikeness``."""

    uid: Word
    record_number: Word
    office_name: Name
    district_name: Name
    received_at: Moment
    why: Word


class ItemAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one item: ``received`` with a receipt and missing hashes, or ``refused``.

    ``reason`` is an item reason of ``sync.protocol.codes``. A repeat of an item gets the same outcome,
    record number and moment, with the receipt's files and ``missing`` as they stand now. ``version`` is the
    centre's own where the reason is ``conflict``: the edit was made from another one. ``alike`` names alerts that a
    received new one may repeat, as they stood then; they are told and nothing is refused for them.
    """

    item_id: Word
    outcome: Word
    reason: Word = ""
    receipt: ReceiptRecord | None = None
    missing: Words = ()
    version: Whole = 0
    alike: Annotated[tuple[AlikeRecord, ...], msgspec.Meta(max_length=MOST_ALIKE)] = ()


class PushAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """One answer for each item of the batch, in its order; ``era`` as in ``feed.End``.

    ``keys`` are public keys for receipts as in ``KeyList``, those at least that signed here, where they are told along.
    """

    answers: tuple[ItemAnswer, ...]
    server_time: Moment
    era: Whole = 0
    keys: Words = ()


class BlobAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The centre verified these bytes; ``receipts`` are those of this machine's items that name them."""

    sha256: Word
    size: Whole
    receipts: tuple[ReceiptRecord, ...] = ()


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Every answer that is not a success: a ``code`` of ``sync.protocol.codes`` and a line for the log.

    ``retry_after`` is in seconds and is 0 where trying again would not help.
    """

    code: Word
    detail: Text = ""
    request_id: Word = ""
    retry_after: Seconds = 0


class MachineAsk(msgspec.Struct, frozen=True, kw_only=True):
    """A station asks for its machine's own certificate: a request (PKCS #10, PEM) signed with the machine's key."""

    request: Secret


class MachineCertificate(msgspec.Struct, frozen=True, kw_only=True):
    """The machine's certificate (PEM), and until when it is good."""

    certificate: Secret
    until: Moment
