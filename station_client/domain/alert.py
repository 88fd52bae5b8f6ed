"""An alert: what the stations of the country tell one another about significant crime.

The seven categories are the seven windows of the Cri-MAC dashboard, by their exact names
(Cri-MAC user manual); an alert's life goes on after it is sent, because people are stopped on
stale alerts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from station_client.domain.ids import AlertUid, OfficeCode, Sha256

HEADLINE_LENGTH = 96


class Category(StrEnum):
    """The seven windows of the dashboard; the order here is the order on the screen."""

    HIGH_ALERT = "high-alert"
    HEINOUS_CRIME = "major-heinous-crime"
    TRAFFICKING = "major-human-trafficking"
    JAIL_BREAK = "jail-break"
    JAIL_RELEASE = "jail-release"
    SEIZURE = "seizure-recovery"
    INTERSTATE = "interstate-criminal"


class Life(StrEnum):
    """Where an alert stands in its life."""

    ACTIVE = "active"
    CORRECTED = "corrected"
    LOCATED = "located"
    RECALLED = "recalled"
    EXPIRED = "expired"


class Attention(StrEnum):
    """What the officers of this office have done with an alert: new ●, seen ○, acknowledged ✓."""

    NEW = "new"
    SEEN = "seen"
    ACKNOWLEDGED = "acknowledged"


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file of an alert as its record names it; the bytes are found by their hash."""

    sha256: Sha256
    size: int
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change of an alert after it was sent: what it is since then, when the centre took it in, and whose it is."""

    life: Life
    at: datetime
    author: str


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert as the centre holds it.

    ``fir_key`` links to the FIR (``station/year/serial``) or is empty where only a GD entry
    exists; ``fir_shown`` is how officers read it (``0123/2026``). All moments are UTC.
    ``sequence`` is the centre's, the only thing that orders.
    """

    uid: AlertUid
    record_number: str
    category: Category
    life: Life
    description: str
    fir_key: str
    fir_shown: str
    gd_number: str
    gd_reason: str
    office_code: OfficeCode
    office_name: str
    district_code: str
    district_name: str
    state_code: str
    author: str
    issued_at: datetime
    received_at: datetime
    expires_at: datetime | None
    version: int
    sequence: int
    files: tuple[AttachedFile, ...] = ()
    changes: tuple[Change, ...] = ()


def life_at(alert: Alert, now: datetime) -> Life:
    """Say where an alert stands at a moment: one whose end is over counts no more, though no line has told it yet."""
    over = alert.expires_at is not None and alert.expires_at <= now
    return Life.EXPIRED if over and alert.life in (Life.ACTIVE, Life.CORRECTED) else alert.life


def headline(description: str) -> str:
    """Give the first line an officer reads of an alert: its first sentence or line, cut on a word."""
    lines = description.strip().splitlines()
    first = lines[0].strip() if lines else ""
    for stop in ("। ", ". "):
        first = first.split(stop, 1)[0]
    if len(first) <= HEADLINE_LENGTH:
        return first.rstrip(".।")
    return first[:HEADLINE_LENGTH].rsplit(" ", 1)[0] + "…"
