"""What the feed carries, read into the field's words.

A newer centre may say words this program does not know. Nothing crashes on them and nothing is dropped:
an alert of an unknown category stands among the High Alerts with the centre's word before its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from station_client.domain.alert import Alert, AttachedFile, Category, Change, Life
from station_client.domain.attachment import harmless_name
from station_client.domain.fir import Fir
from station_client.domain.ids import AlertUid, OfficeCode, Sha256
from station_client.domain.office import District, Office, OfficeKind, State
from station_client.store.replica.changes import Changes, Gone, GoneKind
from sync.protocol.records import (
    AlertRecord,
    DistrictRecord,
    FileRecord,
    FirRecord,
    GoneRecord,
    OfficeRecord,
    Record,
    StateRecord,
)

UNKNOWN_CATEGORY = Category.HIGH_ALERT
UNKNOWN_LIFE = Life.CORRECTED
UNKNOWN_OFFICE = OfficeKind.HIGHER_OFFICE

Known = TypeVar("Known", bound=StrEnum)


@dataclass(slots=True)
class Sorted:
    """The records of a frame, sorted; ``alarming`` are alerts whose category is known to be High."""

    alerts: list[Alert] = field(default_factory=list)
    firs: list[Fir] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    districts: list[District] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    places: dict[tuple[GoneKind, str], int] = field(default_factory=dict)
    newer_words: set[str] = field(default_factory=set)
    alarming: set[AlertUid] = field(default_factory=set)

    def take(self, record: Record) -> None:
        """Put one record where it belongs."""
        match record:
            case AlertRecord():
                self._take_alert(record)
            case FirRecord():
                self.firs.append(fir_of(record))
            case StateRecord():
                self.states.append(State(record.code, record.name, record.integrated))
                self.places[GoneKind.STATE, record.code] = record.sequence
            case DistrictRecord():
                self.districts.append(District(record.code, record.state_code, record.name))
                self.places[GoneKind.DISTRICT, record.code] = record.sequence
            case OfficeRecord():
                self.offices.append(office_of(record))
                self.places[GoneKind.OFFICE, record.code] = record.sequence
                if known(OfficeKind, record.kind) is None:
                    self.newer_words.add(record.kind)
            case GoneRecord():
                self.gone.append(Gone(record.kind, record.key))

    def _take_alert(self, record: AlertRecord) -> None:
        self.alerts.append(alert_of(record))
        if record.category == Category.HIGH_ALERT:
            self.alarming.add(AlertUid(record.uid))
        if known(Category, record.category) is None:
            self.newer_words.add(record.category)
        if known(Life, record.life) is None:
            self.newer_words.add(record.life)

    def changes(self, cursor: int | None, notes: Mapping[str, str] | None = None) -> Changes:
        """Give what the store applies in one transaction; without a cursor the copy stays where it is."""
        return Changes(
            cursor=cursor,
            alerts=tuple(self.alerts),
            firs=tuple(self.firs),
            states=tuple(self.states),
            districts=tuple(self.districts),
            offices=tuple(self.offices),
            gone=tuple(self.gone),
            places=self.places,
            notes=notes or {},
        )


def sort(records: Iterable[Record]) -> Sorted:
    """Sort a frame's records by what they are."""
    result = Sorted()
    for record in records:
        result.take(record)
    return result


def known(words: type[Known], word: str) -> Known | None:
    """Find the word among those this program knows."""
    try:
        return words(word)
    except ValueError:
        return None


def alert_of(record: AlertRecord) -> Alert:
    """Read an alert; a category that is not known here is said in front of its text."""
    category = known(Category, record.category)
    said = record.description if category else f"[{record.category}] {record.description}"
    return Alert(
        uid=AlertUid(record.uid),
        record_number=record.record_number,
        category=category or UNKNOWN_CATEGORY,
        life=known(Life, record.life) or UNKNOWN_LIFE,
        description=said,
        fir_key=record.fir_key,
        fir_shown=record.fir_shown,
        gd_number=record.gd_number,
        gd_reason=record.gd_reason,
        office_code=OfficeCode(record.office_code),
        office_name=record.office_name,
        district_code=record.district_code,
        district_name=record.district_name,
        state_code=record.state_code,
        author=record.author,
        issued_at=record.issued_at,
        received_at=record.received_at,
        expires_at=record.expires_at,
        version=record.version,
        sequence=record.sequence,
        files=tuple(_file_of(one) for one in record.files),
        changes=tuple(Change(known(Life, one.life) or UNKNOWN_LIFE, one.at, one.author) for one in record.changes),
    )


def _file_of(record: FileRecord) -> AttachedFile:
    """Read a file's name from outside as one that is safe to show."""
    return AttachedFile(Sha256(record.sha256), record.size, harmless_name(record.name), record.kind)


def fir_of(record: FirRecord) -> Fir:
    """Read a FIR; its form already speaks the field's words."""
    return Fir(
        key=record.key,
        shown=record.shown,
        station_code=record.station_code,
        station_name=record.station_name,
        district_code=record.district_code,
        district_name=record.district_name,
        state_code=record.state_code,
        registered_at=record.registered_at,
        status=record.status,
        language=record.language,
        victim_protected=record.victim_protected,
        version=record.version,
        sequence=record.sequence,
        form=record.form,
        events=record.events,
    )


def office_of(record: OfficeRecord) -> Office:
    """Read an office; an unknown kind counts as a higher office."""
    return Office(
        code=OfficeCode(record.code),
        kind=known(OfficeKind, record.kind) or UNKNOWN_OFFICE,
        name=record.name,
        district_code=record.district_code,
        state_code=record.state_code,
        email=record.email,
        mobile=record.mobile,
    )
