"""Alerts and FIRs that another system already holds, from JSON Lines in the wire's own form."""

from __future__ import annotations

from pathlib import Path

from central.errors import IntakeError
from central.house import House
from central.intake.sheets import put_changed, structs
from central.judging import is_moment
from station_client.domain.alert import Category
from station_client.domain.fir_number import parse
from station_client.domain.ids import is_uuid7
from sync.protocol.records import AlertRecord, FirRecord

NO_MOMENT = "a moment has no zone, or lies in no year of the wire"


def take_alerts(house: House, path: Path) -> tuple[int, int]:
    """Take alerts in; gives the lines read and how many were new or changed."""
    read = list(structs(path, AlertRecord, "alert"))
    changed = 0
    with house.store.write() as unit:
        for line, alert in read:
            if not is_uuid7(alert.uid) or alert.category not in set(Category):
                raise IntakeError(line, "an alert has a UUIDv7 and one of the seven categories")
            if not all(map(is_moment, filter(None, (alert.received_at, alert.issued_at, alert.expires_at)))):
                raise IntakeError(line, NO_MOMENT)
            if unit.records.office(alert.office_code) is None:
                raise IntakeError(line, f"the directory has no office {alert.office_code}")
            changed += put_changed(unit, line, "alert", alert.uid, alert)
    return len(read), changed


def take_firs(house: House, path: Path) -> tuple[int, int]:
    """Take FIRs in; gives the lines read and how many were new or changed."""
    read = list(structs(path, FirRecord, "fir"))
    changed = 0
    with house.store.write() as unit:
        for line, fir in read:
            number = parse(fir.key)
            if number is None or number.key != fir.key or number.station != fir.station_code:
                raise IntakeError(line, "a FIR's key is station/year/serial with its own station's code")
            if not is_moment(fir.registered_at):
                raise IntakeError(line, NO_MOMENT)
            if unit.records.office(fir.station_code) is None:
                raise IntakeError(line, f"the directory has no station {fir.station_code}")
            changed += put_changed(unit, line, "fir", fir.key, fir)
    return len(read), changed
