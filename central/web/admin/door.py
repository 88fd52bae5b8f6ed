"""The way in at the page: a password, and where the centre asks for it a picture to read and a one-time code."""

from __future__ import annotations

import base64
from functools import partial
from typing import Any

from litestar import Request, Response, get, post

from central import drawing
from central.drawing import Drawing
from central.errors import Refused
from central.tries import Proof
from central.web.admin.pages import elsewhere, page
from central.web.admin.visitors import DOOR, VISIT, dropped, form_of, kept, language_of, new_door, seal, stewards_of
from central.web.bodies import centre_of
from central.web.threads import in_thread
from sync.protocol.codes import STATUS, Code
from sync.protocol.door import ChallengeAsk

HOME = "/admin/stations"
IN_WORDS = "words"

AnyRequest = Request[Any, Any, Any]


@get("/sign-in")
async def door(request: AnyRequest) -> Response[bytes]:
    """Show the way in."""
    return _door(request, {})


@post("/sign-in")
async def sign_in(request: AnyRequest) -> Response[bytes]:
    """Let an officer of State IT in; another picture, or a question in words, is no try."""
    form: dict[str, str] = {}
    try:
        form = await form_of(request, DOOR)
        token = await _tried(request, form)
    except Refused as no:
        request.scope["state"]["refused"] = str(no.code)
        try:
            return _door(request, form, no, await _asked(request, form, no.code))
        except Refused as busy:
            return _door(request, form, busy)
    return elsewhere(HOME, cookies=[kept(VISIT, token), dropped(DOOR)])


async def _tried(request: AnyRequest, form: dict[str, str]) -> str:
    """Try to come in, and give the token of the visit."""
    if form.get("again"):
        form["answer"] = ""
        raise Refused(Code.CHALLENGE)
    proof = Proof(form.get("challenge", ""), form.get("answer", ""), form.get("code", ""))
    verb = partial(stewards_of(request).visits.sign_in, form.get("login", ""), form.get("password", ""), proof)
    return await in_thread(verb)


async def _asked(request: AnyRequest, form: dict[str, str], code: Code) -> dict[str, object]:
    """Give what the form asks for besides the password."""
    if code == Code.ONE_TIME_CODE:  # the picture that was read before it counts still
        return {"ask_code": True, "challenge": form.get("challenge", ""), "answer": form.get("answer", "")}
    if code != Code.CHALLENGE:
        return {}
    words = form.get("again") == IN_WORDS
    ask = ChallengeAsk(login=form.get("login", "")[:200], in_words=words, language=language_of(request))
    drawn = await in_thread(partial(centre_of(request).challenge, ask))
    asked: dict[str, object] = {"challenge": drawn.challenge, "question": drawn.question, "ask_answer": True}
    if drawn.dots:
        png = drawing.as_png(Drawing(drawn.width, drawn.height, drawn.dots))
        asked["picture"] = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    return asked


def _door(
    request: AnyRequest, form: dict[str, str], no: Refused | None = None, asked: dict[str, object] | None = None
) -> Response[bytes]:
    token = new_door()
    told = {"code": "", "minutes": 0} if no is None else {"code": str(no.code), "minutes": -(-no.retry_after // 60)}
    nothing = {"ask_code": False, "ask_answer": False, "challenge": "", "answer": "", "question": "", "picture": ""}
    filled = nothing | {"seal": seal(token), "login": form.get("login", "")[:64], **told} | (asked or {})
    filled["again"] = bool(form.get("code") if asked and asked.get("ask_code") else form.get("answer"))
    status = 200 if no is None else STATUS[no.code]
    return page(request, "door.html", filled, status=status, cookies=[kept(DOOR, token)])
