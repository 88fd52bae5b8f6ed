"""A damaged page in either file is told as damage, and nothing of the file is thrown away."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from station_client.errors import StoreDamagedError
from station_client.store.database import Database
from station_client.store.profile import Profile
from tests.support.casework import alert
from tests.support.damage import ALERTS, DRAFTS, damage, filled, keys, pages, reopened, set_aside


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    """Make a data folder with alerts and drafts, once."""
    return filled(tmp_path_factory.mktemp("made") / "profile")


@pytest.fixture
def profile(made: Profile, tmp_path: Path) -> Profile:
    """Give a copy of it to spoil."""
    return Profile(shutil.copytree(made.path, tmp_path / "profile"))


@pytest.mark.parametrize("name", ["replica", "desk"])
def test_a_damaged_first_page_is_damage_and_not_a_wrong_key(profile: Profile, name: str) -> None:
    """The vault has proved the key; so this is told as damage, and the file is set aside as it is."""
    path = profile.path / f"{name}.db"
    damage(path, 0)
    before = path.read_bytes()
    stores = reopened(profile)
    (mended,) = stores.mended
    assert mended.store == name
    assert (profile.path / mended.set_aside).read_bytes() == before
    stores.close()


def test_whichever_page_of_the_desk_is_damaged_every_draft_is_there(made: Profile, tmp_path: Path) -> None:
    """Page after page: the officer is told that the desk came back from its copy, and misses nothing."""
    for page in range(pages(made.desk)):
        profile = Profile(shutil.copytree(made.path, tmp_path / f"page {page}"))
        damage(profile.desk, page)
        before = profile.desk.read_bytes()
        stores = reopened(profile)
        assert [one.store for one in stores.mended] == ["desk"], page
        assert len(stores.desk.drafts.all()) == DRAFTS
        stores.close()
        assert [one.read_bytes() for one in set_aside(profile, "desk.db")] == [before]
        shutil.rmtree(profile.path)


def test_whichever_page_of_the_replica_is_damaged_no_alert_is_ever_wrong(made: Profile, tmp_path: Path) -> None:
    """Read as it was written, or told as damage; at the next start the centre's copy begins anew. Drafts stay."""
    for page in range(0, pages(made.replica), max(1, pages(made.replica) // 24)):
        profile = Profile(shutil.copytree(made.path, tmp_path / f"page {page}"))
        damage(profile.replica, page)
        stores = reopened(profile)
        try:
            for at in range(0, ALERTS, 60):
                assert stores.replica.alerts.one(alert(at).uid) == (None if stores.mended else alert(at))
            assert stores.replica.search.find(words="robbery").count in {0, ALERTS}
        except StoreDamagedError:
            stores.close()
            stores = reopened(profile)
            assert stores.replica.feed.cursor() == 0
            assert len(set_aside(profile, "replica.db")) == 1
        assert len(stores.desk.drafts.all()) == DRAFTS
        stores.close()
        shutil.rmtree(profile.path)


@pytest.mark.parametrize("table", ["settings", "alembic_version"])
def test_damage_that_is_met_while_the_copy_opens_is_mended_at_once(profile: Profile, table: str) -> None:
    """The officer comes in at this start, not at the next: the copy is set aside, and the centre fills a fresh one."""
    damage(profile.replica, root_page(profile, table))
    stores = reopened(profile)
    assert [one.store for one in stores.mended] == ["replica"]
    assert stores.replica.feed.cursor() == 0
    assert len(stores.desk.drafts.all()) == DRAFTS
    stores.close()
    assert len(set_aside(profile, "replica.db")) == 1


def root_page(profile: Profile, table: str) -> int:
    """Say which page of the copy a table begins on, the first being 0."""
    database = Database(profile.replica, keys().key("replica"), synchronous="normal")
    with database.read() as connection:
        found = connection.execute(text("SELECT rootpage FROM sqlite_master WHERE name = :table"), {"table": table})
        page = int(found.scalar_one()) - 1
    database.close()
    return page


def test_a_lost_salt_loses_nothing(profile: Profile) -> None:
    """The file's first bytes hold only its salt, and that comes from the key."""
    with profile.desk.open("r+b") as file:
        file.write(bytes(16))
    stores = reopened(profile)
    assert len(stores.desk.drafts.all()) == DRAFTS
    stores.close()


def test_a_damaged_page_does_not_spoil_the_rest(profile: Profile) -> None:
    """Reading it is told as damage; reading elsewhere goes on, on a fresh connection."""
    middle = pages(profile.replica) // 2
    for page in range(middle, middle + 6):
        damage(profile.replica, page)
    stores = reopened(profile)
    with pytest.raises(StoreDamagedError):
        stores.replica.alerts.page(limit=ALERTS)
    found = []
    for at in (0, ALERTS - 1):
        try:
            found.append(stores.replica.alerts.one(alert(at).uid))
        except StoreDamagedError:
            found.append(None)
    assert any(found)
    assert stores.desk.audit.verify() == 0
    stores.close()
