"""What a person asks the centre beyond the feed: each question to the desk that answers it."""

from __future__ import annotations

import base64

from central.accounts import Accounts
from central.firs import Firs
from central.receipt_keys import ReceiptKeys
from central.reports.made import made
from central.search import Search
from central.store.unit import Store
from central.withheld import Withheld
from station_client.clock import Clock
from station_client.domain.office import Act
from station_client.domain.report import Report
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


class Enquiries:
    """Answers people. Every verb may raise ``Refused``; ``access`` is an access token."""

    def __init__(self, store: Store, clock: Clock, accounts: Accounts, keys: ReceiptKeys) -> None:
        """Answer from ``store``."""
        self._store, self._clock, self._accounts = store, clock, accounts
        self._search, self._firs = Search(store, clock), Firs(store, clock)
        self._keys = keys
        self._withheld = Withheld(store, clock)

    def fir(self, access: str, ask: FirAsk) -> FirAnswer:
        """Give a FIR that a station lacks."""
        return self._firs.one(self._accounts.actor(access), ask.key)

    def search(self, access: str, ask: SearchAsk) -> SearchAnswer:
        """Find alerts."""
        return self._search.find(self._accounts.actor(access), ask)

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
        with self._store.read() as unit:
            return made(unit, ask.report, ask.month, state_code=actor.state_code, now=self._clock.now())


def told(report: Report) -> ReportAnswer:
    """Write a report as the wire carries it."""
    return ReportAnswer(
        report=report.name,
        month=report.month,
        columns=tuple(map(str, report.columns)),
        rows=report.rows,
        server_time=report.as_on,
    )
