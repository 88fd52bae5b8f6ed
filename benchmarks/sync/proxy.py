"""The line for those who are not root: a TCP proxy with rate, delay and cuts, on the loopback address."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Coroutine
from typing import Any, Final

from benchmarks.sync.packets import MOVING_BYTES, Counted, Line
from benchmarks.sync.relay import DOWN, UP, Cut, Story

LOOPBACK: Final = "127.0.0.1"
PIECE: Final = 1400
BUFFER: Final = 16 * 1024
LOOK_SECONDS: Final = 0.02


class Proxies:
    """One proxy for each port that the centre listens on; all share the line."""

    def __init__(self) -> None:
        """Begin in a thread of its own."""
        self.counted = {UP: Counted(), DOWN: Counted()}
        self.story = Story()
        self._line: Line | None = None
        self._plan: Cut | None = None
        self._free = {UP: 0.0, DOWN: 0.0}
        self._seen = 0
        self._dial = 0  # which of the station's addresses is good: connections of a former one carry nothing
        self._ports: dict[int, int] = {}
        self._servers: list[asyncio.Server] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)
        self._thread.start()

    def port(self, listening: int) -> int:
        """Give the port at which the proxy for a listening port is found."""
        if listening not in self._ports:
            self._ports[listening] = self._do(self._serve(listening))
        return self._ports[listening]

    def shape(self, line: Line | None, cut: Cut | None) -> None:
        """Take another quality, count anew, plan a cut."""
        self._line, self._plan, self.story = line, cut, Story()
        self.counted = {UP: Counted(), DOWN: Counted()}
        self._free = {UP: 0.0, DOWN: 0.0}

    def close(self) -> None:
        """Stop; what is under way is dropped."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(timeout=10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)
        self._loop.close()

    async def _end(self) -> None:
        for server in self._servers:
            server.close()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0)  # transports that were aborted close in the next turn

    def _do(self, work: Coroutine[Any, Any, int]) -> int:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=10)

    async def _serve(self, listening: int) -> int:
        async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            if task is not None:
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            with contextlib.suppress(OSError):
                await self._carry(reader, writer, listening)

        server = await asyncio.start_server(carry, LOOPBACK, 0, limit=BUFFER)
        self._servers.append(server)
        return int(server.sockets[0].getsockname()[1])

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, listening: int) -> None:
        dial = self._dial
        if self._line is not None:
            await asyncio.sleep(self._line.round_trip_ms / 1000)  # the greeting goes there and back
        await self._while_down(dial)
        far_reader, far_writer = await asyncio.open_connection(LOOPBACK, listening, limit=BUFFER)
        try:
            await asyncio.gather(self._pump(reader, far_writer, UP, dial), self._pump(far_reader, writer, DOWN, dial))
        finally:
            for one in (writer, far_writer):
                one.transport.abort()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: str, dial: int) -> None:
        while piece := await reader.read(PIECE):
            await self._wait_for(way, len(piece))
            await self._while_down(dial)
            counted = self.counted[way]
            counted.packets, counted.bytes = counted.packets + 1, counted.bytes + len(piece)
            counted.payload = counted.written = counted.bytes
            self._move(way)
            delay = self._line.round_trip_ms / 2000 if self._line is not None else 0.0
            self._loop.call_later(delay, self._give, writer, piece)
        delay = self._line.round_trip_ms / 2000 if self._line is not None else 0.0
        await asyncio.sleep(delay + LOOK_SECONDS)
        with contextlib.suppress(OSError, RuntimeError):
            writer.write_eof()

    def _give(self, writer: asyncio.StreamWriter, piece: bytes) -> None:
        if not writer.transport.is_closing():
            writer.write(piece)

    async def _wait_for(self, way: str, size: int) -> None:
        if self._line is None:
            return
        now = time.monotonic()
        self._free[way] = max(self._free[way], now) + size / self._line.bytes_per_second
        await asyncio.sleep(self._free[way] - now)

    def _move(self, way: str) -> None:
        """Cut where that was planned, and note when bytes move again."""
        plan, told = self._plan, self.story
        if plan is not None and told.cut_at is None and self.counted[plan.way].bytes >= plan.after_bytes:
            told.cut_at = time.monotonic()
            told.back_at = told.cut_at + plan.seconds
            self._dial += plan.new_address
            self._seen = self.counted[plan.way].bytes
        elif plan is not None and told.back_at is not None and told.moving_at is None and way == plan.way:
            moved = self.counted[way].bytes - self._seen
            told.moving_at = time.monotonic() if moved >= MOVING_BYTES else None

    def _is_down(self) -> bool:
        return self.story.back_at is not None and time.monotonic() < self.story.back_at

    async def _while_down(self, dial: int) -> None:
        """Wait while the line is down, and for ever on a connection of an address that is no more."""
        while dial != self._dial or self._is_down():  # noqa: ASYNC110 the clock ends it, nobody tells
            await asyncio.sleep(LOOK_SECONDS)
