"""Reading an answer in bounded size and time, and telling the centre from whoever else may answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec
import requests

from station_client.errors import (
    CaptivePortalError,
    CentreFaultError,
    CentreFullError,
    ForeignAnswerError,
    LineStalledError,
    NotTheCentreError,
    RedirectRefusedError,
    StationError,
)
from sync.https.faults import translated
from sync.mapping.refusals import error_of
from sync.protocol.answered import answer_of
from sync.protocol.codec import NotUnderstoodError, decode
from sync.protocol.codes import (
    BATCH_BYTES,
    BLOB_MEDIA_TYPE,
    FEED_MEDIA_TYPE,
    MEDIA_TYPE,
    REQUEST_ID_HEADER,
    SHEET_MEDIA_TYPE,
    SNAPSHOT_HEADER,
)
from sync.protocol.feed import SnapshotCard
from sync.protocol.messages import PushAnswer, PushBatch, Refusal
from sync.protocol.packing import message_unpacked
from sync.protocol.sheet import AnswerSheet

REFUSAL_BYTES = 64 * 1024
PIECE_BYTES = 64 * 1024
SERVER_FAULT = 500
PART_OF_IT = 206
CONTENT_RANGE = re.compile(r"bytes ([0-9]{1,15})-")
NO_ROOM = 507
LOG_IN_STATUS = 511
MULTIPLE = 300
PAGES = frozenset({"text/html", "application/xhtml+xml"})
LONGEST_RETRY = 24 * 3600

Message = TypeVar("Message", bound=msgspec.Struct)


def pieces(response: requests.Response, late: Callable[[], bool]) -> Iterator[bytes]:
    """Give the body as it comes; a peer that drips for ever is cut off when ``late`` says so."""
    while True:
        with translated():
            piece: bytes = response.raw.read1(PIECE_BYTES, decode_content=True)
        if not piece:
            return
        yield piece
        if late():
            raise LineStalledError("the answer did not end in time")


def whole(response: requests.Response, limit: int, late: Callable[[], bool]) -> bytes:
    """Read a message's bytes; one beyond the limit is not the centre's."""
    body = bytearray()
    for piece in pieces(response, late):
        body += piece
        if len(body) > limit:
            raise NotTheCentreError(f"an answer of more than {limit} bytes")
    return bytes(body)


def message(response: requests.Response, kind: type[Message], limit: int, late: Callable[[], bool]) -> Message:
    """Read a message of ``kind``. Raises what the refusal says, ``NotTheCentreError`` or ``LineError``."""
    check(response, MEDIA_TYPE, late)
    try:
        return decode(whole(response, limit, late), kind)
    except NotUnderstoodError as wrong:
        raise NotTheCentreError(f"not a {kind.__name__}: {wrong}") from wrong


def pushed(response: requests.Response, batch: PushBatch, late: Callable[[], bool]) -> PushAnswer:
    """Read the answer to a batch: a sheet, or from an older centre the message itself. Raises what ``message`` does."""
    if media_type(response) != SHEET_MEDIA_TYPE:
        return message(response, PushAnswer, BATCH_BYTES, late)
    check(response, SHEET_MEDIA_TYPE, late)
    try:
        plain = message_unpacked(whole(response, BATCH_BYTES, late), BATCH_BYTES)
        return answer_of(decode(plain, AnswerSheet), batch)
    except NotUnderstoodError as wrong:
        raise NotTheCentreError(f"not the answer to this batch: {wrong}") from wrong


def card(response: requests.Response, late: Callable[[], bool]) -> SnapshotCard | None:
    """Read the card of a snapshot whose bytes are the answer; None where the answer is a card alone."""
    if media_type(response) != FEED_MEDIA_TYPE:
        return None
    check(response, FEED_MEDIA_TYPE, late)
    try:
        return decode(response.headers.get(SNAPSHOT_HEADER, "").encode(), SnapshotCard)
    except NotUnderstoodError as wrong:
        raise NotTheCentreError(f"no card of a snapshot: {wrong}") from wrong


def blob(response: requests.Response, late: Callable[[], bool], offset: int = 0) -> Iterator[bytes]:
    """Read a file's bytes from ``offset`` on; whoever takes them verifies the hash.

    Who answers with the whole file all the same has its beginning passed over.
    """
    check(response, BLOB_MEDIA_TYPE, late)
    begins = begin_of(response)
    if begins > offset:
        raise NotTheCentreError(f"bytes from {begins} on instead of {offset}")
    skip = offset - begins
    for piece in pieces(response, late):
        rest = piece[skip:]
        skip -= len(piece) - len(rest)
        if rest:
            yield rest


def begin_of(response: requests.Response) -> int:
    """Say with which byte of a file an answer begins."""
    if response.status_code != PART_OF_IT:
        return 0
    found = CONTENT_RANGE.match(response.headers.get("Content-Range", ""))
    if found is None:
        raise NotTheCentreError("a part that does not say which")
    return int(found.group(1))


def prove(response: requests.Response, request_id: str, url: str) -> None:
    """Go on only with the answer to this question, from where it was asked.

    A centre repeats the request's id; an answer with another id is one that was replayed or mixed up on the way. One
    without an id is judged by what it says, since a gateway that fails has none. A redirect is followed by nobody.
    """
    said = response.headers.get(REQUEST_ID_HEADER)
    if said is not None and said != request_id:
        raise ForeignAnswerError("the answer to another question")
    if response.is_redirect or response.is_permanent_redirect:
        there, here = urlsplit(response.headers.get("Location", "")), urlsplit(url)
        if there.hostname in (None, here.hostname):
            raise RedirectRefusedError(f"status {response.status_code}")
        raise CaptivePortalError(f"status {response.status_code} to another host")
    if response.status_code == LOG_IN_STATUS or (response.status_code < MULTIPLE and media_type(response) in PAGES):
        raise CaptivePortalError(f"status {response.status_code} with a page")


def check(response: requests.Response, wanted: str, late: Callable[[], bool]) -> None:
    """Let a success of the right media type pass; raise for everything else."""
    if not 200 <= response.status_code < 300:  # noqa: PLR2004 HTTP's own meaning of success
        raise refused(response, late)
    if media_type(response) != wanted:
        raise NotTheCentreError(f"{response.status_code} with {media_type(response) or 'no type'}")


def refused(response: requests.Response, late: Callable[[], bool]) -> StationError:
    """Read why not. What does not speak our language is not the centre, unless it only says that it failed."""
    status = response.status_code
    if media_type(response) == MEDIA_TYPE:
        try:
            return error_of(decode(whole(response, REFUSAL_BYTES, late), Refusal))
        except NotUnderstoodError:
            pass
    if status == NO_ROOM:
        return CentreFullError(f"status {status}", retry_after(response))
    if status >= SERVER_FAULT:
        return CentreFaultError(f"status {status}", retry_after(response))
    return NotTheCentreError(f"status {status} with {media_type(response) or 'no type'}")


def media_type(response: requests.Response) -> str:
    """Give the answer's media type without its parameters."""
    return response.headers.get("Content-Type", "").partition(";")[0].strip().lower()


def retry_after(response: requests.Response) -> int:
    """Give the seconds of ``Retry-After``; a date there counts as none, since this PC's clock may be wrong."""
    text = response.headers.get("Retry-After", "").strip()
    return min(int(text), LONGEST_RETRY) if text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004 no absurd numbers
