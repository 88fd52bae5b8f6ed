"""Connections to the centre: proved, counted, cut from any thread, and knowing the centre from the one before."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError
from urllib3.response import HTTPResponse

from station_client.security.pins import key_pin
from sync.https.cutter import Cutter, round_trip_of
from sync.https.fast_open import FastOpen, PutOff
from sync.https.faults import HandshakeError, UnpinnedError
from sync.https.resumption import Resuming
from sync.stalls import RoundTrip

Pace = Callable[[int], None]


def unpaced(_count: int) -> None:
    """Hold nothing back."""


def paced_beyond(free: int, pace: Pace) -> Pace:
    """Hold back only what comes after the first ``free`` bytes."""
    left = free

    def hold(count: int) -> None:
        nonlocal left
        over, left = max(0, count - left), max(0, left - count)
        pace(over)

    return hold


@dataclass(frozen=True, slots=True)
class Tracking:
    """Who cuts a connection, what measures it, the keys that it must prove, its pace, and where it may be put off."""

    cutter: Cutter
    round_trip: RoundTrip
    pins: frozenset[str]
    pace: Pace
    fast_open: FastOpen


class TrackedConnection(HTTPSConnection):
    """A connection that tells the cutter of its socket, proves its pin and keeps the pace."""

    tracking: ClassVar[Tracking]

    def connect(self) -> None:
        """Connect, verify, and be known; what fails here has sent nothing."""
        cuts = self.tracking.cutter.cuts
        try:
            super().connect()
        except (ssl.SSLCertVerificationError, ssl.SSLEOFError, ssl.SSLZeroReturnError):
            raise
        except ssl.SSLError as raised:
            raise HandshakeError(*raised.args) from raised
        except OSError as raised:
            if isinstance(self.sock, PutOff):
                self.tracking.fast_open.forget()
                raise unreached(self, raised) from raised
            raise
        if isinstance(self.sock, ssl.SSLSocket):
            prove(self.sock, self.tracking.pins)
            self._reached(self.sock)
        if isinstance(self.sock, socket.socket):
            self.tracking.cutter.add(self.sock, cuts)

    def send(self, data: Any) -> None:  # noqa: ANN401 the base class's own signature
        """Send a piece, no faster than the pace."""
        if isinstance(data, bytes | bytearray | memoryview):
            self.tracking.pace(len(data))
        super().send(data)

    def getresponse(self) -> HTTPResponse:  # type: ignore[override] # urllib3 overrides it so, too
        """Hear the answer; the next connection takes up this one's TLS session."""
        asked = self.sock  # an answer that is the last one lets go of it
        response = super().getresponse()
        if isinstance(asked, ssl.SSLSocket) and isinstance(self.ssl_context, Resuming):
            self.ssl_context.keep(asked)
        return response

    def _new_conn(self) -> socket.socket:
        if made := self.tracking.fast_open.socket(self.socket_options or (), self.timeout):
            return made
        began = time.monotonic()
        connected = super()._new_conn()
        self.tracking.round_trip.heard(time.monotonic() - began)
        return connected

    def _reached(self, connected: ssl.SSLSocket) -> None:
        """Remember where the centre is; of a connection that may have been put off, the system knows the round trip."""
        if self.tracking.fast_open.reached(connected) and (seconds := round_trip_of(connected)):
            self.tracking.round_trip.heard(seconds)


def tracked_pool(given: Tracking) -> Mapping[str, type[HTTPSConnectionPool]]:
    """Make a pool of such connections."""

    class Connection(TrackedConnection):
        """A connection of this pool."""

        tracking = given

    class TrackedPool(HTTPSConnectionPool):
        """A pool of them."""

        ConnectionCls = Connection

    return {"https": TrackedPool}


def unreached(connection: HTTPSConnection, raised: OSError) -> NewConnectionError | ConnectTimeoutError:
    """Say that a connection that was put off was never made."""
    if isinstance(raised, TimeoutError):
        return ConnectTimeoutError(connection, "no answer to the greeting")
    return NewConnectionError(connection, "the greeting was not taken")


def prove(connected: ssl.SSLSocket, pins: frozenset[str]) -> None:
    """Go on only with a key that State IT named, where it named any. Raises ``UnpinnedError``."""
    if not pins:
        return
    try:
        pin = key_pin(connected.getpeercert(binary_form=True) or b"")
    except ValueError:
        pin = "unreadable"
    if pin not in pins:
        connected.close()
        raise UnpinnedError(f"its key is {pin}")
