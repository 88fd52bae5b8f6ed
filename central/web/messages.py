"""The paths of messages: what stations hand over and ask, and where an SMS provider reports."""

from __future__ import annotations

from functools import partial
from typing import Any

from litestar import Request, Response, get, post

from central.messages.intake import MessageDesk
from central.web.answers import message, packed
from central.web.bodies import admitted, centre_of, check_protocol, fields, number, token, understood, whole
from central.web.threads import in_thread
from sync.protocol.codes import BATCH_BYTES
from sync.protocol.outgoing import PATH_MESSAGES, PATH_STATES, PATH_TEMPLATES, MessageBatch

PATH_REPORTS = "/v1/messages/reports"
REPORT_BYTES = 16 * 1024
MOST_FIELDS = 50

AnyRequest = Request[Any, Any, Any]


@post(PATH_MESSAGES, status_code=200)
async def take_messages(request: AnyRequest) -> Response[bytes]:
    """Take a batch of messages."""
    check_protocol(request)
    access = await admitted(request)
    batch = await understood(request, MessageBatch, BATCH_BYTES)
    return message(await in_thread(partial(_desk(request).take, access, batch)))


@get(PATH_STATES)
async def message_states(request: AnyRequest) -> Response[bytes]:
    """Tell what became of this machine's messages."""
    check_protocol(request)
    verb = partial(_desk(request).states, token(request), number(request, "since", 0))
    return await packed(request, await in_thread(verb))


@get(PATH_TEMPLATES)
async def message_templates(request: AnyRequest) -> Response[bytes]:
    """Give the registered templates."""
    check_protocol(request)
    return await packed(request, await in_thread(partial(_desk(request).templates, token(request))))


@post(PATH_REPORTS, status_code=204)
async def take_report(request: AnyRequest) -> None:
    """Take a provider's word about a short message: a form with ``reference`` and ``status``, under the agreed key."""
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    key = key.strip() if scheme.lower() == "bearer" else request.query_params.get("key", "")
    _desk(request).agree(key)
    form = fields(await whole(request, REPORT_BYTES), MOST_FIELDS, errors="replace")
    reference, status = (form.get(name, "").replace("\0", "") for name in ("reference", "status"))
    verb = partial(_desk(request).reported, reference, status)
    await in_thread(verb)


MESSAGE_ROUTES = (take_messages, message_states, message_templates, take_report)


def _desk(request: AnyRequest) -> MessageDesk:
    return centre_of(request).messages
