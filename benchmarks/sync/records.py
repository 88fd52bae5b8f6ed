"""The made-up centre of these trials: a small directory, alerts as ``benchmarks.store`` makes them, one officer.

What it gives is what a State would import: CSV and JSON Lines for the centre's own commands.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

import msgspec

from benchmarks.store.made_up import MadeUp
from station_client.domain.alert import Alert
from sync.protocol.records import AlertRecord, DistrictRecord, OfficeRecord, StateRecord

LOGIN: Final = "si.bench"
STATES: Final = (("09", "Uttar Pradesh"), ("05", "Uttarakhand"), ("23", "Madhya Pradesh"), ("10", "Bihar"))
DISTRICTS_EACH: Final = 6
STATIONS_EACH: Final = 12
SEED: Final = 7

Place = StateRecord | DistrictRecord | OfficeRecord


def directory() -> list[Place]:
    """Give the States, their districts and their stations."""
    states: list[Place] = [StateRecord(sequence=0, code=code, name=name) for code, name in STATES]
    districts: list[Place] = []
    offices: list[Place] = []
    for state, name in STATES:
        for district in range(DISTRICTS_EACH):
            code = f"{state}{district + 10}"
            districts.append(DistrictRecord(sequence=0, code=code, state_code=state, name=f"{name} {district + 1}"))
            offices += [
                OfficeRecord(
                    sequence=0,
                    code=f"{code}{station + 1:03d}",
                    kind="police-station",
                    name=f"THANA {district + 1}-{station + 1}",
                    district_code=code,
                    state_code=state,
                )
                for station in range(STATIONS_EACH)
            ]
    return [*states, *districts, *offices]


def offices() -> list[OfficeRecord]:
    """Give the stations alone; the first is the one that syncs."""
    return [one for one in directory() if isinstance(one, OfficeRecord)]


def directory_csv() -> str:
    """Write the directory as a State imports it."""
    sink = io.StringIO()
    table = csv.writer(sink)
    table.writerow(("kind", "code", "name", "state_code", "district_code"))
    for one in directory():
        match one:
            case StateRecord():
                table.writerow(("state", one.code, one.name, "", ""))
            case DistrictRecord():
                table.writerow(("district", one.code, one.name, one.state_code, ""))
            case OfficeRecord():
                table.writerow((one.kind, one.code, one.name, one.state_code, one.district_code))
    return sink.getvalue()


def alerts(rows: int, *, seed: int = SEED) -> Iterator[AlertRecord]:
    """Give made-up alerts of the directory's stations, oldest first; sequences are the centre's to give."""
    there = offices()
    names = {one.code: one.name for one in directory() if isinstance(one, DistrictRecord)}
    dice = random.Random(f"delays {seed}")  # noqa: S311 repeatable is what it must be
    made = MadeUp(seed=seed, rows=rows)
    serials: dict[tuple[str, int], int] = {}
    for page in made.pages():
        for one in page.alerts:
            office = there[int(one.office_code) % len(there)]
            year = one.issued_at.year
            serial = serials[office.code, year] = serials.get((office.code, year), 0) + 1
            record = _record(one, office, names[office.district_code], serial)
            delay = timedelta(seconds=dice.randrange(2, 90), milliseconds=dice.randrange(1000))
            yield msgspec.structs.replace(record, received_at=record.issued_at + delay)


def _record(one: Alert, office: OfficeRecord, district: str, serial: int) -> AlertRecord:
    """Turn an alert of the copy into the wire's own form, at a station of our directory."""
    moment = one.issued_at.replace(microsecond=one.issued_at.microsecond // 1000 * 1000)
    return AlertRecord(
        sequence=0,
        uid=one.uid,
        record_number=f"{one.issued_at.year}-{int(one.record_number.rpartition('-')[2]):06d}",
        category=one.category,
        life=one.life,
        description=one.description,
        office_code=office.code,
        office_name=office.name,
        district_code=office.district_code,
        district_name=district,
        state_code=office.state_code,
        author=one.author,
        issued_at=moment,
        received_at=moment,
        version=one.version,
        fir_key=f"{office.code}/{moment.year}/{serial:04d}",
        fir_shown=f"{serial:04d}/{moment.year}",
    )


def texts(count: int, *, seed: int) -> list[str]:
    """Give the texts of drafts."""
    return [one.description for one in alerts(count, seed=2000 + seed)]


def numbered(rows: int) -> list[Place | AlertRecord]:
    """Give everything under the sequences that an empty centre gives them: the directory, then the alerts."""
    everything = [*directory(), *alerts(rows)]
    return [msgspec.structs.replace(one, sequence=at) for at, one in enumerate(everything, start=1)]
