"""The event loop, watched: how long it was away between two turns."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MILLISECONDS: Final = 1


class Heartbeat(QObject):
    """Beats each millisecond; what a beat comes late is what an officer would feel as a jerk.

    ``own`` is how much of each gap this thread itself reckoned: the rest it waited, for the interpreter or the machine.
    """

    def __init__(self) -> None:
        """Begin silent."""
        super().__init__()
        self.gaps: list[float] = []
        self.own: list[float] = []
        self._last = self._reckoned = 0.0
        self._timer = QTimer(self, interval=BEAT_MILLISECONDS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Beat from now."""
        self.gaps.clear()
        self.own.clear()
        self._last, self._reckoned = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """Beat no more; ``gaps`` and ``own`` are in milliseconds."""
        self._timer.stop()

    def _beat(self) -> None:
        now, reckoned = time.perf_counter(), time.thread_time()
        self.gaps.append((now - self._last) * 1000)
        self.own.append((reckoned - self._reckoned) * 1000)
        self._last, self._reckoned = now, reckoned


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
