"""Who is signed in, and what is open because of it. Every verb asks here first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from station_client.domain.office import Officer
from station_client.errors import NotSignedInError
from station_client.security.keyslots import VaultKeys
from station_client.services.views import SignedIn
from station_client.store.stores import Stores

LONGEST_WORK_SECONDS: Final = 60  # an inspection ends within 30; only a dead network drive takes longer


@dataclass(frozen=True, slots=True)
class Opened:
    """An open vault: who opened it, its keys, its stores; ``locked`` hides all of it from the faces.

    ``ended``: the code for which nobody may show it any more, until it is closed.
    """

    who: SignedIn
    keys: VaultKeys
    stores: Stores
    locked: bool = False
    ended: str = ""


class Presence:
    """What is open now. Locked means: the engine goes on, but no verb reads anything."""

    def __init__(self) -> None:
        """Begin with nobody signed in."""
        self._opened: Opened | None = None
        self._change = threading.RLock()
        self._works = threading.Condition()
        self._working = 0
        self._ended_by = ""

    def current(self) -> SignedIn | None:
        """Say who is signed in and may read; None when signed out or locked."""
        opened = self._opened
        return opened.who if opened and not opened.locked else None

    def locked(self) -> SignedIn | None:
        """Say whose session is locked, for the lock screen; None when nothing is locked."""
        opened = self._opened
        return opened.who if opened and opened.locked and not opened.ended else None

    def ended_by(self) -> str:
        """Give the code for which the last session was ended from outside; empty after a usual end."""
        return self._ended_by

    def behind(self) -> Opened | None:
        """Give what is open, locked or not: for what the program does of itself."""
        return self._opened

    @contextmanager
    def _held(self) -> Iterator[Opened | None]:
        """Hold what is open, locked or not; None also while somebody leaves, who may wait for whoever asks."""
        if not self._change.acquire(blocking=False):
            yield None
            return
        try:
            yield self._opened
        finally:
            self._change.release()

    def cut_off(self, opened: Opened, code: str) -> None:
        """Let nobody read or unlock any more what is open, at once and from any thread; closing it comes after."""
        with self._works:
            if self._opened is not None and self._opened.stores is opened.stores:
                self._opened = replace(self._opened, locked=True, ended=code)
                self._ended_by = code

    def officer(self) -> Officer:
        """Give the officer who acts. Raises ``NotSignedInError``."""
        return self._reading().who.officer

    def stores(self) -> Stores:
        """Give the open stores. Raises ``NotSignedInError`` when signed out or locked."""
        return self._reading().stores

    @contextmanager
    def at_work(self) -> Iterator[Opened]:
        """Hold what is open now until the work is done: a lock meanwhile only hides it, a sign-out waits.

        Raises ``NotSignedInError`` when signed out or locked.
        """
        with self._works:
            opened = self._reading()
            self._working += 1
        try:
            yield opened
        finally:
            with self._works:
                self._working -= 1
                self._works.notify_all()

    def _reading(self) -> Opened:
        opened = self._opened
        if opened is None or opened.locked:
            raise NotSignedInError
        return opened

    def _set_locked(self, *, locked: bool, only: Opened | None = None) -> None:
        """Hide or show what is open; ``only`` where it is still this sign-in's."""
        with self._change, self._works:
            now = self._opened
            if now is not None and not now.ended and (only is None or now.stores is only.stores):
                self._opened = replace(now, locked=locked)

    def _taken_away(self) -> Opened | None:
        """Let nobody begin any more work; give what was open."""
        with self._works:
            opened, self._opened = self._opened, None
        return opened

    def _works_end(self) -> None:
        """Wait for the works that were begun before."""
        with self._works:
            self._works.wait_for(lambda: not self._working, timeout=LONGEST_WORK_SECONDS)
