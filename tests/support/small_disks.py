"""A small disk of its own for a test: to be filled, or made read-only. Needs the right to mount."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

NOT_ROOT = "mounting a small tmpfs needs root: this was NOT tried"

needs_mounting = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason=NOT_ROOT)


@dataclass(frozen=True)
class SmallDisk:
    """A mounted disk."""

    place: Path

    @contextmanager
    def full(self, *, leave: int = 0) -> Iterator[None]:
        """Take all room but so many bytes, and give it back at the end."""
        ballast = self.place / "ballast"
        try:
            with ballast.open("wb", buffering=0) as file:
                try:
                    while True:
                        file.write(bytes(4096))
                except OSError:
                    file.truncate(max(file.tell() - leave, 0))
            yield
        finally:
            ballast.unlink()

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """Let nobody write; open files too are refused, as on a disk that failed."""
        self._remount("ro")
        try:
            yield
        finally:
            self._remount("rw")

    def _remount(self, how: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{how}", str(self.place)], check=True)


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[SmallDisk]:
    """Mount a disk of so many megabytes at ``place`` and take it away at the end."""
    place.mkdir()
    order = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
    done = subprocess.run(order, capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"this system lets nobody mount ({done.stderr.decode().strip()}): this was NOT tried")
    try:
        yield SmallDisk(place)
    finally:
        subprocess.run(["umount", "-l", place], check=True)
