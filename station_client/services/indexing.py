"""The index of words kept whole and small while nobody waits for it: a short thread of its own after each sign-in."""

from __future__ import annotations

import logging
import threading
from typing import Final

from station_client.errors import StationError
from station_client.events import Bus, Part, StoreChanged
from station_client.store.replica import Replica

TOLD_EVERY: Final = 20  # steps: a search that is open shows more after each ten thousand alerts
MOST_MERGES: Final = 400  # of a sign-in, each a fraction of a second; what is left is merged after the next
PAUSE_SECONDS: Final = 0.02  # between two steps, so that whoever waits to write comes first

_log = logging.getLogger(__name__)


class Indexing:
    """Fills an index made by other rules, merges its pieces, marks common words; leaves off when the officer does."""

    def __init__(self, bus: Bus) -> None:
        """Tell the bus what has become findable."""
        self._bus = bus
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self, replica: Replica) -> None:
        """Begin beside everybody's work."""
        self._stop.clear()
        self._thread = threading.Thread(target=self._run, args=(replica,), name="index", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Leave off after the step that is under way; the stores are closed next."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, replica: Replica) -> None:
        try:
            self._fill(replica)
            self._merge(replica)
            self._mark(replica)
        except StationError as wrong:  # the copy still answers; the next sign-in goes on where this ended
            _log.warning("the index of words was left as it is: %s", wrong.detail)
        except Exception as unforeseen:  # noqa: BLE001 the same, whatever a library raised
            _log.warning("the index of words was left as it is: %s", type(unforeseen).__name__)

    def _fill(self, replica: Replica) -> None:
        if replica.filling.since() is None:
            return
        steps = 0
        while replica.filling.step():
            steps += 1
            if steps % TOLD_EVERY == 0:
                self._bus.tell(StoreChanged(frozenset({Part.ALERTS})))
            if self._stop.wait(PAUSE_SECONDS):
                return
        self._bus.tell(StoreChanged(frozenset({Part.ALERTS})))
        _log.info("the index of words was filled anew")

    def _merge(self, replica: Replica) -> None:
        for _ in range(MOST_MERGES):
            if self._stop.wait(PAUSE_SECONDS) or not replica.search.tidy():
                return

    def _mark(self, replica: Replica) -> None:
        """Mark where the commonest words stand, of the whole copy once and later of what changed since."""
        while not self._stop.wait(PAUSE_SECONDS) and replica.marking.step(self._stop.is_set):
            pass
