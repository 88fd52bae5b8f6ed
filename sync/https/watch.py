"""The one who watches the line while something is under way, and cuts it when it is dead.

A thread of its own, because whoever waits for a dead line is asleep in the system. It rests while nothing is asked;
it looks twice a second at what the system knows of each connection, and sends nothing unless a centre stays silent.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from station_client.clock import Clock
from sync.https.cutter import Cutter, local_address, source_of, vital
from sync.stalls import Doing, RoundTrip, Verdict, judge

_log = logging.getLogger(__name__)

TICK_SECONDS = 0.5


@dataclass(slots=True, eq=False)
class UnderWay:
    """One question that is under way."""

    doing: Doing = Doing.ASKING


class Watch:
    """Watches the connections of some cutters for one line."""

    def __init__(
        self, cutters: tuple[Cutter, ...], clock: Clock, round_trip: RoundTrip, reaches: Callable[[float], bool]
    ) -> None:
        """``reaches`` tries the line on a fresh connection within so many seconds."""
        self._cutters = cutters
        self._clock = clock
        self._round_trip = round_trip
        self._reaches = reaches
        self._wake = threading.Condition()
        self._under_way: list[UnderWay] = []
        self._thread: threading.Thread | None = None
        self._moved = 0.0
        self._seen: dict[int, tuple[int, int, int]] = {}

    @contextlib.contextmanager
    def asking(self, *, patient: bool = False) -> Iterator[UnderWay]:
        """Watch one question; ``patient``: the centre was asked to keep silent until there is news."""
        one = UnderWay(Doing.PATIENT if patient else Doing.ASKING)
        with self._wake:
            if not self._under_way:
                self._moved = self._clock.monotonic()
            self._under_way.append(one)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="line", daemon=True)
                self._thread.start()
            self._wake.notify_all()
        try:
            yield one
        finally:
            with self._wake:
                self._under_way.remove(one)

    def close(self) -> None:
        """End the thread; a later question begins another."""
        with self._wake:
            thread, self._thread = self._thread, None
            self._wake.notify_all()
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def look(self) -> Verdict:
        """Look once at the connections and cut them if they are dead."""
        now = self._clock.monotonic()
        with self._wake:
            doing = frozenset(one.doing for one in self._under_way)
        pending = self._note(now)
        verdict = judge(quiet=now - self._moved, limit=self._round_trip.quiet, pending=pending, doing=doing)
        if self._strayed():
            _log.warning("the line: this PC's address changed")
            verdict = Verdict.DEAD
        elif verdict is Verdict.PROBE:
            self._moved = now  # one try for each silence
            verdict = Verdict.ALIVE if self._reaches(self._round_trip.probe) else Verdict.DEAD
        if verdict is Verdict.DEAD:
            _log.warning("the line is dead: quiet for %.1f s", now - self._moved)
            for cutter in self._cutters:
                cutter.cut()
            self._moved = now
        return verdict

    def _note(self, now: float) -> bool:
        """Take down what moved since the last look; tell whether anything waits to be taken by the other end."""
        seen, pending = {}, False
        for cutter in self._cutters:
            for one in cutter.open():
                state = vital(one)
                if state is None:
                    continue
                seen[id(one)] = state.taken, state.came, state.heard
                pending |= state.pending > 0
        if seen != self._seen or not seen:
            self._moved, self._seen = now, seen
        return pending

    def _strayed(self) -> bool:
        """Tell whether a connection still has an address that this PC would not use any more."""
        for cutter in self._cutters:
            for one in cutter.open():
                with contextlib.suppress(OSError):
                    host, port = one.getpeername()[:2]
                    if local_address(one) != source_of(host, port):
                        return True
        return False

    def _work(self) -> None:
        while self._due():
            self.look()

    def _due(self) -> bool:
        """Wait for the next look; tell whether there is one."""
        mine = threading.current_thread()
        with self._wake:
            self._wake.wait_for(lambda: self._thread is not mine or self._under_way)
            return not self._wake.wait_for(lambda: self._thread is not mine, timeout=TICK_SECONDS)
