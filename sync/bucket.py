"""The cap on bulk: so many bytes a second and no more, whatever the line could carry."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from station_client.clock import Clock

BURST_SECONDS = 1.0


@dataclass(slots=True)
class Bucket:
    """A token bucket: it fills by ``rate`` bytes a second up to one second's worth. A rate of 0 is no limit."""

    rate: int
    clock: Clock
    _held: float = field(init=False)
    _at: float = field(init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        """Begin full."""
        self._held, self._at = self.rate * BURST_SECONDS, self.clock.monotonic()

    def take(self, count: int) -> float:
        """Take ``count`` bytes out; give the seconds to wait before they may move.

        More than there is may be taken: the debt is what is waited for, so that the mean is the rate for pieces of
        any size.
        """
        if not self.rate:
            return 0.0
        with self._lock:
            now = self.clock.monotonic()
            self._held = min(self.rate * BURST_SECONDS, self._held + (now - self._at) * self.rate) - count
            self._at = now
            return max(0.0, -self._held / self.rate)
