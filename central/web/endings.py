"""How an answer begins and a request ends.

The head of an answer leaves with the first bytes of its body. A body that nobody read is read a little further, so that
the answer arrives; then the line ends.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import anyio
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
                if not await body.drained():
                    event["headers"] = [*event["headers"], CLOSE]
                heads.append(event)
                return
            while heads:
                await send(heads.pop())
            await send(event)

        try:
            await self._app(scope, cast("Receive", body.receive), answering)
        finally:
            for close in cast("list[Callable[[], None]]", scope["state"].get(TO_CLOSE, [])):
                close()


class _Body:
    """What comes in with a request, and whether its end was seen."""

    def __init__(self, scope: HTTPScope, receive: Receive) -> None:
        headers = {name.lower(): value for name, value in scope["headers"]}
        self._receive = receive
        self._ended = b"transfer-encoding" not in headers and headers.get(b"content-length", b"0").strip(b"0") == b""

    async def receive(self) -> HTTPReceiveMessage:
        """Pass one piece on."""
        event = cast("HTTPReceiveMessage", await self._receive())
        if event["type"] == "http.disconnect" or not event["more_body"]:
            self._ended = True
        return event

    async def drained(self) -> bool:
        """Read what is left, for a while and up to a limit; tell whether that was all."""
        left = DRAIN_BYTES
        with anyio.move_on_after(DRAIN_SECONDS):
            while not self._ended and left > 0:
                event = None
                with anyio.move_on_after(QUIET_SECONDS):
                    event = await self.receive()
                if event is None:
                    break
                left -= len(event["body"]) if event["type"] == "http.request" else 0
        return self._ended
