"""Who serves where, and what they may do: State, district, office, officer, rights.

Police districts are not revenue districts; names repeat (111 stations are called MAHILA THANA),
so a code is the identity everywhere and a name is only shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from station_client.domain.alert import Category
from station_client.domain.ids import Login, OfficeCode

_CALLED_A_STATION: Final = re.compile(r"^(?:thana|p\.? ?s\.?|police station|थाना)\s+(?=\S)", re.IGNORECASE)


class OfficeKind(StrEnum):
    """The kinds of office that share alerts."""

    POLICE_STATION = "police-station"
    HIGHER_OFFICE = "higher-office"
    PRISON = "prison"
    COURT = "court"
    PROSECUTION = "prosecution"
    FORENSICS = "forensics"
    CENTRAL_AGENCY = "central-agency"


@dataclass(frozen=True, slots=True)
class State:
    """A State or Union Territory; ``integrated`` are the pillars of ICJS that it tells of."""

    code: str
    name: str
    integrated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class District:
    """A police district; some have no station at all, one has 165."""

    code: str
    state_code: str
    name: str


@dataclass(frozen=True, slots=True)
class Office:
    """A police station or another office of the directory."""

    code: OfficeCode
    kind: OfficeKind
    name: str
    district_code: str
    state_code: str
    email: str = ""
    mobile: str = ""


class Act(StrEnum):
    """What an officer may be allowed to do; the centre decides, the client only shows."""

    VIEW = "view"
    UPLOAD = "upload"
    RECALL = "recall"
    SEE_VICTIM = "see-victim"
    MARK_SENSITIVE = "mark-sensitive"
    MESSAGE = "message"
    REPORT = "report"
    ADMINISTER = "administer"


@dataclass(frozen=True, slots=True)
class Rights:
    """An officer's rights as the centre last stated them."""

    acts: frozenset[Act] = frozenset()
    categories: frozenset[Category] = frozenset()

    def may_upload(self, category: Category) -> bool:
        """Tell whether an alert of this category may be sent."""
        return Act.UPLOAD in self.acts and category in self.categories

    @property
    def in_charge(self) -> bool:
        """Tell whether the officer answers for the whole office, as one who may recall its alerts does."""
        return Act.RECALL in self.acts


@dataclass(frozen=True, slots=True)
class Officer:
    """A named officer: never a shared account."""

    login: Login
    name: str
    rank: str
    office: Office
    rights: Rights = field(default_factory=Rights)
    district_name: str = ""
    state_name: str = ""


def station_of(place: str) -> tuple[str, str]:
    """Give the station of a place (``THANA RAMPUR, Hardoi``), and its name without the word for a station before it."""
    station = place.partition(", ")[0]
    return station, _CALLED_A_STATION.sub("", station)
