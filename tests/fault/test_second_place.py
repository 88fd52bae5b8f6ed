"""A further place for the second copy: it is filled, it brings the work back, and its absence is told to people."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from station_client import config
from station_client.domain.ids import MachineId
from station_client.errors import SecondCopyError, SecondPlaceError, SettingsError
from station_client.security.keyslots import VaultKeys
from station_client.store.copies import listed
from station_client.store.profile import Profile
from station_client.store.stores import Stores, open_stores
from tests.support.casework import draft
from tests.support.centre import PASSWORD, SHO_A, small_centre
from tests.support.houses import Pc
from tests.support.terminals import terminal

KEYS = VaultKeys(data=bytes(range(32)), vault_id="0" * 32, machine_id=MachineId("pc"), password_only=False)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Connect another disk."""
    made = tmp_path / "disk"
    made.mkdir()
    return made


def trouble(stores: Stores) -> str:
    """Give the code of what keeps the copies from being made."""
    wrong = stores.desk.copy_trouble
    return wrong.code if wrong else ""


def test_the_whole_folder_may_burn(tmp_path: Path, place: Path) -> None:
    """Desk and near copies are gone: the work comes back from the other disk, sealed there as here."""
    profile = Profile(tmp_path / "profile", second_place=place)
    stores = open_stores(profile, KEYS)
    kept = stores.desk.drafts.save(draft(1, description="phones of the accused"))
    stores.close()
    far = place / KEYS.vault_id
    assert listed(far)
    assert all(b"phones" not in one.path.read_bytes() for one in listed(far))
    profile.desk.unlink()
    shutil.rmtree(profile.copies)
    back = open_stores(Profile(profile.path, second_place=place), KEYS)
    assert back.desk.drafts.one(kept.draft_id) == kept
    assert [one.store for one in back.mended] == ["desk"]
    assert back.desk.copy_trouble is None
    back.close()


def test_a_disk_that_is_not_there_is_told_and_its_return_too(tmp_path: Path, place: Path) -> None:
    """The program goes on and copies nearby; nothing is made at the empty mount point."""
    told: list[str] = []
    place.rmdir()
    profile = Profile(tmp_path / "profile", second_place=place)
    stores = open_stores(profile, KEYS, told=lambda: told.append("news"))
    stores.desk.drafts.save(draft(1))
    stores.desk.copy_now()
    assert trouble(stores) == SecondPlaceError.code
    assert listed(profile.copies)
    assert not place.exists()
    place.mkdir()
    stores.desk.copy_now()
    assert trouble(stores) == ""
    assert listed(place / KEYS.vault_id)
    assert told == ["news", "news"]
    stores.close()


def test_a_near_copy_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """Somebody took the folder of the copies away: the officer is told, the work goes on."""
    profile = Profile(tmp_path / "profile")
    stores = open_stores(profile, KEYS)
    kept = stores.desk.drafts.save(draft(1))
    shutil.rmtree(profile.copies)
    profile.copies.write_bytes(b"")
    stores.desk.copy_now()
    assert trouble(stores) == SecondCopyError.code
    assert stores.desk.drafts.one(kept.draft_id) == kept
    profile.copies.unlink()
    stores.close()


def test_the_command_line_says_it(tmp_path: Path, place: Path) -> None:
    """``status`` says that the further place is gone, and which file was damaged and what took its place."""
    with small_centre(tmp_path / "centre") as small:
        pc = Pc(tmp_path / "pc", small.centre)
        config.write(pc.folder, centre_url="https://centre.example")
        with (pc.folder / config.FILE_NAME).open("a") as file:
            file.write(f'second_copy_folder = "{place.as_posix()}"\n')
        at = terminal(pc)
        assert at.run("sign-in", "--officer", SHO_A) == 0
        assert at.table("status", "--officer", SHO_A)["copies"] == ""
        shutil.rmtree(place)
        assert at.table("status", "--officer", SHO_A)["copies"] == SecondPlaceError.code
        assert at.run("status", "--officer", SHO_A) == 0
        assert "further place" in at.out
        (pc.folder / "desk.db").write_bytes(b"\x00" * 8192)
        assert at.run("status", "--officer", SHO_A) == 0
        assert "desk: damaged, kept as desk.db.damaged-" in at.out
        assert PASSWORD not in at.out


def test_a_setting_that_is_no_path_is_refused(tmp_path: Path) -> None:
    """As every setting of the wrong kind is; a folder that is missing is not."""
    assert config.parse(tmp_path, {"second_copy_folder": "far"}).second_copy_folder == tmp_path / "far"
    with pytest.raises(SettingsError):
        config.parse(tmp_path, {"second_copy_folder": 3})
