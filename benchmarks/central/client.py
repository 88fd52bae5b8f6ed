"""A station's connection at its barest: HTTP/1.1 over TLS, one question at a time, read to the end of its answer."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sync.protocol.dictionary import dictionary, newest
from sync.protocol.frames import FrameParser

BUFFER: Final = 64 * 1024
HOST: Final = "localhost"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    body: bytes


class Line:
    """One connection to a process of the centre."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Speak over what ``open_line`` made."""
        self._reader, self._writer = reader, writer

    async def ask(self, method: str, path: str, token: str = "", body: bytes = b"", accept: str = "") -> Answer:
        """Ask, and read the answer to its end."""
        head = f"{method} {path} HTTP/1.1\r\nHost: {HOST}\r\nX-Station-Protocol: 2\r\n"
        if token:
            head += f"Authorization: Bearer {token}\r\n"
        if accept:
            head += f"Accept: {accept}\r\n"
        if method != "GET":
            head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        self._writer.write(head.encode() + b"\r\n" + body)
        return await self._answer()

    def close(self) -> None:
        """Drop the connection."""
        self._writer.transport.abort()

    async def _answer(self) -> Answer:
        head = await self._reader.readuntil(b"\r\n\r\n")
        lines = head.decode("latin-1").lower().split("\r\n")
        status = int(lines[0].split()[1])
        fields = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
        if fields.get("transfer-encoding") == "chunked":
            return Answer(status, await self._chunks())
        return Answer(status, await self._reader.readexactly(int(fields.get("content-length", "0"))))

    async def _chunks(self) -> bytes:
        whole = bytearray()
        while size := int(await self._reader.readuntil(b"\r\n"), 16):
            whole += (await self._reader.readexactly(size + 2))[:-2]
        await self._reader.readexactly(2)
        return bytes(whole)


def brings_frames(body: bytes, since: int) -> bool:
    """Tell whether the frames came with the news: one that is a message is none."""
    if body[:1] == b"{":
        return False
    return any(frame.records for frame in FrameParser(since=since, dictionary=dictionary(newest())).take(body))


def trusting(authority: Path | None) -> ssl.SSLContext | None:
    """Trust the centre's own authority; None is a line without TLS."""
    return None if authority is None else ssl.create_default_context(cafile=str(authority))


async def open_line(port: int, context: ssl.SSLContext | None, address: str = "127.0.0.1") -> Line:
    """Connect; ``address`` is where from, for one address has some 28,000 ports."""
    named = HOST if context is not None else None
    reader, writer = await asyncio.open_connection(
        "127.0.0.1", port, ssl=context, server_hostname=named, limit=BUFFER, local_addr=(address, 0)
    )
    return Line(reader, writer)
