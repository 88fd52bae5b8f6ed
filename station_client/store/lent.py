"""Attachments lent to other programs of this PC: copies in clear, for this user alone, taken back as soon as may be.

A letter or a sheet can be read only by the program that was made for it, and that program reads no sealed file. Where
the system has a folder of this user in memory (``XDG_RUNTIME_DIR``) the copies lie there and never touch a disk.
"""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
import shutil
import stat
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from station_client.security.durable import BINARY, PRIVATE_FILE, PRIVATE_FOLDER, disk_door

PIECE: Final = 64 * 1024
_MEMORY: Final = "XDG_RUNTIME_DIR"
_FOREIGN: Final = b"[ZoneTransfer]\r\nZoneId=3\r\n"
"""What Windows notes of a file from outside: office programs then open it guarded, its macros shut."""

_log = logging.getLogger(__name__)


def lending_folders(profile: Path, environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Give where lent copies of a data folder may lie, first where they are put today.

    That is in memory where this user has a folder there; a start without one may have left some in the data folder.
    """
    memory, here = Path(environment.get(_MEMORY) or "/nowhere"), profile / "lent"
    if not memory.is_dir() or not os.access(memory, os.W_OK | os.X_OK):
        return (here,)
    own = hashlib.sha256(os.fsencode(profile.resolve())).hexdigest()[:16]  # two data folders never share one
    return memory / f"station-client-{own}", here


class LentFiles:
    """The copies that are out, each in a folder of its own; safe from several threads."""

    def __init__(self, folder: Path, *others: Path) -> None:
        """Lend from ``folder``, which is made when the first file is lent; take back from ``others`` too."""
        self._folder = folder
        self._others = others
        self._taking = threading.Lock()

    def lend(self, source: BinaryIO, name: str) -> Path:
        """Copy a file in clear and give its path; it can be read and not be written.

        ``name`` must be harmless. Raises ``DiskFullError``, ``ProfileUnwritableError``, ``StoreError``.
        """
        with disk_door(), self._place() as place:
            path = place / name
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, PRIVATE_FILE), "wb") as sink:
                shutil.copyfileobj(source, sink, PIECE)
            if os.name == "nt":
                Path(f"{path}:Zone.Identifier").write_bytes(_FOREIGN)
            path.chmod(stat.S_IREAD)
            return path

    def take_back(self) -> int:
        """Remove every copy; give how many stay because another program holds them open, until the next time.

        Raises nothing: whoever locks or leaves is not kept from it by a copy. Who comes second waits: Windows lets no
        two look through one folder and remove it.
        """
        with self._taking:
            left = sum(map(_left_in, (self._folder, *self._others)))
        if left:
            _log.warning("%d lent copies could not be removed yet", left)
        return left

    @contextmanager
    def _place(self) -> Iterator[Path]:
        """Make a folder for one copy, which goes again where the copy is not made."""
        self._folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        if os.name != "nt":
            self._folder.chmod(PRIVATE_FOLDER)
        place = self._folder / secrets.token_hex(8)
        place.mkdir(mode=PRIVATE_FOLDER)
        try:
            yield place
        except BaseException:
            _removed(place)
            raise


def _left_in(folder: Path) -> int:
    """Remove the copies of one folder; give how many are still there, one where it cannot even be looked into."""
    try:
        return sum(not _removed(place) for place in folder.iterdir())
    except FileNotFoundError:
        return 0
    except OSError:
        return 1


def _removed(place: Path) -> bool:
    """Remove one copy, whatever else another program has put beside it, and its folder; tell whether they are gone."""
    with suppress(OSError):
        for file in tuple(place.iterdir()):
            with suppress(OSError):  # a lock of the other program's may go at the same moment
                file.chmod(stat.S_IREAD | stat.S_IWRITE)  # Windows removes no file that may not be written
                file.unlink()
        place.rmdir()
    return not place.exists()
