"""What the feed carries: each record whole, as it is now, with the sequence that ordered it.

Text fields that are code lists (category, life, kind) travel as plain strings: a newer centre may
know a value that an older client does not, and the client keeps and shows it.
Moments are RFC 3339 UTC. Hashes are lower-case hexadecimal SHA-256 of the original bytes.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from station_client.domain.fir import FirForm
from station_client.domain.pillars import PillarEvent
from sync.protocol.bounds import MOST_CHANGES, MOST_EVENTS, MOST_FILES, Moment, Name, Text, Whole, Word, Words


class FileRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A file of an alert: named by its hash, fetched apart."""

    sha256: Word
    size: Whole
    name: Name
    kind: Word


class ChangeRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A change of an alert after it was sent: what it is since then, when the centre took it in, and whose it is.

    Never what it said before: a name that the law hides today may have stood there.
    """

    life: Word
    at: Moment
    author: Name


class AlertRecord(msgspec.Struct, frozen=True, kw_only=True, tag="alert"):
    """An alert as the centre holds it; ``uid`` is the client-made UUIDv7 of its author's PC."""

    sequence: Whole
    uid: Word
    record_number: Word
    category: Word
    life: Word
    description: Text
    office_code: Word
    office_name: Name
    district_code: Word
    district_name: Name
    state_code: Word
    author: Name
    issued_at: Moment
    received_at: Moment
    version: Whole
    fir_key: Word = ""
    fir_shown: Word = ""
    gd_number: Word = ""
    gd_reason: Name = ""
    expires_at: Moment | None = None
    files: Annotated[tuple[FileRecord, ...], msgspec.Meta(max_length=MOST_FILES)] = ()
    changes: Annotated[tuple[ChangeRecord, ...], msgspec.Meta(max_length=MOST_CHANGES)] = ()


class FirRecord(msgspec.Struct, frozen=True, kw_only=True, tag="fir"):
    """A FIR; ``form`` is I.I.F.-I in the field's own words (``station_client.domain.fir``)."""

    sequence: Whole
    key: Word
    shown: Word
    station_code: Word
    station_name: Name
    district_code: Word
    district_name: Name
    state_code: Word
    registered_at: Moment
    status: Word
    language: Word
    victim_protected: bool
    version: Whole
    form: FirForm
    events: Annotated[tuple[PillarEvent, ...], msgspec.Meta(max_length=MOST_EVENTS)] = ()


class StateRecord(msgspec.Struct, frozen=True, kw_only=True, tag="state"):
    """A State or Union Territory; ``integrated`` are the pillars of ICJS that it exchanges with."""

    sequence: Whole
    code: Word
    name: Name
    integrated: Words = ()


class DistrictRecord(msgspec.Struct, frozen=True, kw_only=True, tag="district"):
    """A police district of the directory."""

    sequence: Whole
    code: Word
    state_code: Word
    name: Name


class OfficeRecord(msgspec.Struct, frozen=True, kw_only=True, tag="office"):
    """A police station or other office of the directory."""

    sequence: Whole
    code: Word
    kind: Word
    name: Name
    district_code: Word
    state_code: Word
    email: Name = ""
    mobile: Name = ""


class GoneRecord(msgspec.Struct, frozen=True, kw_only=True, tag="gone"):
    """A tombstone: the record of ``kind`` (alert, fir, office …) named ``key`` is withdrawn."""

    sequence: Whole
    kind: Word
    key: Word


Record = AlertRecord | FirRecord | StateRecord | DistrictRecord | OfficeRecord | GoneRecord
