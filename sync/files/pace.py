"""How many connections at once and how large a slice: decided by what the line carries. Pure.

Two ends pull: many large slices fill a line that loses packets; what is under way when an alert must overtake is in
its way. On a slow line no more is under way than the line carries in ``SLOW_SECONDS``, and so an alert waits no longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

FEWEST = 3
MOST = 8
WORTH = 1.10
"""One more connection was worth it if the line carries a tenth more."""
LOOKS = 2
"""So many readings in a row must show that it was not: of a line that loses packets one tells little."""

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
    _turn: float = 0.0
    _in_vain: int = 0

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
        """Learn from a slice that arrived: the next one may be twice as large, or as small as the line wants it.

        The end of a file that was quick tells nothing: it is shorter than a slice, and its time is the way there and
        back, not the line's. Half of the quickest slice's time counts as that way where a line is judged to be slow.
        """
        self._turn = min(self._turn or seconds, seconds)
        carried = length / max(seconds - self._turn / 2, 0.001) * self.lanes
        slow = max(self.rate, carried) < SLOW_RATE
        wanted = length / max(seconds, 0.001) * (SLOW_SECONDS if slow else SLICE_SECONDS)
        if length < self._slice and wanted >= length:
            return
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
                self._settled, self._before, self._turn = False, rate, 0.0
            return
        if rate > self._before * WORTH:
            self._tried, self._before, self._in_vain = min(self._tried + 1, MOST), rate, 0
            return
        self._in_vain += 1
        if self._in_vain >= LOOKS:
            self._tried, self._before, self._in_vain = max(self._tried - 1, FEWEST), max(rate, self._before), 0
            self._settled = True
