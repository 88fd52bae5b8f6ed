"""How long to let the centre hold a question before it answers that nothing is new: pure, tested in microseconds.

A question that is held costs nothing while it is. Some proxies and mobile networks cut a line on which nothing moves,
so what was cut is asked for a shorter time; where even short ones are cut, rounds by the clock take over for a while.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Final

from sync.protocol.codes import NEWS_SECONDS

LONGEST_SECONDS: Final = NEWS_SECONDS
LEAST_SECONDS: Final = 25
FIRST_REST: Final = 60.0
LONGEST_REST: Final = 3600.0
_SHORTER: Final = 0.7


@dataclass(frozen=True, slots=True)
class Attention:
    """For how many ``seconds`` the next question is held; none is asked before ``rest_until`` (monotonic)."""

    seconds: int = LONGEST_SECONDS
    failures: int = 0
    rest_until: float = 0.0

    def answered(self) -> Attention:
        """Go on as it is: the centre answered in its time."""
        return replace(self, failures=0, rest_until=0.0)

    def cut(self, now: float, lasted: float, *, chance: random.Random) -> Attention:
        """Ask for less after a cut at ``lasted`` seconds, or leave it where less cannot be asked for.

        The first cut rests for a moment only: most often the line itself went, and the next round will say so.
        """
        shorter = int(min(lasted, self.seconds) * _SHORTER)
        if shorter >= LEAST_SECONDS:
            return Attention(seconds=shorter)
        return self._rest(now, 0.0, chance)

    def refused(self, now: float, retry_after: float, *, chance: random.Random) -> Attention:
        """Leave it for a while: the centre has no room for this question now, or does not know it."""
        return self._rest(now, retry_after, chance)

    def _rest(self, now: float, least: float, chance: random.Random) -> Attention:
        ceiling = min(LONGEST_REST, FIRST_REST * float(2 ** min(self.failures, 16)))
        wait = max(min(least, LONGEST_REST), ceiling * chance.uniform(0.5, 1.0))
        return replace(self, failures=self.failures + 1, rest_until=now + wait)
