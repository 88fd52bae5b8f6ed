"""The First Information Report: Form I.I.F.-I as a record.

BNSS s.173 since 1-7-2024, CrPC s.154 before. Field names follow the items of the form (1–15).
A form is plain text, numbers and rows: the centre's code lists are kept as they come, and an
unknown value is shown, never dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from station_client.domain.pillars import PillarEvent


@dataclass(frozen=True, slots=True)
class ActSection:
    """Item 2: one row for each section of law; the act's name is repeated."""

    act: str
    section: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Item 3(a): when it happened; dates dd/mm/yyyy and times HH:MM as on the form."""

    day: str = ""
    date_from: str = ""
    date_to: str = ""
    time_period: str = ""
    time_from: str = ""
    time_to: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Item 5: where it happened; the outside fields are filled for a zero FIR."""

    direction: str = ""
    distance_km: str = ""
    beat: str = ""
    address: str = ""
    outside_station: str = ""
    outside_district: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A table row of the form whose columns are named in ``FirForm`` and ``Complainant``."""

    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Complainant:
    """Item 6: who informed. ``uid`` (Aadhaar) and phone numbers are masked on screen and paper."""

    name: str = ""
    relative: str = ""
    birth: str = ""
    nationality: str = ""
    uid: str = ""
    passport: str = ""
    occupation: str = ""
    phone: str = ""
    ids: tuple[Row, ...] = ()
    addresses: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Accused:
    """Item 7: a known, suspected or unknown accused; ``features`` is a row of the 20-column table."""

    name: str = ""
    alias: str = ""
    relative: str = ""
    address: str = ""
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionTaken:
    """Item 13: exactly one of the four is filled."""

    registered: str = ""
    directed: str = ""
    refused: str = ""
    transferred: str = ""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Item 14: the officer in charge who signed."""

    name: str = ""
    rank: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class FirForm:
    """The whole form.

    Row tables: ``property`` (category, type, description, value in rupees), ``uidb`` (the
    number of the inquest report or U.D. case).
    """

    district: str
    station: str
    year: str
    number: str
    fir_at: str
    acts: tuple[ActSection, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    information_at: str = ""
    gd_number: str = ""
    gd_at: str = ""
    information_kind: str = ""
    places: tuple[Place, ...] = ()
    complainant: Complainant = field(default_factory=Complainant)
    accused: tuple[Accused, ...] = ()
    accused_more_than: str = ""
    delay_reason: str = ""
    property: tuple[Row, ...] = ()
    property_total: str = ""
    uidb: tuple[Row, ...] = ()
    contents: str = ""
    action: ActionTaken = field(default_factory=ActionTaken)
    signatory: Signatory = field(default_factory=Signatory)
    court_dispatch_at: str = ""


@dataclass(frozen=True, slots=True)
class Fir:
    """A FIR as the copy holds it.

    ``key`` is ``station/year/serial`` and is the identity; ``shown`` is the short form that
    officers say (``0123/2026``), unique only with its station. ``status`` is the centre's code.
    ``victim_protected`` is the centre's word that BNS 64–71, POCSO or the JJ Act hides the
    victim. ``language`` is the second language of the contents (``hi`` …). ``events`` are what the other
    pillars did; ``integrated`` says of which of them the State tells at all (None: not known).
    """

    key: str
    shown: str
    station_code: str
    station_name: str
    district_code: str
    district_name: str
    state_code: str
    registered_at: datetime
    status: str
    language: str
    victim_protected: bool
    version: int
    sequence: int
    form: FirForm
    events: tuple[PillarEvent, ...] = ()
    integrated: tuple[str, ...] | None = None


def lacking(form: FirForm) -> int:
    """Count the fields that no FIR may leave empty and this one does."""
    needed = (form.acts, form.contents.strip(), form.occurrences, form.places, form.complainant.name.strip())
    return sum(not one for one in (*needed, form.fir_at.strip(), form.signatory.name.strip()))
