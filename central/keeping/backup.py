"""A copy of a centre that another machine can go on from: the database first, then every file it names.

Files are never changed and never removed, so the files of a later moment hold all that the database of an
earlier one names. A second copy into the same folder brings only new files. What is copied is case data: the
folder belongs on a volume that is as well guarded as the centre itself. Keys and certificates stay apart.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from central.blobs import BlobFolder
from central.bucket import blobs_of
from central.errors import Refused, SetupError
from central.house import House, open_house
from central.settings import Settings
from central.store.counters import ERA
from central.store.dumps import dump, load
from station_client import __version__
from station_client.clock import Clock

MANIFEST = "manifest.json"
FILES = "blobs"
MICROSECONDS = 1_000_000
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a copy holds. ``head`` is the feed's sequence that was reached for certain; ``files`` counts attachments."""

    made_at: str
    version: str
    head: int
    database: str
    database_sha256: str
    files: int


def backup(house: House, to: Path) -> tuple[Path, Manifest]:
    """Copy a centre that is in use into a new folder below ``to``; give that folder and what is in it.

    Raises ``SetupError``. The copy counts once its manifest is there, which is written last.
    """
    now = house.clock.now()
    folder = to / now.strftime("%Y%m%dT%H%M%SZ")
    try:
        to.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700)
        with house.store.read() as unit:
            head = unit.records.head()
        database = dump(house.settings.url, folder)
        files = (
            _fetch_files(house, to / FILES)
            if house.settings.blob_url
            else _copy_files(house.settings.blobs, to / FILES)
        )
        manifest = _manifest(now, head, database, files)
        written = json.dumps(asdict(manifest), indent=1)
        part = folder / f"{MANIFEST}.part"
        part.write_text(written, encoding="utf-8")
        part.replace(folder / MANIFEST)
    except Refused as wrong:
        raise SetupError(f"the copy could not be made: {wrong}") from wrong
    except OSError as wrong:
        raise SetupError(f"the copy could not be written: {wrong.strerror}") from wrong
    return folder, manifest


def restore(settings: Settings, source: Path, clock: Clock | None = None) -> tuple[int, Manifest]:
    """Bring a copy back into an empty centre; give the head it goes on from.

    Messages that waited in the copy may have gone out since: they are in doubt until a person queues them again.
    Stations notice it by that head, or by the new era, and read the feed again (``docs/wire.md``).
    Raises ``SetupError`` where the copy is not whole, or the place is not empty.
    """
    manifest = _read_manifest(source)
    database = source / manifest.database
    if not database.is_file() or _sha256(database) != manifest.database_sha256:
        raise SetupError("the copy's database is not the one its manifest describes")
    _must_be_empty(settings)
    try:
        settings.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = source.parent / FILES
        files = _put_files(kept, blobs_of(settings)) if settings.blob_url else _copy_files(kept, settings.blobs)
    except Refused as wrong:
        raise SetupError(f"the files could not be brought back: {wrong}") from wrong
    except OSError as wrong:
        raise SetupError(f"the files could not be brought back: {wrong.strerror}") from wrong
    if files < manifest.files:
        raise SetupError(f"the copy has {files} of {manifest.files} files")
    load(database, settings.url)
    house = open_house(settings, clock)
    try:
        with house.store.write() as unit:
            unit.queue.break_off(house.clock.now(), waiting=True)
            unit.counters.raise_to(ERA, int(house.clock.now().timestamp() * MICROSECONDS))
            return unit.records.head(), manifest
    finally:
        house.close()


def _manifest(now: datetime, head: int, database: Path, files: int) -> Manifest:
    return Manifest(now.isoformat(), __version__, head, database.name, _sha256(database), files)


def _read_manifest(source: Path) -> Manifest:
    try:
        return Manifest(**json.loads((source / MANIFEST).read_text("utf-8")))
    except (OSError, ValueError, TypeError) as wrong:
        raise SetupError(f"{source} is no finished copy: its {MANIFEST} cannot be read") from wrong


def _must_be_empty(settings: Settings) -> None:
    if settings.blobs.exists() and any(_stored(settings.blobs)):
        raise SetupError("the centre's folder has files already; restore into a new one")
    if settings.url.startswith("sqlite") and Path(settings.url.removeprefix("sqlite:///")).exists():
        raise SetupError("the centre's folder has a database already; restore into a new one")


def _copy_files(source: Path, target: Path) -> int:
    """Copy the files that are not there yet, each whole or not at all and proved by its name; count those there now."""
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    count = 0
    for one in _stored(source):
        count += 1
        kept = target / one.parent.name / one.name
        if kept.is_file() and kept.stat().st_size == one.stat().st_size:
            continue
        kept.parent.mkdir(mode=0o700, exist_ok=True)
        part = kept.with_name(f"{kept.name}.part")
        shutil.copyfile(one, part)
        if _sha256(part) != one.name:
            part.unlink()
            raise SetupError(f"the file {one.name} is damaged; `station-central check --files` names every such file")
        with part.open("r+b") as written:  # Windows brings to the disk only what is open for writing
            os.fsync(written.fileno())
        part.replace(kept)
    return count


def _fetch_files(house: House, target: Path) -> int:
    """Copy out of a bucket what is not there yet, each proved by its name; count what the centre has."""
    folder, count = BlobFolder(target), 0
    with house.store.read() as unit:
        for one in unit.soundness.stock():
            count += 1
            if not folder.has(one.sha256):
                folder.put(one.sha256, one.size, house.blobs.get(one.sha256))
    return count


def _put_files(source: Path, bucket: BlobFolder) -> int:
    """Bring files back into a bucket, each proved by its name; count them."""
    folder, count = BlobFolder(source), 0
    for one in _stored(source):
        count += 1
        bucket.put(one.name, folder.size(one.name), folder.get(one.name))
    return count


def _stored(folder: Path) -> Iterator[Path]:
    return (one for one in sorted(folder.glob("??/*")) if len(one.name) == len(hashlib.sha256().hexdigest()))


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as source:
        while piece := source.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
