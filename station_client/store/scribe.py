"""The process beside this one that works out words (``scribing``), as this one sees it."""

from __future__ import annotations

import contextlib
import logging
import subprocess
import time
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final

from station_client.errors import StoreDamagedError
from station_client.store.forms import from_json, to_json
from station_client.store.scribing import IDLE_SECONDS, Page, Worked, receive, send

_log = logging.getLogger(__name__)

_PIPE_BYTES: Final = 1 << 20
_END_SECONDS: Final = 5


class Scribe:
    """One such process and the pipes to it; a thread at each end of them, so that nobody waits for a full pipe."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start the process. Raises ``OSError``."""
        self._process = subprocess.Popen(  # noqa: S603 the program itself, with a fixed argument
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pipesize=_PIPE_BYTES,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._asked: SimpleQueue[Page | None] = SimpleQueue()
        self._answers: SimpleQueue[Worked | None] = SimpleQueue()
        self._used = time.monotonic()
        self.gone = False
        """It says nothing any more: whoever wants something works it out alone."""
        self.failed = False
        for task in (self._speak, self._listen):
            Thread(target=task, name=f"words{task.__name__}", daemon=True).start()

    @property
    def stale(self) -> bool:
        """Tell whether it is gone, or was left alone so long that it may be about to go."""
        return self.gone or time.monotonic() - self._used > IDLE_SECONDS / 2

    def ask(self, page: Page) -> None:
        """Let it work out a page, after those that it was asked before."""
        self._used = time.monotonic()
        self._asked.put(page)

    def answer(self, wait: float) -> Worked | None:
        """Give its next answer; None where none comes within so many seconds, or ever."""
        if self.gone:
            return None
        try:
            found = self._answers.get(timeout=wait) if wait else self._answers.get_nowait()
        except Empty:
            return None
        if found is None:
            self.give_up("it ended")
        return found

    def give_up(self, why: str) -> None:
        """End it because it is of no use."""
        if not self.gone:
            self.failed = True
            _log.warning("the process for words is given up: %s; words are worked out without it", why)
        self.end()

    def end(self) -> None:
        """End it at once, whatever it is at: nothing that it holds is kept anywhere."""
        self.gone = True
        self._asked.put(None)
        self._process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_END_SECONDS)

    def _speak(self) -> None:
        pipe = self._process.stdin
        assert pipe is not None  # noqa: S101 it was asked for
        try:
            with contextlib.suppress(OSError), pipe:
                while (page := self._asked.get()) is not None:
                    send(pipe, to_json(page))
        finally:
            self._process.kill()  # whatever ended this, there is nobody to ask it any more

    def _listen(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None  # noqa: S101 it was asked for
        with contextlib.suppress(OSError, StoreDamagedError), pipe:
            while (message := receive(pipe)) is not None:
                self._answers.put(from_json(message, Worked))
        self._answers.put(None)
