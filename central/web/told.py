"""The paths of protocol 2 on which the centre tells: the stream of frames, news, snapshots, summaries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from litestar import Request, Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.response import Stream

from central.errors import Refused
from central.feed import LARGEST
from central.snapshots import pieces
from central.web.answers import message
from central.web.bodies import centre_of, check_protocol, number, token
from central.web.endings import opened
from central.web.parking import Parking, Question
from central.web.threads import in_thread
from sync.protocol.codec import encode
from sync.protocol.codes import (
    FEED_MEDIA_TYPE,
    NEWS_SECONDS,
    PATH_FEED,
    PATH_NEWS,
    PATH_SNAPSHOT,
    PATH_SNAPSHOTS,
    PATH_SUMMARY,
    SNAPSHOT_HEADER,
    Code,
)
from sync.protocol.feed import News

LONGEST_NAME = 64
PARTIAL = 206
WHOLE = 200
_RANGE = re.compile(r"bytes=([0-9]{1,18})-([0-9]{1,18})?", re.ASCII)
_NOT_KEPT = {"Cache-Control": "no-store"}
_PRIVATE = {"Cache-Control": "private, immutable", "X-Content-Type-Options": "nosniff"}

AnyRequest = Request[Any, Any, Any]


@get(PATH_FEED)
async def feed(request: AnyRequest) -> Response[bytes] | Stream:
    """Stream what is newer than a cursor."""
    check_protocol(request)
    since, most = number(request, "since", 0), number(request, "most", LARGEST)
    ask = partial(centre_of(request).gazette.feed, token(request), since=since, dictionary=_dictionary(request))
    frames = await in_thread(partial(ask, most=most), reads=True)
    if frames.whole is not None:
        return Response(frames.whole, media_type=FEED_MEDIA_TYPE, headers=_NOT_KEPT)
    return _streamed(request, frames, FEED_MEDIA_TYPE, WHOLE, _NOT_KEPT)


@get(PATH_NEWS)
async def news(request: AnyRequest) -> Response[bytes]:
    """Wait until something is newer than a cursor; a station that takes frames is given them with the news."""
    check_protocol(request)
    parking: Parking = request.app.state.parking
    since, seconds = number(request, "since", 0), number(request, "seconds", NEWS_SECONDS)
    dictionary = _dictionary(request) if FEED_MEDIA_TYPE in request.headers.get("accept", "") else None
    asked = Question(token(request), since, seconds, dictionary)

    async def left() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    told = await parking.news(asked, left)
    return message(told) if isinstance(told, News) else Response(told, media_type=FEED_MEDIA_TYPE, headers=_NOT_KEPT)


@get(PATH_SNAPSHOT)
async def snapshot(request: AnyRequest) -> Response[bytes] | Stream:
    """Describe the file of a first copy; a station that can read it at once is given it with its description."""
    check_protocol(request)
    gazette = centre_of(request).gazette
    if FEED_MEDIA_TYPE not in request.headers.get("accept", ""):
        return message(await in_thread(partial(gazette.snapshot, token(request))))
    card, path = await in_thread(partial(gazette.first_copy, token(request)))
    headers = {SNAPSHOT_HEADER: encode(card).decode(), "Content-Length": str(card.size), "Vary": "Accept", **_PRIVATE}
    headers |= {"Cache-Control": "no-store"}  # another one tomorrow, under the same path
    return _streamed(request, pieces(path, 0, card.size), FEED_MEDIA_TYPE, WHOLE, headers)


@get(f"{PATH_SNAPSHOTS}/{{sha256:str}}")
async def snapshot_file(request: AnyRequest) -> Stream:
    """Give a snapshot's bytes, all of them or from an offset on."""
    check_protocol(request)
    name = str(request.path_params["sha256"])
    size, path = await in_thread(partial(centre_of(request).gazette.snapshot_file, token(request), sha256=name))
    tag = f'"{name}"'
    wanted = request.headers.get("range") if request.headers.get("if-range", tag) == tag else None
    start, end = span(wanted, size)
    status = WHOLE if wanted is None else PARTIAL
    headers = {"Content-Length": str(end - start), "ETag": tag, "Accept-Ranges": "bytes", **_PRIVATE}
    if status == PARTIAL:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return _streamed(request, pieces(path, start, end - start), FEED_MEDIA_TYPE, status, headers)


@get(PATH_SUMMARY)
async def summary(request: AnyRequest) -> Response[bytes]:
    """Say what a copy must hold."""
    check_protocol(request)
    cursor = number(request, "cursor", 0)
    verb = partial(centre_of(request).gazette.summary, token(request), cursor=cursor)
    return message(await in_thread(verb, reads=True))


def _dictionary(request: AnyRequest) -> str:
    """Give the name of the dictionary that a client has."""
    return request.query_params.get("dictionary", "")[:LONGEST_NAME]


def span(wanted: str | None, size: int) -> tuple[int, int]:
    """Read a ``Range`` of one part: where it starts and where it ends (not included)."""
    if wanted is None:
        return 0, size
    found = _RANGE.fullmatch(wanted.strip())
    if found is None:
        raise Refused(Code.NO_SUCH_RANGE, "one range of bytes")
    start, end = int(found[1]), min(int(found[2]) + 1 if found[2] else size, size)
    if start >= end:
        raise Refused(Code.NO_SUCH_RANGE, f"the file has {size} bytes")
    return start, end


def _streamed(request: AnyRequest, parts: Iterator[bytes], media: str, status: int, headers: dict[str, str]) -> Stream:
    """Stream parts as the client takes them; whoever stops reading keeps nothing open."""
    return Stream(opened(request, parts), media_type=media, status_code=status, headers=headers)


TOLD: tuple[HTTPRouteHandler, ...] = (feed, news, snapshot, snapshot_file, summary)
