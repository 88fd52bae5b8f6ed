"""A page as the browser gets it: a template filled in, in one language, under rules that let nothing else in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache, partial
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FunctionLoader, StrictUndefined
from litestar import Request, Response
from litestar.datastructures import Cookie

from central.web.admin.visitors import LANGUAGES, language_kept, language_of
from central.web.admin.words import said
from station_client.clock import to_ist

RULES = (
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": RULES,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
HTML = "text/html; charset=utf-8"
CSS = "text/css; charset=utf-8"
STYLE = "style.css"
MINUTE, HOUR, DAY = 60, 3600, 24 * 3600

AnyRequest = Request[Any, Any, Any]


def page(
    request: AnyRequest,
    template: str,
    filled: Mapping[str, object],
    *,
    status: int = 200,
    cookies: Sequence[Cookie] = (),
) -> Response[bytes]:
    """Fill in a page in the visitor's language, and remember the language if it was chosen just now."""
    language = language_of(request)
    asked = {key: value for key, value in request.query_params.items() if key != "lang"}
    links = {other: f"?{urlencode(asked | {'lang': other})}" for other in LANGUAGES}
    values = {"steward": None, "lang": language, "links": links, "moment": moment, "query": query}
    worded = {"t": partial(said, language), "age": partial(age, language)}
    body = _templates().get_template(template).render(values | worded | dict(filled))
    chosen = [language_kept(language)] if "lang" in request.query_params else []
    return Response(
        body.encode(), status_code=status, media_type=HTML, headers=dict(HEADERS), cookies=[*cookies, *chosen]
    )


def elsewhere(path: str, cookies: Sequence[Cookie] = ()) -> Response[bytes]:
    """Send the browser to another page of ours."""
    return Response(b"", status_code=303, headers=HEADERS | {"Location": path}, cookies=list(cookies))


def style() -> Response[bytes]:
    """Give the one style sheet."""
    return Response(_text(STYLE).encode(), media_type=CSS, headers=HEADERS | {"Cache-Control": "max-age=3600"})


def moment(at: datetime | None) -> str:
    """Write a moment as stations read it."""
    return "–" if at is None else f"{to_ist(at):%d/%m/%Y %H:%M} IST"


def age(language: str, gone: timedelta | int) -> str:
    """Say how long something took or is ago, in one whole unit."""
    seconds = int(gone.total_seconds()) if isinstance(gone, timedelta) else gone
    for least, unit, word in ((2 * DAY, DAY, "{n} days"), (HOUR, HOUR, "{n} h"), (MINUTE, MINUTE, "{n} min")):
        if seconds >= least:
            return said(language, word).replace("{n}", str(seconds // unit))
    return said(language, "{n} s").replace("{n}", str(max(seconds, 0)))


def query(**values: object) -> str:
    """Write the query of a link, without what is empty."""
    return urlencode({key: value for key, value in values.items() if value})


@cache
def _templates() -> Environment:
    return Environment(
        loader=FunctionLoader(_text), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _text(name: str) -> str:
    return (files("central.web.admin") / "templates" / name).read_text("utf-8")
