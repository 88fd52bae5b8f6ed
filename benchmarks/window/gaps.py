"""The event loop, watched: how long it was away between two turns."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MILLISECONDS: Final = 1
QUEUE: Final = Path("/proc/thread-self/schedstat")


@dataclass(frozen=True, slots=True)
class Moment:
    """What stood on the clocks, in seconds: of the wall, of this thread, of the process, and in the machine's queue."""

    at: float = 0.0
    own: float = 0.0
    process: float = 0.0
    queued: float = 0.0

    @classmethod
    def now(cls) -> Moment:
        """Read them; the queue is Linux's count, 0 elsewhere."""
        queued = int(QUEUE.read_text("ascii").split()[1]) / 1e9 if QUEUE.exists() else 0.0
        return cls(time.perf_counter(), time.thread_time(), time.process_time(), queued)


class Heartbeat(QObject):
    """Beats each millisecond; what a beat comes late is what an officer would feel as a jerk.

    ``own`` is how much of each gap this thread itself reckoned; ``program`` adds what other threads of the program can
    have kept it from meanwhile: no more than they reckoned, and no more than it waited while it did not stand in the
    machine's queue, as Linux counts it. What is left of a gap is other programs' time on this machine.
    """

    def __init__(self) -> None:
        """Begin silent."""
        super().__init__()
        self.gaps: list[float] = []
        self.own: list[float] = []
        self.program: list[float] = []
        self._before = Moment()
        self._timer = QTimer(self, interval=BEAT_MILLISECONDS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Beat from now; all three are in milliseconds."""
        self.gaps.clear()
        self.own.clear()
        self.program.clear()
        self._before = Moment.now()
        self._timer.start()

    def stop(self) -> None:
        """Beat no more; ``gaps`` and ``own`` are in milliseconds."""
        self._timer.stop()

    def _beat(self) -> None:
        now, before = Moment.now(), self._before
        gap, own, queued = now.at - before.at, now.own - before.own, now.queued - before.queued
        others = max(0.0, now.process - before.process - own)
        self.gaps.append(gap * 1000)
        self.own.append(own * 1000)
        self.program.append((own + min(others, max(0.0, gap - own - queued))) * 1000)
        self._before = now


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
