"""The line between a station and the centre: it can be cut, given back and made slow, and it counts its bytes.

A relay on the loopback address, in a thread of its own. TLS passes through it untouched, as through any router.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Coroutine
from dataclasses import dataclass

PIECE = 16 * 1024
RESET = struct.pack("ii", 1, 0)
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Carried:
    """What passed so far: bytes from the station (``up``) and to it (``down``), and how many connections."""

    up: int
    down: int
    connections: int


class Relay:
    """One station's line; begins whole and at full speed."""

    def __init__(self, centre_port: int) -> None:
        """Lay the line to the centre that listens on ``centre_port``."""
        self._centre_port = centre_port
        self._up = self._down = self._connections = 0
        self._rate = 0
        self._writers: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self._held: socket.socket | None = _bound(0)
        self.port: int = self._held.getsockname()[1]
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="relay", daemon=True)
        self._thread.start()
        self.restore()

    def cut(self) -> None:
        """Cut the line: what is under way is reset, what is tried is refused."""
        self._do(self._cut())

    def restore(self) -> None:
        """Give the line back, at the same address."""
        self._do(self._restore())

    def slow(self, bytes_per_second: int) -> None:
        """Let no more than so many bytes a second pass each way of a connection; 0 lets all pass."""
        self._rate = bytes_per_second

    def carried(self) -> Carried:
        """Count what has passed."""
        return Carried(self._up, self._down, self._connections)

    def close(self) -> None:
        """Take the line away for good."""
        self.cut()
        if self._held is not None:
            self._held.close()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)
        self._loop.close()

    def _do(self, work: Coroutine[None, None, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=10)

    async def _restore(self) -> None:
        if self._server is None and self._held is not None:
            held, self._held = self._held, None
            self._server = await asyncio.start_server(self._carry, sock=held)

    async def _cut(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
            self._held = _bound(self.port)  # bound and not listening: the kernel refuses, and keeps the address ours
        for writer in list(self._writers):
            _reset(writer)
        await self._quiet.wait()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections += 1
        try:
            far_reader, far_writer = await asyncio.open_connection(LOOPBACK, self._centre_port)
        except OSError:
            _reset(writer)
            return
        self._writers |= {writer, far_writer}
        self._quiet.clear()
        try:
            await asyncio.gather(
                self._pump(reader, far_writer, up=True),
                self._pump(far_reader, writer, up=False),
            )
        except OSError:
            _reset(writer)
            _reset(far_writer)
        finally:
            for one in (writer, far_writer):
                one.close()
            self._writers -= {writer, far_writer}
            if not self._writers:
                self._quiet.set()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, up: bool) -> None:
        while piece := await reader.read(PIECE):
            if self._rate:
                await asyncio.sleep(len(piece) / self._rate)
            writer.write(piece)
            await writer.drain()
            if up:
                self._up += len(piece)
            else:
                self._down += len(piece)
        with contextlib.suppress(OSError, RuntimeError):
            writer.write_eof()


def _bound(port: int) -> socket.socket:
    """Take a loopback address without listening on it."""
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    taken.bind((LOOPBACK, port))
    return taken


def _reset(writer: asyncio.StreamWriter) -> None:
    """Drop a connection the hard way, so that the other end hears a reset and not a polite end."""
    taken = writer.get_extra_info("socket")
    if taken is not None:
        with contextlib.suppress(OSError):
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    writer.transport.abort()
