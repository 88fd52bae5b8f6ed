"""Where the centre's verbs run: beside the event loop that serves everybody, on threads by what they wait for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from typing import TypeVar

import anyio
import anyio.to_thread

from central.errors import WritesError
from central.request import only_reads

SLOW_THREADS = 32
USUAL_THREADS = 24
READING_THREADS = 12

Answer = TypeVar("Answer")
_slow = anyio.CapacityLimiter(SLOW_THREADS)  # files on slow lines must not take the threads of the rest
_usual = ThreadPoolExecutor(USUAL_THREADS, "verb")
_reading = ThreadPoolExecutor(READING_THREADS, "reading verb")


async def in_thread(verb: Callable[[], Answer], *, slow: bool = False, reads: bool = False) -> Answer:
    """Run one of the centre's verbs beside the event loop, to its end whoever gives up waiting for it.

    ``slow``: it waits for a line, and asks the event loop for what comes over it. ``reads``: it only reads, and soon;
    writers wait for one another, and whoever asks for the feed must not wait for a thread of theirs. A verb that has
    something to write after all begins anew among the writers.
    """
    if slow:
        return await anyio.to_thread.run_sync(verb, limiter=_slow)
    if reads:
        with suppress(WritesError):
            return await _run(_reading, partial(_reads_only, verb))
    return await _run(_usual, verb)


def _reads_only(verb: Callable[[], Answer]) -> Answer:
    only_reads.set(True)
    return verb()


async def _run(threads: ThreadPoolExecutor, verb: Callable[[], Answer]) -> Answer:
    running = asyncio.get_running_loop().run_in_executor(threads, copy_context().run, verb)
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        with anyio.CancelScope(shield=True):
            await asyncio.wait((running,))
        raise
