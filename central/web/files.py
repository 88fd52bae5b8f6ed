"""The paths of attachments in slices: what is missing, a slice of it, and a file from any place on."""

from __future__ import annotations

import re
from functools import partial

import anyio
from litestar import Response, get, post, put
from litestar.response import Stream

from central.centre import Centre
from central.errors import Refused
from central.slices import Slice
from central.web.answers import message, packed
from central.web.bodies import AnyRequest, admitted, announced, check_protocol, in_time, token, understood
from central.web.endings import opened
from central.web.threads import in_thread
from sync.protocol.codes import BLOB_MEDIA_TYPE, PATH_HAVE, PATH_SLICES, SLICE_BYTES, Code
from sync.protocol.slices import Have

SMALL_BODY = 64 * 1024
_FROM = re.compile(r"bytes=([0-9]{1,15})-")
_NUMBER = re.compile(r"[0-9]{1,15}")


@post(PATH_HAVE, status_code=200)
async def have(request: AnyRequest) -> Response[bytes]:
    """Say which bytes of which files are missing."""
    check_protocol(request)
    access = await admitted(request)
    ask = await understood(request, Have)
    return await packed(request, await in_thread(partial(_centre(request).slices.have, access, ask)))


@put(f"{PATH_SLICES}/{{sha256:str}}", status_code=200)
async def put_slice(request: AnyRequest) -> Response[bytes]:
    """Take a slice of a file, each piece onto the disk as it comes; no thread waits for a slow line."""
    check_protocol(request)
    access, length = token(request), announced(request, SLICE_BYTES)
    if length is None:
        raise Refused(Code.NOT_UNDERSTOOD, "a Content-Length is needed")
    piece = Slice(str(request.path_params["sha256"]), _number(request, "size"), _number(request, "offset"), length)
    arriving = await in_thread(partial(_centre(request).slices.begin, access, piece))
    try:
        async for data in in_time(request, length):
            await in_thread(partial(arriving.take, data))
        return message(await in_thread(arriving.end))
    finally:
        with anyio.CancelScope(shield=True):  # what came is kept, whatever ended it
            await in_thread(arriving.close)


@get(f"{PATH_SLICES}/{{sha256:str}}")
async def get_from(request: AnyRequest) -> Stream:
    """Give a file's bytes, from the place on that ``Range`` names."""
    check_protocol(request)
    asked = request.headers.get("range")
    found = _FROM.fullmatch(asked) if asked is not None else None
    if asked is not None and found is None:
        raise Refused(Code.NOT_UNDERSTOOD, "only bytes=N- is understood")
    offset = int(found.group(1)) if found else 0
    sha256 = str(request.path_params["sha256"])
    verb = partial(_centre(request).get_blob, token(request), sha256=sha256, offset=offset)
    size, chunks = await in_thread(verb)
    headers = {
        "Content-Length": str(size - offset),
        "Content-Disposition": "attachment",
        "X-Content-Type-Options": "nosniff",
        "Accept-Ranges": "bytes",
    }
    if found is None:
        return Stream(opened(request, chunks), media_type=BLOB_MEDIA_TYPE, headers=headers)
    headers["Content-Range"] = f"bytes {offset}-{size - 1}/{size}"
    return Stream(opened(request, chunks), media_type=BLOB_MEDIA_TYPE, headers=headers, status_code=206)


HANDLERS = [have, put_slice, get_from]


def _centre(request: AnyRequest) -> Centre:
    centre: Centre = request.app.state.centre
    return centre


def _number(request: AnyRequest, name: str) -> int:
    said = request.query_params.get(name, "")
    if not _NUMBER.fullmatch(said):
        raise Refused(Code.NOT_UNDERSTOOD, f"{name} is a whole number")
    return int(said)
