"""Files that are still coming in: each slice where it belongs, and a durable note of which bytes are there.

Two files for each: ``<name>.bytes`` and ``<name>.held``. A note is written only after the bytes it speaks of are
on the disk; each notes one range with a checksum, so that a torn last one is passed over. Whatever ends this process,
no more is lost than was not noted yet, ``SYNC_BYTES`` of a file at the most; whoever asks what is missing has it
noted first.
A file belongs to the machine that sends it, so that no other office can spoil its bytes.
"""

from __future__ import annotations

import errno
import hashlib
import os
import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from central.errors import Refused
from sync.protocol.codes import Code
from sync.protocol.ranges import Ranges, joined, missing, total

SYNC_BYTES = 256 * 1024
OPEN_FOR_A_MACHINE = 64
KEPT = timedelta(days=7)
RETRY_FULL = 60
READ_BYTES = 256 * 1024
_NOTE = struct.Struct(">QQQI")  # size of the file, first byte, byte after the last, CRC-32 of the three


@dataclass(slots=True)
class Partial:
    """One file under way; safe to use from several threads."""

    path: Path
    size: int
    held: Ranges
    lock: threading.Lock = field(default_factory=threading.Lock)
    users: int = 0
    ended: bool = False
    written: list[tuple[int, int]] = field(default_factory=list)

    @property
    def notes(self) -> Path:
        """Name the file of the notes."""
        return self.path.with_suffix(".held")

    def write(self, offset: int, data: bytes) -> None:
        """Put bytes where they belong; what comes after the file was finished changes nothing."""
        with self.lock, disk():
            if self.ended:
                return
            with self.path.open("r+b", buffering=0) as sink:
                sink.seek(offset)
                view = memoryview(data)
                while view:
                    view = view[sink.write(view) :]
            self.written = list(joined([*self.written, (offset, offset + len(data))]))
            if total(self.written) >= SYNC_BYTES:
                self._note()

    def settle(self) -> Ranges:
        """Make what was written durable; give what is missing."""
        with self.lock, disk():
            if not self.ended:
                self._note()
            return missing(self.held, self.size)

    @contextmanager
    def finishing(self) -> Iterator[bytes]:
        """Stop the writing and give the hash of the bytes; the block moves them or refuses them.

        Either way the file is no longer under way afterwards: what the block leaves is thrown away. A second
        thread that comes to finish it finds it ended and gets no bytes.
        """
        with self.lock, disk():
            if self.ended:
                yield b""
                return
            self.ended = True
            try:
                with self.path.open("rb") as source:
                    digest = hashlib.sha256()
                    while piece := source.read(READ_BYTES):
                        digest.update(piece)
                yield digest.digest()
            finally:
                self.discard()

    def discard(self) -> None:
        """Throw away what is here."""
        self.notes.unlink(missing_ok=True)
        self.path.unlink(missing_ok=True)

    def _note(self) -> None:
        if not self.written:
            return
        with self.path.open("r+b") as sink:
            os.fsync(sink.fileno())
        with self.notes.open("ab") as notes:
            for start, end in self.written:
                notes.write(note(self.size, start, end))
            notes.flush()
            os.fsync(notes.fileno())
        self.held = joined([*self.held, *self.written])
        self.written.clear()


class Partials:
    """The folder of files under way."""

    def __init__(self, folder: Path) -> None:
        """Keep them in ``folder``."""
        self._folder = folder
        self._lock = threading.Lock()
        self._open: dict[str, Partial] = {}
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def begin(self, sha256: str, machine_id: str, size: int) -> Partial:
        """Open a file under way, or begin it; whoever has it ends with ``end``."""
        whose = hashlib.sha256(machine_id.encode()).hexdigest()[:16]
        name = f"{sha256}-{whose}"
        with self._lock, disk():
            partial = self._open.get(name)
            if partial is not None:
                with partial.lock:  # one that is being finished has left its name afterwards
                    pass
            if partial is None or partial.ended or partial.size != size:
                path = self._folder / f"{name}.bytes"
                if not path.exists():
                    self._make_room(whose)
                partial = self._open[name] = load(path, size)
            partial.users += 1
        return partial

    def end(self, partial: Partial) -> None:
        """Let go of a file under way, with what was written made durable."""
        try:
            partial.settle()
        finally:
            with self._lock:
                partial.users -= 1
                if partial.users <= 0 and self._open.get(partial.path.stem) is partial:
                    del self._open[partial.path.stem]

    def held(self, sha256: str, machine_id: str, size: int) -> Partial | None:
        """Open a file under way if there is one, once nobody is finishing it; ends with ``end``."""
        name = f"{sha256}-{hashlib.sha256(machine_id.encode()).hexdigest()[:16]}"
        with self._lock:
            there = name in self._open or (self._folder / f"{name}.bytes").exists()
        return self.begin(sha256, machine_id, size) if there else None

    def forget(self, sha256: str, machine_id: str, size: int) -> None:
        """Throw away what is under way of a file that is there whole."""
        partial = self.held(sha256, machine_id, size)
        if partial is not None:
            with partial.finishing():
                pass
            self.end(partial)

    def sweep(self, now: datetime) -> int:
        """Clear what nobody went on with for a week."""
        swept = 0
        with self._lock:
            for path in self._folder.glob("*.bytes"):
                if path.stem not in self._open and now.timestamp() - last_change(path) > KEPT.total_seconds():
                    Partial(path, 0, ()).discard()
                    swept += 1
        return swept

    def _make_room(self, whose: str) -> None:
        """Keep the number of a machine's files under way within bounds: the one longest untouched goes."""
        mine = sorted(self._folder.glob(f"*-{whose}.bytes"), key=last_change)
        idle = [path for path in mine if path.stem not in self._open]
        for path in idle[: max(0, len(mine) - OPEN_FOR_A_MACHINE + 1)]:
            Partial(path, 0, ()).discard()


def note(size: int, start: int, end: int) -> bytes:
    """Write down a range that is on the disk."""
    bare = _NOTE.pack(size, start, end, 0)[:-4]
    return _NOTE.pack(size, start, end, zlib.crc32(bare))


def noted(data: bytes, size: int) -> tuple[Ranges, int]:
    """Read the ranges that were noted for a file of ``size`` bytes, up to the first note that is torn or strange.

    Gives the bytes that were understood as well.
    """
    found: list[tuple[int, int]] = []
    at = 0
    while at + _NOTE.size <= len(data):
        said, start, end, _ = _NOTE.unpack_from(data, at)
        if said != size or not 0 <= start < end <= size or note(size, start, end) != data[at : at + _NOTE.size]:
            break
        found.append((start, end))
        at += _NOTE.size
    return joined(found), at


def load(path: Path, size: int) -> Partial:
    """Read what is there of a file, or begin it; what is not understood of its notes is cut off."""
    partial = Partial(path, size, ())
    if path.exists() and partial.notes.exists():
        data = partial.notes.read_bytes()
        ranges, understood = noted(data, size)
        there = path.stat().st_size
        partial.held = joined((start, min(end, there)) for start, end in ranges)
        if understood < len(data):
            os.truncate(partial.notes, understood)
    if not partial.held:
        partial.discard()
    with path.open("ab"):
        return partial


def last_change(path: Path) -> float:
    """Say when a file was last written to; one that is gone meanwhile counts as new."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return float("inf")


@contextmanager
def disk() -> Iterator[None]:
    """Say of a full disk that it is full."""
    try:
        yield
    except OSError as wrong:
        if wrong.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise Refused(Code.FULL, "the centre's disk is full", RETRY_FULL) from wrong
        raise
