"""The paths of the wire, each over one verb of the centre."""

from __future__ import annotations

from functools import partial
from typing import Any

from litestar import Litestar, Request, Response, get, post, put
from litestar.datastructures import State
from litestar.response import Stream
from litestar.types import ASGIApp

from central.centre import Centre
from central.errors import Refused
from central.web import files
from central.web.admin.routes import ADMIN
from central.web.answers import HANDLERS, compressed, message, packed
from central.web.asked import ASKED
from central.web.bodies import admitted, announced, batch, centre_of, check_protocol, number, pieces, token, understood
from central.web.endings import Endings, opened
from central.web.guard import Guard
from central.web.journal import Journal
from central.web.messages import MESSAGE_ROUTES
from central.web.metrics import WATCHED, Metrics
from central.web.parking import Parking
from central.web.schema import PATH_SCHEMA, document
from central.web.threads import in_thread
from central.web.told import TOLD
from sync.protocol.answering import sheet_of
from sync.protocol.codes import (
    BATCH_BYTES,
    BLOB_BYTES,
    MEDIA_TYPE,
    PAGE_ROWS,
    PATH_BLOBS,
    PATH_CHANGES,
    PATH_HEALTH,
    PATH_MACHINE,
    PATH_PUSH,
    PATH_REFRESH,
    PATH_SIGN_IN,
    PATH_TRAIL,
    SHEET_MEDIA_TYPE,
    Code,
)
from sync.protocol.door import PATH_CHALLENGE, ChallengeAsk
from sync.protocol.messages import MachineAsk, Refresh, SignIn
from sync.protocol.trail import TrailBatch

SMALL_BODY = 64 * 1024
BLOB_TYPE = "application/octet-stream"

AnyRequest = Request[Any, Any, Any]


def application(centre: Centre, parking: Parking) -> ASGIApp:
    """Make the web application over ``centre``, with a line in the log and a count for each request."""
    metrics = Metrics(centre.watch, parking)
    app = Litestar(
        [
            health,
            sign_in,
            challenge,
            refresh,
            machine_certificate,
            changes,
            push,
            trail,
            put_blob,
            get_blob,
            schema,
            *TOLD,
            *ASKED,
            *MESSAGE_ROUTES,
            *files.HANDLERS,
            *WATCHED,
            ADMIN,
        ],
        state=State({"centre": centre, "parking": parking, "metrics": metrics, "metrics_token": centre.metrics_token}),
        exception_handlers=HANDLERS,
        openapi_config=None,
        logging_config=None,
        request_max_body_size=None,  # every path bounds its own body while it reads it
    )
    return Journal(Endings(Guard(app, centre.ward, centre.watch.preparation)), metrics.count, centre.proxies)


@get(PATH_HEALTH)
async def health(request: AnyRequest) -> Response[bytes]:
    """Say who is here; asked before a protocol is agreed, so none is checked."""
    return message(centre_of(request).health())


@post(PATH_SIGN_IN, status_code=200)
async def sign_in(request: AnyRequest) -> Response[bytes]:
    """Let an officer in by password."""
    check_protocol(request)
    ask = await understood(request, SignIn)
    return message(await in_thread(partial(centre_of(request).sign_in, ask)))


@post(PATH_CHALLENGE, status_code=200)
async def challenge(request: AnyRequest) -> Response[bytes]:
    """Draw a picture to be read before a sign-in."""
    check_protocol(request)
    ask = await understood(request, ChallengeAsk)
    return message(await in_thread(partial(centre_of(request).challenge, ask)))


@post(PATH_REFRESH, status_code=200)
async def refresh(request: AnyRequest) -> Response[bytes]:
    """Give new tokens for a refresh token."""
    check_protocol(request)
    ask = await understood(request, Refresh)
    return message(await in_thread(partial(centre_of(request).refresh, ask)))


@post(PATH_MACHINE, status_code=200)
async def machine_certificate(request: AnyRequest) -> Response[bytes]:
    """Sign a machine's own key."""
    check_protocol(request)
    access = await admitted(request, certified=False)
    ask = await understood(request, MachineAsk)
    return message(await in_thread(partial(centre_of(request).machines.certificate, access, ask)))


@get(PATH_CHANGES)
async def changes(request: AnyRequest) -> Response[bytes]:
    """Give one page of the change feed."""
    check_protocol(request)
    since, rows = number(request, "since", 0), number(request, "rows", PAGE_ROWS)
    verb = partial(centre_of(request).changes, token(request), since=since, rows=rows)
    return await packed(request, await in_thread(verb))


@post(PATH_PUSH, status_code=200)
async def push(request: AnyRequest) -> Response[bytes]:
    """Take a batch of items; a station that can read a sheet is answered with one."""
    check_protocol(request)
    access, reads_sheets = await admitted(request), SHEET_MEDIA_TYPE in request.headers.get("accept", "")
    said = await batch(request)
    answer = await in_thread(partial(centre_of(request).push, access, said, together=reads_sheets))
    sheet = await in_thread(partial(sheet_of, answer, said), reads=True) if reads_sheets else None
    return await packed(request, answer) if sheet is None else await compressed(sheet, SHEET_MEDIA_TYPE)


@post(PATH_TRAIL, status_code=200)
async def trail(request: AnyRequest) -> Response[bytes]:
    """Take entries of a PC's audit trail."""
    check_protocol(request)
    access = await admitted(request)
    entries = await understood(request, TrailBatch, BATCH_BYTES)
    return message(await in_thread(partial(centre_of(request).trail, access, entries)))


@put(f"{PATH_BLOBS}/{{sha256:str}}", status_code=200)
async def put_blob(request: AnyRequest) -> Response[bytes]:
    """Take a file's bytes as they come."""
    check_protocol(request)
    access, size = await admitted(request), announced(request, BLOB_BYTES)
    if size is None:
        raise Refused(Code.NOT_UNDERSTOOD, "a Content-Length is needed")
    async with pieces(request, size) as chunks:
        verb = partial(centre_of(request).put_blob, access, sha256=_hash(request), size=size, chunks=chunks)
        answer = await in_thread(verb, slow=True)
    return message(answer)


@get(f"{PATH_BLOBS}/{{sha256:str}}")
async def get_blob(request: AnyRequest) -> Stream:
    """Give a file's bytes."""
    check_protocol(request)
    verb = partial(centre_of(request).get_blob, token(request), sha256=_hash(request))
    size, chunks = await in_thread(verb)
    headers = {"Content-Length": str(size), "Content-Disposition": "attachment", "X-Content-Type-Options": "nosniff"}
    return Stream(opened(request, chunks), media_type=BLOB_TYPE, headers=headers)


@get(PATH_SCHEMA)
async def schema() -> Response[bytes]:
    """Describe every path and message, from the definitions that both ends run on."""
    return Response(document(), media_type=MEDIA_TYPE)


def _hash(request: AnyRequest) -> str:
    return str(request.path_params["sha256"])
