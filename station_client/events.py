"""News inside the program: what happened, told once to whoever listens.

News flows one way: engine and services → ``Bus`` → ``ui.bridge`` → Qt signal. Events are frozen
and carry no rows, so they may cross threads.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from station_client.domain.ids import Login


class Part(StrEnum):
    """Which part of the store has something new."""

    ALERTS = "alerts"
    FIRS = "firs"
    DIRECTORY = "directory"
    DRAFTS = "drafts"
    OUTBOX = "outbox"
    RECEIPTS = "receipts"
    BLOBS = "blobs"
    MESSAGES = "messages"
    COPIES = "copies"


@dataclass(frozen=True, slots=True)
class StoreChanged:
    """Something in the store changed; whoever shows it asks again."""

    parts: frozenset[Part]


@dataclass(frozen=True, slots=True)
class SyncMoved:
    """The engine's state changed; ask ``SyncControl.status()`` for the truth."""


@dataclass(frozen=True, slots=True)
class SessionChanged:
    """An officer signed in, signed out or locked the program."""


@dataclass(frozen=True, slots=True)
class AccessWithdrawn:
    """The centre said that this PC, or officers of it, may work here no more."""

    machine: bool = False
    officers: tuple[Login, ...] = ()


@dataclass(frozen=True, slots=True)
class HighAlertArrived:
    """A new High Alert is in the copy (no case details travel in the event)."""

    uid: str


Event = StoreChanged | SyncMoved | SessionChanged | HighAlertArrived | AccessWithdrawn
Listener = Callable[[Event], None]


class Bus:
    """Tells every listener; a listener must be quick, it runs on the teller's thread."""

    def __init__(self) -> None:
        """Begin with nobody listening."""
        self._listeners: tuple[Listener, ...] = ()
        self._lock = threading.Lock()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Add a listener; call what is returned to stop listening."""
        with self._lock:
            self._listeners = (*self._listeners, listener)

        def stop() -> None:
            with self._lock:
                self._listeners = tuple(one for one in self._listeners if one is not listener)

        return stop

    def tell(self, event: Event) -> None:
        """Tell the event to all who listen now."""
        for listener in self._listeners:
            listener(event)
