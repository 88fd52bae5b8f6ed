"""Damaged files are set aside, never deleted; the desk comes back from its second copy, the replica from the centre.

The vault has proved the key before any of this: a file that does not open with it is damaged, or not this PC's.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

from station_client.errors import StoreDamagedError
from station_client.security import slot_copy
from station_client.security.durable import (
    disk_door,
    keep_folder,
    keep_in_place,
    private_part,
    put_in_place,
    replace_file,
)
from station_client.store.copies import Copy, listed, of_older_forms
from station_client.store.database import SUSPECT, Database

DAMAGED: Final = ".damaged-"
MISSING: Final = ".missing-"
"""In the name of an empty file: the vault's file was not there, and its copy took its place."""

VAULT_TOLD: Final = "vault-set-aside"
"""The desk's note of the last damaged or missing vault file that was told."""

_log = logging.getLogger(__name__)

_BESIDE: Final = ("-wal", "-shm")  # first: a log must never meet another file than its own


@dataclass(frozen=True, slots=True)
class Mended:
    """A file was damaged or missing: what took its place, and when that was copied (None: it is fetched anew).

    ``set_aside`` is the damaged file's new name in the data folder; where it was missing it is empty, or names the
    empty file that keeps this in mind.
    """

    store: Literal["desk", "replica", "vault"]
    set_aside: str
    copied_at: datetime | None = None

    @property
    def missing(self) -> bool:
        """Tell whether there was nothing to set aside: somebody, or the disk, took the file away."""
        return not self.set_aside or MISSING in self.set_aside


def mend_desk(path: Path, key: bytes, copies: Path, further: Path | None = None) -> Mended | None:
    """Prove the desk; put its newest sound copy in its place where it is damaged or missing. None where it is sound.

    What lies at the ``further`` place counts where it is newer, or where nothing in ``copies`` is sound.

    Raises ``StoreDamagedError`` where no copy is sound: then everything is left as it is.
    """
    if path.exists() and path.stat().st_size and _sound(path, key):
        return None
    candidates = _candidates(copies, further)
    if not candidates and not (path.exists() and path.stat().st_size):
        return None  # the first day
    copy = next((one for one in candidates if _sound_copy(one, key)), None)
    if copy is None:
        raise StoreDamagedError("the desk is damaged, and so is every copy of it")
    with private_part(path) as part:
        with disk_door():
            shutil.copyfile(copy.path, part)
        name = set_aside(path)
        keep_in_place(part, path)
    return Mended("desk", name, copy.taken_at)


def _candidates(copies: Path, further: Path | None) -> tuple[Copy, ...]:
    """List the copies, the newest first; the further place may be on a disk that is not there now."""
    found = [*listed(copies)]
    if further is not None:
        with contextlib.suppress(OSError):
            found += listed(further)
    found.sort(key=lambda one: one.number, reverse=True)  # as it was where two are alike: the nearer one first
    return (*found, *of_older_forms(copies))


def mend_replica(path: Path, key: bytes) -> Mended | None:
    """Set a damaged replica aside, so that a fresh one is filled by the centre; None where it is sound.

    Its every page is proved only after damage was met in it: it may hold a million records.
    """
    if not path.exists():
        return None
    mark = path.with_name(path.name + SUSPECT)
    if _sound(path, key, whole=mark.exists()):
        return None
    return Mended("replica", set_aside(path))


def mend_vault(path: Path) -> str:
    """Put the vault's own copy in the place of its file where that is missing or damaged; before anyone signs in.

    Gives the damaged file's new name, or that of the mark of a missing one; empty where nothing was wrong.
    """
    if not slot_copy.wanted(path):
        return ""
    with private_part(path) as part:
        with disk_door():
            shutil.copyfile(slot_copy.beside(path), part)
        name = set_aside(path) or _marked_missing(path)
        keep_in_place(part, path)
    _log.warning("the vault's file came from its copy: %s", name)
    return name


def vault_set_aside(path: Path, told: str) -> Mended | None:
    """Say which vault file was set aside or missing last, unless that one was ``told`` already."""
    newest = max(_set_aside_of(path), key=lambda one: (one.partition("-")[2], one), default="")
    return Mended("vault", newest) if newest and newest != told else None


def all_set_aside(paths: Iterable[Path]) -> tuple[str, ...]:
    """Name what lies beside these files of damaged and missing ones, until State IT takes it away."""
    return tuple(sorted(name for one in paths for name in _set_aside_of(one)))


def _set_aside_of(path: Path) -> list[str]:
    found = (one for mark in (DAMAGED, MISSING) for one in path.parent.glob(f"{path.name}{mark}*"))
    return [one.name for one in found if not one.name.endswith(_BESIDE)]


def set_aside(path: Path) -> str:
    """Rename a damaged file and its log, and make that outlast a power cut; give its new name, empty without one."""
    target, there = _free_name(path, DAMAGED), path.exists()
    with disk_door():
        for end in (*_BESIDE, ""):
            one = path.with_name(path.name + end)
            if one.exists():
                put_in_place(one, target.with_name(target.name + end))
        path.with_name(path.name + SUSPECT).unlink(missing_ok=True)
        keep_folder(path.parent)
    return target.name if there else ""


def _marked_missing(path: Path) -> str:
    """Leave an empty file that says so, for whoever signs in next and for State IT."""
    mark = _free_name(path, MISSING)
    replace_file(mark, b"")
    return mark.name


def _free_name(path: Path, mark: str) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target, count = path.with_name(f"{path.name}{mark}{stamp}"), 1
    while target.exists():
        count += 1
        target = path.with_name(f"{path.name}{mark}{stamp}-{count}")
    return target


def _sound(path: Path, key: bytes, *, whole: bool = True) -> bool:
    mark = path.with_name(path.name + SUSPECT)
    try:
        database = Database(path, key, synchronous="full")
    except StoreDamagedError:
        return False
    try:
        if whole:
            database.prove()
    except StoreDamagedError:
        return False
    finally:
        database.close()
    with disk_door():
        mark.unlink(missing_ok=True)
    return True


def _sound_copy(copy: Copy, key: bytes) -> bool:
    """Prove a copy without changing it: what is proved is a copy of its own."""
    with private_part(copy.path) as part:
        with disk_door():
            shutil.copyfile(copy.path, part)
        sound = _sound(part, key)
        for end in (*_BESIDE, SUSPECT):
            part.with_name(part.name + end).unlink(missing_ok=True)
    return sound
