"""Where questions for news wait: no thread is held, and all of them hear of a change within a second.

One watcher looks for all who wait: at once when this process changed something, each second in any case, because
another process of the same centre may have. What is new is found once for each scope, however many wait in it.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable, Coroutine
from functools import partial

from central.errors import Refused
from central.gazette import Gazette, Standing
from central.store.tallies import Scope
from central.web.bodies import in_thread
from sync.protocol.codes import NEWS_SECONDS, Code
from sync.protocol.feed import News

LOOK_SECONDS = 1.0
MOST_PARKED = 16_384
RETRY_PARKED = 30


class Parking:
    """The questions of one process that wait for something new."""

    def __init__(self, gazette: Gazette, most: int = MOST_PARKED) -> None:
        """Look through ``gazette``, and at once when its bell rings."""
        self._gazette, self._most = gazette, most
        self._parked: Counter[Scope] = Counter()
        self._standing = Standing(0, {})
        self._changed = asyncio.Event()
        self._watcher: asyncio.Task[None] | None = None
        self._closed = False

    @property
    def parked(self) -> int:
        """Say how many wait."""
        return self._parked.total()

    def close(self) -> None:
        """Answer everybody at once with what is known, and park nobody any more; called on the event loop."""
        self._closed = True
        self._tell()

    async def news(
        self, access: str, since: int, seconds: int, left: Callable[[], Coroutine[None, None, None]]
    ) -> News:
        """Say what waits beyond ``since``, as soon as something does; ``left`` returns when the client leaves."""
        scope = await in_thread(partial(self._gazette.scope, access))
        standing = self._fresh(scope, since) if seconds > 0 else None
        if standing is None:
            standing = await in_thread(partial(self._gazette.standing, (scope,)))
        news = self._gazette.news(scope, since, standing)
        if news.head != since or seconds <= 0 or self._closed:
            return news
        if self.parked >= self._most:
            raise Refused(Code.BUSY, "too many wait already", RETRY_PARKED)
        self._parked[scope] += 1
        gone = asyncio.create_task(left())
        try:
            self._learn(standing)
            if not self._watching():
                self._watcher = asyncio.create_task(self._look())
            return await self._wait(scope, since, min(seconds, NEWS_SECONDS), gone)
        finally:
            gone.cancel()
            self._parked[scope] -= 1
            if not self._parked[scope]:
                del self._parked[scope]

    def _fresh(self, scope: Scope, since: int) -> Standing | None:
        """Give what the watcher saw a moment ago, where that is enough: whoever waits hears what it missed.

        A client that has seen more than it (from another process) must not be told of a restore.
        """
        known = self._standing
        return known if self._watching() and scope in known.latest and known.head >= since else None

    async def _wait(self, scope: Scope, since: int, seconds: int, gone: asyncio.Task[None]) -> News:
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        while True:
            here = self._standing if scope in self._standing.latest else Standing(since, {})
            news = self._gazette.news(scope, since, here)
            left = until - loop.time()
            if news.head != since or self._closed or gone.done() or left <= 0:
                return news
            changed = asyncio.create_task(_set(self._changed))
            await asyncio.wait((changed, gone), timeout=left, return_when=asyncio.FIRST_COMPLETED)
            changed.cancel()

    def _learn(self, standing: Standing) -> None:
        """Take in where somebody found the feed; what is older than what is known says nothing, but for a new scope."""
        known = self._standing
        if not self._watching():
            self._standing = standing
            return
        if standing.head >= known.head:
            merged = Standing(standing.head, {**known.latest, **standing.latest})
        else:
            merged = Standing(known.head, {**standing.latest, **known.latest})
        if merged != known:
            self._standing = merged
            self._tell()

    def _watching(self) -> bool:
        return self._watcher is not None and not self._watcher.done()

    async def _look(self) -> None:
        """Look for as long as anybody waits."""
        loop = asyncio.get_running_loop()
        rung = asyncio.Event()

        def hear() -> None:
            loop.call_soon_threadsafe(rung.set)

        leave = self._gazette.bell.listen(hear)
        try:
            while self._parked and not self._closed:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(rung.wait(), LOOK_SECONDS)
                rung.clear()
                with contextlib.suppress(Refused):  # a busy database: the next look is a second away
                    self._learn(await in_thread(partial(self._gazette.standing, tuple(self._parked))))
        finally:
            leave()

    def _tell(self) -> None:
        """Wake everybody, and let the next ones wait for the next change."""
        self._changed.set()
        self._changed = asyncio.Event()


async def _set(event: asyncio.Event) -> None:
    await event.wait()
