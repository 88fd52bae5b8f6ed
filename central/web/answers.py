"""What goes back: messages as the wire writes them, and every failure as a ``Refusal``."""

from __future__ import annotations

import gzip
import logging
from functools import partial
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.types import ExceptionHandlersMap

from central import request as asked
from central.errors import Refused
from central.web.threads import in_thread
from sync.protocol.codec import NotUnderstoodError, encode
from sync.protocol.codes import MEDIA_TYPE, STATUS, WORTH_PACKING, Code
from sync.protocol.messages import Refusal
from sync.protocol.packing import message_packed

PACKING = 6
CLIENT_FAULT = range(400, 500)
RETRY_FAULT = 5
_log = logging.getLogger("central")
_WEB_CODES: dict[int, Code] = {404: Code.NOT_FOUND, 405: Code.NOT_FOUND, 413: Code.TOO_LARGE}

AnyRequest = Request[Any, Any, Any]


def message(content: msgspec.Struct) -> Response[bytes]:
    """Answer with a message of the wire."""
    return Response(encode(content), media_type=MEDIA_TYPE)


async def packed(request: AnyRequest, content: msgspec.Struct) -> Response[bytes]:
    """Answer with a message, in gzip where the client takes it and it is worth it; meanwhile others are answered."""
    takes = "gzip" in request.headers.get("accept-encoding", "")
    body, headers = await in_thread(partial(_written, content, gzipped=takes), reads=True)
    return Response(body, media_type=MEDIA_TYPE, headers=headers)


async def compressed(content: msgspec.Struct, media_type: str) -> Response[bytes]:
    """Answer with what a client said it can read: a message as one zstd frame, of a media type of its own."""
    body = await in_thread(lambda: message_packed(encode(content)), reads=True)
    return Response(body, media_type=media_type, headers={"Vary": "Accept"})


def _written(content: msgspec.Struct, *, gzipped: bool) -> tuple[bytes, dict[str, str]]:
    body = encode(content)
    if len(body) < WORTH_PACKING or not gzipped:
        return body, {}
    return gzip.compress(body, PACKING, mtime=0), {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}


def refusal(no: Refused) -> Response[bytes]:
    """Say no, with the id of the request for whoever looks into the log."""
    said = Refusal(code=no.code, detail=no.detail, request_id=asked.current.get(), retry_after=no.retry_after)
    headers = {"Retry-After": str(no.retry_after)} if no.retry_after else {}
    return Response(encode(said), status_code=STATUS[no.code], media_type=MEDIA_TYPE, headers=headers)


def _refused(request: AnyRequest, no: Refused) -> Response[bytes]:
    request.scope["state"]["refused"] = str(no.code)
    return refusal(no)


def _not_understood(request: AnyRequest, wrong: NotUnderstoodError) -> Response[bytes]:
    return _refused(request, Refused(Code.NOT_UNDERSTOOD, str(wrong)))


def _web(request: AnyRequest, wrong: HTTPException) -> Response[bytes]:
    """Translate what Litestar itself refuses: unknown paths, wrong methods, bad parameters."""
    if wrong.status_code in CLIENT_FAULT:
        code = _WEB_CODES.get(wrong.status_code, Code.NOT_UNDERSTOOD)
        return _refused(request, Refused(code, "no such path" if code == Code.NOT_FOUND else str(wrong.detail)))
    return _fault(request, wrong)


def _fault(request: AnyRequest, wrong: Exception) -> Response[bytes]:
    """Answer for a failure of the centre's own."""
    note_fault(wrong)
    return _refused(request, Refused(Code.FAULT, "the centre failed", RETRY_FAULT))


def note_fault(wrong: Exception) -> None:
    """Write into the log where the centre failed, never what it held."""
    fields = {"request_id": asked.current.get(), "error": type(wrong).__name__, **_places(wrong)}
    _log.error("fault", extra={"fields": fields})


def _places(wrong: BaseException) -> dict[str, str]:
    """Name where in our own code an error came up; messages of libraries may quote case data."""
    trace, last = wrong.__traceback__, ""
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name.startswith("central"):
            last = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return {"where": last}


HANDLERS: ExceptionHandlersMap = {
    Refused: _refused,
    NotUnderstoodError: _not_understood,
    HTTPException: _web,
    Exception: _fault,
}
