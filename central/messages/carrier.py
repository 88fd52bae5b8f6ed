"""The port to the world outside: one errand is one message for one recipient, and what became of the try.

Three carriers stand behind it: ``smtp``, ``smpp`` and ``gateway``. The one thing each must tell apart is whether it is
*certain* that the message did not go out (then it may be tried again) or not (then nobody repeats it unasked).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from station_client.domain.message import Delivery, DeliveryReason


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes along, whole."""

    name: str
    kind: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Errand:
    """One message for one recipient. ``reference`` is the same at every try of it."""

    reference: str
    address: str
    subject: str
    content: str
    written_at: datetime
    state_code: str = ""
    office: str = ""
    template_id: str = ""
    entity_id: str = ""
    files: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a try; ``handles`` are the network's own names for what it took."""

    state: Delivery
    reason: str = ""
    handles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The network's word, later, about something that it took."""

    handle: str
    arrived: bool


class Carrier(Protocol):
    """A way out of the centre."""

    def carry(self, errand: Errand) -> Outcome:
        """Hand one message over and wait for the word about it."""

    def idle(self) -> tuple[Report, ...]:
        """Look after the line while nothing is due, and give what the network said meanwhile."""

    def close(self) -> None:
        """Let go of the line."""


def handed_over(*handles: str) -> Outcome:
    """Say that the next station on the way has it."""
    return Outcome(Delivery.HANDED_OVER, handles=handles)


def later(reason: DeliveryReason) -> Outcome:
    """Say that it certainly did not go out, and may the next time."""
    return Outcome(Delivery.QUEUED, reason)


def failed(reason: DeliveryReason) -> Outcome:
    """Say that it did not go out, and never will."""
    return Outcome(Delivery.FAILED, reason)


def doubtful(reason: DeliveryReason, *handles: str) -> Outcome:
    """Say that it may have gone out: nobody may repeat it unasked."""
    return Outcome(Delivery.NOT_KNOWN, reason, handles)
