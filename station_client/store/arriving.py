"""A file on its way in over a bad line: sealed as it comes, kept where it breaks off, gone on with from there.

A part is sealed under a key of its own that is never used again: what is gone on with is first sealed anew into the
other of two parts, so that no piece is ever sealed twice under one key.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from station_client.security import sealed
from station_client.security.durable import BINARY, PRIVATE_FILE


class Arriving:
    """The part under way: ``size`` bytes of the file are in it."""

    def __init__(self, path: Path, file: BinaryIO, key: bytes, begin: int) -> None:
        """Seal into ``file``, which stands at ``path``, after ``begin`` bytes that are written last."""
        file.write(bytes(begin))
        self.path = path
        self.size = 0
        self.kept = True
        self._file = file
        self._digest = hashlib.sha256()
        self._writer = sealed.SealingWriter(key, file)

    @property
    def header(self) -> bytes:
        """Give the header of the sealed stream."""
        return self._writer.header

    def write(self, data: bytes) -> None:
        """Take the next bytes of the file."""
        self._digest.update(data)
        self._writer.write(data)
        self.size += len(data)

    def sha256(self) -> str:
        """Give the hash of all that came."""
        return self._digest.hexdigest()

    def spoil(self) -> None:
        """Keep nothing of it: these are not the file's bytes."""
        self.kept = False

    def finish(self, bond: bytes = b"") -> None:
        """Seal the last piece, put ``bond`` before everything, and bring it to the disk."""
        self._writer.finish()
        if bond:
            self._file.seek(0)
            self._file.write(bond)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()


@contextmanager
def begun(parts: tuple[Path, Path], key: bytes, begin: int) -> Iterator[Arriving]:
    """Go on with whichever part holds more, in the other one; the block ends it or leaves it for the next time."""
    old = max(parts, key=_length)
    path = parts[0] if old is parts[1] else parts[1]
    arriving = _open(path, key, begin)
    try:
        for piece in _pieces(old, key, begin):
            arriving.write(piece)
        old.unlink(missing_ok=True)
        yield arriving
    except BaseException:
        _leave(arriving)
        raise


def _open(path: Path, key: bytes, begin: int) -> Arriving:
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, PRIVATE_FILE)
    file = os.fdopen(handle, "w+b")
    try:
        return Arriving(path, file, key, begin)
    except BaseException:
        file.close()
        path.unlink(missing_ok=True)
        raise


def _leave(arriving: Arriving) -> None:
    """Keep what came for the next time, if it can be kept; a disk that is full keeps nothing."""
    file = arriving._file  # noqa: SLF001 the same room
    if not file.closed and arriving.kept and arriving.size:
        try:
            arriving.finish()
        except OSError:
            arriving.spoil()
    file.close()
    if not arriving.kept or not arriving.size:
        arriving.path.unlink(missing_ok=True)


def _pieces(path: Path, key: bytes, begin: int) -> Iterator[bytes]:
    try:
        with path.open("rb") as source:
            source.seek(begin)
            yield from sealed.whole_pieces(key, source)
    except FileNotFoundError:
        return


def _length(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return -1
