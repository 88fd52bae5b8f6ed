"""Files that are fetched without being asked for, as State IT decided, beside a round and never in a person's way."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from station_client.clock import Clock
from station_client.domain.alert import Alert, Category, Life
from station_client.domain.ids import Sha256
from station_client.errors import CentreUnreachableError, LineStalledError, RefusalError, StationError
from station_client.store.stores import Stores
from sync.errand import Errand, HaltedError
from sync.files.fetching import Fetching

_log = logging.getLogger(__name__)

LOOKED_AT = 100
FIRST_WAIT = 600.0
LONGEST_WAIT = 6 * 3600.0


class Which(StrEnum):
    """Which files are fetched at once: none, those of active High Alerts, or those of all alerts that still stand."""

    DEMAND = "demand"
    HIGH = "high"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """What State IT decided; a file larger than ``most`` bytes is left to whoever opens it."""

    which: Which = Which.DEMAND
    most: int = 0


@dataclass(slots=True)
class Beside:
    """Fetches on a thread of its own for as long as a round runs; ``turn`` is held while a file comes."""

    policy: FetchPolicy
    clock: Clock
    turn: threading.Lock
    _later: dict[Sha256, tuple[float, float]] = field(default_factory=dict)
    _halted: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def begin(self, errand: Errand) -> None:
        """Begin to fetch what is wanted, if anything is."""
        self._halted.clear()
        if files := self.wanted(errand):
            own = replace(errand, halted=self._halted, beside=True)
            self._thread = threading.Thread(target=self._work, args=(own, files), name="fetch", daemon=True)
            self._thread.start()

    def wanted(self, errand: Errand) -> dict[Sha256, Category]:
        """Name what is to be fetched now."""
        found = wanted(errand.stores, self.policy)
        return {one: category for one, category in found.items() if self._due(one) and _travels(errand, category)}

    def busy(self) -> bool:
        """Tell whether something still comes."""
        return self._thread is not None and self._thread.is_alive()

    def give_way(self) -> None:
        """Stop after the piece in hand: a person waits for a file. What came is kept for the next round."""
        self._halted.set()

    def end(self) -> None:
        """Stop, and wait until nothing of it uses the stores."""
        self._halted.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _work(self, errand: Errand, files: Mapping[Sha256, Category]) -> None:
        for sha256, category in files.items():
            if not _travels(errand, category):  # the hours ended meanwhile
                continue
            try:
                with self.turn:
                    Fetching(errand, bulk=True).fetch(sha256)
            except (HaltedError, CentreUnreachableError, LineStalledError):
                return  # a pause, or the line: the next round goes on with what came
            except StationError as wrong:
                _log.info("a file was not fetched: %s", type(wrong).__name__)
                self._put_off(sha256)
                if not isinstance(wrong, RefusalError):
                    return  # the centre or the disk: a round says so where it fails too

    def _due(self, sha256: Sha256) -> bool:
        return self.clock.monotonic() >= self._later.get(sha256, (0.0, 0.0))[0]

    def _put_off(self, sha256: Sha256) -> None:
        """Leave alone for a while what could not be had: its station may still be sending it."""
        wait = min(2 * self._later.get(sha256, (0.0, FIRST_WAIT / 2))[1], LONGEST_WAIT)
        self._later[sha256] = (self.clock.monotonic() + wait, wait)


def wanted(stores: Stores, policy: FetchPolicy) -> dict[Sha256, Category]:
    """Name the files that are to be here and are not, with what they belong to: High Alerts first, then the newest."""
    if policy.which is Which.DEMAND:
        return {}
    category = Category.HIGH_ALERT if policy.which is Which.HIGH else None
    newest = stores.replica.alerts.page(category=category, limit=LOOKED_AT)
    named: dict[Sha256, Category] = {}
    for alert in sorted((one.alert for one in newest), key=lambda one: one.category is not Category.HIGH_ALERT):
        for sha256 in _small(alert, policy.most):
            named.setdefault(sha256, alert.category)
    return {sha256: category for sha256, category in named.items() if not stores.blobs.has(sha256)}


def _travels(errand: Errand, category: Category) -> bool:
    """Tell whether files of this category may travel now."""
    return errand.hours.lets(category, errand.clock.now())


def _small(alert: Alert, most: int) -> tuple[Sha256, ...]:
    stands = alert.life in {Life.ACTIVE, Life.CORRECTED}
    return tuple(one.sha256 for one in alert.files if one.size <= most) if stands else ()
