"""What all peers share: a server at the far end, a client at the near end, the same line, the same files."""

from __future__ import annotations

import json
import random
import select
import signal
import socket
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
import zstandard

from benchmarks.sync import records
from benchmarks.sync.centre import PROJECT
from benchmarks.sync.link import Link
from benchmarks.sync.pc import environment
from benchmarks.sync.relay import DOWN, UP, Cut
from benchmarks.sync.trial import measured
from benchmarks.sync.works import DRAFTS, FILES, NEW_ROWS, Work

Facts = dict[str, Any]
FILE_BYTES: Final = 1_000_000
READY_SECONDS: Final = 60.0
LEVEL: Final = 19


class PeerFailedError(Exception):
    """A peer could not be run here; the text says why."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a peer works: the line, the work, the floor's bytes of a first sync, and a folder for what is kept."""

    link: Link
    work: Work
    payload: int
    kept: Path


class Peer(ABC):
    """One peer at one work. A peer fills in ``begin`` and ``once``."""

    def __init__(self, setting: Setting) -> None:
        """Start its server on an unshaped line."""
        self.link, self.work, self.payload = setting.link, setting.work, setting.payload
        self.kept = setting.kept
        self._folder = tempfile.TemporaryDirectory(prefix="bench-sync-peer-")
        self.folder = Path(self._folder.name)
        self.started: list[subprocess.Popen[str]] = []
        self.listening = _free_port()
        try:
            self.link.shape(None)
            self.begin()
        except BaseException:
            self.close()
            raise
        self.near = self.link.port(self.listening)

    @abstractmethod
    def begin(self) -> None:
        """Start the server."""

    def prepare(self, seed: int) -> None:  # noqa: B027 many have nothing to do
        """Do on the unshaped line what comes before the clock starts."""

    @abstractmethod
    def once(self, seed: int) -> float | Facts | None:
        """Do the work; give its seconds, or what else was seen; None where it was not done in time."""

    def run(self, seed: int) -> Facts:
        """Do the work once with the line as it is to be."""
        self.link.shape(None)
        self.prepare(seed)
        way, payload = self.direction()
        cut = None
        if self.work.cut_seconds:
            cut = Cut(way, payload // 2, self.work.cut_seconds, new_address=self.work.new_address)
        self.link.shape(self.work.line, seed, cut)
        seen = self.once(seed)
        found = seen if isinstance(seen, dict) else {"seconds": None if seen is None else round(seen, 2)}
        return found | measured(self.link, self.work, payload, way)

    def direction(self) -> tuple[str, int]:
        """Say which way the bytes go, and the floor's bytes."""
        return DOWN, self.payload

    def close(self) -> None:
        """End every process of this peer and forget its folder."""
        for one in self.started:
            with suppress(ProcessLookupError):
                one.send_signal(signal.SIGTERM)
        for one in self.started:
            try:
                one.wait(timeout=5)
            except subprocess.TimeoutExpired:
                one.kill()
                one.wait(timeout=5)
            for pipe in (one.stdin, one.stdout):
                if pipe is not None:
                    pipe.close()
        self._folder.cleanup()

    def start(self, words: Sequence[str], *, at_centre: bool, more: dict[str, str] | None = None) -> Any:  # noqa: ANN401 Popen's own
        """Start a process at one end; it is ended with the peer."""
        placed = self.link.centre(words) if at_centre else self.link.station(words)
        with (self.folder / "peer.log").open("ab") as log:
            process = subprocess.Popen(
                placed,
                cwd=PROJECT,
                env=environment() | (more or {}) | {"PYTHONPATH": str(PROJECT)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self.started.append(process)
        return process

    def answer(self, process: Any, seconds: float = READY_SECONDS) -> Facts | None:  # noqa: ANN401 as above
        """Read the next line of JSON that a process says; None where none comes in time."""
        ready, _, _ = select.select([process.stdout], [], [], seconds)
        line = process.stdout.readline() if ready else ""
        if ready and not line:
            log = self.folder / "peer.log"
            raise PeerFailedError(log.read_text("utf-8", "replace")[-600:])
        return dict(json.loads(line)) if line else None

    def wait_for_server(self, process: Any) -> None:  # noqa: ANN401 as above
        """Wait for a server's first word."""
        if self.answer(process) is None:
            raise PeerFailedError("the server did not start")

    def finish(self, process: Any, patience: float) -> Facts:  # noqa: ANN401 as above
        """Wait for what a client saw; end it where that takes too long."""
        found = self.answer(process, patience)
        if found is None:
            process.kill()
        return found or {"seconds": None}


def lines_of(kept: Path, rows: int) -> Path:
    """Give the alerts and the directory as JSON Lines, with the sequences that a centre gives them."""
    path = kept / f"records-{rows}.jsonl"
    if not path.exists():
        kept.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in records.numbered(rows)))
    return path


def news(seed: int, after: int) -> bytes:
    """Give the new records of a delta as JSON Lines."""
    made = records.alerts(NEW_ROWS, seed=1000 + seed)
    numbered = (msgspec.structs.replace(one, sequence=after + at) for at, one in enumerate(made, start=1))
    return b"".join(msgspec.json.encode(one) + b"\n" for one in numbered)


def drafts_of(folder: Path, seed: int) -> Path:
    """Give the texts of the drafts as a JSON list: the same that the station sends."""
    path = folder / f"drafts-{seed}.json"
    path.write_text(json.dumps(records.texts(DRAFTS, seed=seed), ensure_ascii=False), "utf-8")
    return path


def packed(lines: Path) -> Path:
    """Give the same file packed by zstd-19."""
    path = lines.with_suffix(".jsonl.zst")
    if not path.exists():
        path.write_bytes(zstandard.compress(lines.read_bytes(), LEVEL))
    return path


def made_files(folder: Path, seed: int) -> list[Path]:
    """Make five files of a megabyte of noise."""
    dice = random.Random(seed)  # noqa: S311 repeatable is what it must be
    paths = [folder / f"photo-{seed}-{number}.png" for number in range(FILES)]
    for path in paths:
        path.write_bytes(dice.randbytes(FILE_BYTES))
    return paths


def files_direction() -> tuple[str, int]:
    """Say which way files go, and how much they are."""
    return UP, FILES * FILE_BYTES


def until(moment: float) -> float:
    """Give the seconds that are left."""
    return max(0.0, moment - time.monotonic())


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
