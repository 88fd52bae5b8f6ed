"""Between two rounds: a question that the centre holds until something is new, so that news come without polling.

One thread of its own, which asks only while the sync thread rests after a good round, or sends files. It holds no lock
of the stores while it waits, decides nothing about rounds (news only wake the scheduler, where they did not bring along
all there is), and ends at once when the line is cut under it: at a pause, a sign-out, or the program's end.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Protocol

from station_client.clock import Clock
from station_client.errors import CentreFaultError, LineError, NotSignedInError, StationError
from sync.attention import Attention
from sync.hearing import Tidings

_log = logging.getLogger(__name__)

FEWEST_SECONDS: Final = 2.0
"""Between two answers with news: a busy hour elsewhere must not keep a slow line busy without end.

A High Alert does not wait for it, unless one came a moment before.
"""


class Listener(Protocol):
    """Who asks the centre and waits for its answer."""

    def listen(self, seconds: int) -> Tidings:
        """Wait until something is new, ``seconds`` at most, and take in what comes with it; tell what became of it."""


class Waiting:
    """The listening thread; the scheduler tells it when it may ask (``rest``) and when not (``work``)."""

    def __init__(
        self, listener: Listener, clock: Clock, *, wake: Callable[[], None], chance: random.Random | None = None
    ) -> None:
        """``wake`` asks for a round; it must return at once."""
        self._listener = listener
        self._clock = clock
        self._wake = wake
        self._chance = chance or random.SystemRandom()
        self._change = threading.Condition()
        self._resting = self._amid = self._owed = False
        self._ending = False
        self._hurried = -FEWEST_SECONDS
        self._attention = Attention()
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Start the thread; it asks nothing until the first ``rest``."""
        with self._change:
            self._resting = self._ending = self._amid = self._owed = False
            self._attention = Attention()
        self._thread = threading.Thread(target=self._work, name="waiting", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stop the thread; whoever calls has cut the line before, or cuts it now."""
        with self._change:
            self._ending = True
            self._change.notify_all()

    def join(self) -> None:
        """Return when the thread is gone."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def rest(self) -> bool:
        """Say that a good round has ended; tell whether the centre will be listened to, so that no clock is needed."""
        with self._change:
            self._resting, owed, self._owed = True, self._owed, False
            self._change.notify_all()
            listens = self._clock.monotonic() >= self._attention.rest_until
        if owed:
            self._wake()
        return listens

    def work(self) -> None:
        """Say that no question is to be asked now: a round begins, or the engine is paused."""
        with self._change:
            self._resting = False

    @contextmanager
    def meanwhile(self) -> Iterator[None]:
        """Ask for news while a round sends files: they take long, and the question does not stand in their way.

        Whatever a round must see to waits until this one has ended well; whatever goes wrong, this one finds out.
        """
        with self._change:
            self._resting = self._amid = True
            self._change.notify_all()
        try:
            yield
        finally:
            with self._change:
                self._resting = self._amid = False

    def _work(self) -> None:
        while self._may_ask():
            began, amid = self._clock.monotonic(), self._amid
            try:
                tidings = self._listener.listen(self._attention.seconds)
            except Exception as wrong:  # noqa: BLE001 the thread must outlive what nobody foresaw; it is logged below
                self._failed(wrong, self._clock.monotonic() - began)
            else:
                self._attention = self._attention.answered()
                if tidings.new:
                    self._go_on(tidings, began, amid=amid)

    def _go_on(self, tidings: Tidings, began: float, *, amid: bool) -> None:
        """Ask for a round where one must see to the news; else the next question follows."""
        now = self._clock.monotonic()
        breath = FEWEST_SECONDS - (now - began)
        if tidings.urgent:
            breath = min(breath, FEWEST_SECONDS - (now - self._hurried)) if tidings.round else 0.0
            self._hurried = now
        if tidings.round:
            self._ask_for_a_round(breath, amid=amid)
        else:
            self._breathe(breath)

    def _breathe(self, seconds: float) -> None:
        with self._change:
            if seconds > 0:
                self._change.wait_for(lambda: self._ending, timeout=seconds)

    def _may_ask(self) -> bool:
        """Wait until a question may be asked; False when the thread is to end."""
        with self._change:
            while not self._ending:
                left = self._attention.rest_until - self._clock.monotonic()
                if self._resting and left <= 0:
                    return True
                self._change.wait(timeout=left if self._resting and left > 0 else None)
        return False

    def _failed(self, wrong: Exception, lasted: float) -> None:
        """Think about the next question; a line that went is found out by a round, at once."""
        with self._change:
            if not self._resting or self._ending or isinstance(wrong, NotSignedInError):
                return  # we cut it ourselves, or a round that is under way will find out
            if self._amid:
                self._resting = False
                return
            self._attention = self._after(wrong, lasted)
        if not isinstance(wrong, StationError):
            _log.error("listening stopped unexpectedly", exc_info=wrong)
        else:
            _log.info("listening was cut after %.0f s: %s", lasted, type(wrong).__name__)
        self._ask_for_a_round(0.0)

    def _after(self, wrong: Exception, lasted: float) -> Attention:
        """Tell how to ask next; a proxy that gives up says so as a fault of the centre's, with no word of when."""
        now = self._clock.monotonic()
        retry_after = wrong.retry_after if isinstance(wrong, CentreFaultError) else 0
        if isinstance(wrong, LineError) and not retry_after:
            return self._attention.cut(now, lasted, chance=self._chance)
        return self._attention.refused(now, retry_after, chance=self._chance)

    def _ask_for_a_round(self, after: float, *, amid: bool = False) -> None:
        """Ask for a round, and nothing else until it has ended; ``amid``: it was heard beside a round's files."""
        self._breathe(after)
        with self._change:
            at_once = self._resting and not self._amid
            self._owed |= not at_once and (self._amid or amid)
            self._resting = False
        if at_once and not self._ending:
            self._wake()
