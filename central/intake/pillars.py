"""What courts, prisons, prosecution and forensics did about FIRs: by a port, of which the first is a CSV.

Columns: fir_key, pillar (``court``, ``prosecution``, ``forensics``, ``prison``), day (``2026-08-01``), event,
reference (a court's CNR of 16 signs, or the other system's number), place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

import msgspec

from central.errors import IntakeError
from central.intake.sheets import put_changed, rows
from central.store.unit import Store, Unit
from station_client.domain.fir_number import parse
from station_client.domain.pillars import Pillar, PillarEvent, is_cnr
from sync.protocol.bounds import MOST_EVENTS
from sync.protocol.records import FirRecord, StateRecord

COLUMNS = ("fir_key", "pillar", "day", "event")
EVENT_LENGTH = 1000
REFERENCE_LENGTH = 200

Told = tuple[int, str, PillarEvent]
"""Where it stands in its source, the FIR's key, the event."""


class PillarSource(Protocol):
    """A pillar's own system, or a file of it."""

    def events(self) -> Iterable[Told]:
        """Give what it tells. Raises ``IntakeError`` for what cannot be."""


class CsvOfPillars:
    """Events from a CSV."""

    def __init__(self, path: Path) -> None:
        """Read ``path``."""
        self._path = path

    def events(self) -> Iterable[Told]:
        """Give every row, read strictly."""
        for line, cells in rows(self._path, COLUMNS):
            yield line, cells["fir_key"], _event(line, cells)


def take_pillars(store: Store, source: PillarSource) -> tuple[int, int]:
    """Attach a source's events to their FIRs, all or nothing; gives the events read and the FIRs that changed.

    What is there already is not added twice.
    """
    read = list(source.events())
    by_key: dict[str, list[Told]] = {}
    for one in read:
        by_key.setdefault(one[1], []).append(one)
    with store.write() as unit:
        changed = sum(_attach(unit, key, told) for key, told in by_key.items())
    return len(read), changed


def integrate(store: Store, state_code: str, pillars: tuple[str, ...]) -> None:
    """Note with which pillars a State exchanges; of the others nothing is known there."""
    for one in pillars:
        if one not in set(Pillar):
            raise IntakeError(0, f"{one!r} is none of: {', '.join(Pillar)}")
    with store.write() as unit:
        state = unit.records.one("state", state_code)
        if not isinstance(state, StateRecord):
            raise IntakeError(0, f"no State has the code {state_code!r}")
        put_changed(
            unit, 0, "state", state_code, msgspec.structs.replace(state, integrated=tuple(sorted(set(pillars))))
        )


def _attach(unit: Unit, key: str, told: list[Told]) -> bool:
    line = told[0][0]
    fir = unit.records.one("fir", key)
    if not isinstance(fir, FirRecord):
        raise IntakeError(line, f"no FIR has the key {key!r}")
    known = dict.fromkeys((*fir.events, *(event for _, _, event in told)))
    events = tuple(sorted(known, key=lambda one: (one.day, one.pillar, one.event, one.reference)))
    if len(events) > MOST_EVENTS:
        raise IntakeError(line, f"a FIR has {MOST_EVENTS} events at the most")
    if events == fir.events:
        return False
    return put_changed(unit, line, "fir", key, msgspec.structs.replace(fir, events=events, version=fir.version + 1))


def _event(line: int, cells: dict[str, str]) -> PillarEvent:
    number = parse(cells["fir_key"])
    if number is None or number.key != cells["fir_key"]:
        raise IntakeError(line, "a FIR's key is station/year/serial")
    if cells["pillar"] not in set(Pillar):
        raise IntakeError(line, f"{cells['pillar']!r} is none of: {', '.join(Pillar)}")
    try:
        day = date.fromisoformat(cells["day"])
    except ValueError as wrong:
        raise IntakeError(line, "a day is written as 2026-08-01") from wrong
    made = PillarEvent(cells["pillar"], day.isoformat(), cells["event"])
    made = replace(made, reference=cells.get("reference", ""), place=cells.get("place", ""))
    if not 0 < len(made.event) <= EVENT_LENGTH or max(len(made.reference), len(made.place)) > REFERENCE_LENGTH:
        raise IntakeError(line, "an event has 1 to 1000 signs, a reference and a place 200")
    if made.pillar == Pillar.COURT and made.reference and not is_cnr(made.reference):
        raise IntakeError(line, "a court's reference is a CNR: 16 letters and digits")
    return made
