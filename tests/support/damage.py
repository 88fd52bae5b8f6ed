"""Data folders with some work in them, and damage done to their files."""

from __future__ import annotations

from pathlib import Path

from station_client.domain.ids import MachineId
from station_client.security.keyslots import VaultKeys
from station_client.store.profile import Profile
from station_client.store.replica.changes import Changes
from station_client.store.stores import Stores, open_stores
from tests.support.casework import alert, draft

PAGE = 4096
ALERTS = 600
DRAFTS = 60


def keys(byte: int = 1) -> VaultKeys:
    """Give an installation's keys: another byte is another installation."""
    return VaultKeys(bytes([byte]) * 32, f"{byte:032}", MachineId(f"pc-{byte}"), password_only=False)


def filled(folder: Path, byte: int = 1) -> Profile:
    """Make a data folder with some hundred alerts and drafts, closed."""
    made = Profile(folder)
    stores = open_stores(made, keys(byte))
    stores.replica.feed.apply(Changes(cursor=7, alerts=tuple(alert(number) for number in range(ALERTS))))
    for number in range(DRAFTS):
        stores.desk.drafts.save(draft(number, description="phones " * 300))
    stores.close()
    return made


def reopened(profile: Profile, byte: int = 1) -> Stores:
    """Open the folder again, as the next start does."""
    return open_stores(Profile(profile.path), keys(byte))


def damage(path: Path, page: int) -> None:
    """Overwrite some bytes in the middle of a page."""
    with path.open("r+b") as file:
        file.seek(page * PAGE + 2000)
        file.write(b"\xde\xad\xbe\xef" * 8)


def pages(path: Path) -> int:
    """Count a file's pages."""
    return path.stat().st_size // PAGE


def set_aside(profile: Profile, name: str) -> list[Path]:
    """List what was set aside of a file."""
    return [one for one in profile.path.glob(f"{name}.damaged-*") if not one.name.endswith(("-wal", "-shm"))]
