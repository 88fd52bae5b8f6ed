"""rsync and its own daemon: a file of all records, packed or plain; files upward. It is started again after a cut."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Final

from benchmarks.sync.pc import environment
from benchmarks.sync.peers import peer
from benchmarks.sync.peers.peer import Peer, PeerFailedError
from benchmarks.sync.works import Kind

SILENCE: Final = "--timeout=8"
AGAIN_SECONDS: Final = 1.0


class Rsync(Peer):
    """The daemon at the centre, ``rsync`` at the station."""

    def begin(self) -> None:
        """Start the daemon."""
        if shutil.which("rsync") is None:
            raise PeerFailedError("rsync is not installed")
        for name in ("down", "up", "here"):
            (self.folder / name).mkdir()
        settings = self.folder / "rsyncd.conf"
        user = "uid = root\ngid = root\n" if os.geteuid() == 0 else ""
        rooms = "".join(f"[{name}]\npath = {self.folder / name}\nread only = no\n" for name in ("down", "up"))
        settings.write_text(f"use chroot = no\n{user}log file = {self.folder / 'rsyncd.log'}\n{rooms}", "utf-8")
        words = ["rsync", "--daemon", "--no-detach", f"--config={settings}", f"--address={self.link.address}"]
        self.start([*words, f"--port={self.listening}"], at_centre=True)
        self._knock()

    def carry(self, *words: str) -> float | None:
        """Run rsync until it is through; give the seconds."""
        began = time.monotonic()
        end = began + self.work.patience
        while (left := peer.until(end)) > 0:
            try:
                done = subprocess.run(
                    self.link.station(["rsync", "--partial", SILENCE, "--contimeout=8", *words]),
                    env=environment(), timeout=left, capture_output=True, check=False,
                )  # fmt: skip
            except subprocess.TimeoutExpired:
                return None
            if done.returncode == 0:
                return time.monotonic() - began
            time.sleep(AGAIN_SECONDS)
        return None

    def room(self, name: str) -> str:
        """Name a folder of the daemon."""
        return f"rsync://{self.link.address}:{self.near}/{name}"

    def _knock(self) -> None:
        """Wait until the daemon listens: it says nothing itself."""
        port = self.link.port(self.listening)
        code = f"import socket;socket.create_connection(('{self.link.address}',{port}),1).close()"
        for _ in range(100):
            if (
                subprocess.run(self.link.station(["python3", "-c", code]), capture_output=True, check=False).returncode
                == 0
            ):
                return
            time.sleep(0.1)
        raise PeerFailedError("the rsync daemon does not listen")


class PackedFile(Rsync):
    """One file, packed by zstd-19 beforehand."""

    words: tuple[str, ...] = ()
    packs = True

    def prepare(self, seed: int) -> None:
        """Lay out the file; for a delta the station has the former one, and the file grows by the new records."""
        shutil.rmtree(self.folder / "here")
        (self.folder / "here").mkdir()
        whole = peer.lines_of(self.kept, self.work.rows)
        self._lay_out(whole)
        if self.work.kind is Kind.DELTA:
            if self.carry(*self.words, f"{self.room('down')}/", f"{self.folder / 'here'}/", "-r") is None:
                raise PeerFailedError("the first copy did not come")
            longer = self.folder / "longer.jsonl"
            content = whole.read_bytes()
            longer.write_bytes(content + peer.news(seed, content.count(b"\n")))
            self._lay_out(longer)
            longer.unlink()
            longer.with_suffix(".jsonl.zst").unlink(missing_ok=True)

    def once(self, seed: int) -> float | None:
        """Fetch the file."""
        del seed
        return self.carry(*self.words, "-r", f"{self.room('down')}/", f"{self.folder / 'here'}/")

    def _lay_out(self, lines: Path) -> None:
        source = peer.packed(lines) if self.packs else lines
        shutil.copyfile(source, self.folder / "down" / "records")


class PlainFile(PackedFile):
    """The plain JSON Lines; rsync packs on the way."""

    words = ("--compress", "--compress-choice=zstd", "--compress-level=19")
    packs = False


class Upload(Rsync):
    """Five files upward."""

    def direction(self) -> tuple[str, int]:
        """Say that the bytes go up."""
        return peer.files_direction()

    def once(self, seed: int) -> float | None:
        """Send the files."""
        return self.carry(*map(str, self._files), f"{self.room('up')}/seed-{seed}/")

    def prepare(self, seed: int) -> None:
        """Make the files."""
        self._files = peer.made_files(self.folder / "here", seed)
