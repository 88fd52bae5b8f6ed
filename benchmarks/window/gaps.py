"""The event loop, watched: how long it was away between two turns."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MILLISECONDS: Final = 1


class Heartbeat(QObject):
    """Beats each millisecond; what a beat comes late is what an officer would feel as a jerk."""

    def __init__(self) -> None:
        """Begin silent."""
        super().__init__()
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=BEAT_MILLISECONDS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Beat from now."""
        self.gaps.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> list[float]:
        """Give the gaps in milliseconds."""
        self._timer.stop()
        return self.gaps

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now


def share(values: list[float], part: float) -> float:
    """Give the value that this part of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def time_share(gaps: list[float], part: float) -> float:
    """Give the gap below which this part of the *time* was spent: many short gaps cannot hide a few long ones."""
    ordered, whole, so_far = sorted(gaps), sum(gaps), 0.0
    for gap in ordered:
        so_far += gap
        if so_far >= part * whole:
            return gap
    return ordered[-1]
