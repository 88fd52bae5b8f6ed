"""How the centre ends what a client does not: a body that is not wanted, a line that is gone."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from typing import Any, cast

import anyio
import pytest
import uvicorn
from litestar import Request
from litestar.types import ASGIApp, HTTPScope, Receive, Scope, Send
from uvicorn.server import ServerState

from central.web import endings
from central.web.connection import Connection
from central.web.endings import DRAIN_BYTES, TO_CLOSE, Endings, opened

PIECE = 64 * 1024
ANSWER = {"type": "http.response.start", "status": 403, "headers": []}


async def no(scope: Scope, receive: Receive, send: Send) -> None:
    """Refuse without a look at the body."""
    del scope, receive
    await send(cast("Any", dict(ANSWER)))
    await send({"type": "http.response.body", "body": b"", "more_body": False})


def answered(pieces: Iterator[dict[str, object]], length: int, app: ASGIApp = no) -> list[tuple[bytes, bytes]]:
    """Ask with a body in pieces and give the headers of the answer; where the pieces end, the client is quiet."""
    sent: list[Any] = []

    async def receive() -> object:
        piece = next(pieces, None)
        if piece is None:
            await anyio.sleep_forever()
        return piece

    async def send(event: object) -> None:
        sent.append(event)

    headers = [(b"content-length", str(length).encode())]
    scope = cast("HTTPScope", {"type": "http", "headers": headers, "state": {}})
    anyio.run(Endings(app), scope, cast("Receive", receive), cast("Send", send))
    found: list[tuple[bytes, bytes]] = sent[0]["headers"]
    return found


def body(count: int) -> Iterator[dict[str, object]]:
    """Give so many pieces; the last says so."""
    for number in range(count):
        yield {"type": "http.request", "body": b"x" * PIECE, "more_body": number < count - 1}


def test_a_little_that_is_left_is_read_and_the_line_kept() -> None:
    """So that the refusal arrives, and the client may go on over the same line."""
    left = body(10)
    assert answered(left, 10 * PIECE) == []
    assert list(left) == []
    assert answered(iter(()), 0) == []


def test_much_that_is_left_ends_the_line() -> None:
    """After a megabyte the client has its answer and nothing more is read."""
    left = body(400)
    assert answered(left, 400 * PIECE) == [(b"connection", b"close")]
    assert 400 - len(list(left)) == DRAIN_BYTES // PIECE


def test_a_client_that_waits_for_its_answer_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It announced a body and sends none: it is not waited for long."""
    monkeypatch.setattr(endings, "QUIET_SECONDS", 0.01)
    assert answered(iter(()), 5) == [(b"connection", b"close")]


def test_what_was_opened_for_an_answer_is_closed_however_it_ends() -> None:
    """Also where the answer fails, or the closing of another."""
    closed: list[bool] = []

    async def failing(scope: Scope, receive: Receive, send: Send) -> None:
        await no(scope, receive, send)
        scope["state"][TO_CLOSE] = [lambda: closed.append(True), lambda: 1 // 0, lambda: closed.append(True)]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        answered(iter(()), 0, failing)
    assert closed == [True, True]


def test_what_a_thread_is_still_at_is_closed_by_it() -> None:
    """The client goes while a part is read from the disk: its going stays what it was, and nothing stays open."""
    reading, going_on, closed = threading.Event(), threading.Event(), threading.Event()

    def parts() -> Iterator[bytes]:
        try:
            reading.set()
            going_on.wait(5)
            yield b"x"
        finally:
            closed.set()

    kept: list[Iterator[bytes]] = []  # so that it is not closed as something that nobody holds any more

    async def gone(scope: Scope, receive: Receive, send: Send) -> None:
        await no(scope, receive, send)
        kept.append(opened(Request(scope), parts()))
        threading.Thread(target=next, args=(kept[0],), daemon=True).start()
        assert await asyncio.to_thread(reading.wait, 5)
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        answered(iter(()), 0, gone)
    assert not closed.is_set()
    going_on.set()
    assert closed.wait(5)


class _Gone(asyncio.Transport):
    """A TLS transport whose line is gone: it can be closed and aborted, but not asked."""

    def __init__(self) -> None:
        super().__init__()
        self.aborted = asyncio.Event()

    def close(self) -> None:
        """Do nothing, as it does."""

    def abort(self) -> None:
        """Note it."""
        self.aborted.set()

    def get_write_buffer_size(self) -> int:
        """Fail as asyncio's own does."""
        raise AttributeError


def test_a_line_that_is_gone_does_not_stop_the_servers_end() -> None:
    """Other lines still have to be ended after it."""

    async def end() -> None:
        config = uvicorn.Config(cast("Any", no), lifespan="off", log_config=None, ws="none")
        line, gone = Connection(config, ServerState(), {}), _Gone()
        line.connection_made(gone)
        line.shutdown()
        await asyncio.wait_for(gone.aborted.wait(), 5)
        line.connection_lost(None)

    asyncio.run(end())
