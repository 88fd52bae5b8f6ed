"""The ways to one centre: three sessions, who cuts them, who watches them, and what is known of the line under them."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests

from station_client.clock import Clock
from station_client.errors import (
    CentreUnreachableError,
    CertificateNotTrustedError,
    LineStalledError,
    StoreDamagedError,
)
from sync.bucket import Bucket
from sync.https.clock_check import told_apart
from sync.https.connections import Pace, Tracking, paced_beyond, tracked_pool, unpaced
from sync.https.cutter import Cutter, source_of
from sync.https.fast_open import FastOpen
from sync.https.reading import Reading
from sync.https.road import Road
from sync.https.sessions import BULK_OPTIONS, CONTROL_OPTIONS, LineAdapter, open_session
from sync.https.trust import Papers, Policy, context, show
from sync.https.watch import UnderWay, Watch
from sync.protocol.codes import NEWS_BYTES
from sync.stalls import RoundTrip

HTTPS_PORT = 443


@dataclass(slots=True)
class Way:
    """One question's way: how long its connection may take, and what is told when its answer begins."""

    _under_way: UnderWay
    _pace: Pace
    _probe: float
    _answered: Callable[[], None]

    def connect(self, usual: float) -> float:
        """Give the seconds to connect: few while the line is looked for."""
        return min(usual, self._probe) if self._probe else usual

    def answered(self, response: requests.Response) -> None:
        """Read the body under watch from here on."""
        self._answered()
        response.raw = Reading(response.raw, self._under_way, self._pace)


class Ways:
    """A control connection, one for bulk, and one for what a person waits for."""

    def __init__(self, url: str, policy: Policy, clock: Clock) -> None:
        """Connect to nothing yet."""
        self._url, self._policy, self._clock = url, policy, clock
        self._round, self._person = Cutter(), Cutter()
        self._round_trip = RoundTrip()
        self._fast_open = FastOpen(allowed=not policy.proxy)
        self.lost = False
        self._stop = threading.Event()
        self._bucket = Bucket(policy.bytes_per_second, clock)
        tls = context()  # one for all: a session of one connection is taken up by any
        self.control, self.bulk, self.own = (
            open_session(policy, self._adapter(cutter, tls, bulk=bulk)) for cutter, bulk in self._kinds()
        )
        self._watch = Watch((self._round, self._person), clock, self._round_trip, self._reaches)

    @contextlib.contextmanager
    def asking(self, session: requests.Session, *, patient: bool) -> Iterator[Way]:
        """Watch one question over ``session``, and remember whether the line was lost over it."""
        with self._watch.asking(patient=patient) as under_way:
            try:
                yield Way(under_way, self._pace_of(session), self._round_trip.probe if self.lost else 0.0, self._found)
            except (CentreUnreachableError, LineStalledError):
                self.lost = True
                raise
            except CertificateNotTrustedError as wrong:
                raise self._told_apart(wrong) from wrong

    @contextlib.contextmanager
    def heeding(self) -> Iterator[None]:
        """Let a cut that comes inside count for what this thread asks inside."""
        with self._round.heeding(), self._person.heeding():
            yield

    def present(self, papers: Papers | None) -> None:
        """Show this PC's own certificate from the next connection on, or none. Raises ``StoreError``.

        No session of connections that showed something else is taken up: the context is another.
        """
        tls = context()
        if papers is not None:
            try:
                show(tls, papers)
            except OSError as wrong:  # ``ssl`` raises nothing else, whatever is wrong with the file
                raise StoreDamagedError("this PC's own certificate does not read") from wrong
        for session, (cutter, bulk) in zip((self.control, self.bulk, self.own), self._kinds(), strict=True):
            session.close()
            session.mount("https://", self._adapter(cutter, tls, bulk=bulk))

    def where(self) -> str:
        """Give the address from which this PC would reach the centre now; empty without a way. Sends nothing."""
        numbers = self._round.last_peer() or self._person.last_peer()
        return source_of(*numbers) if numbers else ""  # by numbers: no name is asked for

    def road(self, seconds: float) -> Road:
        """Give the road to the centre, or to the proxy before it, for whoever asks what is wrong with it."""
        last = lambda: self._round.last_peer() or self._person.last_peer()  # noqa: E731 asked when it is needed
        return Road(self._host(), proxied=bool(self._policy.proxy), last=last, seconds=seconds)

    def halt(self) -> None:
        """Cut what a round has under way."""
        self._stop.set()
        self._stop = threading.Event()
        self.control.close()
        self.bulk.close()
        self._round.cut()  # the sessions close only connections at rest, and those only when their pool is forgotten

    def close(self) -> None:
        """Cut whatever is under way, and rest."""
        self._watch.close()
        self.halt()
        self.own.close()
        self._person.cut()

    def _kinds(self) -> tuple[tuple[Cutter, bool], ...]:
        """Say who cuts the control connection, those for bulk and a person's, and which is for bulk."""
        return (self._round, False), (self._round, True), (self._person, False)

    def _adapter(self, cutter: Cutter, tls: ssl.SSLContext, *, bulk: bool) -> LineAdapter:
        pace = self._paced if bulk else unpaced
        tracking = Tracking(cutter, self._round_trip, self._policy.pins, pace, self._fast_open)
        return LineAdapter(tracked_pool(tracking), BULK_OPTIONS if bulk else CONTROL_OPTIONS, tls)

    def _pace_of(self, session: requests.Session) -> Pace:
        """Say how fast an answer may come: files and a first copy no faster than the State lets them, nor long news.

        A centre of before ``most`` sends all that is new over the control connection.
        """
        if session is self.own:
            return unpaced
        return self._paced if session is self.bulk else paced_beyond(NEWS_BYTES, self._paced)

    def _paced(self, count: int) -> None:
        """Wait until so many bytes may move; a cut ends the wait."""
        wait = self._bucket.take(count)
        if wait > 0:
            self._stop.wait(wait)

    def _found(self) -> None:
        self.lost = False

    def _told_apart(self, wrong: CertificateNotTrustedError) -> CertificateNotTrustedError:
        anytime = self._adapter(Cutter(), context(check_time=False), bulk=False)
        with open_session(self._policy, anytime) as untimed:
            return told_apart(wrong, untimed, self._url, now=self._clock.now(), seconds=self._round_trip.quiet)

    def _reaches(self, seconds: float) -> bool:
        """Try the line on a fresh connection."""
        try:
            with socket.create_connection(self._host(), timeout=seconds):
                return True
        except OSError:
            return False

    def _host(self) -> tuple[str, int]:
        """Give where connections go: the centre, or the proxy before it."""
        parts = urlsplit(self._policy.proxy or self._url)
        return parts.hostname or "", parts.port or HTTPS_PORT
