"""How far a long work is, and whether whoever waits for it has had enough. Two threads look at it."""

from __future__ import annotations

import threading


class Progress:
    """The worker steps, the face looks and may cancel; ``whole`` is 0 while nobody knows it."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self.done = 0
        self.whole = 0
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Tell whether the work is to end with nothing made of it."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the worker to end at its next step."""
        self._cancelled.set()

    def step(self, done: int, whole: int) -> bool:
        """Say how far the work is; tell whether to go on."""
        self.done, self.whole = done, whole
        return not self.cancelled
