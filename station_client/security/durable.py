"""Small files that are either the old one or the new one, whatever is cut off in between."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from station_client.errors import DiskFullError, ProfileUnwritableError, StationError, StoreError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
PART = ".part"
BINARY = getattr(os, "O_BINARY", 0)  # Windows would else translate line ends
WAITS: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5) if os.name == "nt" else ()

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST}


@contextlib.contextmanager
def disk_door() -> Iterator[None]:
    """Translate what the system says of a file into what an officer can be told."""
    try:
        yield
    except StationError:
        raise
    except OSError as wrong:
        detail = os.strerror(wrong.errno or 0)
        if wrong.errno in _FULL:
            raise DiskFullError(detail) from wrong
        if wrong.errno in _REFUSED:
            raise ProfileUnwritableError(detail) from wrong
        raise StoreError(detail) from wrong


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of ``path`` at once and for good; only this user may read it."""
    with private_part(path) as part:
        with disk_door(), part.open("r+b") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with disk_door():
            put_in_place(part, path)
            keep_folder(path.parent)


def keep_in_place(part: Path, path: Path) -> None:
    """Put a file that is written whole in the place of ``path``, for good."""
    with disk_door():
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        put_in_place(part, path)
        keep_folder(path.parent)


def put_in_place(part: Path, path: Path, waits: Iterable[float] = WAITS) -> None:
    """Rename a finished file over ``path``; Windows refuses it while anybody has either open: it is tried again.

    Another writer, a virus scanner or an indexer lets go within moments; ``waits`` (seconds) are how long one tries.
    Raises ``OSError``.
    """
    for wait in waits:
        with contextlib.suppress(PermissionError):
            part.replace(path)
            return
        time.sleep(wait)
    part.replace(path)


@contextlib.contextmanager
def private_part(path: Path) -> Iterator[Path]:
    """Make an empty file beside ``path`` that only this user may read; it is gone afterwards unless it was renamed.

    Its name is its own: two writers of one file never write into each other's half.
    """
    part = path.with_name(f".{secrets.token_hex(16)}{PART}")
    try:
        with disk_door():
            os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, PRIVATE_FILE))
        yield part
    finally:
        with disk_door():
            part.unlink(missing_ok=True)


def keep_folder(folder: Path) -> None:
    """Make a rename in ``folder`` outlast a power cut; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
