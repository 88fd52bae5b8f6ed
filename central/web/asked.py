"""The paths on which a person asks beyond the feed: an FIR, a search, a report, what is kept back."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.handlers import HTTPRouteHandler

from central.enquiries import told
from central.errors import Refused
from central.reports.files import MEDIA, written
from central.web.answers import message, packed
from central.web.bodies import admitted, centre_of, check_protocol, number, token, understood
from central.web.threads import in_thread
from station_client.decoders import decoder_of
from sync.protocol.codes import (
    PATH_FIRS,
    PATH_RECEIPT_KEYS,
    PATH_REPORTS,
    PATH_SEARCH,
    PATH_SENSITIVE,
    PATH_WHOLE,
    Code,
)
from sync.protocol.enquiries import FirAsk, MarkAsk, ReportAsk, SearchAsk, WholeAsk

AnyRequest = Request[Any, Any, Any]
SMALL_BODY = 64 * 1024
_TEXTS = ("words", "fir", "category", "district", "office", "since", "until")


@get(f"{PATH_FIRS}/{{station:str}}/{{year:str}}/{{serial:str}}")
async def fir(request: AnyRequest) -> Response[bytes]:
    """Give one FIR by its key."""
    check_protocol(request)
    key = "/".join(str(request.path_params[name]) for name in ("station", "year", "serial"))
    ask = _checked(FirAsk(key=key))
    return await packed(request, await in_thread(partial(centre_of(request).enquiries.fir, token(request), ask)))


@get(PATH_SEARCH)
async def search(request: AnyRequest) -> Response[bytes]:
    """Find alerts."""
    check_protocol(request)
    said = {name: request.query_params.get(name, "") for name in _TEXTS}
    ask = _checked(SearchAsk(**said, before=number(request, "before", 0), rows=number(request, "rows", 50)))
    return await packed(request, await in_thread(partial(centre_of(request).enquiries.search, token(request), ask)))


@get(PATH_RECEIPT_KEYS)
async def receipt_keys(request: AnyRequest) -> Response[bytes]:
    """Give the public keys of receipts, to anybody."""
    check_protocol(request)
    return message(await in_thread(centre_of(request).enquiries.receipt_keys))


@post(PATH_WHOLE, status_code=200)
async def kept_back(request: AnyRequest) -> Response[bytes]:
    """Give a record whole; asked with a body, so that no reason stands in anybody's log."""
    check_protocol(request)
    access = await admitted(request)
    ask = await understood(request, WholeAsk)
    return await packed(request, await in_thread(partial(centre_of(request).enquiries.whole, access, ask)))


@post(PATH_SENSITIVE, status_code=200)
async def mark(request: AnyRequest) -> Response[bytes]:
    """Mark a record sensitive, or take the mark off."""
    check_protocol(request)
    access = await admitted(request)
    ask = await understood(request, MarkAsk)
    return message(await in_thread(partial(centre_of(request).enquiries.mark, access, ask)))


@get(f"{PATH_REPORTS}/{{name:str}}")
async def report(request: AnyRequest) -> Response[bytes]:
    """Give a report as a message, or as the file that ``as`` names."""
    check_protocol(request)
    form = request.query_params.get("as", "json")
    if form != "json" and form not in MEDIA:
        raise Refused(Code.NOT_UNDERSTOOD, "as is json, csv or xlsx")
    month = request.query_params.get("month", "")
    ask = _checked(ReportAsk(report=str(request.path_params["name"]), month=month))
    found = await in_thread(partial(centre_of(request).enquiries.report, token(request), ask))
    if form == "json":
        return message(told(found))
    body = await in_thread(partial(written, found, form))
    headers = {
        "Content-Disposition": f'attachment; filename="{found.name}-{found.month}.{form}"',
        "X-Content-Type-Options": "nosniff",
    }
    return Response(body, media_type=MEDIA[form], headers=headers)


def _checked(ask: msgspec.Struct) -> Any:  # noqa: ANN401 the same kind of question comes back
    """Hold a question against the wire's limits, as a message's body is."""
    decoder_of(type(ask))  # what ``convert`` goes by is learnt of one thread at a time
    try:
        return msgspec.convert(msgspec.to_builtins(ask), type(ask))
    except (msgspec.ValidationError, UnicodeEncodeError) as wrong:
        raise Refused(Code.NOT_UNDERSTOOD, str(wrong)) from wrong


ASKED: tuple[HTTPRouteHandler, ...] = (fir, search, report, receipt_keys, kept_back, mark)
