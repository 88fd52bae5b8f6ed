"""Records as the feed carries them, of events that never were."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from station_client.domain.alert import Category, Life
from station_client.domain.fir import ActSection, FirForm
from station_client.domain.ids import uuid7
from sync.protocol.records import AlertRecord, FirRecord, GoneRecord, OfficeRecord, Record
from tests.support.centre import STATION_A

MOMENT = datetime(2026, 8, 1, 6, 30, tzinfo=UTC)


def uneven(number: int, words: int = 40) -> str:
    """Write a text that packs badly."""
    return " ".join(f"{(number * 7919 + at) * 104729 % 999983:x}" for at in range(words))


def an_alert(number: int = 1, **changed: object) -> AlertRecord:
    """Give the alert of that number."""
    sound = AlertRecord(
        sequence=0,
        uid=uuid7(MOMENT, number.to_bytes(10, "big")),
        record_number=f"2026-{number:06d}",
        category=Category.HIGH_ALERT,
        life=Life.ACTIVE,
        description="White van seen near the bridge. Two persons got down.",
        office_code=STATION_A,
        office_name="RAMPUR",
        district_code="150",
        district_name="HARDOI",
        state_code="09",
        author="Sub-Inspector A. Example",
        issued_at=MOMENT,
        received_at=MOMENT,
        version=1,
    )
    return msgspec.structs.replace(sound, **changed)


def a_fir(serial: int = 619, **changed: object) -> FirRecord:
    """Give station A's FIR of that serial."""
    sound = FirRecord(
        sequence=0,
        key=f"{STATION_A}/2026/{serial:04d}",
        shown=f"{serial:04d}/2026",
        station_code=STATION_A,
        station_name="RAMPUR",
        district_code="150",
        district_name="HARDOI",
        state_code="09",
        registered_at=MOMENT,
        status="under-investigation",
        language="hi",
        victim_protected=False,
        version=1,
        form=FirForm(
            district="HARDOI",
            station="RAMPUR",
            year="2026",
            number=f"{serial:04d}",
            fir_at="01/08/2026 12:00",
            acts=(ActSection("Bharatiya Nyaya Sanhita, 2023", "303(2)"),),
            contents="A motorcycle was taken from before the shop.",
        ),
    )
    return msgspec.structs.replace(sound, **changed)


OF_EVERY_KIND: tuple[Record, ...] = (
    a_fir(),
    an_alert(1, fir_key=a_fir().key),
    an_alert(2, life=Life.LOCATED),
    a_fir(status="closed", version=2),
    a_fir(victim_protected=True, version=3),
    GoneRecord(sequence=0, kind="alert", key=an_alert(1).uid),
    a_fir(version=4),
    an_alert(3, fir_key=a_fir().key),
    an_alert(3, fir_key="", version=2),
    GoneRecord(sequence=0, kind="fir", key=a_fir().key),
    OfficeRecord(sequence=0, code="1", kind="jail", name="A", district_code="150", state_code="09"),
)
"""Changes of one FIR and some alerts, in their order: shared, protected, called back, withdrawn; and an office."""
