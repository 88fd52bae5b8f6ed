"""What the scanner has put into its folder, to be offered where files are attached. Nothing there is ever changed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from station_client.clock import moment_of
from station_client.domain.attachment import ENDINGS, Limits, ending, harmless_name
from station_client.domain.reasons import Field, Reason
from station_client.errors import InputError

MOST_OFFERED = 20


@dataclass(frozen=True, slots=True)
class Scan:
    """A file in the scan folder: ``name`` is safe to show, ``at`` when it was last written."""

    path: Path
    name: str
    size: int
    at: datetime


def scans(folder: Path | None, limits: Limits) -> tuple[Scan, ...]:
    """List the folder's files that may be attached, the newest twenty, newest first; none where no folder is set.

    Only files that lie in the folder itself: a link could lead anywhere. Raises ``InputError`` where it cannot be read.
    """
    if folder is None:
        return ()
    try:
        with os.scandir(folder) as entries:
            found = [scan for entry in entries for scan in _offered(entry, limits)]
    except OSError as gone:
        raise InputError(Field.ATTACHMENT, Reason.SCAN_FOLDER, os.strerror(gone.errno or 0)) from gone
    return tuple(sorted(found, key=lambda one: one.at, reverse=True)[:MOST_OFFERED])


def _offered(entry: os.DirEntry[str], limits: Limits) -> Iterator[Scan]:
    if entry.name.startswith((".", "~")) or ending(entry.name) not in ENDINGS:
        return
    try:
        found = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return  # it was taken away while the folder was read
    if stat.S_ISREG(found.st_mode) and 0 < found.st_size <= limits.bytes_per_file:
        at = moment_of(found.st_mtime)
        yield Scan(Path(entry.path), harmless_name(entry.name), found.st_size, at)
