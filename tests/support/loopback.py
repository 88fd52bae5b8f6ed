"""A line with nothing in between: questions go straight into a centre of this process.

It is the centre's own verbs that answer; every message is still written and read as on the wire, and every
refusal becomes the same error as over HTTPS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, TypeVar

import msgspec

from central.centre import Centre
from central.errors import Refused
from central.slices import Slice
from sync.mapping.refusals import error_of
from sync.protocol.codec import decode, encode
from sync.protocol.messages import (
    ChangePage,
    Grant,
    Health,
    PushAnswer,
    PushBatch,
    Refresh,
    Refusal,
    SignIn,
)
from sync.protocol.slices import Have, Held, SliceAnswer
from sync.transport import Progress

PIECE = 8 * 1024

Message = TypeVar("Message", bound=msgspec.Struct)


class Loopback:
    """``sync.transport.Transport`` straight into a centre."""

    def __init__(self, centre: Centre | Callable[[], Centre]) -> None:
        """Speak with ``centre``; where it may be restarted, with whichever is there at the moment."""
        self._find = centre if callable(centre) else lambda: centre

    def health(self) -> Health:
        """Ask who is there."""
        return self._told(Health, lambda: self._find().health())

    def sign_in(self, ask: SignIn) -> Grant:
        """Let an officer in by password."""
        return self._told(Grant, lambda: self._find().sign_in(carried(ask)))

    def refresh(self, ask: Refresh) -> Grant:
        """Get a new access token."""
        return self._told(Grant, lambda: self._find().refresh(carried(ask)))

    def changes(self, access: str, *, since: int, rows: int) -> ChangePage:
        """Fetch one page."""
        return self._told(ChangePage, lambda: self._find().changes(access, since=since, rows=rows))

    def push(self, access: str, batch: PushBatch) -> PushAnswer:
        """Hand over pending items."""
        return self._told(PushAnswer, lambda: self._find().push(access, carried(batch)))

    def have(self, access: str, ask: Have) -> Held:
        """Ask what is missing."""
        return self._told(Held, lambda: self._find().slices.have(access, carried(ask)))

    def put_slice(
        self, access: str, *, sha256: str, size: int, offset: int, length: int, body: BinaryIO, progress: Progress
    ) -> SliceAnswer:
        """Send a slice."""
        with refusals():
            arriving = self._find().slices.begin(access, Slice(sha256, size, offset, length))
        try:
            sent = 0
            while piece := body.read(min(PIECE, length - sent)):
                progress(sent)
                with refusals():
                    arriving.take(piece)
                sent += len(piece)
            answer = self._told(SliceAnswer, arriving.end)
        finally:
            arriving.close()
        progress(length)
        return answer

    def get_blob(self, access: str, *, sha256: str, offset: int = 0) -> Iterator[bytes]:
        """Receive a file's bytes."""
        with refusals():
            _, pieces = self._find().get_blob(access, sha256=sha256, offset=offset)
            yield from pieces

    def halt(self) -> None:
        """Cut nothing: every question here ends by itself."""

    def close(self) -> None:
        """Nothing is held."""

    def _told(self, kind: type[Message], ask: Callable[[], Message]) -> Message:
        with refusals():
            return decode(encode(ask()), kind)


def carried(message: Message) -> Message:
    """Write and read a message, as the wire does."""
    return decode(encode(message), type(message))


@contextmanager
def refusals() -> Iterator[None]:
    """Turn the centre's refusal into the client's error by way of the wire."""
    try:
        yield
    except Refused as no:
        said = Refusal(code=no.code, detail=no.detail, request_id="loopback", retry_after=no.retry_after)
        raise error_of(carried(said)) from no
