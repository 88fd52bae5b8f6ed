"""An S3-compatible store as a process of its own, on the loopback, with one bucket; stopped and started as it likes."""

from __future__ import annotations

import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError

from central.bucket import BlobBucket
from central.settings import Settings

BUCKET = "attachments"
KEYS = {"s3_key": "a-station", "s3_secret": "not-a-secret"}


@dataclass
class S3:
    """The running store; ``stop`` is a store that is away."""

    port: int
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def endpoint(self) -> str:
        """Name where it is."""
        return f"http://127.0.0.1:{self.port}"

    def settings(self, folder: Path) -> dict[str, Any]:
        """Give the settings of a centre whose attachments lie here, each test's under a prefix of its own."""
        return {"blob_url": f"s3://{BUCKET}/{folder.name}", "s3_endpoint": self.endpoint, **KEYS}

    def bucket(self, folder: Path) -> BlobBucket:
        """Give the attachments of a centre in ``folder``."""
        return BlobBucket(Settings(folder=folder, **self.settings(folder)))

    def start(self) -> None:
        """Start it, wait until it answers, and make the bucket."""
        command = (sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port))
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        made = urllib.request.Request(f"{self.endpoint}/{BUCKET}", method="PUT")  # noqa: S310 our own loopback
        while True:
            try:
                with urllib.request.urlopen(made, timeout=20):  # noqa: S310 our own loopback
                    return
            except URLError:
                if self._process.poll() is not None:
                    raise AssertionError("the store did not start") from None

    def stop(self) -> None:
        """End it at once."""
        if self._process is not None:
            process, self._process = self._process, None
            process.kill()
            process.wait()


@contextmanager
def running() -> Iterator[S3]:
    """Run a store on a free port and end it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        made = S3(free.getsockname()[1])
    made.start()
    try:
        yield made
    finally:
        made.stop()
