"""What a centre does before it answers (after an upgrade, say), and how far it is: for the log and for who balances."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from threading import Event

from central.errors import Refused
from sync.protocol.codes import Code

TOLD_EVERY_SECONDS = 10.0
LONGEST_RETRY = 30
_log = logging.getLogger("central")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is being done: up to which change of the feed, and how many there are."""

    doing: str
    done: int = 0
    of: int = 0


class Preparation:
    """Nothing is to be prepared until somebody begins; safe to ask from any thread."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._stop = Event()
        self._began = 0.0
        self.step: Step | None = None

    @property
    def stopped(self) -> bool:
        """Tell whether nobody waits for it any more."""
        return self._stop.is_set()

    def stop(self) -> None:
        """End what is being done at the next chance; what was done stays done."""
        self._stop.set()

    def begin(self) -> None:
        """Say that the centre is not ready, from here on."""
        self._began, self.step = time.monotonic(), Step("start")

    def end(self) -> None:
        """Say that it is."""
        self.step = None

    def told(self, step: Step) -> None:
        """Take note of how far it is."""
        if self.step is not None:
            self.step = step

    def refusal(self) -> Refused | None:
        """Give the answer to whoever asks meanwhile, to come again the later the longer it takes; None: it is over."""
        step = self.step
        if step is None:
            return None
        retry = min(1 + int(time.monotonic() - self._began), LONGEST_RETRY)
        return Refused(Code.BUSY, f"the centre is being prepared: {step.doing}, {step.done} of {step.of}", retry)


class Telling:
    """Tells of one thing that takes its time: when it begins, every few seconds, and when it is over."""

    def __init__(self, preparation: Preparation, doing: str) -> None:
        """Tell nothing as long as there is nothing to do."""
        self._preparation, self._doing = preparation, doing
        self._began = self._last = 0.0

    def reached(self, done: int, of: int) -> None:
        """Say how far it is."""
        now = time.monotonic()
        self._preparation.told(Step(self._doing, done, of))
        if not self._began or now - self._last >= TOLD_EVERY_SECONDS:
            self._began, self._last = self._began or now, now
            self._line({"done": done, "of": of})

    def over(self) -> None:
        """Say that it is over, where there was anything to do."""
        if self._began:
            self._line({"seconds": round(time.monotonic() - self._began, 1), "stopped": self._preparation.stopped})

    def _line(self, fields: dict[str, object]) -> None:
        _log.info("preparing", extra={"fields": {"doing": self._doing, **fields}})
