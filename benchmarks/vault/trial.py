"""One file through one way, in a process of its own, so that its memory is its own. Answers with one line of JSON."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Final

import pyrage

from benchmarks.store.gauges import MEGABYTE, forget, peak_megabytes
from station_client.store.blobs import BlobFolder

PIECE: Final = 64 * 1024
KEY: Final = bytes(range(32))

Times = dict[str, float]


def sealed(source: Path, folder: Path) -> Times:
    """Go through the program's own folder: hash three times, seal, sync; then open, read and hash once."""
    blobs = BlobFolder(folder, KEY)
    begun = time.perf_counter()
    with source.open("rb") as file:
        stored = blobs.put(file, limit=source.stat().st_size)
    into = time.perf_counter() - begun
    forget(next(folder.iterdir()))
    begun = time.perf_counter()
    check = hashlib.sha256()
    with blobs.open(stored.sha256) as reader:
        while piece := reader.read(PIECE):
            check.update(piece)
    out = time.perf_counter() - begun
    assert check.hexdigest() == stored.sha256
    return {"in": into, "out": out}


def copied(source: Path, folder: Path) -> Times:
    """Copy in clear with one SHA-256, sync; then read with one SHA-256."""
    target = folder / "copy"
    begun = time.perf_counter()
    check = hashlib.sha256()
    with source.open("rb") as file, target.open("wb") as copy:
        while piece := file.read(PIECE):
            check.update(piece)
            copy.write(piece)
        copy.flush()
        os.fsync(copy.fileno())
    into = time.perf_counter() - begun
    forget(target)
    begun = time.perf_counter()
    again = hashlib.sha256()
    with target.open("rb") as copy:
        while piece := copy.read(PIECE):
            again.update(piece)
    out = time.perf_counter() - begun
    assert again.digest() == check.digest()
    return {"in": into, "out": out}


def aged(source: Path, folder: Path) -> Times:
    """Encrypt with age to one X25519 recipient, one SHA-256 beside, sync; then decrypt with one SHA-256."""
    whose = pyrage.x25519.Identity.generate()
    target = folder / "source.age"
    begun = time.perf_counter()
    with source.open("rb") as file, target.open("wb") as made:
        read = _Hashed(file)
        pyrage.encrypt_io(read, made, [whose.to_public()])
        made.flush()
        os.fsync(made.fileno())
    into = time.perf_counter() - begun
    forget(target)
    begun = time.perf_counter()
    again = _Hashed()
    with target.open("rb") as made:
        pyrage.decrypt_io(made, again, [whose])
    out = time.perf_counter() - begun
    assert again.check.digest() == read.check.digest()
    return {"in": into, "out": out}


class _Hashed:
    """What is read or written through it is hashed; nothing is kept."""

    def __init__(self, file: BinaryIO | None = None) -> None:
        self._file = file
        self.check = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read from the file behind it."""
        piece = self._file.read(size) if self._file is not None else b""
        self.check.update(piece)
        return piece

    def write(self, piece: bytes) -> int:
        """Take what was decrypted."""
        self.check.update(piece)
        return len(piece)

    def flush(self) -> None:
        """Hold nothing back."""


WAYS: Final = {"sealed": sealed, "copied": copied, "age": aged}


def main(argv: Sequence[str] | None = None) -> int:
    """Measure one way with one file."""
    parser = argparse.ArgumentParser(prog="benchmarks.vault.trial", description=__doc__)
    parser.add_argument("way", choices=sorted(WAYS))
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    asked = parser.parse_args(argv)
    asked.folder.mkdir(parents=True)
    before = peak_megabytes()
    times = WAYS[asked.way](asked.source, asked.folder)
    size = asked.source.stat().st_size / MEGABYTE
    after = peak_megabytes()
    found = {f"{way}_mb_per_s": round(size / seconds, 1) for way, seconds in times.items()}
    print(json.dumps({**found, "memory_mb": after, "memory_more_mb": round(after - before, 1)}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
