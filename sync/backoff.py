"""How long to leave the centre alone after a try that failed: pure, so it is tested in microseconds.

A line that is gone is looked for by another rhythm (``sync.stalls``).
Full jitter: when a line that served a whole district returns, its stations must not all knock at once.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

FIRST_SECONDS = 2.0
MOST_SECONDS = 300.0
LEAST_SECONDS = 0.5
RETRY_AFTER_SPREAD = 0.1
IDLE_SPREAD = 0.1


@dataclass(frozen=True, slots=True)
class Backoff:
    """A policy: ``first`` doubles with each failure up to ``most``; seconds all."""

    first: float = FIRST_SECONDS
    most: float = MOST_SECONDS
    least: float = LEAST_SECONDS

    def ceiling(self, failures: int) -> float:
        """Give the longest wait after so many failures in a row."""
        if failures <= 0:
            return 0.0
        doublings = min(failures - 1, 32)
        return min(self.most, self.first * float(2**doublings))

    def delay(self, failures: int, *, retry_after: float = 0.0, chance: random.Random) -> float:
        """Choose the wait after ``failures`` in a row, never shorter than the centre's ``retry_after``.

        What the centre asks for is kept within an hour, and spread a little, so that those who were
        all told the same do not come back together.
        """
        if failures <= 0:
            return 0.0
        wait = max(self.least, chance.uniform(0.0, self.ceiling(failures)))
        if retry_after > 0:
            asked = min(retry_after, 3600.0)
            wait = max(wait, asked * (1.0 + chance.uniform(0.0, RETRY_AFTER_SPREAD)))
        return wait


def idle(seconds: float, chance: random.Random) -> float:
    """Spread the wait between two good rounds a little, for the same reason."""
    return seconds * (1.0 + chance.uniform(-IDLE_SPREAD, IDLE_SPREAD))
