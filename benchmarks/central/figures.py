"""What came of a load, as figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of mixed questions: the times of each kind, and what went wrong how often."""

    times: dict[str, list[float]]
    wrong: Counter[str]

    def told(self, asked: float, answered: float) -> Facts:
        """Give it as figures; the seconds are those in which questions were asked, and until the last answer."""
        count = sum(map(len, self.times.values()))
        return {
            "asked_per_s": round((count + self.wrong.total()) / asked, 1),
            "answered_per_s": round(count / answered, 1),
            "all": _spread([one for kind in self.times.values() for one in kind]),
            "kinds": {kind: _spread(found) for kind, found in sorted(self.times.items())},
            "wrong": dict(self.wrong),
        }


@dataclass(frozen=True, slots=True)
class Alerted:
    """What came of a High Alert: seconds until each that waited heard of it and had its frame, and what went wrong."""

    began: float
    heard: list[float]
    in_hand: list[float]
    wrong: Counter[str]

    def told(self) -> Facts:
        """Give it as figures."""
        return {"heard": _spread(self.heard), "in_hand": _spread(self.in_hand), "wrong": dict(self.wrong)}


def _spread(seconds: list[float]) -> Facts:
    """Give first, median, p95, p99 and last, in milliseconds, by the nearest rank."""
    if not seconds:
        return {"count": 0}
    ordered = sorted(seconds)
    places = {"first": 0, "p50": 50, "p95": 95, "p99": 99, "last": 100}
    ranks = {name: max(0, -(-len(ordered) * share // 100) - 1) for name, share in places.items()}
    return {"count": len(ordered)} | {name: round(ordered[rank] * 1000, 1) for name, rank in ranks.items()}
