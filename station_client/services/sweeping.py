"""Sealed files that nothing names any more, removed once in a run of the program, beside everybody's work."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta
from typing import Final

from station_client.clock import Clock
from station_client.errors import StationError
from station_client.store.stores import Stores

SPARED: Final = timedelta(days=1)

_log = logging.getLogger(__name__)


class Sweeping:
    """Takes a short thread of its own: an officer who signs in waits for nothing, one who leaves for its end."""

    def __init__(self, clock: Clock) -> None:
        """Begin with nothing swept."""
        self._clock = clock
        self._thread: threading.Thread | None = None

    def begin(self, stores: Stores) -> None:
        """Sweep, unless this run of the program has done so."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._sweep, args=(stores,), name="sweep", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Wait until nothing of it uses the stores; they are closed next."""
        if self._thread is not None:
            self._thread.join()

    def _sweep(self, stores: Stores) -> None:
        try:
            count = stores.sweep(self._clock.now() - SPARED)
        except StationError as wrong:  # it is tidiness and no more: the next run tries again
            _log.warning("the sealed files were not swept: %s", wrong.detail)
        except Exception as unforeseen:  # noqa: BLE001 the same, whatever a library raised
            _log.warning("the sealed files were not swept: %s", type(unforeseen).__name__)
        else:
            _log.info("%d sealed files that nothing names were removed", count)
