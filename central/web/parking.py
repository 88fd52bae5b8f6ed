"""Where questions for news wait: no thread is held, and all of them hear of a change within a second.

One watcher looks for all who wait: at once when this process changed something, a few times a second in any case,
because another process of the same centre may have. What is new is found once for each scope, and its frames are made
once, however many wait in it.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from functools import partial

from central.dispatches import Reader
from central.errors import Refused
from central.gazette import Gazette, Standing
from central.store.tallies import Scope
from central.web.threads import in_thread
from sync.protocol.codes import CALM_SECONDS, NEWS_SECONDS, Code
from sync.protocol.feed import News

LOOK_SECONDS = 0.25
MOST_PARKED = 16_384
RETRY_PARKED = 30

Told = News | bytes
"""What answers a question: where the feed stands, or the frames themselves."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question for news, held ``seconds`` at the most; ``dictionary`` is None where no frames are taken."""

    access: str
    since: int
    seconds: int
    dictionary: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Waiter:
    """A question that waits; until ``calm_until`` (of the loop's clock) only a High Alert answers it."""

    question: Question
    scope: Scope
    base: int
    calm_until: float
    answer: asyncio.Future[Told | None]

    @property
    def reader(self) -> Reader | None:
        """Give who waits as one who takes frames; None where they take none."""
        asked = self.question
        if asked.dictionary is None:
            return None
        return Reader(asked.access, self.scope, asked.since, self.base, asked.dictionary)

    def tell(self, told: Told | None) -> None:
        """Answer, unless it was answered; None: nothing has come, and the wait is over."""
        if not self.answer.done():
            self.answer.set_result(told)


class Parking:
    """The questions of one process that wait for something new."""

    def __init__(self, gazette: Gazette, most: int = MOST_PARKED) -> None:
        """Look through ``gazette``, and at once when its bell rings."""
        self._gazette, self._most = gazette, most
        self._parked: defaultdict[Scope, set[Waiter]] = defaultdict(set)
        self._unsettled: set[Scope] = set()
        self._standing = Standing(0, {})
        self._rung = asyncio.Event()
        self._watcher: asyncio.Task[None] | None = None
        self._closed = False

    @property
    def parked(self) -> int:
        """Say how many wait."""
        return sum(map(len, self._parked.values()))

    def close(self) -> None:
        """Answer everybody at once with what is known, and park nobody any more; called on the event loop."""
        self._closed = True
        for waiter in [one for waiters in self._parked.values() for one in waiters]:
            waiter.tell(None)

    async def news(self, asked: Question, left: Callable[[], Coroutine[None, None, None]]) -> Told:
        """Say what waits beyond a cursor, as soon as something does; ``left`` returns when the client leaves."""
        scope, standing = await in_thread(partial(self._gazette.arrived, asked.access), reads=True)
        news = self._gazette.news(scope, asked.since, standing)
        if asked.seconds <= 0 or self._closed or news.head < asked.since:
            return news
        if news.head != asked.since and asked.dictionary is None:
            return news
        if self.parked >= self._most:
            raise Refused(Code.BUSY, "too many wait already", RETRY_PARKED)
        self._learn(standing)
        waiter = self._waiter(asked, scope, news, standing)
        return await self._wait(waiter, left) or self._known(waiter)

    def _waiter(self, asked: Question, scope: Scope, news: News, standing: Standing) -> Waiter:
        """Take down who waits; of whoever lacks something already nobody else lacks exactly that."""
        loop = asyncio.get_running_loop()
        base = asked.since
        if news.head == asked.since and scope in standing.latest:
            base = standing.latest[scope].record
        calm = 0.0 if asked.dictionary is None else CALM_SECONDS
        return Waiter(asked, scope, base, loop.time() + calm, loop.create_future())

    async def _wait(self, waiter: Waiter, left: Callable[[], Coroutine[None, None, None]]) -> Told | None:
        """Park a question until it is answered; None where its time is over, or the client left."""
        gone = asyncio.create_task(left())
        gone.add_done_callback(lambda _: waiter.tell(None))
        seconds = min(waiter.question.seconds, NEWS_SECONDS)
        over = asyncio.get_running_loop().call_later(seconds, waiter.tell, None)
        self._parked[waiter.scope].add(waiter)
        if not self._watching():
            self._watcher = asyncio.create_task(self._look())
        if (news := self._known(waiter)).head != waiter.question.since:
            self._unsettled.add(waiter.scope)
            (self._rung.set() if news.high_alerts else None)
        try:
            return await waiter.answer
        finally:
            over.cancel()
            gone.cancel()
            self._parked[waiter.scope].discard(waiter)
            if not self._parked[waiter.scope]:
                del self._parked[waiter.scope]

    def _known(self, waiter: Waiter) -> News:
        """Say where the feed stands, as far as it is known for a scope."""
        since = waiter.question.since
        here = self._standing if waiter.scope in self._standing.latest else Standing(since, {})
        return self._gazette.news(waiter.scope, since, here)

    def _learn(self, standing: Standing) -> None:
        """Take in where somebody found the feed; what is older than what is known says nothing, but for a new scope.

        What was known of another past counts no more, however far it had come.
        """
        known = self._standing
        if not self._watching():
            self._standing = standing
            return
        if standing.past != known.past:
            merged = max(standing, known, key=lambda one: one.past)
        elif standing.head >= known.head:
            merged = Standing(standing.head, {**known.latest, **standing.latest}, known.past)
        else:
            merged = Standing(known.head, {**standing.latest, **known.latest}, known.past)
        back = merged.head < known.head
        self._unsettled |= {one for one, latest in merged.latest.items() if back or known.latest.get(one) != latest}
        self._standing = merged

    def _watching(self) -> bool:
        return self._watcher is not None and not self._watcher.done()

    async def _look(self) -> None:
        """Look for as long as anybody waits."""
        loop = asyncio.get_running_loop()

        def hear() -> None:
            loop.call_soon_threadsafe(self._rung.set)

        leave = self._gazette.bell.listen(hear)
        try:
            while self._parked and not self._closed:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._rung.wait(), LOOK_SECONDS)
                self._rung.clear()
                with contextlib.suppress(Refused):  # a busy database: the next look is a moment away
                    self._learn(await in_thread(partial(self._gazette.standing, tuple(self._parked)), reads=True))
                for scope in tuple(self._unsettled):
                    await self._settle(scope)
        finally:
            leave()

    async def _settle(self, scope: Scope) -> None:
        """Answer those of a scope for whom something is new; whoever is to have calm is looked at again."""
        self._unsettled.discard(scope)
        now = asyncio.get_running_loop().time()
        taking = list[tuple[Waiter, Reader, News]]()
        for waiter in self._parked.get(scope, ()):
            news = self._known(waiter)
            if news.head == waiter.question.since:
                continue
            if news.head > waiter.question.since and not news.high_alerts and now < waiter.calm_until:
                self._unsettled.add(scope)
                continue
            if (reader := waiter.reader) is None:
                waiter.tell(news)
            else:
                taking.append((waiter, reader, news))
        if taking:
            await self._send(taking)

    async def _send(self, taking: Sequence[tuple[Waiter, Reader, News]]) -> None:
        """Give frames to those who take them; where there are none for one, they hear that something is new."""
        readers = [reader for _, reader, _ in taking]
        frames: list[bytes | None] = [None] * len(readers)
        with contextlib.suppress(Refused):  # a busy database: whoever asks for the feed hears of it
            frames = await in_thread(partial(self._gazette.dispatches.sent, readers), reads=True)
        for (waiter, _, news), made in zip(taking, frames, strict=True):
            waiter.tell(news if made is None else made)
