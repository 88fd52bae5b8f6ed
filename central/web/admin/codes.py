"""How an officer is helped in at the page: a new secret for one-time codes, shown once; wrong passwords forgotten."""

from __future__ import annotations

from functools import partial
from typing import Any

from litestar import Request, Response, get, post

from central.one_time import spaced
from central.stewards import Steward
from central.web.admin.lists import visit_of
from central.web.admin.pages import page
from central.web.admin.visitors import VISIT, form_of, steward_of, stewards_of
from central.web.threads import in_thread

AnyRequest = Request[Any, Any, Any]


@get("/officer/code")
async def ask_code(request: AnyRequest) -> Response[bytes]:
    """Show whether an officer has one-time codes, and what can be done."""
    steward = await steward_of(request)
    return await _shown(request, steward, request.query_params.get("login", ""), {})


@post("/officer/code", status_code=200)
async def change_code(request: AnyRequest) -> Response[bytes]:
    """Give an officer a new secret, take it away, or forget their wrong passwords; a secret is shown this once."""
    steward, form = await steward_of(request), await form_of(request, VISIT)
    login, doors = form.get("login", ""), stewards_of(request).doors
    done = form.get("do", "")
    secret = ""
    if done == "new":
        secret = await in_thread(partial(doors.new_code, steward, login))
    elif done == "remove":
        await in_thread(partial(doors.remove_code, steward, login))
    elif done == "forget":
        await in_thread(partial(doors.forget_tries, steward, login))
    return await _shown(request, steward, login, {"secret": spaced(secret), "done": done})


async def _shown(request: AnyRequest, steward: Steward, login: str, told: dict[str, str]) -> Response[bytes]:
    stewards = stewards_of(request)
    person = await in_thread(partial(stewards.person, steward, login))
    has = await in_thread(partial(stewards.doors.has_code, login))
    filled = visit_of(request, steward, "officers") | {"person": person}
    return page(request, "officer_code.html", filled | {"secret": "", "done": "", "has": has} | told)
