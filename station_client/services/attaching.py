"""From a file on the officer's disk to one that is inspected, hashed and sealed: step by step.

The bytes are read once; what is inspected is what is hashed is what is sealed.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Sequence
from pathlib import Path

from station_client.domain.attachment import (
    NAME_LENGTH,
    Attachment,
    Inspection,
    Kind,
    Limits,
    Verdict,
    ending,
    harmless_name,
)
from station_client.domain.reasons import Reason
from station_client.errors import AttachmentRefusedError
from station_client.inspection.examine import refused_at_once
from station_client.inspection.sandbox import Inspect
from station_client.store.blobs import BlobFolder


class Attaching:
    """The steps of attaching, each of which may refuse the file by its reason."""

    def __init__(self, limits: Limits, inspect: Inspect) -> None:
        """Hold files to ``limits`` and have them looked at by ``inspect``."""
        self._limits = limits
        self._inspect = inspect

    def check_room(self, name: str, files: Sequence[Attachment]) -> None:
        """Refuse one file too many."""
        if len(files) >= self._limits.files:
            raise AttachmentRefusedError(harmless_name(name), Reason.TOO_MANY)

    def check_new(self, name: str, data: bytes, files: Sequence[Attachment]) -> None:
        """Refuse bytes that are attached already, whatever their name; both names are said."""
        sha256 = hashlib.sha256(data).hexdigest()
        shown = harmless_name(name)
        for one in files:
            if one.sha256 == sha256:
                both = shown if shown == one.name else f"{shown} (= {one.name})"
                raise AttachmentRefusedError(both, Reason.DUPLICATE)

    def read(self, path: Path) -> tuple[str, bytes]:
        """Read a whole file, and notice if it changes meanwhile."""
        name = harmless_name(path.name)
        try:
            before = path.stat()
            if not stat.S_ISREG(before.st_mode):
                raise AttachmentRefusedError(name, Reason.NOT_A_FILE)
            if reason := refused_at_once(name, before.st_size, self._limits):
                raise AttachmentRefusedError(name, reason)
            with path.open("rb") as source:
                data = source.read(self._limits.bytes_per_file + 1)
                after = os.fstat(source.fileno())
            last = path.stat()
        except (FileNotFoundError, IsADirectoryError) as gone:
            raise AttachmentRefusedError(name, Reason.NOT_A_FILE) from gone
        except OSError as wrong:
            raise AttachmentRefusedError(name, Reason.UNREADABLE, os.strerror(wrong.errno or 0)) from wrong
        if not len(data) == before.st_size == after.st_size or len({_mark(one) for one in (before, after, last)}) > 1:
            raise AttachmentRefusedError(name, Reason.CHANGED)
        return name, data

    def inspected(self, name: str, data: bytes) -> Inspection:
        """Look at the content; a refused file leaves nothing behind on this PC."""
        shown = harmless_name(name)
        found = self._inspect(shown, data, self._limits)
        if found.verdict is Verdict.REJECT or found.kind is None:
            raise AttachmentRefusedError(shown, found.reasons[0] if found.reasons else Reason.CORRUPT)
        return found

    def sealed(
        self, blobs: BlobFolder, name: str, data: bytes, *, found: Inspection, beside: Sequence[Attachment]
    ) -> Attachment:
        """Seal the bytes and give the attachment with its hashes. Raises ``DiskFullError``."""
        self.check_new(name, data, beside)
        stored = blobs.put(io.BytesIO(data), limit=self._limits.bytes_per_file)
        return Attachment(
            sha256=stored.sha256,
            size=stored.size,
            name=_free_name(harmless_name(name), {one.name.casefold() for one in beside}),
            kind=Kind(found.kind or ""),
            verdict=found.verdict,
            sha1=stored.sha1,
            md5=stored.md5,
            reasons=found.reasons,
        )


def _mark(one: os.stat_result) -> tuple[int, int, int]:
    return one.st_ino, one.st_size, one.st_mtime_ns


def _free_name(name: str, taken: set[str]) -> str:
    """Give a name of its own, numbered where needed: cameras call every picture the same."""
    tail = ending(name)
    stem = name[: -len(tail) - 1]
    number, free = 2, name
    while free.casefold() in taken:
        end = f" ({number}).{tail}"
        free, number = stem[: NAME_LENGTH - len(end)] + end, number + 1
    return free
