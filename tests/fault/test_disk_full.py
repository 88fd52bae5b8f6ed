"""A full disk and a read-only one: the officer is told, and what was there stays as it was."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from station_client.domain.draft import Draft
from station_client.domain.ids import Login, MachineId
from station_client.errors import DiskFullError, ProfileUnwritableError
from station_client.security.keyslots import VaultKeys
from station_client.security.lockout import Lockout
from station_client.store.profile import Profile
from station_client.store.replica.changes import Changes
from station_client.store.stores import Stores, open_stores
from tests.support.casework import NOON, OFFICER, alert, draft

KEYS = VaultKeys(data=bytes(range(32)), vault_id="0" * 32, machine_id=MachineId("pc"), password_only=False)
NOT_ROOT = "mounting a small tmpfs needs root: the full disk was NOT tried"

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason=NOT_ROOT)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of six megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", place], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"this system lets nobody mount ({done.stderr.decode().strip()}): the full disk was NOT tried")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


@pytest.fixture
def stores(small_disk: Path) -> Iterator[Stores]:
    """Open the stores on the small disk."""
    opened = open_stores(Profile(small_disk / "profile", least_room=0), KEYS)
    yield opened
    opened.close()


def fill(disk: Path, *, leave: int = 0) -> Path:
    """Take all room but so many bytes."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
        if leave:
            file.truncate(max(file.tell() - leave, 0))
    return ballast


def test_a_disk_without_room_is_told_at_start(small_disk: Path) -> None:
    """Before anything is written that could be lost."""
    with pytest.raises(DiskFullError):
        Profile(small_disk / "profile")
    fill(small_disk)
    with pytest.raises(DiskFullError):
        Profile(small_disk / "other", least_room=0)


def saved_until_full(stores: Stores) -> tuple[list[Draft], Draft]:
    """Save drafts until the disk is full; give what was acknowledged and what was refused."""
    saved: list[Draft] = []
    for number in range(1000):
        written = draft(number, description="phones " * 500)
        try:
            saved.append(stores.desk.drafts.save(written))
        except DiskFullError:
            return saved, written
    pytest.fail("the disk never filled")


def test_a_draft_that_does_not_fit_is_refused_and_the_others_stay(small_disk: Path, stores: Stores) -> None:
    """What was acknowledged before is there; with room again, saving goes on with no restart."""
    ballast = fill(small_disk, leave=256 * 1024)
    saved, refused = saved_until_full(stores)
    assert saved
    assert set(stores.desk.drafts.all()) == set(saved)
    ballast.unlink()
    assert stores.desk.drafts.save(refused).version == 1
    assert len(stores.desk.drafts.all()) == len(saved) + 1


def test_a_page_that_does_not_fit_leaves_nothing_of_itself(small_disk: Path, stores: Stores) -> None:
    """The cursor stays, so the same page is asked for again, and then it goes in."""
    stores.replica.feed.apply(Changes(cursor=1, alerts=(alert(0),)))
    ballast = fill(small_disk, leave=64 * 1024)
    page = Changes(cursor=9, alerts=tuple(alert(number, description="gold ring " * 200) for number in range(1, 400)))
    with pytest.raises(DiskFullError):
        stores.replica.feed.apply(page)
    assert stores.replica.feed.cursor() == 1
    assert stores.replica.search.find(words="gold").count == 0
    ballast.unlink()
    stores.replica.feed.apply(page)
    assert stores.replica.search.find(words="gold").count == 399


def test_a_file_that_does_not_fit_leaves_nothing_of_itself(small_disk: Path, stores: Stores) -> None:
    """No half file takes the room that is missing."""
    fill(small_disk, leave=256 * 1024)
    with pytest.raises(DiskFullError):
        stores.blobs.put(io.BytesIO(os.urandom(600_000)), limit=10**6)
    assert list((small_disk / "profile" / "blobs").iterdir()) == []
    assert stores.blobs.put(io.BytesIO(b"small"), limit=10**6).size == 5


def test_a_wrong_password_on_a_full_disk_keeps_the_old_count(small_disk: Path, stores: Stores) -> None:
    """The count that is on the disk stays readable."""
    folder = small_disk / "profile"
    lockout = Lockout(folder)
    for _ in range(5):
        lockout.wrong(OFFICER, NOON, NOON)
    before = (folder / "lockout.json").read_bytes()
    fill(small_disk)
    with pytest.raises(DiskFullError):
        lockout.wrong(Login("r.khan"), NOON, NOON)
    assert (folder / "lockout.json").read_bytes() == before
    assert stores.desk.drafts.all() == ()


def test_a_read_only_disk_is_told_as_such(small_disk: Path) -> None:
    """Not as a full one and not as damage; with writing allowed again everything is there."""
    folder = small_disk / "profile"
    profile = Profile(folder, least_room=0)
    stores = open_stores(profile, KEYS)
    stores.desk.drafts.save(draft())
    stores.close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    try:
        with pytest.raises(ProfileUnwritableError):
            Profile(folder, least_room=0)
        with pytest.raises(ProfileUnwritableError):
            open_stores(profile, KEYS)
    finally:
        subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)
    stores = open_stores(profile, KEYS)
    assert len(stores.desk.drafts.all()) == 1
    stores.close()
