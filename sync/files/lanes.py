"""The threads that send slices: as many as the pace says, for as long as there is something to send, and no longer."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from station_client.clock import Clock
from sync.files.pace import READING_SECONDS, Pace
from sync.files.plan import Piece, Plan
from sync.protocol.slices import SliceAnswer
from sync.transport import Progress

GATE_SECONDS = 15.0

Outcome = TypeVar("Outcome")
Send = Callable[[Piece, Progress], SliceAnswer]


@dataclass(frozen=True, slots=True)
class Landed:
    """What became of a piece: the centre's answer, or what went wrong."""

    piece: Piece
    answer: SliceAnswer | None
    wrong: BaseException | None = None


class Lanes:
    """Works on a plan with ``send``; ``landed`` gives what became of each piece to the one thread that asks for it."""

    def __init__(self, plan: Plan, send: Send, clock: Clock, pace: Pace | None = None) -> None:
        """Begin with no thread at all; ``pace`` is what former lanes learnt of the line."""
        self._plan = plan
        self._send = send
        self._clock = clock
        self._pace = pace or Pace()
        self._lock = threading.Lock()
        self._gate = threading.Event()
        self._gate.set()
        self._results: queue.SimpleQueue[Landed] = queue.SimpleQueue()
        self._threads: dict[int, threading.Thread] = {}
        self._ending = False
        self._moved = 0
        self._reading = (clock.monotonic(), 0)

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Let no lane hand another piece to the line meanwhile: something more urgent flies."""
        self._gate.clear()
        try:
            yield
        finally:
            self._gate.set()

    def fell(self, *, refused: bool) -> None:
        """Learn that a lane fell, or was ``refused`` a connection, while the line stood."""
        with self._lock:
            self._pace.fell(refused=refused)

    def change(self, edit: Callable[[Plan], Outcome]) -> Outcome:
        """Change the plan while nobody takes from it, and put lanes to work on it."""
        with self._lock:
            outcome = edit(self._plan)
            self._start()
        return outcome

    def landed(self, seconds: float) -> Landed | None:
        """Give what became of one piece; None where nothing did within ``seconds``."""
        try:
            return self._results.get(timeout=seconds)
        except queue.Empty:
            return None

    def end(self) -> None:
        """Stop after the piece in hand, and wait until no thread is left."""
        with self._lock:
            self._ending = True
            threads = tuple(self._threads.values())
        self._gate.set()
        for one in threads:
            one.join()

    def _start(self) -> None:
        """Start the lanes that are wanted; one that finds nothing to do ends by itself."""
        work = -(-self._plan.left // self._pace.slice())
        for number in range(0 if self._ending else min(work, self._pace.lanes)):
            if number not in self._threads:
                self._threads[number] = threading.Thread(
                    target=self._work, args=(number,), name=f"files-{number}", daemon=True
                )
                self._threads[number].start()

    def _next(self, number: int) -> Piece | None:
        with self._lock:
            self._measure()
            found = None
            if number < self._pace.lanes and not self._ending:
                found = self._plan.take(self._pace.slice(), self._pace.lanes)
            if found is None:
                self._threads.pop(number, None)
            else:
                self._start()
            return found

    def _measure(self) -> None:
        now, (since, before) = self._clock.monotonic(), self._reading
        if now - since >= READING_SECONDS:
            self._pace.reading((self._moved - before) / (now - since))
            self._reading = (now, self._moved)

    def _work(self, number: int) -> None:
        while (piece := self._next(number)) is not None:
            began = self._clock.monotonic()
            try:
                answer = self._send(piece, self._counting())
            except BaseException as wrong:  # noqa: BLE001 it is raised again, on the thread that waits for it
                with self._lock:
                    self._threads.pop(number, None)
                self._results.put(Landed(piece, None, wrong))
                return
            with self._lock:
                self._pace.took(piece.length, self._clock.monotonic() - began)
            self._results.put(Landed(piece, answer))

    def _counting(self) -> Progress:
        """Count what the line takes, and wait at the gate before each piece."""
        told = 0

        def progress(sent: int) -> None:
            nonlocal told
            with self._lock:
                self._moved += sent - told
            told = sent
            self._gate.wait(GATE_SECONDS)

        return progress
