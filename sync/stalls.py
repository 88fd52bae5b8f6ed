"""When a quiet line is a dead one, and how a dead one is looked for: pure, so it is tested in microseconds.

A line is dead when what was sent is not taken, or what was begun is not gone on with, for ``max(6 s, 10 × RTT)``. A
centre that thinks is not a dead line: there the line itself is tried, on a fresh connection.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum

LEAST_QUIET = 6.0
QUIET_ROUND_TRIPS = 10.0
LEAST_PROBE = 1.3
GREETED_AGAIN = 1.0
"""After so many seconds the system greets a second time: a line that has come back meanwhile answers that."""
PROBE_ROUND_TRIPS = 3.0
"""A greeting and TLS's own, with one to spare."""
FIRST_PAUSE = 0.2
MOST_PAUSE = 8.0
LONG_GONE = 3600.0
MOST_PAUSE_LONG_GONE = 60.0
SHARE_OF_THE_GAP = 1 / 20
_WEIGHT = 1 / 8


class Doing(StrEnum):
    """What a question waits for."""

    ASKING = "asking"  # it is being sent, or the centre thinks
    READING = "reading"  # the answer has begun
    PATIENT = "patient"  # the centre was asked to wait for news, or nobody reads at this moment


class Verdict(StrEnum):
    """What is to be done about a line."""

    ALIVE = "alive"
    PROBE = "probe"
    DEAD = "dead"


@dataclass(slots=True)
class RoundTrip:
    """The smoothed round trip of the line, in seconds; 0 before the first was measured."""

    smoothed: float = 0.0

    def heard(self, seconds: float) -> None:
        """Take one measurement."""
        self.smoothed = self.smoothed + (seconds - self.smoothed) * _WEIGHT if self.smoothed else seconds

    @property
    def quiet(self) -> float:
        """Give the seconds without a byte either way after which the line is in doubt."""
        return max(LEAST_QUIET, QUIET_ROUND_TRIPS * self.smoothed)

    @property
    def probe(self) -> float:
        """Give the seconds that a fresh connection may take."""
        return max(LEAST_PROBE, GREETED_AGAIN + PROBE_ROUND_TRIPS * self.smoothed)


@dataclass(frozen=True, slots=True)
class Vital:
    """What the system knows of one connection: bytes the other end took, bytes that came, bytes not taken yet.

    ``heard`` counts packets of any kind: behind one that was lost others come, and none of them moves ``came``.
    """

    taken: int
    came: int
    heard: int
    pending: int


def judge(*, quiet: float, limit: float, pending: bool, doing: frozenset[Doing]) -> Verdict:
    """Judge a line on which nothing has moved for ``quiet`` seconds."""
    if quiet <= limit or not doing - {Doing.PATIENT}:
        return Verdict.ALIVE
    if pending or Doing.READING in doing:
        return Verdict.DEAD
    return Verdict.PROBE


def pause(gone: float, chance: random.Random, *, knocked: float = 0.0) -> float:
    """Choose the seconds until the next knock at a line that has been gone for ``gone`` seconds.

    ``knocked``: so long did the last knock wait for an answer; it counts as a part of the pause.

    It grows with the gap and is spread over its half, so that a district's stations do not knock together: after
    45 s a line is found within 3 s of its return, within the hour after 8 s at most, later within a minute.
    """
    most = MOST_PAUSE if gone < LONG_GONE else MOST_PAUSE_LONG_GONE
    ceiling = min(most, max(FIRST_PAUSE, gone * SHARE_OF_THE_GAP))
    return max(FIRST_PAUSE / 2, chance.uniform(ceiling / 2, ceiling) - knocked)
