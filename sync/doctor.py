"""The way to the centre, tried step by step for whoever asks what is wrong (``ports.LineDoctor``)."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from station_client.clock import Clock
from station_client.errors import CertificateNotTrustedError, LineCutError, StationError
from sync.protocol.messages import Health
from sync.sign_in import check_health
from sync.transport import Transport


@runtime_checkable
class Route(Protocol):
    """A line that has addresses and connections under it."""

    def find(self) -> str:
        """Find out where the centre, or the proxy before it, is. Raises ``NameNotFoundError``."""

    def reach(self) -> str:
        """Connect with it once. Raises ``CentreUnreachableError``."""

    def where(self) -> str:
        """Give this PC's address on the way there."""


class Doctor:
    """Tries one line."""

    def __init__(self, transport: Transport, clock: Clock) -> None:
        """``transport`` may be one without addresses: its first steps are then always good."""
        self._transport = transport
        self._clock = clock
        self._health: Health | None = None
        self._skew: float | None = None
        self._wrong: StationError | None = None

    def find(self) -> str:
        """Find out where the centre, or the proxy before it, is. Raises ``NameNotFoundError``."""
        return self._transport.find() if isinstance(self._transport, Route) else ""

    def reach(self) -> str:
        """Connect with it once. Raises ``CentreUnreachableError``."""
        return self._transport.reach() if isinstance(self._transport, Route) else ""

    def prove(self) -> str:
        """Let it prove to be the centre. Raises ``CertificateNotTrustedError``; what else is wrong, ``greet`` says."""
        self._health = self._skew = self._wrong = None
        asked_at = self._clock.now()
        try:
            self._health = self._asked()
        except CertificateNotTrustedError:
            raise
        except StationError as wrong:
            self._wrong = wrong
        else:
            middle = asked_at + (self._clock.now() - asked_at) / 2
            self._skew = (middle - self._health.server_time).total_seconds()
        return ""

    def _asked(self) -> Health:
        """Ask the centre; once more where the question was cut, as it is when the stores are closed beside it."""
        try:
            return self._transport.health()
        except LineCutError:
            return self._transport.health()

    def skew_seconds(self) -> float | None:
        """Give this PC's clock minus the centre's, if it answered."""
        return self._skew

    def greet(self) -> str:
        """Say who answered. Raises what kept it from answering, and ``UpdateNeededError``."""
        if self._wrong is not None:
            raise self._wrong
        if self._health is None:
            return ""
        check_health(self._health, 0.0)
        return self._health.centre
