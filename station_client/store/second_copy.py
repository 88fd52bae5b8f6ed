"""The desk's second copy: brought up to date within two seconds of each change, on a thread of its own.

The sealed file is copied as it is, so nothing is ever in clear; a copy takes its name only when it was proved,
so damage in the desk never reaches the copies that were made before it.
"""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from station_client.errors import DiskFullError, SecondCopyError, SecondPlaceError, StoreError
from station_client.security.durable import PRIVATE_FOLDER, disk_door, keep_in_place, private_part, replace_file
from station_client.security.vault_card import FILE_NAME
from station_client.store.copies import listed, next_path, outlived
from station_client.store.database import Database

QUIET_SECONDS: Final = 1.5  # typing is saved every second or two: one copy for all of it
LATER_SECONDS: Final = 60.0
SPARED_ROOM: Final = 16 * 1024 * 1024

_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """Give this PC's time."""
    return datetime.now(UTC)


class SecondCopy:
    """Copies the desk after its changes, from ``begin`` to ``end``."""

    def __init__(
        self,
        folder: Path,
        key: bytes,
        now: Callable[[], datetime] = utc_now,
        *,
        further: Path | None = None,
        told: Callable[[], None] | None = None,
    ) -> None:
        """``folder`` takes the copies, ``key`` is the desk's; each goes to the folder ``further`` too.

        There the vault's file goes with it, without which a copy opens for nobody.

        ``told`` is called when ``trouble`` became another, on whatever thread.
        """
        self._folder = folder
        self._further = further
        self._told = told
        self.trouble: SecondCopyError | None = None
        self._key = key
        self._now = now
        self._database: Database | None = None
        self._heard = threading.Condition()
        self._making = threading.Lock()  # a person may ask for one beside the thread
        self._behind = self._ending = False
        self._thread = threading.Thread(target=self._run, name="second-copy", daemon=True)

    def note(self) -> None:
        """Hear that the desk changed; at once, on whatever thread changed it."""
        with self._heard:
            self._behind = True
            self._heard.notify_all()

    def begin(self, database: Database) -> None:
        """Begin to copy ``database``; where there is no copy yet, at once."""
        self._database = database
        if not listed(self._folder):
            self.note()
        self._thread.start()

    def end(self) -> None:
        """Bring the copy up to date for the last time; the desk is closed next."""
        with self._heard:
            self._ending = True
            self._heard.notify_all()
        database, self._database = self._database, None
        if database is None:
            return
        self._thread.join()
        if self._behind:
            self.attempt(database)

    def make(self, database: Database) -> Path:
        """Make and prove one copy, and let the outlived ones go. Raises ``StoreError``."""
        with disk_door():
            free = shutil.disk_usage(self._folder).free
            if free < database.path.stat().st_size + SPARED_ROOM:
                raise DiskFullError("no room for the second copy")
        target = next_path(self._folder, self._now())
        with private_part(target) as part:
            database.copy_into(part)
            self._prove(part)
            keep_in_place(part, target)
        _let_go(self._folder)
        if self._further is not None:
            self._put_further(self._further, target, database.path.with_name(FILE_NAME))
        return target

    def _put_further(self, folder: Path, made: Path, vault: Path) -> None:
        """Copy the proved copy to the further place; the place itself is State IT's to make. Raises as such."""
        try:
            with disk_door():
                folder.parent.resolve(strict=True)
                folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
                if shutil.disk_usage(folder).free < made.stat().st_size + SPARED_ROOM:
                    raise DiskFullError("no room at the further place")
            with private_part(folder / made.name) as part:
                with disk_door():
                    shutil.copyfile(made, part)
                keep_in_place(part, folder / made.name)
            _let_go(folder)
            if vault.exists():
                with disk_door():
                    opens = vault.read_bytes()
                replace_file(folder / vault.name, opens)
        except StoreError as wrong:
            raise SecondPlaceError(f"{wrong.code} {wrong.detail}") from wrong

    def _prove(self, part: Path) -> None:
        copy = Database(part, self._key, synchronous="normal")
        try:
            copy.prove()
        finally:
            copy.close()

    def _run(self) -> None:
        database, wait = self._database, QUIET_SECONDS
        while database is not None:
            with self._heard:
                self._heard.wait_for(lambda: self._behind or self._ending)
                if self._heard.wait_for(lambda: self._ending, timeout=wait):
                    return
            wait = QUIET_SECONDS if self.attempt(database) else LATER_SECONDS

    def attempt(self, database: Database) -> bool:
        """Make a copy, and keep in ``trouble`` why not; tell whether it was made."""
        with self._making:
            return self._attempt(database)

    def _attempt(self, database: Database) -> bool:
        with self._heard:
            self._behind = False  # before: what changes while it is copied is copied again
        try:
            self.make(database)
        except SecondPlaceError as wrong:
            self._say(wrong)
        except StoreError as wrong:  # the work itself is safe in the desk; the older copies stay
            self._say(SecondCopyError(f"{wrong.code} {wrong.detail}"))
        except Exception as unforeseen:  # noqa: BLE001 a thread that dies would leave the desk without copies
            self._say(SecondCopyError(type(unforeseen).__name__))
        else:
            self._say(None)
            return True
        self.note()
        return False

    def _say(self, trouble: SecondCopyError | None) -> None:
        """Keep what is wrong with the copies, and tell of it where it is news."""
        before, self.trouble = self.trouble, trouble
        if trouble is not None:
            _log.warning("the desk's second copy: %s: %s", trouble.code, trouble.detail)
        if self._told is not None and (before is None) != (trouble is None):
            self._told()


def _let_go(folder: Path) -> None:
    with disk_door():
        for one in outlived(listed(folder)):
            one.path.unlink(missing_ok=True)
