"""What goes into the replica in one piece, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from station_client.domain.alert import Alert
from station_client.domain.fir import Fir
from station_client.domain.ids import AlertUid
from station_client.domain.office import District, Office, State
from station_client.events import Part


class GoneKind(StrEnum):
    """What kind of record a tombstone withdraws."""

    ALERT = "alert"
    FIR = "fir"
    STATE = "state"
    DISTRICT = "district"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Gone:
    """A tombstone: the record of ``kind`` named ``key`` is withdrawn; an unknown kind withdraws nothing."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Changes:
    """One page of the centre's feed. ``cursor`` is stored with it in one transaction."""

    cursor: int
    alerts: tuple[Alert, ...] = ()
    firs: tuple[Fir, ...] = ()
    states: tuple[State, ...] = ()
    districts: tuple[District, ...] = ()
    offices: tuple[Office, ...] = ()
    gone: tuple[Gone, ...] = ()


@dataclass(frozen=True, slots=True)
class Applied:
    """What changed: the parts of the store, and the High Alerts that were not here before."""

    parts: frozenset[Part]
    new_high_alerts: tuple[AlertUid, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredAlert:
    """An alert with its local row id, which is where a list goes on (``before``)."""

    row: int
    alert: Alert


@dataclass(frozen=True, slots=True)
class SearchRows:
    """Newest first. ``count`` goes no higher than 10,000 (``capped`` says there are more).

    ``terms`` are the normalised words to highlight (``text.highlight``).
    """

    rows: tuple[StoredAlert, ...]
    count: int
    capped: bool
    terms: tuple[str, ...] = ()
