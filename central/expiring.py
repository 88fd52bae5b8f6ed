"""Alerts that run out: told as expired in the feed, by the centre's own clock, lest somebody be stopped on a stale one.

By the moment that an alert carries, or by the State's rule for its category (``expiry_days``).
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from threading import Event, Thread
from types import TracebackType

import msgspec

from central.errors import SetupError
from central.store.unit import Store
from station_client.clock import Clock
from station_client.domain.alert import Category, Life
from sync.protocol.records import AlertRecord

AT_ONCE = 200
LONGEST_REST = 30.0
"""Seconds between two looks: another process, or another clock, may bring an end nearer."""
MOST_DAYS = 3650

_log = logging.getLogger(__name__)


def expiry_days(text: str) -> dict[str, int]:
    """Read a State's rule, ``high-alert=30 jail-release=365``; raise ``SetupError`` for what is none."""
    found: dict[str, int] = {}
    for one in text.split():
        category, _, days = one.partition("=")
        if category not in set(Category) or not days.isdecimal() or not 0 < int(days) <= MOST_DAYS:
            raise SetupError(f"expiry_days: {one!r} is not like high-alert=30, with one of: {', '.join(Category)}")
        found[category] = int(days)
    return found


def ends_at(category: str, received_at: datetime, days: dict[str, int]) -> datetime | None:
    """Say when an alert of a category that was received then runs out; None where it does not."""
    return received_at + timedelta(days=days[category]) if category in days else None


class Expiring:
    """The one who tells alerts as expired when their time is over."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Look in ``store``; ``with`` looks again and again on a thread of its own."""
        self._store = store
        self._clock = clock
        self._stop = Event()
        self._thread = Thread(target=self._work, name="expiring", daemon=True)

    def run(self) -> int:
        """Tell every alert that is due as expired, in small steps that let others write between; give how many."""
        done = 0
        while step := self._step():
            done += step
        return done

    def __enter__(self) -> None:
        """Begin to look."""
        self._thread.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop looking."""
        self._stop.set()
        self._thread.join()

    def _step(self) -> int:
        now = self._clock.now()
        with self._store.read() as unit:
            if not unit.due.alerts(now, 1):
                return 0
        with self._store.write() as unit:
            due = unit.due.alerts(now, AT_ONCE)
            for uid in due:
                alert = unit.records.one("alert", uid)
                if isinstance(alert, AlertRecord):
                    unit.records.put(msgspec.structs.replace(alert, life=Life.EXPIRED, version=alert.version + 1))
        return len(due)

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                self.run()
                with self._store.read() as unit:
                    rest = self._rest(unit.due.next())
            except Exception as wrong:  # noqa: BLE001 whatever failed once: nobody else looks, so the looking goes on
                _log.error("expiring", extra={"fields": {"error": type(wrong).__name__}})
                rest = LONGEST_REST
            self._stop.wait(rest)

    def _rest(self, soonest: datetime | None) -> float:
        if soonest is None:
            return LONGEST_REST
        return min(max((soonest - self._clock.now()).total_seconds(), 0.05), LONGEST_REST)
