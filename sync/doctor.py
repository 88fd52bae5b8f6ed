"""The way to the centre, tried step by step for whoever asks what is wrong (``ports.LineDoctor``)."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address
from typing import Protocol

from station_client.clock import Clock
from station_client.errors import (
    CentreUnreachableError,
    CertificateNotTrustedError,
    LineCutError,
    LineStalledError,
    NoRouteError,
    ProxyRefusedError,
    StationError,
)
from sync.cables import Port, connected, port_of, ports
from sync.protocol.messages import Health
from sync.sign_in import check_health
from sync.transport import Transport


class Road(Protocol):
    """What connections to the centre go over."""

    @property
    def proxied(self) -> bool:
        """Tell whether it leads to the State's proxy."""

    def find(self) -> str:
        """Find out where the centre, or the proxy before it, is. Raises ``NameNotFoundError``."""

    def way(self) -> str:
        """Give this PC's address on the way; empty where nobody knows where it leads. Raises ``NoWayError``."""

    def reach(self) -> bool:
        """Connect once; False where its machine takes no connection. Raises ``NoAnswerError``."""


class Doctor:
    """Tries one line."""

    def __init__(
        self, transport: Transport, clock: Clock, *, look: Callable[[], tuple[Port, ...] | None] = ports
    ) -> None:
        """``transport`` may be one without a road: its first steps are then always good. ``look`` finds the ports."""
        self._transport = transport
        self._clock = clock
        self._look = look
        self._refused = self._asked = False
        self._kept: Road | None = None
        self._health: Health | None = None
        self._skew: float | None = None
        self._wrong: StationError | None = None

    def connected(self) -> str | None:
        """Look whether this PC is on a network at all; None where the system does not tell.

        Raises ``NoNetworkError``, ``NoAddressError``.
        """
        self._kept = None
        road = self._road()
        if road is None:
            return ""
        if (found := self._look()) is None:
            return None
        try:
            return connected(found)
        except NoRouteError:
            if _inside(road):
                return ""  # a centre on this PC needs no cable
            raise

    def reach(self) -> str | None:
        """Look for a way to the centre, or to the proxy before it, and connect once.

        None where it cannot be told, because the name is not known. Raises ``NoWayError``, ``NoAnswerError``.
        """
        self._refused = self._asked = False
        road = self._road()
        if road is None:
            return ""
        if not (source := road.way()):
            return None
        self._refused = not road.reach()
        return " ".join(filter(None, (source, port_of(source, self._look() or ()))))

    def find(self) -> str:
        """Find out where the centre, or the proxy before it, is. Raises ``NameNotFoundError``."""
        road = self._road()
        return road.find() if road is not None else ""

    def pass_proxy(self) -> bool:
        """Go through the State's proxy; False where there is none. Raises ``ProxyRefusedError``."""
        road = self._road()
        if road is None or not road.proxied:
            return False
        if self._refused:
            raise ProxyRefusedError("not there")
        self._ask()
        if isinstance(self._wrong, ProxyRefusedError):
            raise self._wrong
        return True

    def prove(self) -> bool:
        """Let it prove to be the centre; False where nobody came so far. What else is wrong, ``greet`` says.

        Raises ``CertificateNotTrustedError``.
        """
        if not self._asked:
            self._ask()
        self._asked = False
        if isinstance(self._wrong, CertificateNotTrustedError):
            raise self._wrong
        return not isinstance(self._wrong, CentreUnreachableError | LineStalledError)

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

    def _road(self) -> Road | None:
        """Give the road, the same for all steps: a name is looked for once, which may take long."""
        if self._kept is None:
            self._kept = getattr(self._transport, "road", None)  # a line within this process has none
        return self._kept

    def _ask(self) -> None:
        """Ask the centre for its health, and keep the answer or what was wrong."""
        self._health = self._skew = self._wrong = None
        self._asked = True
        asked_at = self._clock.now()
        try:
            self._health = self._answered()
        except StationError as wrong:
            self._wrong = wrong
        else:
            middle = asked_at + (self._clock.now() - asked_at) / 2
            self._skew = (middle - self._health.server_time).total_seconds()

    def _answered(self) -> Health:
        """Ask the centre; once more where the question was cut, as it is when the stores are closed beside it."""
        try:
            return self._transport.health()
        except LineCutError:
            return self._transport.health()


def _inside(road: Road) -> bool:
    """Tell whether the road ends on this PC."""
    try:
        source = road.way()
    except NoRouteError:
        return False
    return bool(source) and ip_address(source).is_loopback
