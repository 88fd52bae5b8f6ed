"""The one place that is asked what time it is.

UTC inside, IST on screen. A station's clock is often wrong, so nothing is ever *ordered* by it:
the centre's sequence orders, and the measured skew is kept beside what was written.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone
from typing import Protocol

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
IST = timezone(timedelta(hours=5, minutes=30), "IST")


class Clock(Protocol):
    """Whoever can say the time."""

    def now(self) -> datetime:
        """Give the time by this PC's clock, in UTC."""

    def monotonic(self) -> float:
        """Give seconds that never run backwards, for measuring waits."""


class SystemClock:
    """The PC's own clock."""

    def now(self) -> datetime:
        """Give the time by this PC's clock, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Give seconds that never run backwards, for measuring waits."""
        return time.monotonic()


def moment_of(seconds: float) -> datetime:
    """Turn seconds since 1970 into a moment in UTC, also one before it: Windows' own reckoning refuses that."""
    return EPOCH + timedelta(seconds=seconds)


def to_ist(moment: datetime) -> datetime:
    """Turn a UTC moment into the time an officer reads on the wall."""
    return moment.astimezone(IST)


def shown_skew(seconds: float) -> str:
    """Give how far a PC's clock is before (+) or behind (-) the true time, in tenths of a second; never -0.0."""
    return f"{round(seconds, 1) + 0.0:+.1f}"
