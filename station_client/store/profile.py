"""The data folder: made private, proved writable and roomy, and used by one program at a time.

::

    format.json   which version of the program wrote here
    vault.json    key slots (names nobody)      lockout.json   wrong passwords (names nobody)
    vault.copy.json    the same once more, for when the first is damaged
    replica.db    what the centre said          desk.db        what officers here wrote
    blobs/        sealed files                  logs/          for State IT, without case data
    lent/         attachments that another program reads now, where no memory is to be had for them (``lent``)
    copies/       the desk's second copy, a few older ones, and the desk before each change of its form
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from station_client.errors import DiskFullError, NewerDataError, ProfileInUseError, StoreDamagedError
from station_client.security import crash_image
from station_client.security.durable import PART, PRIVATE_FILE, PRIVATE_FOLDER, disk_door, replace_file
from station_client.security.vault_card import FILE_NAME
from station_client.store.lent import LentFiles, lending_folders
from station_client.store.mending import mend_vault

FORMAT = 1
LEAST_ROOM = 64 * 1024 * 1024

_PROBE_BYTES = 4096


class Profile:
    """One data folder."""

    def __init__(self, path: Path, *, least_room: int = LEAST_ROOM, second_place: Path | None = None) -> None:
        """Make the folder ready, or say why it cannot be used; ``second_place`` takes the second copy once more.

        Raises ``ProfileUnwritableError``, ``DiskFullError`` (fewer than ``least_room`` bytes free),
        ``NewerDataError``, ``StoreDamagedError``.
        """
        self.path = path
        self.replica = path / "replica.db"
        self.desk = path / "desk.db"
        self.vault = path / FILE_NAME
        self.blobs = path / "blobs"
        self.logs = path / "logs"
        self.copies = path / "copies"
        self.lent = LentFiles(*lending_folders(path))
        self.second_place = second_place
        with disk_door():
            for folder in (path, self.blobs, self.logs, self.copies):
                _private_folder(folder)
            self._check_room(least_room)
        self._check_format()

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the folder for this program alone, which leaves no image of its memory when it crashes from now on.

        Raises ``ProfileInUseError`` at once if another has it.
        """
        crash_image.leave_none()
        lock = FileLock(self.path / "in-use.lock", mode=PRIVATE_FILE, timeout=0)
        with disk_door():
            try:
                lock.acquire()
            except Timeout as taken:  # an OSError too: it must be met first
                raise ProfileInUseError from taken
        try:
            self._sweep()
            mend_vault(self.vault)
            yield
        finally:
            self.lent.take_back()
            lock.release()

    def holds_store(self) -> bool:
        """Tell whether officers' data lies here, whatever became of the vault that opens it."""
        return self.desk.exists() or self.replica.exists()

    def _sweep(self) -> None:
        """Remove what a writing that was cut off has left behind; nobody else writes here now."""
        self.lent.take_back()
        with disk_door():
            for folder in (self.path, self.copies):
                for left in folder.glob(f".*{PART}*"):  # a copy that was being proved has a log beside it
                    left.unlink(missing_ok=True)

    def _check_room(self, least: int) -> None:
        if shutil.disk_usage(self.path).free < least:
            raise DiskFullError(f"less than {least} bytes are free")
        probe = self.path / ".probe"
        try:
            probe.write_bytes(os.urandom(_PROBE_BYTES))
        finally:
            probe.unlink(missing_ok=True)

    def _check_format(self) -> None:
        path = self.path / "format.json"
        try:
            found = int(json.loads(path.read_bytes())["format"])
        except FileNotFoundError:
            replace_file(path, json.dumps({"format": FORMAT}).encode())
            return
        except (OSError, ValueError, TypeError, KeyError) as wrong:
            raise StoreDamagedError("format.json does not read") from wrong
        if found > FORMAT:
            raise NewerDataError(f"data folder of format {found}")


def _private_folder(folder: Path) -> None:
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    if os.name != "nt":
        folder.chmod(PRIVATE_FOLDER)
