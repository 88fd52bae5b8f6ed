"""Who visits the page: the cookies of a visit, and proof that a form came from our own page.

The visit's token is in a cookie that no script reads and no other site sends. Each form repeats a hash of that token,
which another site cannot know; where the browser says from where a form came, it must be from here.
"""

from __future__ import annotations

import hashlib
import hmac
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from litestar import Request
from litestar.datastructures import Cookie

from central import passwords
from central.errors import Refused
from central.stewards import Steward, Stewards
from central.web.bodies import NO_TEXT, centre_of, fields, whole
from central.web.threads import in_thread
from sync.protocol.codes import Code

VISIT = "__Host-visit"
DOOR = "__Host-door"
LANGUAGE = "language"
FORM_BYTES = 8 * 1024
MOST_FIELDS = 16
LANGUAGES = ("en", "hi")
LANGUAGE_SECONDS = 365 * 24 * 3600

AnyRequest = Request[Any, Any, Any]


def stewards_of(request: AnyRequest) -> Stewards:
    """Give the verbs behind the page."""
    return centre_of(request).stewards


async def steward_of(request: AnyRequest) -> Steward:
    """Find out who asks; raise ``Refused`` where nobody is signed in."""
    return await in_thread(partial(stewards_of(request).visits.steward, request.cookies.get(VISIT, "")))


def language_of(request: AnyRequest) -> str:
    """Give the language that was chosen, now or before."""
    said = request.query_params.get("lang") or request.cookies.get(LANGUAGE, "")
    return said if said in LANGUAGES else LANGUAGES[0]


def seal(token: str) -> str:
    """Give what a form repeats of the cookie's token."""
    return hashlib.sha256(f"form|{token}".encode()).hexdigest()


async def form_of(request: AnyRequest, cookie: str) -> dict[str, str]:
    """Read a form that our own page made for whoever has ``cookie``; raise ``Refused`` for any other."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise Refused(Code.NOT_ENTITLED, "the form came from another site")
    form = fields(await whole(request, FORM_BYTES), MOST_FIELDS)
    if any("\0" in value for value in form.values()):
        raise Refused(Code.NOT_UNDERSTOOD, NO_TEXT)
    token = request.cookies.get(cookie, "")
    if not token or not hmac.compare_digest(form.get("seal", "").encode(), seal(token).encode()):
        raise Refused(Code.NOT_ENTITLED, "the form was not made for this visit")
    return form


def kept(name: str, value: str) -> Cookie:
    """Keep a secret for as long as the browser is open."""
    return Cookie(key=name, value=value, path="/", secure=True, httponly=True, samesite="strict")


def dropped(name: str) -> Cookie:
    """Take a secret back."""
    return Cookie(key=name, value="", path="/", secure=True, httponly=True, samesite="strict", max_age=0)


def language_kept(language: str) -> Cookie:
    """Remember the language."""
    longest = LANGUAGE_SECONDS
    return Cookie(
        key=LANGUAGE, value=language, path="/admin", secure=True, httponly=True, samesite="strict", max_age=longest
    )


def new_door() -> str:
    """Make the token that ties the sign-in form to the browser that asked for it."""
    return passwords.new_token()
