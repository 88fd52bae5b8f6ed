"""The attachments of alerts: brought when wanted, opened sealed, and written in clear only when asked."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path
from typing import BinaryIO

from station_client.domain.attachment import Inspection, Kind, Limits, harmless_name
from station_client.domain.ids import Sha256
from station_client.errors import NotInCopyError, StoreDamagedError
from station_client.inspection import sandbox
from station_client.inspection.sandbox import Draw, Inspect, Leaf, Wanted
from station_client.ports import SyncControl
from station_client.security.durable import disk_door, private_part, put_in_place
from station_client.services.audit import Audit
from station_client.services.deeds import Deed
from station_client.services.presence import Presence

PIECE = 64 * 1024
THUMBNAIL_PIXELS = 96
PICTURED = frozenset({Kind.JPEG, Kind.PNG, Kind.TIFF, Kind.PDF})


class Files:
    """The bytes behind the hashes."""

    def __init__(
        self,
        presence: Presence,
        sync: SyncControl,
        audit: Audit,
        *,
        draw: Draw = sandbox.draw,
        inspect: Inspect = sandbox.inspect,
    ) -> None:
        """Read as whoever is signed in; ``draw`` and ``inspect`` look at a file apart from this process."""
        self._draw = draw
        self._inspect = inspect
        self._presence = presence
        self._sync = sync
        self._audit = audit

    def here(self, sha256: Sha256) -> bool:
        """Tell whether the bytes are on this PC."""
        return self._presence.stores().blobs.has(sha256)

    def ensure(self, sha256: Sha256) -> None:
        """Bring the bytes if they are not here. Raises ``LineError``, ``RefusalError``, ``DiskFullError``."""
        if not self.here(sha256):
            self._sync.fetch_file(sha256)

    def open(self, sha256: Sha256) -> BinaryIO:
        """Open the bytes for reading, decrypted as they are read; leaves a trace. Raises ``NotInCopyError``."""
        source = self._source(sha256)
        try:
            self._audit.record(Deed.FILE_OPENED, sha256)
        except BaseException:
            source.close()
            raise
        return source

    def page(self, sha256: Sha256, number: int) -> Leaf | None:
        """Picture one page of a PDF (from 0), None where it cannot be drawn; leaves a trace.

        Raises ``NotInCopyError``, ``StoreDamagedError``.
        """
        with self.open(sha256) as source:
            data = _whole(source, sha256)
        return self._draw(data, Wanted(number))

    def thumbnail(self, sha256: Sha256, kind: Kind) -> Leaf | None:
        """Picture a file so small that nothing can be read in it; None where it is not here or has no picture.

        Nothing is fetched for it, and it leaves no trace: only opening the file does.
        """
        if kind not in PICTURED or not self.here(sha256):
            return None
        with self._source(sha256) as source:
            try:
                data = _whole(source, sha256)
            except StoreDamagedError:
                return None  # opening it says what is wrong
        return self._draw(data, Wanted(0, kind, THUMBNAIL_PIXELS))

    def judge(self, sha256: Sha256, name: str) -> Inspection | None:
        """Say what this PC finds in the very bytes that another station sent as ``name``; None where they are not here.

        Nothing is fetched for it, and it leaves no trace: nobody reads anything. What this State lets its own officers
        attach is no measure of it. Raises ``StoreDamagedError``.
        """
        if not self.here(sha256):
            return None
        with self._source(sha256) as source:
            data = _whole(source, sha256)
        return self._inspect(harmless_name(name), data, Limits())

    def save_as(self, sha256: Sha256, target: Path) -> None:
        """Write the bytes in clear where the officer chose, for this user of the PC alone; leaves a trace.

        The trace comes before the copy, so that no copy is without one. An existing file is replaced only
        once the new one is whole. Raises ``NotInCopyError``, ``DiskFullError``, ``ProfileUnwritableError``.
        """
        with self._source(sha256) as source:
            self._audit.record(Deed.FILE_SAVED, sha256)
            with private_part(target) as part, disk_door():
                with part.open("r+b") as sink:
                    shutil.copyfileobj(source, sink, PIECE)
                    sink.flush()
                    os.fsync(sink.fileno())
                put_in_place(part, target)

    def _source(self, sha256: Sha256) -> BinaryIO:
        blobs = self._presence.stores().blobs
        if not blobs.has(sha256):
            raise NotInCopyError("file")
        return blobs.open(sha256)


def _whole(source: BinaryIO, sha256: Sha256) -> bytes:
    """Read a file that must be the one of its name. Raises ``StoreDamagedError``."""
    data = source.read()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise StoreDamagedError("attachment")
    return data
