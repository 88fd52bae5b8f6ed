"""When to work: one thread that sleeps until a round is due, is asked for, or the program ends.

It never spins: after a good round it waits the State's interval, after a failed one a growing, jittered time.
"""

from __future__ import annotations

import logging
import math
import random
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from station_client.clock import Clock
from station_client.domain.ids import Login, MachineId, Sha256
from station_client.errors import (
    CentreFaultError,
    CentreUnreachableError,
    LineStalledError,
    NotSignedInError,
    StationError,
)
from station_client.ports import SyncStatus, TokenBook
from station_client.store.desk.settings import DeskSettings
from station_client.store.stores import Stores
from sync import stalls
from sync.backoff import Backoff, idle
from sync.engine import Engine
from sync.waiting import Waiting

_log = logging.getLogger(__name__)

UNEXPECTED = StationError.code
LISTENING_SECONDS = 1800.0
"""Between two rounds while the centre is listened to: news come by themselves, this only makes sure."""
LOOK_SECONDS = 1.0
PAUSED = "sync-paused"


class Scheduler:
    """The sync thread, and what a person may ask of it (``ports.SyncControl``)."""

    def __init__(  # noqa: PLR0913 what it works with, and four doors with real defaults
        self,
        engine: Engine,
        clock: Clock,
        *,
        seconds: float,
        backoff: Backoff | None = None,
        chance: random.Random | None = None,
        where: Callable[[], str] = str,
    ) -> None:
        """``seconds`` lie between two good rounds; the thread starts with ``open(background=True)``.

        ``where`` tells the address from which this PC would reach the centre now, empty without a way.
        """
        self._engine = engine
        self._clock = clock
        self._seconds = seconds
        self._backoff = backoff or Backoff()
        self._chance = chance or random.SystemRandom()
        self._where = where
        self._notes: DeskSettings | None = None
        self._wake = threading.Condition()
        self._waiting = Waiting(engine, clock, wake=self._ask, chance=self._chance)
        engine.meanwhile = self._waiting.meanwhile
        self._asked = False
        self._ending = False
        self._failures = 0
        self._gone_since: float | None = None
        self._thread: threading.Thread | None = None

    def open(
        self, stores: Stores, login: Login, machine_id: MachineId, tokens: TokenBook, *, background: bool = True
    ) -> None:
        """Begin to work for an officer: a first round at once. The command line works without the thread."""
        self.close()
        self._engine.open(stores, login, machine_id, tokens)
        self._notes = stores.desk.settings
        if self._notes.get(PAUSED):
            self._engine.board.change(lambda old: replace(old, paused=True))
        if background:
            self._ending, self._asked, self._failures, self._gone_since = False, True, 0, None
            self._thread = threading.Thread(target=self._work, name="sync", daemon=True)
            self._thread.start()
            self._waiting.begin()

    def close(self) -> None:
        """Stop the thread and let go of the stores; returns when nothing of ours runs any more."""
        with self._wake:
            self._ending = True
            self._wake.notify_all()
        self._waiting.end()
        self._engine.close()
        self._waiting.join()
        self._notes = None
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def status(self) -> SyncStatus:
        """Say where things stand, at once and from memory."""
        return self._engine.status()

    def sync_now(self, *, accept_removals: bool = False) -> None:
        """Ask for a round as soon as the engine can, and count again what waits."""
        if accept_removals:
            held_back = self.status().removals
            self._engine.learnt.agreed = held_back.count if held_back else sys.maxsize
        self._engine.recount()
        self._ask()

    def _ask(self) -> None:
        """Wake the sync thread for a round."""
        with self._wake:
            self._asked = True
            self._wake.notify_all()

    def pause(self) -> None:
        """Send and fetch nothing until ``resume``; what is under way is cut and nothing is lost."""
        self._waiting.work()
        self._engine.board.change(lambda old: replace(old, paused=True, next_try=None))
        self._engine.halt()
        self._keep_paused("yes")

    def resume(self) -> None:
        """Go on after ``pause``, at once."""
        self._engine.board.change(lambda old: replace(old, paused=False))
        self._keep_paused("")
        self.sync_now()

    def _keep_paused(self, said: str) -> None:
        """Remember for the next start, where an officer is signed in."""
        if self._notes is not None:
            self._notes.put(PAUSED, said)

    def sync_once(self) -> SyncStatus:
        """Run one whole round on the calling thread, paused or not: a person asked for it."""
        return self._engine.sync_once()

    def fetch_file(self, sha256: Sha256) -> None:
        """Bring a file's bytes into the sealed folder, on the calling thread."""
        self._engine.fetch_file(sha256)

    def _work(self) -> None:
        wait: float | None = 0.0
        while self._sleep(wait):
            wait = None if self.status().paused else self._round()
            self._say_next(wait)

    def _sleep(self, seconds: float | None) -> bool:
        """Wait until asked, ended, or ``seconds`` have gone; tell whether to go on."""
        with self._wake:
            if self._gone_since is None or seconds is None:
                self._wake.wait_for(self._called, timeout=seconds)
            else:
                self._wait_for_network(seconds)
            self._asked = False
            return not self._ending

    def _called(self) -> bool:
        return self._asked or self._ending

    def _wait_for_network(self, seconds: float) -> None:
        """Wait while the line is gone; another network, or the old one come back, ends the wait at once."""
        before = self._where()
        while seconds > 0 and not self._wake.wait_for(self._called, timeout=min(seconds, LOOK_SECONDS)):
            seconds -= LOOK_SECONDS
            now = self._where()
            if now and now != before:
                return
            before = now

    def _round(self) -> float | None:
        """Run one round; give the seconds until the next."""
        self._waiting.work()
        try:
            self._engine.sync_once(unless_paused=True)
        except NotSignedInError:
            return None
        except (CentreUnreachableError, LineStalledError):
            return self._without_line()
        except StationError as wrong:
            retry_after = wrong.retry_after if isinstance(wrong, CentreFaultError) else 0
            return self._after_failure(retry_after)
        except Exception:  # noqa: BLE001 the sync thread must outlive what nobody foresaw; it is logged and shown
            _log.exception("the round stopped unexpectedly")
            self._engine.board.change(lambda old: replace(old, error=UNEXPECTED))
            return self._after_failure(0)
        self._failures, self._gone_since = 0, None
        if self.status().paused:
            return None
        usual = max(self._seconds, LISTENING_SECONDS) if self._waiting.rest() else self._seconds
        return min(idle(usual, self._chance), self._until_files())

    def _until_files(self) -> float:
        """Give the seconds until the State's hours let files travel, where some wait for them."""
        status = self.status()
        if status.files_from is None or not status.waiting:
            return math.inf
        return max(0.0, (status.files_from - self._clock.now()).total_seconds())

    def _without_line(self) -> float:
        """Look for the line again soon: knocking is cheap, and nothing is sent before it answers."""
        self._failures += 1
        now = self._clock.monotonic()
        if self._gone_since is None:
            self._gone_since = now
        return stalls.pause(now - self._gone_since, self._chance, knocked=self._engine.knocked)

    def _after_failure(self, retry_after: int) -> float:
        self._failures += 1
        self._gone_since = None
        return self._backoff.delay(self._failures, retry_after=retry_after, chance=self._chance)

    def _say_next(self, wait: float | None) -> None:
        due = None if wait is None else self._clock.now() + timedelta(seconds=wait)
        self._engine.board.change(lambda old: replace(old, next_try=due))
