"""A process of its own that works out the words of alerts, beside the one that writes them into the copy.

It is this program again, asked over a pipe and answering over one: a page of alerts and their FIRs goes in, what of
them can be found comes out. Nothing of either touches a disk. It knows no key, opens no file, and ends when the pipe
does, which is when the program that started it ends, however that comes about.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Final

from station_client.domain.alert import Alert
from station_client.domain.fir import Fir
from station_client.security import crash_image
from station_client.store.forms import from_json, to_json
from station_client.text import index
from station_client.text.index import Entry
from station_client.text.pieces import Pieces

COMMAND: Final = "words-of-alerts"
IDLE_SECONDS: Final = 60
"""So long it waits for the next page before it ends by itself: what it remembers of words is worth some memory."""

MOST_BYTES: Final = 1 << 28
_HEAD: Final = 4
_SWITCH_SECONDS: Final = 0.0005


@dataclass(frozen=True, slots=True)
class Page:
    """What is asked: the words of alerts, and their FIRs by their keys. ``leave``: what was asked is not wanted now."""

    number: int
    alerts: tuple[Alert, ...] = ()
    firs: Mapping[str, Fir] = field(default_factory=dict)
    leave: bool = False


@dataclass(frozen=True, slots=True)
class Worked:
    """What is answered: the entry of each alert in its order, and the spellings that were met for the first time."""

    number: int
    entries: tuple[Entry, ...]
    fresh: tuple[str, ...]


def main() -> int:
    """Answer page after page; give the process's exit code."""
    crash_image.leave_none()
    sys.setswitchinterval(_SWITCH_SECONDS)
    source, answer = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # a library's chatter is no answer
    asked: SimpleQueue[Page] = SimpleQueue()
    answers: SimpleQueue[bytes] = SimpleQueue()
    left: set[int] = set()
    Thread(target=_hear, args=(source, asked, left), daemon=True).start()
    Thread(target=_say, args=(answer, answers), daemon=True).start()
    pieces = Pieces()
    while True:
        try:
            page = asked.get(timeout=IDLE_SECONDS)
        except Empty:
            return 0
        if page.number in left:
            left.discard(page.number)
        else:
            answers.put(to_json(worked(page, pieces)))


def worked(page: Page, pieces: Pieces) -> Worked:
    """Work out the words of a page."""
    entries = tuple(index.entry(one, page.firs.get(one.fir_key), pieces) for one in page.alerts)
    fresh = tuple(pieces.fresh)
    pieces.fresh.clear()
    return Worked(page.number, entries, fresh)


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write one message, its length before it."""
    pipe.write(len(message).to_bytes(_HEAD, "big"))
    pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """Read one message; None where there is no more, or none that is one."""
    size = int.from_bytes(pipe.read(_HEAD), "big")
    if not 0 < size <= MOST_BYTES:
        return None
    message = pipe.read(size)
    return message if len(message) == size else None


def _hear(source: IO[bytes], asked: SimpleQueue[Page], left: set[int]) -> None:
    """Take in what is asked as it comes, so that who asks never waits; end the process where that one has ended."""
    try:
        while (message := receive(source)) is not None:
            page = from_json(message, Page)
            if page.leave:
                left.add(page.number)
            else:
                asked.put(page)
    finally:
        os._exit(0)


def _say(answer: IO[bytes], answers: SimpleQueue[bytes]) -> None:
    try:
        while True:
            send(answer, answers.get())
    finally:
        os._exit(0)
