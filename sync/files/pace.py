"""How many connections at once and how large a slice: decided by what the line carries. Pure.

Two ends pull: many large slices fill a line that loses packets; what is under way when an alert must overtake is in
its way. On a slow line no more is under way than the line carries in ``SLOW_SECONDS``, and so an alert waits no longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

FEWEST = 3
MOST = 6
WORTH = 1.10
"""One more connection was worth it if the line carries a tenth more."""

LEAST_SLICE = 6 * 1024
MOST_SLICE = 1024 * 1024
SLOW_RATE = 32 * 1024
SLOW_SECONDS = 1.5
SLICE_SECONDS = 16.0
READING_SECONDS = 5.0
OTHER_LINE = 2.0
"""A rate that is so many times another belongs to another line: the number of connections is tried anew."""


@dataclass(slots=True)
class Pace:
    """What one sending has learnt of its line; ``rate`` is in bytes a second, 0 while it is not known."""

    rate: float = 0.0
    _tried: int = FEWEST
    _before: float = 0.0
    _settled: bool = False
    _slice: int = LEAST_SLICE

    @property
    def lanes(self) -> int:
        """Give the number of connections to send on now: on a slow line only as many as have work for it."""
        if not 0 < self.rate < SLOW_RATE:
            return self._tried
        return max(1, min(self._tried, ceil(self.rate * SLOW_SECONDS / LEAST_SLICE)))

    def slice(self) -> int:
        """Give the size of the next slice."""
        return self._slice

    def took(self, length: int, seconds: float) -> None:
        """Learn from a slice that arrived: the next one may be twice as large, or as small as the line wants it."""
        if seconds <= 0:
            seconds = 0.001
        here = length / seconds
        slow = here * self.lanes < SLOW_RATE
        wanted = here * (SLOW_SECONDS if slow else SLICE_SECONDS)
        self._slice = int(min(max(LEAST_SLICE, min(wanted, 2 * self._slice)), MOST_SLICE))

    def fell(self, *, refused: bool) -> None:
        """Learn that a connection fell while the line stood: one fewer is tried, and of few only where it was refused.

        A proxy or a firewall may let no more of them through.
        """
        self._tried = min(self._tried, max(self._tried - 1, 1 if refused else FEWEST))
        self._settled = True

    def reading(self, rate: float) -> None:
        """Learn from what the line carried in the last few seconds: one connection more, one fewer, or as it is."""
        self.rate = rate
        if self._settled:
            if not self._before / OTHER_LINE <= rate <= self._before * OTHER_LINE:
                self._settled, self._before = False, rate
            return
        if rate > self._before * WORTH:
            self._tried = min(self._tried + 1, MOST)
        else:
            self._tried, self._settled = max(self._tried - 1, FEWEST), True
        self._before = max(rate, self._before) if self._settled else rate
