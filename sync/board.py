"""The engine's own account of where things stand: kept in memory, true at every moment, cheap to read.

Every thread may ask and the engine's threads may write. The bus is told of each change, but of moving
bytes only a few times a second: a face that repaints for each packet shows nothing better.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from station_client.clock import Clock
from station_client.domain.ids import ItemId, Sha256
from station_client.domain.outbox import WAITING_STATES, ItemState, OutboxItem
from station_client.errors import AnswerError, LineError, RefusalError, StationError
from station_client.events import Bus, SyncMoved
from station_client.ports import Download, Line, SyncStatus, Transfer
from sync.protocol.codes import Code

TELL_SECONDS = 0.25
RATE_SECONDS = 5.0
SKEW_STEP = 0.2
REFUSED_STATES = frozenset({ItemState.REFUSED, ItemState.SET_ASIDE})


class Board:
    """Holds the one ``SyncStatus``."""

    def __init__(self, clock: Clock, bus: Bus) -> None:
        """Begin with a line that was not tried."""
        self._clock = clock
        self._bus = bus
        self._lock = threading.Lock()
        self._status = SyncStatus()
        self._told = float("-inf")
        self._out, self._in = Meter(), Meter()

    def status(self) -> SyncStatus:
        """Give the account as it stands."""
        with self._lock:
            return self._status

    def change(self, edit: Callable[[SyncStatus], SyncStatus]) -> None:
        """Rewrite the account, and tell the bus if that made a difference."""
        with self._lock:
            before = self._status
            self._status = edit(before)
            moved = self._status != before
        if moved:
            self._bus.tell(SyncMoved())

    def line(self, line: Line, error: str) -> None:
        """Say what the line is now; ``since`` moves only when it became another."""
        now = self._clock.now()
        self.change(
            lambda old: replace(old, line=line, error=error, since=old.since if old.line is line else now),
        )

    def count(self, items: Iterable[OutboxItem]) -> None:
        """Count what waits in the outbox and what was refused there."""
        states = [one.state for one in items]
        waiting = sum(state in WAITING_STATES for state in states)
        refused = sum(state in REFUSED_STATES for state in states)
        self.change(lambda old: replace(old, waiting=waiting, refused=refused))

    def heard(self, server_time: datetime, asked_at: datetime) -> None:
        """Measure this PC's clock against the centre's: its moment belongs to the middle of the exchange.

        What differs by less than the line's own uncertainty is no news.
        """
        now = self._clock.now()
        middle = asked_at + (now - asked_at) / 2
        skew = (middle - server_time).total_seconds()
        known = self.status().skew_seconds
        if known is not None and abs(skew - known) < SKEW_STEP:
            skew = known
        self.change(lambda old: replace(old, skew_seconds=skew, last_contact=now))

    def carried(self, item_id: ItemId, done: int, total: int) -> None:
        """Say how far an item's files are; the rate is taken over the last few seconds."""
        now = self._clock.monotonic()
        with self._lock:
            moving = self._status.transfer
            if moving is None or moving.item_id != item_id or done < moving.done:
                self._out = Meter()
            rate = self._out.rate(now, done)
            self._status = replace(self._status, transfer=Transfer(item_id, done, total, rate))
        self._tell_now_and_then(now)

    def fetched(self, sha256: Sha256, done: int) -> None:
        """Say how far a file is that a person fetches; what ends the fetch takes it off the board."""
        now = self._clock.monotonic()
        with self._lock:
            coming = self._status.download
            if coming is None or coming.sha256 != sha256 or done < coming.done:
                self._in = Meter()
            self._status = replace(self._status, download=Download(sha256, done, self._in.rate(now, done)))
        self._tell_now_and_then(now)

    def settled(self) -> None:
        """Say that no file is under way any more."""
        self.change(lambda old: replace(old, transfer=None))

    def _tell_now_and_then(self, now: float) -> None:
        with self._lock:
            due = now - self._told >= TELL_SECONDS
            if due:
                self._told = now
        if due:
            self._bus.tell(SyncMoved())


class Meter:
    """The rate of moving bytes over the last few seconds."""

    def __init__(self) -> None:
        """Begin with nothing moved."""
        self._marks: deque[tuple[float, int]] = deque()

    def rate(self, now: float, done: int) -> float:
        """Take a reading; give bytes a second."""
        self._marks.append((now, done))
        while self._marks[0][0] < now - RATE_SECONDS and len(self._marks) > 1:
            self._marks.popleft()
        seconds, carried = now - self._marks[0][0], done - self._marks[0][1]
        return carried / seconds if seconds > 0 else 0.0


def line_after(wrong: StationError, before: Line) -> Line:
    """Tell what an error says about the line; one that is not the line's leaves it as it was."""
    if isinstance(wrong, LineError):
        return Line.NONE
    if isinstance(wrong, RefusalError):
        return Line.REFUSED
    if isinstance(wrong, AnswerError):
        return Line.GOOD
    return before


def code_of(wrong: StationError) -> str:
    """Give the code a face words: the wire's own where the refusal is not one of the drawn ones."""
    if type(wrong) is RefusalError and wrong.reason in frozenset(Code):
        return wrong.reason
    return wrong.code
