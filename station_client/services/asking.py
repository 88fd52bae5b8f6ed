"""The way to ask the centre beyond the copy: a FIR, a search, a report. ``sync.enquirer`` goes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from station_client.domain.alert import Alert
from station_client.domain.fir import Fir
from station_client.domain.report import Report
from station_client.services.views import SearchQuery


@dataclass(frozen=True, slots=True)
class FoundAtCentre:
    """A page of what the centre found, newest first; ``next_row`` pages on. Nothing of it is stored here."""

    alerts: tuple[Alert, ...]
    next_row: int | None
    as_on: datetime
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disclosed:
    """A record with what the feed keeps back; ``number`` is that of the centre's trace of it."""

    fir: Fir
    number: int


@dataclass(frozen=True, slots=True)
class DisclosedAlert:
    """An alert with what the feed keeps back; ``number`` is that of the centre's trace of it."""

    alert: Alert
    number: int


class Asking(Protocol):
    """The centre, as a person asks it.

    Raises ``LineError``, ``RefusalError``, ``AnswerError``, ``NotSignedInError``.
    """

    def fir(self, key: str) -> Fir:
        """Ask for one FIR. Raises ``RefusalError`` (``not-found``) where it is not there or not for this office."""

    def search(self, query: SearchQuery, before: int | None, limit: int) -> FoundAtCentre:
        """Look through everything that this office may see."""

    def report(self, name: str, month: str) -> Report:
        """Ask for a report."""

    def whole(self, key: str, why: str) -> Disclosed:
        """Ask for a FIR with what the feed keeps back, and say why. Raises ``NotEntitledError``."""

    def whole_alert(self, uid: str, why: str) -> DisclosedAlert:
        """Ask for an alert with what the feed keeps back; as ``whole``."""

    def mark(self, kind: str, key: str, why: str, *, sensitive: bool) -> int:
        """Mark a ``fir`` or an ``alert`` sensitive, or take the mark off; gives the number of the centre's trace."""
