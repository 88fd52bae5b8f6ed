"""Stands before every path: an address that asks too much is sent away unread, and refusals to officers are noted.

What a request costs is weighed here by its path; who asks is found where the token is read (``central.accounts``).
"""

from __future__ import annotations

from functools import partial

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from central import request as asked
from central.errors import Refused
from central.preparation import Preparation
from central.ward import Line, Ward
from central.web.answers import refusal
from central.web.bodies import NO_TEXT
from central.web.metrics import PATH_METRICS, PATH_READY
from central.web.threads import in_thread
from sync.protocol.codes import (
    MEDIA_TYPE,
    PATH_CHANGES,
    PATH_FEED,
    PATH_FIRS,
    PATH_HEALTH,
    PATH_REPORTS,
    PATH_SEARCH,
    PATH_SNAPSHOTS,
    PATH_WHOLE,
    STATUS,
    Code,
)

HEAVY = (PATH_CHANGES, PATH_FEED, PATH_FIRS, PATH_REPORTS, PATH_SEARCH, PATH_SNAPSHOTS, PATH_WHOLE)
HEAVY_WEIGHT = 5.0
ALWAYS = frozenset({PATH_HEALTH, PATH_READY, PATH_METRICS})
"""What is answered while the centre is being prepared, too."""


class Guard:
    """Passes on what may be asked."""

    def __init__(self, app: ASGIApp, ward: Ward, preparation: Preparation) -> None:
        """Stand before ``app``."""
        self._app = app
        self._ward = ward
        self._preparation = preparation

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request through, or say that it is too much."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        asker = asked.Asker(HEAVY_WEIGHT if scope["path"].startswith(HEAVY) else 1.0)
        asked.asker.set(asker)
        no = self._ward.stranger(asked.address.get())
        if no is not None:
            scope["state"]["refused"] = str(no.code)
            await self._note(self._ward.of_address(no))
            await _send(no, send)
            return
        no = self._no_more(scope)
        if no is not None:
            scope["state"]["refused"] = str(no.code)
            await _send(no, send)
            return

        async def noting(event: Message) -> None:
            if event["type"] == "http.response.start":  # the line stands before the answer leaves
                code, template = str(scope["state"].get("refused", "")), str(scope.get("path_template", ""))
                await self._note(self._ward.of_asker(asker, code, template, scope["path"]))
            await send(event)

        await self._app(scope, receive, noting)

    def _no_more(self, scope: HTTPScope) -> Refused | None:
        """Refuse an address that no text is, and what the centre is not ready for."""
        if "\0" in scope["path"] or b"%00" in scope["query_string"]:
            return Refused(Code.NOT_UNDERSTOOD, NO_TEXT)
        return None if scope["path"] in ALWAYS else self._preparation.refusal()

    async def _note(self, line: Line | None) -> None:
        if line is not None:
            await in_thread(partial(self._ward.note, line))


async def _send(no: Refused, send: Send) -> None:
    """Say no in the wire's own words, without the web's help: nothing of the request was read."""
    answer = refusal(no)
    said = {"content-type": MEDIA_TYPE, **answer.headers}
    headers = [(name.lower().encode(), value.encode()) for name, value in said.items()]
    await send({"type": "http.response.start", "status": STATUS[no.code], "headers": headers})
    await send({"type": "http.response.body", "body": answer.content, "more_body": False})
