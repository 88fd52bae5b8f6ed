"""The wire between two namespaces: takes packets out of one TUN and lays them into the other when they are due."""

from __future__ import annotations

import heapq
import os
import select
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from benchmarks.sync.packets import MOVING_BYTES, Line, Way

BURST: Final = 64
PACKET: Final = 65536
SHORTEST_WAIT: Final = 0.0005
UP: Final = "up"
DOWN: Final = "down"


@dataclass(frozen=True, slots=True)
class Cut:
    """When a line goes: after so many bytes of TCP one way, for so many seconds; it may return with another address."""

    way: str
    after_bytes: int
    seconds: float
    new_address: bool = False


@dataclass(slots=True)
class Story:
    """What became of the cut: moments of the monotonic clock, which all processes of a machine share."""

    cut_at: float | None = None
    back_at: float | None = None
    moving_at: float | None = None


class Relay:
    """Carries packets both ways in a thread of its own."""

    def __init__(self, station: int, centre: int, address: str, renumber: Callable[[], str]) -> None:
        """Stand between two TUNs; ``renumber`` gives the station another address and tells it."""
        self._ends = {UP: (station, centre), DOWN: (centre, station)}
        self.ways = {UP: Way(), DOWN: Way()}
        self.story = Story()
        self._renumber = renumber
        self._address = socket.inet_aton(address)
        self._plan: Cut | None = None
        self._back_at: float | None = None
        self._down = False
        self._due: list[tuple[float, int, int, bytes]] = []
        self._number = 0
        self._lock = threading.Lock()
        self._stop_reading, self._stop_writing = os.pipe()
        self._thread = threading.Thread(target=self._run, name="relay", daemon=True)
        self._thread.start()

    def shape(self, line: Line | None, seed: int, cut: Cut | None, address: str) -> None:
        """Take another quality, count anew, and plan a cut; ``address`` is the station's now."""
        with self._lock:
            self._address = socket.inet_aton(address)
            self.ways[UP].shape(line, 2 * seed)
            self.ways[DOWN].shape(line, 2 * seed + 1)
            self.story, self._plan, self._down, self._back_at = Story(), cut, False, None

    def close(self) -> None:
        """Stop carrying."""
        os.write(self._stop_writing, b".")
        self._thread.join(timeout=5)
        os.close(self._stop_reading)
        os.close(self._stop_writing)

    def _run(self) -> None:
        poll = select.epoll()
        for handle in (*self._ends[UP], self._stop_reading):
            poll.register(handle, select.EPOLLIN)
        while True:
            ready = [handle for handle, _ in poll.poll(self._patience())]
            if self._stop_reading in ready:
                poll.close()
                return
            with self._lock:
                for way, (source, target) in self._ends.items():
                    if source in ready:
                        self._take(way, source, target)
                self._move_on(time.monotonic())

    def _patience(self) -> float:
        now = time.monotonic()
        moments = [self._due[0][0]] if self._due else []
        moments += [self._back_at] if self._back_at is not None else []
        if not moments:
            return 1.0
        return max(SHORTEST_WAIT, min(moments) - now)

    def _take(self, way: str, source: int, target: int) -> None:
        for _ in range(BURST):
            try:
                packet = os.read(source, PACKET)
            except BlockingIOError:
                return
            if packet[0] >> 4 != 4:
                continue
            stranger = (packet[12:16] if way == UP else packet[16:20]) != self._address
            due = self.ways[way].send(packet, time.monotonic(), cut=self._down or stranger)
            if due is not None:
                self._number += 1
                heapq.heappush(self._due, (due, self._number, target, packet))
            if self._plan is not None and self.ways[self._plan.way].counted.payload >= self._plan.after_bytes:
                self._cut(self._plan)

    def _cut(self, plan: Cut) -> None:
        now = time.monotonic()
        self._plan, self._down = None, True
        self._back_at = now + plan.seconds
        self.story.cut_at = now
        self._due.clear()  # what was under way is lost with the line
        if plan.new_address:
            self._address = socket.inet_aton(self._renumber())

    def _move_on(self, now: float) -> None:
        if self._back_at is not None and now >= self._back_at:
            self._back_at, self._down = None, False
            self.story.back_at = now
            for way in self.ways.values():
                way.since_return = 0
        while self._due and self._due[0][0] <= now:
            _, _, target, packet = heapq.heappop(self._due)
            try:
                os.write(target, packet)
            except OSError:
                continue  # the far end's own queue is full, or it is being taken down
        told = self.story
        moved = max(way.since_return for way in self.ways.values())
        if told.back_at is not None and told.moving_at is None and moved >= MOVING_BYTES:
            told.moving_at = now
