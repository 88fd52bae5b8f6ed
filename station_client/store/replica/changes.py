"""What goes into the replica in one piece, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """One frame of the centre's feed. ``cursor`` and ``notes`` are stored with it in one transaction.

    ``places`` tells the sequence of each State, district and office; a note that is empty is taken away.
    ``cursor`` None leaves the cursor where it is.
    """

    cursor: int | None
    alerts: tuple[Alert, ...] = ()
    firs: tuple[Fir, ...] = ()
    states: tuple[State, ...] = ()
    districts: tuple[District, ...] = ()
    offices: tuple[Office, ...] = ()
    gone: tuple[Gone, ...] = ()
    places: Mapping[tuple[GoneKind, str], int] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    def keys(self, kind: GoneKind) -> tuple[str, ...]:
        """Name the records of a kind that stand in it; withdrawn ones do not."""
        match kind:
            case GoneKind.ALERT:
                return tuple(one.uid for one in self.alerts)
            case GoneKind.FIR:
                return tuple(one.key for one in self.firs)
            case GoneKind.STATE:
                return tuple(one.code for one in self.states)
            case GoneKind.DISTRICT:
                return tuple(one.code for one in self.districts)
            case GoneKind.OFFICE:
                return tuple(one.code for one in self.offices)


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
