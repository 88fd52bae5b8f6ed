"""One connection of a client, with a limit to every wait: for a question, for the client to read, for a good-bye.

What is written at one moment leaves as one piece: on a slow line each further packet and TLS record costs its head.
httptools reads questions and bounds nothing of them: how long a head may be, and what stands between and behind the
pieces of a body, and how many questions may come before the first is answered, is bounded here.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

QUESTION_SECONDS = 20.0
READING_SECONDS = 120.0
LEAST_READ = 64 * 1024
"""So many bytes a client takes in that time, or it is let go: half a kilobyte a second; slow lines carry seven."""
FLUSH_SECONDS = 0.1
GATHERED_BYTES = 64 * 1024
HEAD_BYTES = 64 * 1024
AHEAD = 8
"""So many questions may wait on one line for the answer to the one before them; a station asks one at a time."""
SHOWN = "shown-machine"
LAST_SECONDS = 4.0  # a little less than uvicorn waits when it stops


class _Questions(HttpToolsProtocol):
    """uvicorn's own reading of what a client asks, in bounded size: of a head, and of what is around a body."""

    _in_head = _in_question = False
    _framing = 0

    def data_received(self, data: bytes) -> None:
        """Take bytes; those of a head, and those between and behind the pieces of a body, must not be too many."""
        self._framing += len(data) if self._in_question else 0
        super().data_received(data)
        if self._in_question and self._framing > HEAD_BYTES:
            self.transport.abort()

    def on_message_begin(self) -> None:
        """Begin with a question; the parser ends the line of a client that asks many at once."""
        if len(self.pipeline) >= AHEAD:
            raise _TooManyError
        self._in_head, self._in_question, self._framing = True, True, 0
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a line of the head; what comes behind a body in chunks is no part of it."""
        if self._in_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Take the head of a question."""
        self._in_head = False
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Take a piece of the body; how much of it there may be is for the path to say."""
        self._framing = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """Take the end of a question."""
        self._in_question = False
        super().on_message_complete()


class Connection(_Questions):
    """uvicorn's own, which waits for ever for a client that says nothing or takes nothing."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # uvicorn narrows it too
        """Begin to wait for the first question."""
        super().connection_made(_Gathering(transport, self.loop))  # type: ignore[arg-type] # it stands for the transport
        self.app_state = {**self.app_state, SHOWN: _machine_of(transport)}
        self._question = _Limit(self.loop, QUESTION_SECONDS, transport)
        self._reading = _Taking(self.loop, READING_SECONDS, transport)
        self._question.start()

    def data_received(self, data: bytes) -> None:
        """Take bytes; a question that has begun must come to the end of its head in time."""
        super().data_received(data)
        if self._in_head or self._is_answered():
            self._question.start()
        else:
            self._question.stop()

    def pause_writing(self) -> None:
        """Wait for the client to read, for as long as it does: a slow line needs minutes for what is held here."""
        super().pause_writing()
        self._reading.start()

    def resume_writing(self) -> None:
        """Go on: the client reads."""
        self._reading.stop()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        self._question.stop()
        self._reading.stop()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """Finish what is being answered; drop the line where nothing is: idle clients never answer TLS's good-bye.

        Nothing is asked of the transport, which may be gone already; to abort it is harmless even then.
        """
        idle = self._is_answered()
        super().shutdown()
        self.loop.call_later(FLUSH_SECONDS if idle else LAST_SECONDS, self.transport.abort)

    def _is_answered(self) -> bool:
        """Tell whether nothing is being answered."""
        answering: RequestResponseCycle | None = self.cycle
        return answering is None or answering.response_complete


class _TooManyError(Exception):
    """More questions came at once than are kept; the parser makes a refusal of it."""


class _Gathering:
    """A transport that gives on in one piece what is written before the loop turns. Everything else passes through."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport, self._loop = transport, loop
        self._held = bytearray()

    def write(self, data: bytes) -> None:
        """Take bytes; many at once are given on at once, so that the client's pace is felt."""
        if data and not self._held:
            self._loop.call_soon(self._give)
        self._held += data
        if len(self._held) >= GATHERED_BYTES:
            self._give()

    def close(self) -> None:
        """End the connection behind what was written."""
        self._give()
        self._transport.close()

    def _give(self) -> None:
        if self._held:
            given, self._held = bytes(self._held), bytearray()
            self._transport.write(given)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 a transport has many methods
        return getattr(self._transport, name)


def _machine_of(transport: asyncio.Transport) -> str:
    """Give the machine whose certificate was proved when the line was made; empty where none was shown."""
    secure = transport.get_extra_info("ssl_object")
    certificate = secure.getpeercert() if secure is not None else None
    subject = certificate.get("subject", ()) if certificate else ()
    return next((value for part in subject for name, value in part if name == "commonName"), "")


class _Limit:
    """How long a connection may keep the centre waiting for one thing."""

    def __init__(self, loop: asyncio.AbstractEventLoop, seconds: float, transport: asyncio.Transport) -> None:
        self._loop, self._seconds, self._transport = loop, seconds, transport
        self._timer: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Count from now, unless it is counting already."""
        if self._timer is None:
            self._timer = self._loop.call_later(self._seconds, self._over)

    def _over(self) -> None:
        """End the connection."""
        self._transport.abort()

    def stop(self) -> None:
        """Wait no longer."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


class _Taking(_Limit):
    """How long a client may take next to nothing of what waits for it."""

    _held = 0

    def start(self) -> None:
        """Count from now, unless it is counting already."""
        if self._timer is None:
            self._held = self._transport.get_write_buffer_size()
        super().start()

    def _over(self) -> None:
        """End the connection, unless enough was taken; then count again."""
        held, self._timer = self._transport.get_write_buffer_size(), None
        if self._held - held < LEAST_READ:
            super()._over()
        else:
            self.start()
