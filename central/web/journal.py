"""A line in the log for each request: when, which, how it ended, how long. Never a body, a token or a query."""

from __future__ import annotations

import json
import logging
import time
from datetime import UTC, datetime
from typing import Any

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPResponseStartEvent, Message, Receive, Scope, Send

from central import request as asked
from central.web.connection import SHOWN
from sync.protocol.codes import REQUEST_ID_HEADER

NOTHING_SENT = 0
_log = logging.getLogger("central")


class JsonLines(logging.Formatter):
    """Writes each line of the log as one JSON object, in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        """Write ``fields`` if the record has them; the text of any other line as ``message``."""
        fields: dict[str, Any] = getattr(record, "fields", None) or {"message": record.getMessage()}
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "level": record.levelname.lower(), "event": record.name, **fields}
        if not getattr(record, "fields", None) and record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        return json.dumps(line, ensure_ascii=False)


def log_to_standard_error() -> None:
    """Send every line of the process to standard error, as JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)


class Journal:
    """Takes or makes the id of each request, repeats it in the answer, and writes its line."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request through."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        request_id = asked.accepted(headers.get(REQUEST_ID_HEADER.lower().encode(), b"").decode("latin-1"))
        asked.current.set(request_id)
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
            self._write(scope, request_id, status, time.monotonic() - began)

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


def _name(event: HTTPResponseStartEvent, request_id: str) -> None:
    event["headers"] = [*event["headers"], (REQUEST_ID_HEADER.lower().encode(), request_id.encode())]
