"""The queue of messages at the page: what waits, what did not arrive, and handing one over again after being asked."""

from __future__ import annotations

from functools import partial
from typing import Any

from litestar import Request, Response, get, post

from central.store.post import Post
from central.web.admin.lists import listed, look_of, visit_of
from central.web.admin.pages import elsewhere, page
from central.web.admin.visitors import VISIT, form_of, steward_of, stewards_of
from central.web.threads import in_thread

PLACE = "messages"

AnyRequest = Request[Any, Any, Any]


@get("/messages")
async def messages(request: AnyRequest) -> Response[bytes]:
    """List the messages that wait, or those that did not arrive."""
    steward = await steward_of(request)
    look = look_of(request, Post.WAITING)
    tray = await in_thread(partial(stewards_of(request).trays.look, steward, look))
    found = {"which": list(Post), "counts": tray.counts, "now": tray.now}
    return page(request, "messages.html", visit_of(request, steward, PLACE) | listed(look, tray.messages) | found)


@get("/message/again")
async def ask_again(request: AnyRequest) -> Response[bytes]:
    """Ask once more before a message is handed over again."""
    steward = await steward_of(request)
    one = await in_thread(partial(stewards_of(request).trays.one, steward, request.query_params.get("id", "")))
    return page(request, "message_again.html", visit_of(request, steward, PLACE) | {"one": one})


@post("/message/again")
async def hand_over_again(request: AnyRequest) -> Response[bytes]:
    """Hand a message over again to those whom it did not reach, or may not have."""
    steward, form = await steward_of(request), await form_of(request, VISIT)
    await in_thread(partial(stewards_of(request).trays.again, steward, form.get("id", "")))
    return elsewhere(f"/admin/messages?which={Post.WAITING}")
