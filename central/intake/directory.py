"""The directory from a CSV: States, police districts, stations and other offices, one row each.

Columns: kind, code, name, state_code, district_code, email, mobile. ``kind`` is ``state``,
``district`` or a kind of office (``police-station``, ``prison`` …). Names repeat; a code is the identity.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from central.errors import IntakeError
from central.house import House
from central.intake.sheets import put_changed, rows
from central.store.unit import Unit
from station_client.domain.office import OfficeKind
from sync.protocol.records import DistrictRecord, OfficeRecord, StateRecord

COLUMNS = ("kind", "code", "name", "state_code", "district_code")
NAME_LENGTH = 120
_CODE = re.compile(r"[0-9A-Za-z-]{1,16}")

_ORDER = ("state", "district", "office")

Place = StateRecord | DistrictRecord | OfficeRecord


def take_directory(house: House, path: Path) -> tuple[int, int]:
    """Take a directory in; gives the rows read and how many were new or changed."""
    read = [(line, _place(line, cells)) for line, cells in rows(path, COLUMNS)]
    changed = 0
    with house.store.write() as unit:
        for line, place in sorted(_once(read), key=lambda pair: _ORDER.index(_kind(pair[1]))):
            _check_place(unit, line, place)
            changed += put_changed(unit, line, _kind(place), place.code, _with_pillars(unit, place))
    return len(read), changed


def _once(read: list[tuple[int, Place]]) -> list[tuple[int, Place]]:
    """Give each place once, though a row came again; refuse a code under which a file has two different ones."""
    first: dict[tuple[str, str], tuple[int, Place]] = {}
    for line, place in read:
        there, before = first.setdefault((_kind(place), place.code), (line, place))
        if before != place:
            raise IntakeError(line, f"line {there} has another {_kind(place)} under the code {place.code!r}")
    return list(first.values())


def _place(line: int, cells: dict[str, str]) -> Place:
    kind, code, name = cells["kind"], cells["code"], cells["name"]
    if not _CODE.fullmatch(code) or not 0 < len(name) <= NAME_LENGTH:
        raise IntakeError(line, "a code (1 to 16 letters, digits or dashes) and a name are needed")
    if kind == "state":
        return StateRecord(sequence=0, code=code, name=name)
    if kind == "district":
        return DistrictRecord(sequence=0, code=code, state_code=cells["state_code"], name=name)
    if kind not in set(OfficeKind):
        raise IntakeError(line, f"unknown kind {kind!r}")
    return OfficeRecord(
        sequence=0,
        code=code,
        kind=kind,
        name=name,
        district_code=cells["district_code"],
        state_code=cells["state_code"],
        email=cells.get("email", ""),
        mobile=cells.get("mobile", ""),
    )


def _check_place(unit: Unit, line: int, place: Place) -> None:
    """See that a district is in a known State and an office in a known district of it."""
    if isinstance(place, StateRecord):
        return
    if unit.records.one("state", place.state_code) is None:
        raise IntakeError(line, f"no State has the code {place.state_code!r}")
    if isinstance(place, OfficeRecord) and place.district_code:
        district = unit.records.one("district", place.district_code)
        if not isinstance(district, DistrictRecord) or district.state_code != place.state_code:
            raise IntakeError(line, f"no district of that State has the code {place.district_code!r}")


def _with_pillars(unit: Unit, place: Place) -> Place:
    """Keep what was noted of a State's pillars: the directory's file does not know it."""
    before = unit.records.one("state", place.code) if isinstance(place, StateRecord) else None
    if isinstance(place, StateRecord) and isinstance(before, StateRecord):
        return msgspec.structs.replace(place, integrated=before.integrated)
    return place


def _kind(place: Place) -> str:
    match place:
        case StateRecord():
            return "state"
        case DistrictRecord():
            return "district"
        case OfficeRecord():
            return "office"
