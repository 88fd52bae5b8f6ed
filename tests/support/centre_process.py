"""A real ``station-central`` in a process of its own: TLS, a free loopback port, killed and started again at will."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import requests

PROJECT = Path(__file__).resolve().parents[2]
READY_SECONDS = 60.0
STOP_SECONDS = 20.0
FIGURES = "figures-of-this-test"
COMMAND = (sys.executable, "-m", "central")


@dataclass
class CentreProcess:
    """A centre in ``folder``; ``passwords`` are those of its demonstration's officers, by login.

    ``which`` tells the processes of one folder apart.
    """

    folder: Path
    passwords: dict[str, str]
    port: int = 0
    which: str = ""
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """Give the address that stations are told."""
        return f"https://localhost:{self.port}"

    @property
    def ca_file(self) -> Path:
        """Give the certificate that stations trust."""
        return self.folder / "tls" / "ca.pem"

    @property
    def log_file(self) -> Path:
        """Give the file with the server's log."""
        return self.folder.with_name(f"{self.folder.name}{self.which}.log")

    @property
    def pid(self) -> int:
        """Give the number of the process that serves."""
        if self._process is None:
            raise AssertionError("the centre is not running")
        return self._process.pid

    def start(self) -> None:
        """Start serving and wait until stations can be answered; a second start keeps the port."""
        port_file = self.folder.with_name(f"{self.folder.name}{self.which}.port")
        port_file.unlink(missing_ok=True)
        serve = ("serve", "--folder", str(self.folder), "--port", str(self.port), "--port-file", str(port_file))
        with self.log_file.open("ab") as log:
            self._process = subprocess.Popen((*COMMAND, *serve), cwd=PROJECT, stdout=log, stderr=log)
        until = time.monotonic() + READY_SECONDS
        while not port_file.exists():
            if self._process.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"the centre did not start:\n{self.log_file.read_text()}")
            time.sleep(0.02)
        self.port = int(port_file.read_text())

    def http(self) -> requests.Session:
        """Give a bare client that trusts this centre, and may see its figures where ``FIGURES`` opens them."""
        session = requests.Session()
        session.trust_env, session.verify = False, str(self.ca_file)
        session.headers["Authorization"] = f"Bearer {FIGURES}"
        return session

    def stop(self) -> int:
        """Ask the process to end, as a service manager would, and give its exit code."""
        return self._end(kill=False)

    def kill(self) -> int:
        """End the process as a power cut would."""
        return self._end(kill=True)

    def _end(self, *, kill: bool) -> int:
        if self._process is None:
            return 0
        process, self._process = self._process, None
        if kill:
            process.kill()
        else:
            process.terminate()
        try:
            return process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait(STOP_SECONDS)


def station_central(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run one command of ``station-central`` to its end."""
    return subprocess.run(
        (*COMMAND, *arguments), cwd=PROJECT, input=stdin, capture_output=True, text=True, check=False, timeout=120
    )


@contextmanager
def running_centre(folder: Path, *, demonstration: bool = True) -> Iterator[CentreProcess]:
    """Make a centre in ``folder`` (which must not exist), serve it, and end the process afterwards."""
    passwords_file = folder.with_suffix(".passwords")
    wanted = ("--demonstration", "--passwords-to", str(passwords_file)) if demonstration else ()
    made = station_central("init", "--folder", str(folder), *wanted)
    if made.returncode:
        raise AssertionError(made.stderr)
    passwords = json.loads(passwords_file.read_text("utf-8")) if demonstration else {}
    centre = CentreProcess(folder, passwords)
    centre.start()
    try:
        yield centre
    finally:
        centre.stop()
