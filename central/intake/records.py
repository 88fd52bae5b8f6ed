"""Alerts and FIRs that another system already holds, from JSON Lines in the wire's own form."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from central.errors import IntakeError
from central.house import House
from central.intake.pages import pages, put_page
from central.intake.sheets import structs
from central.judging import is_moment
from central.store.unit import Unit
from station_client.domain.alert import Category
from station_client.domain.fir_number import parse
from station_client.domain.ids import is_uuid7
from sync.protocol.records import AlertRecord, FirRecord

CATEGORIES = frozenset(Category)
NO_MOMENT = "a moment has no zone, or lies in no year of the wire"


def take_alerts(house: House, path: Path) -> tuple[int, int]:
    """Take alerts in; gives the lines read and how many were new or changed."""
    read = list(structs(path, AlertRecord, "alert"))
    with house.store.write() as unit:
        offices = _offices(unit, {alert.office_code for _, alert in read})
        for line, alert in read:
            if not is_uuid7(alert.uid) or alert.category not in CATEGORIES:
                raise IntakeError(line, "an alert has a UUIDv7 and one of the seven categories")
            if not all(map(is_moment, filter(None, (alert.received_at, alert.issued_at, alert.expires_at)))):
                raise IntakeError(line, NO_MOMENT)
            if alert.office_code not in offices:
                raise IntakeError(line, f"the directory has no office {alert.office_code}")
        changed = sum(put_page(unit, page) for page in pages(read))
    return len(read), changed


def take_firs(house: House, path: Path) -> tuple[int, int]:
    """Take FIRs in; gives the lines read and how many were new or changed."""
    read = list(structs(path, FirRecord, "fir"))
    with house.store.write() as unit:
        offices = _offices(unit, {fir.station_code for _, fir in read})
        for line, fir in read:
            number = parse(fir.key)
            if number is None or number.key != fir.key or number.station != fir.station_code:
                raise IntakeError(line, "a FIR's key is station/year/serial with its own station's code")
            if not is_moment(fir.registered_at):
                raise IntakeError(line, NO_MOMENT)
            if fir.station_code not in offices:
                raise IntakeError(line, f"the directory has no station {fir.station_code}")
        changed = sum(put_page(unit, page) for page in pages(read))
    return len(read), changed


def _offices(unit: Unit, codes: Collection[str]) -> frozenset[str]:
    """Give those of some offices that the directory has."""
    return frozenset(code for code in codes if unit.records.office(code) is not None)
