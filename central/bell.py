"""The bell: rung after each change of the feed that was kept in this process, so that whoever waits looks at once.

It is only a hint. Other processes of the same centre are not heard; whoever waits also looks a few times a second.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock


class Bell:
    """Tells listeners that something may be new; safe from any thread."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._lock = Lock()
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` (which must be quick) at each ring; gives what ends that."""
        with self._lock:
            self._listeners.append(listener)

        def leave() -> None:
            with self._lock:
                self._listeners.remove(listener)

        return leave

    def ring(self) -> None:
        """Tell every listener."""
        with self._lock:
            here = tuple(self._listeners)
        for listener in here:
            listener()
