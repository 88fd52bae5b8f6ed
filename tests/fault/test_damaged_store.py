"""A damaged page in either file is told as damage, and nothing of the file is thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_client.domain.ids import MachineId
from station_client.errors import StoreDamagedError
from station_client.security.keyslots import VaultKeys
from station_client.store.profile import Profile
from station_client.store.replica.changes import Changes
from station_client.store.stores import open_stores
from tests.support.casework import alert, draft

PAGE = 4096
KEYS = VaultKeys(data=bytes(range(32)), vault_id="0" * 32, machine_id=MachineId("pc"), password_only=False)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """Make a data folder with some hundred alerts and drafts."""
    made = Profile(tmp_path / "profile")
    stores = open_stores(made, KEYS)
    stores.replica.feed.apply(Changes(cursor=1, alerts=tuple(alert(number) for number in range(600))))
    for number in range(60):
        stores.desk.drafts.save(draft(number, description="phones " * 300))
    stores.close()
    return made


def damage(path: Path, page: int) -> None:
    """Overwrite some bytes in the middle of a page."""
    with path.open("r+b") as file:
        file.seek(page * PAGE + 2000)
        file.write(b"\xde\xad\xbe\xef" * 8)


@pytest.mark.parametrize("name", ["replica", "desk"])
def test_a_damaged_first_page_is_damage_and_not_a_wrong_key(profile: Profile, name: str) -> None:
    """The vault has proved the key; so this is told as damage, and the file is set aside as it is."""
    path = profile.path / f"{name}.db"
    damage(path, 0)
    before = path.read_bytes()
    stores = open_stores(profile, KEYS)
    (mended,) = stores.mended
    assert mended.store == name
    assert (profile.path / mended.set_aside).read_bytes() == before
    stores.close()


def test_a_lost_salt_loses_nothing(profile: Profile) -> None:
    """The file's first bytes hold only its salt, and that comes from the key."""
    with profile.desk.open("r+b") as file:
        file.write(bytes(16))
    stores = open_stores(profile, KEYS)
    assert len(stores.desk.drafts.all()) == 60
    stores.close()


def test_a_damaged_page_does_not_spoil_the_rest(profile: Profile) -> None:
    """Reading it is told as damage; reading elsewhere goes on, on a fresh connection."""
    stores = open_stores(profile, KEYS)
    first, last = alert(0).uid, alert(599).uid
    stores.close()
    pages = profile.replica.stat().st_size // PAGE
    for page in range(pages // 2, pages // 2 + 6):
        damage(profile.replica, page)
    stores = open_stores(profile, KEYS)
    with pytest.raises(StoreDamagedError):
        stores.replica.alerts.page(limit=600)
    found = []
    for uid in (first, last):
        try:
            found.append(stores.replica.alerts.one(uid))
        except StoreDamagedError:
            found.append(None)
    assert any(found)
    assert stores.desk.audit.verify() == 0
    stores.close()
