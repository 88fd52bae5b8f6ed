"""How an answer begins and a request ends.

The head of an answer leaves with the first bytes of its body. A body that nobody read is read a little further, so that
the answer arrives; then the line ends.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import Any, Self, cast

import anyio
from litestar import Request
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPReceiveMessage, HTTPScope, Message, Receive, Scope, Send

DRAIN_BYTES = 1024 * 1024
DRAIN_SECONDS = 10.0
QUIET_SECONDS = 2.0  # a client that says nothing for so long is waiting for the answer
CLOSE = (b"connection", b"close")
TO_CLOSE = "to_close"


class Endings:
    """Stands before the paths: no answer leaves a body to be read for ever, and nothing that was opened stays open."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request through."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        body = _Body(scope, receive)
        heads: list[Message] = []

        async def answering(event: Message) -> None:
            if event["type"] == "http.response.start":
                if not (body.ended or await body.drained()):
                    event["headers"] = [*event["headers"], CLOSE]
                heads.append(event)
                return
            while heads:
                await send(heads.pop())
            await send(event)

        try:
            await self._app(scope, cast("Receive", body.receive), answering)
        finally:
            with contextlib.ExitStack() as closing:  # each of them, whatever another one raises
                for close in cast("list[Callable[[], None]]", scope["state"].get(TO_CLOSE, [])):
                    closing.callback(close)


def opened(request: Request[Any, Any, Any], parts: Iterator[bytes]) -> Iterator[bytes]:
    """Give the parts of an answer; whoever stops reading them keeps nothing open."""
    kept = _Opened(parts)
    request.scope["state"].setdefault(TO_CLOSE, []).append(kept.close)
    return kept


class _Opened(Iterator[bytes]):
    """Parts that can be closed while a worker thread is still at one of them: then it closes them itself, after it."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._at_it = threading.Lock()
        self._closed = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        try:
            with self._at_it:
                return next(self._parts)
        finally:
            if self._closed:  # looked at after the lock is free: who closes finds it free, or is found here
                self.close()

    def close(self) -> None:
        """Close them now, or leave it to the thread that is at them."""
        self._closed = True
        if self._at_it.acquire(blocking=False):
            try:
                close = getattr(self._parts, "close", None)
                if close is not None:
                    close()
            finally:
                self._at_it.release()


class _Body:
    """What comes in with a request, and whether its end was seen."""

    def __init__(self, scope: HTTPScope, receive: Receive) -> None:
        headers = {name.lower(): value for name, value in scope["headers"]}
        self._receive = receive
        self.ended = b"transfer-encoding" not in headers and headers.get(b"content-length", b"0").strip(b"0") == b""

    async def receive(self) -> HTTPReceiveMessage:
        """Pass one piece on."""
        event = cast("HTTPReceiveMessage", await self._receive())
        if event["type"] == "http.disconnect" or not event["more_body"]:
            self.ended = True
        return event

    async def drained(self) -> bool:
        """Read what is left, for a while and up to a limit; tell whether that was all."""
        left = DRAIN_BYTES
        with anyio.move_on_after(DRAIN_SECONDS):
            while not self.ended and left > 0:
                event = None
                with anyio.move_on_after(QUIET_SECONDS):
                    event = await self.receive()
                if event is None:
                    break
                left -= len(event["body"]) if event["type"] == "http.request" else 0
        return self.ended
