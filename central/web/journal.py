"""A line in the log for each request: when, which, how it ended, how long. Never a body, a token or a query."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import msgspec
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPResponseStartEvent, HTTPScope, Message, Receive, Scope, Send

from central import request as asked
from central.web.connection import SHOWN
from sync.protocol.codes import REQUEST_ID_HEADER

NOTHING_SENT = 0
ADDRESS_LENGTH = 45
_log = logging.getLogger("central")
_encoder = msgspec.json.Encoder()

Count = Callable[[str, str, int, float], None]


class JsonLines(logging.Formatter):
    """Writes each line of the log as one JSON object, in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        """Write ``fields`` if the record has them; the text of any other line as ``message``."""
        fields: dict[str, Any] = getattr(record, "fields", None) or {"message": record.getMessage()}
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "level": record.levelname.lower(), "event": record.name, **fields}
        if not getattr(record, "fields", None) and record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        return _encoder.encode(line).decode()


def log_to_standard_error() -> None:
    """Send every line of the process to standard error, as JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)


class Journal:
    """Takes or makes the id of each request, repeats it in the answer, and writes its line."""

    def __init__(self, app: ASGIApp, count: Count | None = None, proxies: frozenset[str] = frozenset()) -> None:
        """Stand before ``app``; ``count`` is told method, pattern of the path, status and seconds of each request.

        ``proxies`` are the addresses whose word on where a request comes from counts.
        """
        self._app = app
        self._proxies = proxies
        self._count = count

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request through."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        request_id = asked.accepted(headers.get(REQUEST_ID_HEADER.lower().encode(), b"").decode("latin-1"))
        asked.current.set(request_id)
        asked.address.set(_address(scope, headers, self._proxies))
        asked.shown.set(str(scope.get("state", {}).get(SHOWN, "")))
        began, status = time.monotonic(), NOTHING_SENT

        async def noting(event: Message) -> None:
            nonlocal status
            if event["type"] == "http.response.start":
                status = event["status"]
                _name(event, request_id)
            await send(event)

        try:
            await self._app(scope, receive, noting)
        finally:
            seconds = time.monotonic() - began
            self._write(scope, request_id, status, seconds)
            if self._count is not None:
                self._count(str(scope.get("method", "")), str(scope.get("path_template", "")), status, seconds)

    def _write(self, scope: Scope, request_id: str, status: int, seconds: float) -> None:
        refused = scope.get("state", {}).get("refused", "")
        fields = {
            "request_id": request_id,
            "method": str(scope.get("method", "")),
            "path": scope["path"][:120],
            "status": status,
            "ms": round(seconds * 1000, 1),
            **({"refused": refused} if refused else {}),
        }
        _log.info("request", extra={"fields": fields})


def _address(scope: HTTPScope, headers: dict[bytes, bytes], proxies: frozenset[str]) -> str:
    """Say from where a request comes: the other end of the line, or whom a trusted balancer names last."""
    client = scope.get("client")
    peer = str(client[0]) if client else ""
    if peer not in proxies:
        return peer
    named = headers.get(b"x-forwarded-for", b"").decode("latin-1").rpartition(",")[2].strip()
    return named[:ADDRESS_LENGTH] if named.isprintable() and named else peer


def _name(event: HTTPResponseStartEvent, request_id: str) -> None:
    event["headers"] = [*event["headers"], (REQUEST_ID_HEADER.lower().encode(), request_id.encode())]
