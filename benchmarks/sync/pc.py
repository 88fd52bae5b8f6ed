"""A station's PC, seen from the trial: it is given orders and tells what it saw."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from benchmarks.sync import records
from benchmarks.sync.centre import PROJECT, RunningCentre
from benchmarks.sync.link import Link

Facts = dict[str, Any]
ORDER_SECONDS: Final = 120.0
PROXY_WORDS: Final = frozenset({"http_proxy", "https_proxy", "all_proxy", "no_proxy"})


class StationFailedError(Exception):
    """The station's program ended or said nothing; the text is its last words."""


def environment() -> dict[str, str]:
    """Give this process's environment without proxies: nothing may go round the line."""
    return {name: value for name, value in os.environ.items() if name.lower() not in PROXY_WORDS}


class Pc:
    """One station with a fresh data folder, signed in and paused."""

    def __init__(self, link: Link, centre: RunningCentre) -> None:
        """Start the program at the near end of the line and sign in."""
        self._folder = tempfile.TemporaryDirectory(prefix="bench-sync-")
        place = Path(self._folder.name)
        self._log = (place / "station.log").open("w+b")
        self._process = subprocess.Popen(
            link.station([sys.executable, "-m", "benchmarks.sync.station"]),
            cwd=PROJECT,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
        )
        profile = place / "profile"
        try:
            self.ask(
                "open",
                url=centre.url,
                authority=str(centre.authority),
                folder=str(profile),
                login=records.LOGIN,
                password=centre.password,
            )
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        """Be closed at the end."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def ask(self, act: str, **given: Any) -> Facts:  # noqa: ANN401 whatever JSON carries
        """Give an order and wait for what was seen; ``seconds`` is the order's own patience where it has one."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": act, **given}).encode() + b"\n")
        self._process.stdin.flush()
        patience = float(given.get("seconds", 0.0)) + ORDER_SECONDS
        ready, _, _ = select.select([self._process.stdout], [], [], patience)
        line = self._process.stdout.readline() if ready else b""
        if not line:
            self._log.seek(0)
            raise StationFailedError(self._log.read().decode("utf-8", "replace")[-1500:] or "it said nothing")
        return dict(json.loads(line))

    def close(self) -> None:
        """End the program and forget its folder."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        try:
            self._process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(timeout=10)
        self._log.close()
        self._folder.cleanup()
