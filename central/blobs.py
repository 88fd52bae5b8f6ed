"""The folder of attachments: each file whole, once, under the hash of its bytes."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from central.errors import Refused
from central.store.items import Stored
from station_client.domain.attachment import Kind
from sync.protocol.codes import Code

PIECE = 64 * 1024
HEAD = 16
RETRY_FULL = 60
PARTS_KEPT = timedelta(days=1)
_HASH = re.compile(r"[0-9a-f]{64}")
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
)
_CONTAINERS: dict[str, frozenset[str]] = {
    Kind.JPEG: frozenset({"jpeg"}),
    Kind.PNG: frozenset({"png"}),
    Kind.TIFF: frozenset({"tiff"}),
    Kind.PDF: frozenset({"pdf"}),
    Kind.DOC: frozenset({"ole"}),
    Kind.XLS: frozenset({"ole"}),
    Kind.DOCX: frozenset({"zip", "ole"}),  # an Office file with a password is an OLE container
    Kind.XLSX: frozenset({"zip", "ole"}),
}


def is_hash(text: str) -> bool:
    """Tell whether ``text`` is a SHA-256 as the wire spells it, and so a harmless file name."""
    return _HASH.fullmatch(text) is not None


def container(head: bytes) -> str:
    """Say what bytes begin like; empty where it is nothing that may be attached."""
    return next((name for beginning, name in _BEGINNINGS if head.startswith(beginning)), "")


def agrees(kind: str, begins_like: str) -> bool:
    """Tell whether bytes that begin so can be of the ``kind`` that was claimed."""
    return begins_like in _CONTAINERS.get(kind, frozenset())


class Reading(Iterator[bytes]):
    """A stored file on its way out, in pieces. Whoever stops before the end closes it."""

    def __init__(self, source: BinaryIO) -> None:
        """Read from ``source`` and close it at the end."""
        self._source = source

    def __next__(self) -> bytes:
        """Give the next piece."""
        piece = b"" if self._source.closed else self._source.read(PIECE)
        if not piece:
            self.close()
            raise StopIteration
        return piece

    def close(self) -> None:
        """Let go of the file; a second time changes nothing."""
        self._source.close()


class BlobFolder:
    """Bytes on disk. A file appears under its hash only when it is whole and verified."""

    def __init__(self, folder: Path) -> None:
        """Keep the bytes in ``folder``."""
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def sweep(self, now: datetime) -> int:
        """Clear what a power cut left half-written; what is younger than a day may be on its way in just now."""
        swept = 0
        for left in self._folder.glob("*.part"):
            if now - datetime.fromtimestamp(left.stat().st_mtime, UTC) > PARTS_KEPT:
                left.unlink()
                swept += 1
        return swept

    def put(self, sha256: str, size: int, chunks: Iterable[bytes]) -> Stored:
        """Take a file's bytes; raise ``Refused`` unless they are exactly those that were named."""
        with self.arriving(sha256, size, chunks) as stored:
            return stored

    @contextmanager
    def arriving(self, sha256: str, size: int, chunks: Iterable[bytes]) -> Iterator[Stored]:
        """Take a file's bytes, and keep them only if the block, which may still refuse them, ends well."""
        if not is_hash(sha256):
            raise Refused(Code.NOT_UNDERSTOOD, "not a SHA-256")
        handle, name = tempfile.mkstemp(suffix=".part", dir=self._folder)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as sink:
                head = _copy(chunks, sink, sha256, size)
                sink.flush()
                os.fsync(sink.fileno())
            yield Stored(sha256, size, container(head))
            self.adopt(part, sha256)
        except OSError as wrong:
            if wrong.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise Refused(Code.FULL, "the centre's disk is full", RETRY_FULL) from wrong
            raise
        finally:
            part.unlink(missing_ok=True)

    def adopt(self, part: Path, sha256: str) -> None:
        """Give a file its name; its bytes are on the disk, and their hash was found to be right."""
        move(part, self._path(sha256))

    def get(self, sha256: str, offset: int = 0) -> Reading:
        """Give a file's bytes in pieces, from ``offset`` on."""
        try:
            source = self._path(sha256).open("rb")
        except FileNotFoundError:
            raise Refused(Code.NOT_FOUND, "these bytes are not here") from None
        source.seek(offset)
        return Reading(source)

    def stored(self, sha256: str) -> Stored | None:
        """Say what lies under a hash, from the file itself; None where nothing does."""
        path = self._path(sha256)
        if not path.is_file():
            return None
        return Stored(sha256, path.stat().st_size, container(head_of(path)))

    def has(self, sha256: str) -> bool:
        """Tell whether the bytes are here."""
        return self._path(sha256).is_file()

    def size(self, sha256: str) -> int:
        """Count the bytes of a file that is here."""
        return self._path(sha256).stat().st_size

    def _path(self, sha256: str) -> Path:
        if not is_hash(sha256):
            raise Refused(Code.NOT_UNDERSTOOD, "not a SHA-256")
        return self._folder / sha256[:2] / sha256


def head_of(path: Path) -> bytes:
    """Give how a file begins."""
    with path.open("rb") as source:
        return source.read(HEAD)


def move(part: Path, target: Path) -> None:
    """Give a finished file its name, for good."""
    target.parent.mkdir(mode=0o700, exist_ok=True)
    part.replace(target)
    _sync_folder(target.parent)


def _copy(chunks: Iterable[bytes], sink: BinaryIO, sha256: str, size: int) -> bytes:
    """Write the bytes, stopping as soon as there are too many, and give their beginning."""
    digest, written, head = hashlib.sha256(), 0, b""
    for chunk in chunks:
        written += len(chunk)
        if written > size:
            raise Refused(Code.HASH_MISMATCH, "more bytes than were named")
        head = head + chunk[: HEAD - len(head)] if len(head) < HEAD else head
        digest.update(chunk)
        sink.write(chunk)
    if written != size or digest.hexdigest() != sha256:
        raise Refused(Code.HASH_MISMATCH, "these are not the bytes that were named")
    return head


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
