"""A made-up nation: 36 States, 780 districts, any number of stations and offices, a PC and an officer in each.

A client's token follows from a secret of the run and its number, so the process that makes the load needs no list.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import msgspec

from benchmarks.store.made_up import MadeUp
from station_client.domain.alert import Category, Life
from station_client.domain.fir import ActSection, FirForm
from sync.protocol.records import AlertRecord, DistrictRecord, FirRecord, OfficeRecord, StateRecord

STATES: Final = 36
DISTRICTS: Final = 780
FIRST_DISTRICT: Final = 100
YEAR: Final = 2026
TEXTS: Final = 4_000
SHARED_EACH: Final = 20  # one FIR in so many is named by an alert and goes along with it
_SERIAL: Final = "8765"

Place = StateRecord | DistrictRecord | OfficeRecord


@dataclass(frozen=True, slots=True)
class Client:
    """One enrolled PC with its officer."""

    number: int
    office: OfficeRecord

    @property
    def login(self) -> str:
        """Name the officer."""
        return f"o{self.office.code}"

    @property
    def machine_id(self) -> str:
        """Name the PC."""
        return f"m{self.office.code}"


def token_of(secret: str, number: int) -> str:
    """Give the access token of a client."""
    return hashlib.sha256(f"{secret}/{number}".encode()).hexdigest()


def directory(stations: int, offices: int) -> list[Place]:
    """Give the whole directory; each State has its share."""
    places: list[Place] = [StateRecord(sequence=0, code=f"{one:02d}", name=f"STATE {one}") for one in range(STATES)]
    for number in range(DISTRICTS):
        code, state = str(FIRST_DISTRICT + number), f"{number % STATES:02d}"
        places.append(DistrictRecord(sequence=0, code=code, state_code=state, name=f"DISTRICT {code}"))
    for number in range(stations + offices):
        district = number % DISTRICTS
        code = f"{FIRST_DISTRICT + district}{number // DISTRICTS + 1:03d}"
        kind = "police-station" if number < stations else ("higher-office" if number % 3 else "prison")
        places.append(
            OfficeRecord(
                sequence=0,
                code=code,
                kind=kind,
                name=f"THANA {code}",
                district_code=str(FIRST_DISTRICT + district),
                state_code=f"{district % STATES:02d}",
            )
        )
    return places


def clients(places: list[Place]) -> list[Client]:
    """Give the PC of each office."""
    there = (one for one in places if isinstance(one, OfficeRecord))
    return [Client(number, office) for number, office in enumerate(there)]


class Casework:
    """Alerts and FIRs of the nation's offices, in an order in which all States are mixed."""

    def __init__(self, offices: list[OfficeRecord], *, seed: int = 7) -> None:
        """Draw the texts once; records repeat them under numbers of their own."""
        self._offices = offices
        made = MadeUp(seed=seed, rows=TEXTS)
        self._drawn = [one for page in made.pages() for one in page.alerts]
        self._dice = random.Random(seed)  # noqa: S311 repeatable is what it must be

    def alert(self, number: int) -> AlertRecord:
        """Give the alert of that number; one in two names a FIR that there may be."""
        office = self._offices[number % len(self._offices)]
        drawn = self._drawn[number % len(self._drawn)]
        serial = SHARED_EACH * (number // len(self._offices) + 1)
        named = number % 2 == 0 and serial < 10_000
        moment = drawn.issued_at + timedelta(minutes=number % 1440)
        high = drawn.category == Category.HIGH_ALERT and number % 10 == 0
        return AlertRecord(
            sequence=0,
            uid=f"0197{number:08x}-7000-8000-0000-{number:012x}",
            record_number=f"{moment.year}-{number:07d}",
            category=drawn.category,
            life=Life.ACTIVE if high or drawn.category != Category.HIGH_ALERT else Life.EXPIRED,
            description=drawn.description,
            office_code=office.code,
            office_name=office.name,
            district_code=office.district_code,
            district_name=f"DISTRICT {office.district_code}",
            state_code=office.state_code,
            author="Sub-Inspector",
            issued_at=moment,
            received_at=moment,
            version=1,
            fir_key=f"{office.code}/{YEAR}/{serial:04d}" if named else "",
            fir_shown=f"{serial:04d}/{YEAR}" if named else "",
            gd_number="" if named else "12",
            gd_reason="" if named else "No FIR yet.",
        )

    def fir(self, number: int) -> tuple[OfficeRecord, int]:
        """Give the office and the serial of the FIR of that number."""
        return self._offices[number % len(self._offices)], number // len(self._offices) + 1

    def fir_form(self, office: OfficeRecord) -> bytes:
        """Give a FIR of an office as the store keeps it, with ``%d`` for the sequence and ``%04d`` for each serial."""
        drawn = self._drawn[int(office.code) % len(self._drawn)]
        form = FirForm(
            district=f"DISTRICT {office.district_code}",
            station=office.name,
            year=str(YEAR),
            number=_SERIAL,
            fir_at="01/08/2026 12:00",
            acts=(ActSection("Bharatiya Nyaya Sanhita, 2023", "303(2)"),),
            contents=drawn.description,
        )
        record = FirRecord(
            sequence=0,
            key=f"{office.code}/{YEAR}/{_SERIAL}",
            shown=f"{_SERIAL}/{YEAR}",
            station_code=office.code,
            station_name=office.name,
            district_code=office.district_code,
            district_name=f"DISTRICT {office.district_code}",
            state_code=office.state_code,
            registered_at=drawn.issued_at,
            status="under-investigation",
            language="hi",
            victim_protected=False,
            version=1,
            form=form,
        )
        body = msgspec.json.encode(record).replace(b"%", b"%%").replace(b'"sequence":0', b'"sequence":%(at)d', 1)
        parts = body.split(_SERIAL.encode())
        return b"%(serial)s".join(parts)


def mixed(alerts: int, firs: int) -> Iterator[tuple[str, int]]:
    """Give ``alert`` and ``fir`` with their numbers, evenly mixed."""
    done = 0
    for number in range(firs):
        while done * max(firs, 1) < alerts * number:
            yield "alert", done
            done += 1
        yield "fir", number
    while done < alerts:
        yield "alert", done
        done += 1
