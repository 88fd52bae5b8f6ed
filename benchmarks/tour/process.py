"""A station's program in a process of its own: orders go in by one pipe, what was seen comes back by another.

Passwords travel in the orders, over the pipe, and so stand in no argument, environment or file.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Seen = dict[str, Any]
ASK_SECONDS = 60.0


class StepFailedError(Exception):
    """What a step had to show was not seen; the text says it plainly."""


class StationProcess:
    """One running program; ``ask`` has the hands in it do one act and tells what they saw."""

    def __init__(
        self, hands: list[str], arguments: list[str], *, environment: Mapping[str, str], log: Path, folder: Path
    ) -> None:
        """Start the program with its own ``arguments`` in ``folder`` and wait until its window is up."""
        reports, child_end = os.pipe()
        with log.open("ab") as written:
            self._process = subprocess.Popen(
                [*hands, "--reports", str(child_end), *arguments],
                env=dict(environment),
                cwd=folder,
                stdin=subprocess.PIPE,
                stdout=written,
                stderr=written,
                pass_fds=(child_end,),
            )
        os.close(child_end)
        self._reports = reports
        self._kept = b""
        self._log = log
        self.started = time.monotonic()
        self.window = self._read(ASK_SECONDS)
        self.start_seconds = time.monotonic() - self.started

    @property
    def pid(self) -> int:
        """The program's process id."""
        return self._process.pid

    def ask(self, act: str, *, wait: float = ASK_SECONDS, **given: object) -> Seen:
        """Have one act done and tell what was seen; raises ``StepFailedError`` where it could not be done."""
        assert self._process.stdin is not None
        order = json.dumps({"act": act, "given": given}, default=str) + "\n"
        try:
            self._process.stdin.write(order.encode())
            self._process.stdin.flush()
        except OSError as gone:
            raise StepFailedError(f"the program ended before “{act}”: {self._last_words()}") from gone
        answer = self._read(wait)
        if not answer.get("ok"):
            raise StepFailedError(f"{act}: {answer.get('error')}")
        return dict(answer["seen"])

    def kill(self) -> None:
        """Kill the program as a power cut would, with no chance to save (SIGKILL)."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(timeout=10)
        self._let_go()

    def close(self, seconds: float = 20) -> int:
        """End the program by ending its orders; kill it if it does not go. Gives its exit code."""
        if self._process.poll() is None:
            assert self._process.stdin is not None
            self._process.stdin.close()
            try:
                self._process.wait(timeout=seconds)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(timeout=10)
        self._let_go()
        return self._process.returncode

    def _let_go(self) -> None:
        if self._reports >= 0:
            os.close(self._reports)
            self._reports = -1
        if self._process.stdin is not None and not self._process.stdin.closed:
            self._process.stdin.close()

    def _read(self, seconds: float) -> Seen:
        until = time.monotonic() + seconds
        while b"\n" not in self._kept:
            ready, _, _ = select.select([self._reports], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                raise StepFailedError(f"the program said nothing for {seconds:.0f} s: {self._last_words()}")
            piece = os.read(self._reports, 65536)
            if not piece:
                self._process.wait(timeout=10)
                raise StepFailedError(
                    f"the program ended by itself (exit code {self._process.returncode}): {self._last_words()}"
                )
            self._kept += piece
        line, _, self._kept = self._kept.partition(b"\n")
        return dict(json.loads(line))

    def _last_words(self) -> str:
        lines = self._log.read_text("utf-8", "replace").strip().splitlines()
        crash = next((at for at, line in enumerate(lines) if line.startswith("Fatal Python error")), None)
        return " | ".join(lines[-4:]) if crash is None else "\n".join(lines[crash:])
