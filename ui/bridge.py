"""The only place where a thread is crossed: work goes to a small pool, answers come back to the window.

Three works run at a time. A *lane* keeps its works in their order; ``latest`` keeps only the newest of
a lane. News of the ``Bus`` is gathered for a few milliseconds, so that a sync of a hundred thousand
alerts does not make a hundred thousand repaints.
"""

from __future__ import annotations

import gc
import logging
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from station_client.errors import StationError
from station_client.events import Bus, Event, HighAlertArrived, Part, SessionChanged, StoreChanged, SyncMoved

GATHER_MILLISECONDS = 60
SWEEP_MILLISECONDS = 100
LONG_LOOK_SECONDS = 0.01
SWITCH_SECONDS = 0.0005  # how long the window waits for the interpreter while the engine reckons; Python's own is 0.005
THREADS = 3

T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class Ticket:
    """One piece of work under way; ``drop()`` makes its answer go nowhere."""

    lane: str
    work: Callable[[], object]
    done: Callable[[object], None]
    failed: Callable[[StationError], None]
    dropped: bool = False

    def drop(self) -> None:
        """Forget the answer, whenever it comes."""
        self.dropped = True

    def wanted(self) -> bool:
        """Tell whether whoever asked is still there to hear the answer."""
        called = self.done.func if isinstance(self.done, partial) else self.done
        owner = getattr(called, "__self__", None)
        return not self.dropped and not (isinstance(owner, QObject) and not isValid(owner))


@dataclass(slots=True)
class _Lane:
    busy: bool = False
    queue: deque[Ticket] = field(default_factory=deque)
    running: Ticket | None = None


class Sweeper(QObject):
    """Collects Python's garbage on the GUI thread only.

    Left alone, the collector runs on whichever thread happens to allocate; if that is a worker, it
    destroys widgets there, and Qt's heap is damaged. What the program stands on for good (modules, classes, a
    screen that is shown) is not looked through again and again: a whole look takes tenths of a second.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Take the collector over; make it on the GUI thread."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self, interval=SWEEP_MILLISECONDS)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """Collect the generations that are due, as the collector itself would."""
        due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if any(due):
            self.look(max(generation for generation, now in enumerate(due) if now))

    def look(self, generation: int) -> None:
        """Look through a generation; what made a look long and stays is kept out of the next, until nobody works."""
        begun = time.perf_counter()
        gc.collect(generation)
        if time.perf_counter() - begun > LONG_LOOK_SECONDS:
            gc.freeze()

    def keep(self) -> None:
        """Look no more, for now, at what is here: an officer has begun to work on it."""
        gc.freeze()

    def settle(self) -> None:
        """Look through everything, while nobody works; what stays is then kept out of every further look."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Give the collector back; no other thread may hold widgets now."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()


class Bridge(QObject):
    """Carries work off the GUI thread and answers and news back to it."""

    store_changed = Signal(object)
    sync_moved = Signal()
    session_changed = Signal()
    high_alert = Signal(str)
    _answered = Signal(object, object)
    _told = Signal(object)

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        """Listen to the bus; make it on the GUI thread."""
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="bridge")
        self._lanes: dict[str, _Lane] = {}
        self._parts: set[Part] = set()
        self._moved = False
        self._closed = False
        self._under_way = 0
        self._sweeper = Sweeper(self)
        self._switched_before = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_SECONDS)
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MILLISECONDS)
        self._gather.timeout.connect(self._tell_gathered)
        self._answered.connect(self._deliver)
        self._told.connect(self._hear)
        self._stop_listening = bus.listen(self._told.emit)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[StationError], None],
        *,
        lane: str = "",
        latest: bool = False,
    ) -> Ticket:
        """Do ``work`` on the pool, then ``done`` or ``failed`` on the GUI thread; call it on the GUI thread."""
        ticket = Ticket(lane, work, done, failed)  # type: ignore[arg-type] # T is what work gives and done takes
        if self._closed:
            ticket.drop()
            return ticket
        if not lane:
            self._begin(ticket)
            return ticket
        road = self._lanes.setdefault(lane, _Lane())
        if latest:
            road.queue.clear()
            if road.running is not None:
                road.running.drop()
        road.queue.append(ticket)
        self._next(road)
        return ticket

    def rest(self, *, working: bool) -> None:
        """Bring memory in order: thoroughly where nobody works (the gate stands), else at no cost."""
        if working:
            self._sweeper.keep()
        else:
            self._sweeper.settle()

    def idle(self, *, besides: int = 0) -> bool:
        """Tell whether every answer is given, with a lane or without, ``besides`` so many, and all news told."""
        return self._under_way <= besides and not self._gather.isActive()

    def close(self) -> None:
        """Finish what is queued, deliver nothing more, and let the threads go."""
        if self._closed:
            return
        self._closed = True
        self._stop_listening()
        self._gather.stop()
        waiting = [ticket.work for road in self._lanes.values() for ticket in road.queue]
        self._lanes.clear()
        self._pool.shutdown(wait=True)
        for work in waiting:  # in their order: the last keystrokes of a draft are among them
            _attempt(work)
        self._sweeper.stop()
        sys.setswitchinterval(self._switched_before)

    def _next(self, road: _Lane) -> None:
        if not road.busy and road.queue:
            road.busy = True
            road.running = road.queue.popleft()
            self._begin(road.running)

    def _begin(self, ticket: Ticket) -> None:
        self._under_way += 1
        self._pool.submit(self._work, ticket)

    def _work(self, ticket: Ticket) -> None:
        answer = _attempt(ticket.work)
        if not self._closed:
            self._answered.emit(ticket, answer)

    @Slot(object, object)
    def _deliver(self, ticket: Ticket, answer: object) -> None:
        if self._closed:
            return
        self._under_way -= 1
        road = self._lanes.get(ticket.lane)
        if road is not None:
            road.busy = False
            road.running = None
            self._next(road)
            if not road.busy:
                del self._lanes[ticket.lane]
        if not ticket.wanted():
            return
        if isinstance(answer, StationError):
            ticket.failed(answer)
        else:
            ticket.done(answer)

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if self._closed:
            return
        match event:
            case StoreChanged(parts):
                self._parts |= parts
            case SyncMoved():
                self._moved = True
            case SessionChanged():
                self.session_changed.emit()
            case HighAlertArrived(uid):
                self.high_alert.emit(uid)
        if (self._parts or self._moved) and not self._gather.isActive():
            self._gather.start()

    def _tell_gathered(self) -> None:
        parts, self._parts = frozenset(self._parts), set()
        moved, self._moved = self._moved, False
        if parts:
            self.store_changed.emit(parts)
        if moved:
            self.sync_moved.emit()


def _attempt(work: Callable[[], object]) -> object:
    """Do the work; an error becomes the answer, and one that nobody foresaw is logged by its kind."""
    try:
        return work()
    except StationError as known:
        return known
    except Exception as unforeseen:  # noqa: BLE001 the window must go on, whatever a library raised
        place = traceback.extract_tb(unforeseen.__traceback__)[-1]
        kind = type(unforeseen).__name__
        _log.error("work behind the window failed: %s in %s line %s", kind, place.name, place.lineno)
        return StationError(kind)
