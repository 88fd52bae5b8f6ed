"""``python -m benchmarks.central.load``: the process that makes the load. Orders and figures are lines of JSON.

Moments are of the monotonic clock, which all processes of a machine share. A question's time runs from the moment at
which it was due, not from when its turn came: a centre that falls behind cannot hide it.
"""

from __future__ import annotations

import asyncio
import json
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from benchmarks.central.client import Answer, Line, brings_frames, open_line, trusting
from benchmarks.central.figures import Alerted, Facts, Seen
from benchmarks.central.nation import token_of
from station_client.domain.alert import Category
from station_client.domain.ids import uuid7
from sync.protocol.codes import (
    FEED_MEDIA_TYPE,
    MEDIA_TYPE,
    PATH_FEED,
    PATH_HEALTH,
    PATH_NEWS,
    PATH_PUSH,
    PATH_SEARCH,
    PATH_SUMMARY,
)
from sync.protocol.dictionary import newest
from sync.protocol.feed import News
from sync.protocol.messages import PushBatch, PushItem

OPENING_AT_ONCE: Final = 32
ADDRESSES: Final = 8
WAIT_SECONDS: Final = 240
ANSWER_SECONDS: Final = 300.0
OK: Final = 200
SMALL: Final = 20  # records in a delta
WORDS: Final = ("opium", "motorcycle", "robbery canal", "अफीम", "ramesh", "stolen vehicle")
TEXT: Final = "Two men took a child from the bus stand at about 2015 hrs in a white car towards the highway."


class Load:
    """What was ordered, over lines that stay open between orders."""

    def __init__(self) -> None:
        """Begin with no line."""
        self._lines: list[Line] = []
        self._parked: list[asyncio.Task[tuple[float, Answer]]] = []
        self._since = self._head = 0
        self._given: Facts = {}

    def setting(self, *, ports: list[int], secret: str, logins: list[str], authority: str = "") -> Facts:
        """Learn where the centre is and who asks."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        self._given = {"ports": ports, "secret": secret, "logins": logins}
        self._context = trusting(Path(authority) if authority else None)
        return {"files": [soft, hard]}

    async def open(self, *, count: int) -> Facts:
        """Open so many lines, spread over the processes of the centre."""
        began, gate = time.monotonic(), asyncio.Semaphore(OPENING_AT_ONCE)
        failed: Counter[str] = Counter()

        async def one(number: int) -> Line | None:
            ports = self._given["ports"]
            async with gate:
                try:
                    address = f"127.0.0.{2 + number % ADDRESSES}"
                    return await open_line(ports[number % len(ports)], self._context, address)
                except OSError as wrong:
                    failed[type(wrong).__name__] += 1
                    return None

        made = await asyncio.gather(*(one(len(self._lines) + number) for number in range(count)))
        self._lines += [line for line in made if line is not None]
        return {"open": len(self._lines), "seconds": round(time.monotonic() - began, 1), "failed": dict(failed)}

    async def park(self, *, since: int, takes: bool) -> Facts:
        """Let every line wait for news beyond ``since``; ``takes``: and for the frames with them."""
        self._since = since
        path = f"{PATH_NEWS}?since={since}&seconds={WAIT_SECONDS}&dictionary={newest()}"
        accept = f"{FEED_MEDIA_TYPE}, {MEDIA_TYPE}" if takes else ""
        self._parked = [
            asyncio.create_task(_timed(line.ask("GET", path, self._token(number), accept=accept)))
            for number, line in enumerate(self._lines)
        ]
        await asyncio.sleep(0)
        return {"asked": len(self._parked)}

    async def fan_out(self, *, follow: bool) -> Facts:
        """Hand a High Alert over and note when each that waits hears of it and has its frame.

        ``follow``: whoever was only told of it asks for the frame.
        """
        line = await open_line(self._given["ports"][0], self._context)
        came = Alerted(time.monotonic(), [], [], Counter())
        answer = await line.ask("POST", PATH_PUSH, self._token(0), self._item(0, Category.HIGH_ALERT))
        taken = time.monotonic() - came.began
        line.close()
        waiting = (self._hear(came, number, task, follow=follow) for number, task in enumerate(self._parked))
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.gather(*waiting), ANSWER_SECONDS)
        lost = len(self._parked) - len(came.heard)
        self._parked = []
        return {
            "upload_ms": round(taken * 1000, 1),
            "upload_status": answer.status,
            "not_heard": lost,
            **came.told(),
        }

    async def mixed(self, *, rate: int, seconds: float, since: int, seed: int) -> Facts:
        """Ask ``rate`` questions in a second, of every kind, each at its due moment; give the times of each kind."""
        self._head = since
        dice = random.Random(seed)  # noqa: S311 repeatable is what it must be
        free: asyncio.Queue[Line] = asyncio.Queue()
        for line in self._lines:
            free.put_nowait(line)
        seen = Seen({}, Counter())
        running: set[asyncio.Task[None]] = set()
        began = time.monotonic()
        for due in _moments(dice, began, rate, seconds):
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            number = dice.randrange(len(self._given["logins"]))
            task = asyncio.create_task(self._ask(free, seen, _kind(dice), due, number))
            running.add(task)
            task.add_done_callback(running.discard)
        asked, late = time.monotonic() - began, len(running)
        if running:
            await asyncio.wait(set(running), timeout=ANSWER_SECONDS)
        return seen.told(asked, time.monotonic() - began) | {"late_at_the_end": late}

    def close(self) -> Facts:
        """Drop every line; give the processor time this took."""
        for line in self._lines:
            line.close()
        self._lines = []
        used = resource.getrusage(resource.RUSAGE_SELF)
        return {"cpu_s": round(used.ru_utime + used.ru_stime, 1)}

    async def _hear(
        self, came: Alerted, number: int, parked: asyncio.Task[tuple[float, Answer]], *, follow: bool
    ) -> None:
        """Note when one that waits hears of an alert and has its frame; ``follow``: it asks for a frame not brought."""
        try:
            moment, told = await parked
        except (OSError, asyncio.IncompleteReadError):
            came.wrong["cut while it waited"] += 1
            return
        brought = told.status == OK and brings_frames(told.body, self._since)
        if not brought and (told.status != OK or not msgspec.json.decode(told.body, type=News).high_alerts):
            came.wrong[f"news {told.status}"] += 1
            return
        came.heard.append(moment - came.began)
        if brought:
            came.in_hand.append(moment - came.began)
        elif follow:
            path = f"{PATH_FEED}?since={self._since}&dictionary={newest()}"
            moment, frames = await _timed(self._lines[number].ask("GET", path, self._token(number)))
            if frames.status == OK:
                came.in_hand.append(moment - came.began)
            else:
                came.wrong[f"feed {frames.status}"] += 1

    async def _ask(self, free: asyncio.Queue[Line], seen: Seen, kind: str, due: float, number: int) -> None:
        """Ask one question of a kind on a line that is free."""
        line = await free.get()
        try:
            answer = await asyncio.wait_for(self._question(line, kind, number), ANSWER_SECONDS)
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as failed:
            seen.wrong[f"{kind} {type(failed).__name__}"] += 1
            return  # a line that failed is not given back
        free.put_nowait(line)
        seen.times.setdefault(kind, []).append(time.monotonic() - due)
        if kind == "poll" and answer.status == OK:
            self._head = max(self._head, msgspec.json.decode(answer.body, type=News).head)
        if answer.status != OK:
            seen.wrong[f"{kind} {answer.status}"] += 1

    async def _question(self, line: Line, kind: str, number: int) -> Answer:
        token, since = self._token(number), self._head
        match kind:
            case "push":
                return await line.ask("POST", PATH_PUSH, token, self._item(number, Category.SEIZURE))
            case "poll":
                return await line.ask("GET", f"{PATH_NEWS}?since={since}&seconds=0", token)
            case "feed":
                return await line.ask("GET", f"{PATH_FEED}?since={max(since - SMALL, 0)}", token)
            case "summary":
                return await line.ask("GET", f"{PATH_SUMMARY}?cursor={since}", token)
            case "search":
                words = WORDS[number % len(WORDS)].replace(" ", "%20")
                return await line.ask("GET", f"{PATH_SEARCH}?words={_quoted(words)}&rows=20", token)
        return await line.ask("GET", PATH_HEALTH)

    def _item(self, number: int, category: Category) -> bytes:
        return msgspec.json.encode(PushBatch(items=(item(self._given["logins"][number], category),)))

    def _token(self, number: int) -> str:
        return token_of(self._given["secret"], number % len(self._given["logins"]))


def item(login: str, category: Category) -> PushItem:
    """Write an alert of the officer of that login."""
    now = datetime.now(UTC)
    return PushItem(
        item_id=uuid7(now, random.randbytes(10)),  # noqa: S311 made up
        author=login,
        category=category,
        description=TEXT,
        written_at=now,
        skew_seconds=0.0,
        fir_key=f"{login[1:]}/{now.year}/0619",
        fir_shown=f"0619/{now.year}",
    )


MIX: Final = (("poll", 50), ("feed", 25), ("health", 12), ("summary", 8), ("search", 3), ("push", 2))
"""Shares of a hundred. Two pushes in a hundred, at 1,000 in a second, are far more than India's stations write."""


def _kind(dice: random.Random) -> str:
    return dice.choices([one for one, _ in MIX], [share for _, share in MIX])[0]


def _moments(dice: random.Random, began: float, rate: int, seconds: float) -> Iterator[float]:
    """Give moments as strangers choose them: apart by chance, ``rate`` in a second."""
    due = began
    while (due := due + dice.expovariate(rate)) < began + seconds:
        yield due


async def _timed(asked: Awaitable[Answer]) -> tuple[float, Answer]:
    answer = await asked
    return time.monotonic(), answer


def _quoted(words: str) -> str:
    return "".join(char if char.isascii() else "".join(f"%{byte:02X}" for byte in char.encode()) for char in words)


async def _serve() -> None:
    loop, load = asyncio.get_running_loop(), Load()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        order = json.loads(line)
        verb: Callable[..., Any] = getattr(load, order.pop("do"))
        found = verb(**order)
        print(json.dumps(await found if asyncio.iscoroutine(found) else found), flush=True)


if __name__ == "__main__":
    asyncio.run(_serve())
