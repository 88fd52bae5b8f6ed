"""What a person asks the centre beyond the feed: each question to the desk that answers it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from central.accounts import Accounts
from central.errors import Refused
from central.firs import Firs
from central.receipt_keys import ReceiptKeys
from central.reports.made import made
from central.search import Search
from central.store.unit import Store
from central.withheld import Withheld
from station_client.clock import Clock
from station_client.domain.office import Act
from station_client.domain.report import Report
from sync.protocol.codes import Code
from sync.protocol.enquiries import (
    FirAnswer,
    FirAsk,
    KeyList,
    MarkAnswer,
    MarkAsk,
    ReportAnswer,
    ReportAsk,
    SearchAnswer,
    SearchAsk,
    WholeAnswer,
    WholeAsk,
)

LONG_AT_ONCE = 4
"""So many searches and reports run at once in each process: the database's other connections are for everybody else."""
PATIENCE_SECONDS = 0.5
"""Whoever waits for a turn holds one of the threads in which all others are answered: not for long."""
RETRY = 5


class Enquiries:
    """Answers people. Every verb may raise ``Refused``; ``access`` is an access token."""

    def __init__(self, store: Store, clock: Clock, accounts: Accounts, keys: ReceiptKeys) -> None:
        """Answer from ``store``."""
        self._store, self._clock, self._accounts = store, clock, accounts
        self._search, self._firs = Search(store, clock), Firs(store, clock)
        self._keys = keys
        self._withheld = Withheld(store, clock)
        self._long = BoundedSemaphore(LONG_AT_ONCE)

    def fir(self, access: str, ask: FirAsk) -> FirAnswer:
        """Give a FIR that a station lacks."""
        return self._firs.one(self._accounts.actor(access), ask.key)

    def search(self, access: str, ask: SearchAsk) -> SearchAnswer:
        """Find alerts."""
        actor = self._accounts.actor(access)
        with self._turn():
            return self._search.find(actor, ask)

    def whole(self, access: str, ask: WholeAsk) -> WholeAnswer:
        """Give what the feed keeps back of a record."""
        return self._withheld.give(self._accounts.actor(access), ask)

    def mark(self, access: str, ask: MarkAsk) -> MarkAnswer:
        """Mark a record sensitive, or take the mark off."""
        return self._withheld.mark(self._accounts.actor(access), ask)

    def receipt_keys(self) -> KeyList:
        """Give the public keys by which receipts are checked; they are anybody's to know."""
        return KeyList(
            keys=tuple(base64.b64encode(one).decode("ascii") for one in self._keys.public().values()),
            server_time=self._clock.now(),
        )

    def report(self, access: str, ask: ReportAsk) -> Report:
        """Make a report for an officer who may have it; data quality is that of their own State."""
        actor = self._accounts.actor(access)
        actor.require(Act.REPORT)
        with self._turn(), self._store.read() as unit:
            return made(unit, ask.report, ask.month, state_code=actor.state_code, now=self._clock.now())

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait a little for one of the few turns of what may take long. Raises ``Refused``."""
        if not self._long.acquire(timeout=PATIENCE_SECONDS):
            raise Refused(Code.BUSY, "too many searches and reports at this moment", RETRY)
        try:
            yield
        finally:
            self._long.release()


def told(report: Report) -> ReportAnswer:
    """Write a report as the wire carries it."""
    return ReportAnswer(
        report=report.name,
        month=report.month,
        columns=tuple(map(str, report.columns)),
        rows=report.rows,
        server_time=report.as_on,
    )
