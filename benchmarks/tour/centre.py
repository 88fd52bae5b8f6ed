"""The central server as a process of its own, filled with its demonstration."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.tour.process import StepFailedError

READY_SECONDS = 60.0


class CentreProcess:
    """A centre on the loopback address; the officers' passwords came over a pipe and are kept in memory only."""

    def __init__(self, folder: Path, project: Path) -> None:
        """Say where it is to live; ``start`` makes it."""
        self.folder = folder
        self.port = 0
        self.ca_file = folder / "tls" / "ca.pem"
        self.passwords: dict[str, str] = {}
        self.staged: dict[str, int] = {}
        self._project = project
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Make the folder, the certificates and the demonstration; then serve."""
        self._init()
        port_file = self.folder / "port"
        log = self.folder / "serve.log"
        with log.open("ab") as written:
            self._process = subprocess.Popen(
                self._command("serve", "--port", "0", "--port-file", str(port_file)),
                cwd=self._project,
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=written,
            )
        until = time.monotonic() + READY_SECONDS
        while not port_file.exists():
            if self._process.poll() is not None or time.monotonic() > until:
                raise StepFailedError(f"the centre did not start: {log.read_text('utf-8', 'replace')[-600:]}")
            time.sleep(0.02)
        self.port = int(port_file.read_text("ascii"))

    def close(self) -> None:
        """Stop serving."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(timeout=10)

    def _init(self) -> None:
        reading, writing = os.pipe()
        made = subprocess.Popen(
            self._command("init", "--demonstration", "--passwords-fd", str(writing)),
            cwd=self._project,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            pass_fds=(writing,),
            text=True,
        )
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as given:
            secret = given.read()
        said, wrong = made.communicate(timeout=READY_SECONDS)
        if made.returncode != 0:
            raise StepFailedError(f"the centre could not be made: {wrong.strip()[-600:]}")
        self.passwords = json.loads(secret)
        if found := re.search(r"^ca: (.+)$", said, re.MULTILINE):
            self.ca_file = Path(found[1])
        if found := re.search(r"(\d+) offices, (\d+) alerts, (\d+) FIRs", said):
            self.staged = dict(zip(("offices", "alerts", "firs"), map(int, found.groups()), strict=True))

    def _command(self, verb: str, *more: str) -> list[str]:
        return [sys.executable, "-m", "central", verb, "--folder", str(self.folder), *more]
