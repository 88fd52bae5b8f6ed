"""What comes in: read in bounded size and bounded time, small messages whole and files in pieces."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import Any, TypeVar
from urllib.parse import parse_qsl

import anyio
import anyio.from_thread
import msgspec
from litestar import Request
from litestar.exceptions import InternalServerException

from central.centre import Centre
from central.errors import Refused
from central.web.threads import in_thread
from sync.protocol.bundle import unbundled
from sync.protocol.codec import decode, encode
from sync.protocol.codes import (
    BATCH_BYTES,
    ITEMS_MEDIA_TYPE,
    MESSAGE_ENCODING,
    OLDEST_PROTOCOL,
    PROTOCOL,
    PROTOCOL_HEADER,
    Code,
)
from sync.protocol.messages import PushBatch
from sync.protocol.packing import message_unpacked

STALL_SECONDS = 60
START_SECONDS = 30
LEAST_RATE = 4 * 1024  # bytes a second: slower than any line a station has
SMALL_BODY = 64 * 1024
NO_TEXT = "a text with U+0000"
LONGEST_NUMBER = 15
LONGEST_QUERY = 18

AnyRequest = Request[Any, Any, Any]
Body = TypeVar("Body", bound=msgspec.Struct)
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
"""How JSON writes U+0000, and not a backslash before the letters of it."""


def token(request: AnyRequest) -> str:
    """Give the access token of a request."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not value:
        raise Refused(Code.SESSION_EXPIRED, "an access token is needed")
    return value.strip()


async def admitted(request: AnyRequest, *, certified: bool = True) -> str:
    """Give the access token of one who is let in; of a body nothing is read, still less worked on, before that.

    The verb finds out again who asks, in its own moment: a body may take minutes to come. ``certified`` False: the
    question by which a machine gets its first certificate.
    """
    access = token(request)
    await in_thread(partial(centre_of(request).admit, access, certified=certified), reads=True)
    return access


def centre_of(request: AnyRequest) -> Centre:
    """Give the centre that a request is for."""
    centre: Centre = request.app.state.centre
    return centre


def number(request: AnyRequest, name: str, usual: int) -> int:
    """Give a whole number of the query, or the usual one where it says none."""
    said = request.query_params.get(name)
    if said is None:
        return usual
    if not said.isascii() or not said.isdigit() or len(said) > LONGEST_QUERY:
        raise Refused(Code.NOT_UNDERSTOOD, f"{name} is a whole number")
    return int(said)


def check_protocol(request: AnyRequest) -> None:
    """Refuse a client with which no protocol is shared; one that does not say is taken at its word."""
    said = request.headers.get(PROTOCOL_HEADER)
    if said is None:
        return
    if not _is_number(said):
        raise Refused(Code.NOT_UNDERSTOOD, f"{PROTOCOL_HEADER} is a whole number")
    if not OLDEST_PROTOCOL <= int(said) <= PROTOCOL:
        raise Refused(Code.UPDATE_NEEDED, f"the centre speaks {OLDEST_PROTOCOL} to {PROTOCOL}")


async def whole(request: AnyRequest, most: int) -> bytes:
    """Read a message, stopping as soon as it is larger than it may be, compressed or not."""
    encoding = request.headers.get("content-encoding", "")
    if encoding not in ("", "identity", MESSAGE_ENCODING):
        raise Refused(Code.NOT_UNDERSTOOD, f"a message is compressed with {MESSAGE_ENCODING} or not at all")
    if announced(request, most) is None and "content-length" in request.headers:
        raise Refused(Code.NOT_UNDERSTOOD, "Content-Length is a whole number")
    read = bytearray()
    with _patience(allowed(most)):
        async for piece in request.stream():
            read += piece
            if len(read) > most:
                raise Refused(Code.TOO_LARGE, f"at most {most} bytes")
    if encoding != MESSAGE_ENCODING:
        return bytes(read)
    return await in_thread(partial(message_unpacked, bytes(read), most), reads=True)


async def understood(request: AnyRequest, kind: type[Body], most: int = SMALL_BODY) -> Body:
    """Read a message of one kind; what may be long is read beside the event loop."""
    body = await whole(request, most)
    return _read(body, kind) if most <= SMALL_BODY else await in_thread(partial(_read, body, kind))


def _read(body: bytes, kind: type[Body]) -> Body:
    return plain(decode(body, kind))


def plain(said: Body) -> Body:
    """Give a message back; refuse one with U+0000 in a text, which no person types and PostgreSQL does not keep."""
    written = encode(said)
    if rb"\u0000" in written and _NUL.search(written):
        raise Refused(Code.NOT_UNDERSTOOD, NO_TEXT)
    return said


def fields(body: bytes, most: int, *, errors: str = "strict") -> dict[str, str]:
    """Read a form of at most so many fields; ``errors``: what becomes of what is no UTF-8. Raises ``Refused``."""
    try:
        return dict(parse_qsl(body.decode("utf-8", errors), keep_blank_values=True, max_num_fields=most))
    except ValueError:
        raise Refused(Code.NOT_UNDERSTOOD, f"not a form, or one of more than {most} fields") from None


async def batch(request: AnyRequest) -> PushBatch:
    """Read a batch: a message, or in columns by the dictionary that its media type names."""
    media, _, rest = request.headers.get("content-type", "").partition(";")
    if media.strip().lower() != ITEMS_MEDIA_TYPE:
        return await understood(request, PushBatch, BATCH_BYTES)
    body, dictionary = await whole(request, BATCH_BYTES), rest.strip().removeprefix("dictionary=")
    return await in_thread(lambda: plain(unbundled(body, dictionary)))


def announced(request: AnyRequest, most: int) -> int | None:
    """Give the size that a request announces, refusing more than ``most`` before a byte is read."""
    said = request.headers.get("content-length", "")
    if not _is_number(said):
        return None
    if int(said) > most:
        raise Refused(Code.TOO_LARGE, f"at most {most} bytes")
    return int(said)


def allowed(size: int) -> float:
    """Give the seconds that a body of so many bytes may take."""
    return START_SECONDS + size / LEAST_RATE


@asynccontextmanager
async def pieces(request: AnyRequest, size: int) -> AsyncIterator[Iterator[bytes]]:
    """Give a body of ``size`` bytes in pieces to code in another thread, each in time and all of it in time."""
    stream = request.stream()
    until = anyio.current_time() + allowed(size)

    async def one() -> bytes:
        with _patience(min(STALL_SECONDS, until - anyio.current_time())):
            return await anext(stream, b"")

    def all_of_them() -> Iterator[bytes]:
        while piece := anyio.from_thread.run(one):
            yield piece

    try:
        yield all_of_them()
    finally:
        await stream.aclose()


async def in_time(request: AnyRequest, size: int) -> AsyncIterator[bytes]:
    """Give a body of ``size`` bytes in pieces, each in time and all of it in time."""
    stream = request.stream()
    until = anyio.current_time() + allowed(size)
    try:
        while True:
            with _patience(min(STALL_SECONDS, until - anyio.current_time())):
                piece = await anext(stream, b"")
            if not piece:
                return
            yield piece
    finally:
        await stream.aclose()


def _is_number(said: str) -> bool:
    return said.isascii() and said.isdigit() and len(said) <= LONGEST_NUMBER


@contextmanager
def _patience(seconds: float) -> Iterator[None]:
    """Wait so long and no longer."""
    try:
        with anyio.fail_after(seconds):
            yield
    except TimeoutError:
        raise Refused(Code.BUSY, "the body did not arrive in time", 1) from None
    except InternalServerException:  # Litestar's word for it; nobody is there to read the answer
        raise Refused(Code.BUSY, "the line was cut", 1) from None
