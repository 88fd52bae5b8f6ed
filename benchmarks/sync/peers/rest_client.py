"""The plain REST peer's client: ``requests``, one thing after the other, tried again after a failure."""

from __future__ import annotations

import json
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests

TIMEOUT = (10, 20)
AGAIN_SECONDS = 1.0


class Line:
    """A session that tries again until time is up."""

    def __init__(self, base: str, patience: float) -> None:
        """Connect to nothing yet."""
        self._base = base
        self._session = requests.Session()
        self._session.trust_env = False
        self.began = time.monotonic()
        self._until = self.began + patience

    def ask(self, method: str, path: str, body: Callable[[], Any]) -> bytes | None:
        """Ask until it is answered; None once time is up."""
        while time.monotonic() < self._until:
            try:
                answer = self._session.request(method, self._base + path, data=body(), timeout=TIMEOUT)
            except requests.RequestException:
                time.sleep(AGAIN_SECONDS)
                continue
            return answer.content
        return None

    def told(self, *, done: bool, first: float | None = None) -> None:
        """Say how long it took."""
        took = round(time.monotonic() - self.began, 2) if done else None
        print(json.dumps({"seconds": took, "first_rows_s": first}), flush=True)


def pages(line: Line, since: int) -> None:
    """Fetch page after page."""
    first: float | None = None
    while content := line.ask("GET", f"/changes?since={since}", lambda: None):
        found = json.loads(content)["records"]
        first = first or round(time.monotonic() - line.began, 2)
        since += len(found)
        if len(found) < 100:
            line.told(done=True, first=first)
            return
    line.told(done=False, first=first)


def posts(line: Line, drafts: Path) -> None:
    """Hand over drafts, one by one."""
    for text in json.loads(drafts.read_text("utf-8")):
        body = json.dumps({"id": str(uuid.uuid4()), "category": "seizure", "description": text}, ensure_ascii=False)
        if line.ask("POST", "/alerts", body.encode) is None:
            line.told(done=False)
            return
    line.told(done=True)


def puts(line: Line, paths: list[str]) -> None:
    """Send files, one by one."""
    for name in paths:
        if line.ask("PUT", f"/files/{Path(name).name}", Path(name).read_bytes) is None:
            line.told(done=False)
            return
    line.told(done=True)


def main() -> None:
    """Do one work."""
    act, base, patience, *more = sys.argv[1:]
    line = Line(base, float(patience))
    if act == "pages":
        pages(line, int(more[0]))
    elif act == "posts":
        posts(line, Path(more[0]))
    else:
        puts(line, more)


if __name__ == "__main__":
    main()
