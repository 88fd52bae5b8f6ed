"""The addresses of the page: look, look closer, withdraw after being asked once more."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import quote

from litestar import Request, Response, Router, get, post
from litestar.exceptions import HTTPException

from central.errors import Refused
from central.store.standings import CLOCK_SECONDS, LATE_SECONDS, SILENT, Which
from central.web.admin.codes import ask_code, change_code
from central.web.admin.door import HOME, door, sign_in
from central.web.admin.lists import listed, look_of, visit_of
from central.web.admin.pages import elsewhere, page, style
from central.web.admin.trays import ask_again, hand_over_again, messages
from central.web.admin.visitors import VISIT, dropped, form_of, steward_of, stewards_of
from central.web.answers import note_fault
from central.web.threads import in_thread
from sync.protocol.codes import STATUS, Code

DOOR_PATH = "/admin/sign-in"
_WEB_CODES = {404: Code.NOT_FOUND, 405: Code.NOT_FOUND}

AnyRequest = Request[Any, Any, Any]


@get(["/", "/stations"])
async def stations(request: AnyRequest) -> Response[bytes]:
    """List the PCs, those that need looking after one step away."""
    steward = await steward_of(request)
    look = look_of(request, Which.ALL)
    seen = await in_thread(partial(stewards_of(request).overview, steward, look))
    limits = {"late_seconds": LATE_SECONDS, "clock_seconds": CLOCK_SECONDS, "silent": SILENT}
    found = {"which": list(Which), "counts": seen.counts, "now": seen.now}
    return page(
        request, "stations.html", visit_of(request, steward, "stations") | listed(look, seen.pcs) | found | limits
    )


@get("/officers")
async def officers(request: AnyRequest) -> Response[bytes]:
    """List the officers."""
    steward = await steward_of(request)
    look = look_of(request, Which.ALL)
    people = await in_thread(partial(stewards_of(request).people, steward, look))
    here = visit_of(request, steward, "officers")
    return page(request, "officers.html", here | listed(look, people))


@get("/machine/withdraw")
async def ask_machine(request: AnyRequest) -> Response[bytes]:
    """Ask once more before a PC is withdrawn."""
    steward = await steward_of(request)
    pc = await in_thread(partial(stewards_of(request).pc, steward, request.query_params.get("id", "")))
    return page(request, "withdraw_pc.html", visit_of(request, steward, "stations") | {"pc": pc})


@post("/machine/withdraw")
async def withdraw_machine(request: AnyRequest) -> Response[bytes]:
    """Withdraw a PC."""
    steward, form = await steward_of(request), await form_of(request, VISIT)
    machine_id = form.get("id", "")
    await in_thread(partial(stewards_of(request).withdraw_pc, steward, machine_id))
    return elsewhere(f"{HOME}?which={Which.WITHDRAWN}&q={quote(machine_id)}")


@get("/officer/withdraw")
async def ask_officer(request: AnyRequest) -> Response[bytes]:
    """Ask once more before an officer is withdrawn."""
    steward = await steward_of(request)
    login = request.query_params.get("login", "")
    person = await in_thread(partial(stewards_of(request).person, steward, login))
    return page(request, "withdraw_officer.html", visit_of(request, steward, "officers") | {"person": person})


@post("/officer/withdraw")
async def withdraw_officer(request: AnyRequest) -> Response[bytes]:
    """Withdraw an officer."""
    steward, form = await steward_of(request), await form_of(request, VISIT)
    login = form.get("login", "")
    await in_thread(partial(stewards_of(request).withdraw_officer, steward, login))
    return elsewhere(f"/admin/officers?q={quote(login)}")


@post("/sign-out")
async def sign_out(request: AnyRequest) -> Response[bytes]:
    """End the visit."""
    await form_of(request, VISIT)
    await in_thread(partial(stewards_of(request).visits.sign_out, request.cookies[VISIT]))
    return elsewhere(DOOR_PATH, cookies=[dropped(VISIT)])


@get("/style.css")
async def style_sheet() -> Response[bytes]:
    """Give the style sheet."""
    return style()


def _refused(request: AnyRequest, no: Refused) -> Response[bytes]:
    request.scope["state"]["refused"] = str(no.code)
    if no.code == Code.SESSION_EXPIRED:
        return elsewhere(DOOR_PATH, cookies=[dropped(VISIT)])
    return page(request, "refused.html", {"code": str(no.code)}, status=STATUS[no.code])


def _web(request: AnyRequest, wrong: HTTPException) -> Response[bytes]:
    return _refused(request, Refused(_WEB_CODES.get(wrong.status_code, Code.NOT_UNDERSTOOD)))


def _fault(request: AnyRequest, wrong: Exception) -> Response[bytes]:
    note_fault(wrong)
    return _refused(request, Refused(Code.FAULT, "the centre failed"))


ADMIN = Router(
    path="/admin",
    route_handlers=[
        stations,
        officers,
        ask_machine,
        withdraw_machine,
        ask_officer,
        withdraw_officer,
        ask_code,
        change_code,
        messages,
        ask_again,
        hand_over_again,
        door,
        sign_in,
        sign_out,
        style_sheet,
    ],
    exception_handlers={Refused: _refused, HTTPException: _web, Exception: _fault},
)
