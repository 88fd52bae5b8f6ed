"""Attachments' bytes: sealed files whose names tell nothing, whole or not there.

A file is named by a keyed hash of its bytes' SHA-256. It begins with a bond: a keyed hash over the file's own
header and that SHA-256, so that two files cannot change places unnoticed. Layout: bond (32) · sealed stream.
"""

from __future__ import annotations

import hashlib
import io
import os
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from station_client.domain.ids import Sha256
from station_client.domain.reasons import Field, Reason
from station_client.errors import InputError, NotInCopyError, StoreDamagedError
from station_client.security import cipher, sealed
from station_client.security.durable import BINARY, PART, PRIVATE_FILE, disk_door, keep_folder
from station_client.store.arriving import Arriving, begun

BOND_BYTES: Final = 32

_AT_ONCE: Final = 512 * 1024


@dataclass(frozen=True, slots=True)
class Stored:
    """The hashes of the bytes as they came, and their count."""

    sha256: Sha256
    sha1: str
    md5: str
    size: int


class BlobFolder:
    """The sealed files of one data folder."""

    def __init__(self, folder: Path, key: bytes) -> None:
        """Stand on ``folder``; everything in it is sealed under keys derived from ``key``."""
        self._folder = folder
        self._seal_key = cipher.subkey(key, "blob-bytes")
        self._name_key = cipher.subkey(key, "blob-names")
        self._bond_key = cipher.subkey(key, "blob-bonds")
        self._under_way: set[str] = set()
        self._lock = threading.Lock()

    def put(self, source: BinaryIO, *, limit: int) -> Stored:
        """Seal a file as it is read, and take its hashes at the same time.

        Raises ``InputError`` (too large) past ``limit`` bytes, ``DiskFullError``; nothing is left behind then.
        """
        return self._seal(iter(lambda: source.read(_AT_ONCE), b""), limit)

    @contextmanager
    def arriving(self, sha256: Sha256) -> Iterator[Arriving]:
        """Take in a file that comes over the line, going on where it broke off; it is there once the block ends well.

        What had come is kept, sealed, when the block ends otherwise. Raises ``StoreDamagedError`` where the bytes
        are not those of ``sha256``, ``DiskFullError``.
        """
        stem = self._path(sha256).name
        parts = self._folder / f"{stem}.0{PART}", self._folder / f"{stem}.1{PART}"
        with self._lock:
            self._under_way.update(one.name for one in parts)
        try:
            with disk_door(), begun(parts, self._seal_key, BOND_BYTES) as arriving:
                yield arriving
                if arriving.sha256() != sha256:
                    arriving.spoil()
                    raise StoreDamagedError("the bytes that came are not the file that was asked for")
                arriving.finish(self._bond(arriving.header, sha256))
                self._name(arriving.path, sha256)
        finally:
            with self._lock:
                self._under_way.difference_update(one.name for one in parts)

    def has(self, sha256: Sha256) -> bool:
        """Tell whether the file is here."""
        return self._path(sha256).exists()

    def size(self, sha256: Sha256) -> int:
        """Give the plain size. Raises ``NotInCopyError``, ``StoreDamagedError``."""
        with self.open(sha256) as reader:
            return reader.size

    def open(self, sha256: Sha256) -> sealed.SealedReader:
        """Open a file for reading as it was attached; ``len`` is its size, and it can seek.

        Raises ``NotInCopyError``, ``StoreDamagedError``.
        """
        with disk_door():
            try:
                file = self._path(sha256).open("rb")
            except FileNotFoundError as none:
                raise NotInCopyError("this PC does not hold the file's bytes") from none
            try:
                self._check_bond(file, sha256)
                return sealed.open_stream(self._seal_key, file)
            except BaseException:
                file.close()
                raise

    def hashes(self, sha256: Sha256) -> Stored:
        """Read a file whole and take its hashes anew. Raises ``NotInCopyError``, ``StoreDamagedError``."""
        with disk_door(), self.open(sha256) as reader:
            return _through(iter(lambda: reader.read(_AT_ONCE), b""), lambda _plain: None, reader.size)

    def idle_since(self, moment: datetime) -> bool:
        """Tell whether any file has lain here untouched since before ``moment``."""
        with disk_door():
            return any(_older(path, moment) for path in self._folder.iterdir())

    def sweep(self, keep: Collection[Sha256], *, before: datetime | None = None) -> int:
        """Remove every file that nothing names any more; give their count. Files under way stay.

        ``before`` spares what is younger: a file that is being attached has its name before a draft names it.
        """
        kept = {self._path(one).name for one in keep}
        count = 0
        with disk_door():
            for path in list(self._folder.iterdir()):
                with self._lock:
                    spared = path.name in kept or path.name in self._under_way
                    if not spared and (before is None or _older(path, before)):
                        count += _removed(path)
        return count

    def _seal(self, chunks: Iterable[bytes], limit: int) -> Stored:
        with self._part() as (part, file):
            file.write(bytes(BOND_BYTES))
            writer = sealed.SealingWriter(self._seal_key, file)
            stored = _through(chunks, writer.write, limit)
            writer.finish()
            file.seek(0)
            file.write(self._bond(writer.header, stored.sha256))
            file.flush()
            os.fsync(file.fileno())
            file.close()
            self._name(part, stored.sha256)
        return stored

    def _name(self, part: Path, sha256: Sha256) -> None:
        """Give a finished file its name; Windows refuses it while the same bytes are being read there."""
        target = self._path(sha256)
        try:
            part.replace(target)
        except PermissionError:
            if not target.exists():
                raise
        keep_folder(self._folder)

    @contextmanager
    def _part(self) -> Iterator[tuple[Path, io.BufferedRandom]]:
        """Make a file under way; it is gone afterwards unless it got its name."""
        part = self._folder / (cipher.random_bytes(16).hex() + PART)
        with self._lock:
            self._under_way.add(part.name)
        try:
            with disk_door():  # around the closing too: it writes what is still in memory
                handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, PRIVATE_FILE)
                with os.fdopen(handle, "w+b") as file:
                    yield part, file
        finally:
            part.unlink(missing_ok=True)
            with self._lock:
                self._under_way.discard(part.name)

    def _path(self, sha256: Sha256) -> Path:
        return self._folder / cipher.mac(self._name_key, sha256.encode()).hex()

    def _check_bond(self, file: BinaryIO, sha256: Sha256) -> None:
        """Refuse a sealed file that stands under another one's name; leave the place at its stream."""
        bond, header = file.read(BOND_BYTES), file.read(sealed.HEADER_BYTES)
        if not cipher.same(bond, self._bond(header, sha256)):
            raise StoreDamagedError("a sealed file is not the one of its name")
        file.seek(BOND_BYTES)

    def _bond(self, header: bytes, sha256: Sha256) -> bytes:
        return cipher.mac(self._bond_key, header + sha256.encode())


def _removed(path: Path) -> bool:
    """Remove a file; one that is being read stays on Windows until the next time, and keeps no other one here."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        if os.name != "nt":
            raise
        return False
    return True


def _older(path: Path, moment: datetime) -> bool:
    try:
        return path.stat().st_mtime < moment.timestamp()
    except FileNotFoundError:
        return False


def _through(chunks: Iterable[bytes], take: Callable[[bytes], object], limit: int) -> Stored:
    """Hash everything that comes and hand it on; two of the hashes are taken beside it, each by a thread of its own."""
    sha256, *others = hashlib.sha256(), hashlib.sha1(usedforsecurity=False), hashlib.md5(usedforsecurity=False)
    size = 0
    with ThreadPoolExecutor(len(others), thread_name_prefix="hash") as beside:
        under_way: list[Future[None]] = []
        for chunk in chunks:
            size += len(chunk)
            if size > limit:
                raise InputError(Field.ATTACHMENT, Reason.TOO_LARGE)
            _wait(under_way)
            under_way = [beside.submit(one.update, chunk) for one in others]
            sha256.update(chunk)
            take(chunk)
        _wait(under_way)
    sha1, md5 = (one.hexdigest() for one in others)
    return Stored(Sha256(sha256.hexdigest()), sha1, md5, size)


def _wait(under_way: Iterable[Future[None]]) -> None:
    """Let each hash take its bytes before the next are read over them in order."""
    for one in under_way:
        one.result()
