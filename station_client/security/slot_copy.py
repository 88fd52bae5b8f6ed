"""The vault file's own second copy: without those few thousand bytes nothing on this PC opens again.

It follows the vault's file at each change and at each opening, so that it lets nobody in whom the file does not.
"""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

from station_client.errors import NewerDataError, StoreDamagedError, StoreError
from station_client.security import slotfile
from station_client.security.durable import disk_door, replace_file

_log = logging.getLogger(__name__)


def beside(path: Path) -> Path:
    """Say where the copy of the vault's file lies."""
    return path.with_name(f"{path.stem}.copy{path.suffix}")


def follow(path: Path) -> None:
    """Make the copy what the vault's file is now; one that would be left behind is removed, for it may let too many in.

    It is never an error: what was to be kept is kept in the file itself.
    """
    copy = beside(path)
    try:
        with disk_door():
            now = path.read_bytes()
            if copy.exists() and copy.read_bytes() == now:
                return
    except StoreError as wrong:
        _log.warning("the vault's copy was not compared: %s", wrong.code)
        return
    try:
        replace_file(copy, now)
    except StoreError as wrong:
        _log.warning("the vault's copy could not be made: %s", wrong.code)
        with contextlib.suppress(OSError):
            copy.unlink(missing_ok=True)


def wanted(path: Path) -> bool:
    """Tell whether the copy should take the file's place: the file is missing or damaged, and the copy is sound."""
    return not _reads(path) and _reads(beside(path))


def _reads(path: Path) -> bool:
    if not path.exists():
        return False
    try:
        slotfile.read(path)
    except NewerDataError:  # it is whole: this program is too old for it
        return True
    except StoreDamagedError:
        return False
    return True
