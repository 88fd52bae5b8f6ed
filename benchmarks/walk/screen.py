"""A screen that nobody looks at, with a window manager on it: what keys go to, and pictures are taken of."""

from __future__ import annotations

import os
import select
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PIL import ImageGrab

READY_SECONDS: Final = 20.0
SIZE: Final = "1366x768x24"


@dataclass
class Screen:
    """An X server of its own; ``close`` ends it and its window manager."""

    name: str = ""
    _started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def open(self) -> None:
        """Start the server on a display that is free, then the window manager."""
        reading, writing = os.pipe()
        options = ["-screen", "0", SIZE, "-nolisten", "tcp", "-displayfd", str(writing)]
        self._started.append(subprocess.Popen(["Xvfb", *options], pass_fds=(writing,), stderr=subprocess.DEVNULL))
        os.close(writing)
        with os.fdopen(reading, "rb") as told:
            if not select.select([told], [], [], READY_SECONDS)[0]:
                message = "Xvfb did not come up"
                raise RuntimeError(message)
            self.name = f":{told.readline().decode().strip()}"
        environment = {**os.environ, "DISPLAY": self.name}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._started.append(subprocess.Popen(["openbox", "--sm-disable"], env=environment, **quiet))  # type: ignore[call-overload]

    def picture(self, path: Path) -> None:
        """Take a picture of the whole screen."""
        ImageGrab.grab(xdisplay=self.name).save(path)

    def close(self) -> None:
        """End what was started, last first."""
        while self._started:
            process = self._started.pop()
            process.terminate()
            process.wait(timeout=10)
