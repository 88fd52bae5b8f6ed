"""A real keychain for a station that has no desktop: a session bus and an unlocked keyring daemon of its own.

Each station gets its own, as two PCs would. Where the machine has no keyring daemon, the program runs in its
explicit password-only mode, and the tour says so.
"""

from __future__ import annotations

import secrets
import shutil
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

WANTED = ("dbus-daemon", "dbus-send", "gnome-keyring-daemon")
READY_SECONDS = 10.0


def available() -> bool:
    """Tell whether this machine has what a keychain of its own needs."""
    return all(shutil.which(program) for program in WANTED)


@dataclass
class KeychainSession:
    """One station's session bus with its keyring daemon; ``environment`` is what the station's program needs."""

    environment: dict[str, str] = field(default_factory=dict)
    _started: list[subprocess.Popen[str]] = field(default_factory=list)

    def start(self, environment: Mapping[str, str], log: Path) -> None:
        """Start the bus and the daemon inside the station's own home folder."""
        with log.open("a", encoding="utf-8") as written:
            bus = subprocess.Popen(
                ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=written,
                text=True,
            )
            self._started.append(bus)
            assert bus.stdout is not None
            address = bus.stdout.readline().strip()
            self.environment = {"DBUS_SESSION_BUS_ADDRESS": address}
            daemon = subprocess.Popen(
                ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                env={**environment, **self.environment},
                stdin=subprocess.PIPE,
                stdout=written,
                stderr=written,
                text=True,
            )
            self._started.append(daemon)
        assert daemon.stdin is not None
        daemon.stdin.write(secrets.token_urlsafe(24))
        daemon.stdin.close()
        self._wait(environment, address)

    def close(self) -> None:
        """End what was started, the daemon first."""
        for process in reversed(self._started):
            process.terminate()
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(timeout=5)
            for pipe in (process.stdout, process.stdin):
                if pipe is not None:
                    pipe.close()
        self._started.clear()

    def _wait(self, environment: Mapping[str, str], address: str) -> None:
        ask = ["dbus-send", f"--bus={address}", "--print-reply", "--dest=org.freedesktop.DBus", "/"]
        ask += ["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]
        until = time.monotonic() + READY_SECONDS
        while time.monotonic() < until:
            answer = subprocess.run(ask, env=dict(environment), capture_output=True, text=True, check=False, timeout=5)
            if "boolean true" in answer.stdout:
                return
            time.sleep(0.05)
        message = "the keyring daemon did not come up"
        raise RuntimeError(message)
