"""A damaged desk comes back from its second copy, a damaged replica from the centre; nothing is thrown away."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from station_client.domain.outbox import ItemState
from station_client.errors import StoreDamagedError
from station_client.store.copies import Copy, listed, outlived
from station_client.store.database import Database
from station_client.store.profile import Profile
from station_client.store.replica.changes import Changes
from station_client.store.second_copy import SecondCopy
from station_client.store.stores import open_stores
from tests.support.casework import NOON, OFFICER, alert, draft, item_of, private, receipt_of
from tests.support.damage import damage, filled, keys, pages, reopened, set_aside

KEYS = keys()


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """Make a data folder with alerts and sixty drafts, closed."""
    return filled(tmp_path / "profile")


@pytest.mark.parametrize("page", [0, 5, 20])
def test_a_damaged_desk_comes_back_from_its_second_copy(profile: Profile, page: int) -> None:
    """On whatever page it is: the damaged file is kept as it was, and every draft is there."""
    damage(profile.desk, page)
    before = profile.desk.read_bytes()
    stores = reopened(profile)
    (mended,) = stores.mended
    (kept,) = set_aside(profile, "desk.db")
    assert (mended.store, mended.set_aside, kept.read_bytes()) == ("desk", kept.name, before)
    assert mended.copied_at is not None
    assert abs(datetime.now(UTC) - mended.copied_at) < timedelta(minutes=2)
    assert len(stores.desk.drafts.all()) == 60
    stores.close()
    again = reopened(profile)
    assert again.mended == ()
    again.close()


def test_what_was_sent_and_its_receipts_come_back_too(tmp_path: Path) -> None:
    """Items in every state, receipts, earlier versions, the trail and the marks on alerts: as they were."""
    profile = Profile(tmp_path / "profile")
    stores = open_stores(profile, KEYS)
    desk = stores.desk
    written = desk.drafts.save(draft(1))
    desk.drafts.save(replace(written, description="Twelve phones and a tractor."))
    items = []
    for number, state in enumerate(ItemState, start=2):
        saved = desk.drafts.save(draft(number))
        item = replace(item_of(saved, number), state=state)
        desk.outbox.submit(item, saved.draft_id)
        desk.outbox.update(item, receipt_of(item) if state in {ItemState.RECEIVED, ItemState.COMPLETE} else None)
        items.append(item)
        desk.audit.append(OFFICER, "submitted", item.item_id, NOON, 0.0)
    desk.settings.put("note", "kept")

    def held() -> tuple[object, ...]:
        """Give all that the desk has."""
        receipts = [desk.receipts.one(one.item_id) for one in items]
        earlier = desk.drafts.earlier(written.draft_id)
        return (
            desk.drafts.all(),
            desk.outbox.items(),
            receipts,
            earlier,
            desk.audit.entries(),
            desk.settings.get("note"),
        )

    before = held()
    assert len([one for one in before[2] if one]) == 2  # type: ignore[attr-defined] # it is a list
    stores.close()
    damage(profile.desk, 1)
    stores = reopened(profile)
    desk = stores.desk
    assert [one.store for one in stores.mended] == ["desk"]
    assert held() == before
    assert desk.audit.verify() == len(items)
    stores.close()


def test_a_missing_desk_comes_back_too(profile: Profile) -> None:
    """Its stray log is set aside and never meets the copy."""
    profile.desk.unlink()
    stray = profile.desk.with_name("desk.db-wal")
    stray.write_bytes(b"stray" * 2000)
    stores = reopened(profile)
    assert [(one.store, one.set_aside) for one in stores.mended] == [("desk", "")]
    assert len(stores.desk.drafts.all()) == 60
    assert [one.read_bytes() for one in profile.path.glob("desk.db.damaged-*-wal")] == [b"stray" * 2000]
    stores.close()


def test_another_installations_desk_is_set_aside(profile: Profile, tmp_path: Path) -> None:
    """It does not open with this vault's key: this PC's own copy takes its place."""
    other = Profile(tmp_path / "other")
    open_stores(other, keys(2)).close()
    profile.desk.write_bytes(other.desk.read_bytes())
    stores = reopened(profile)
    assert len(stores.desk.drafts.all()) == 60
    assert len(set_aside(profile, "desk.db")) == 1
    stores.close()


def test_a_damaged_copy_gives_way_to_an_older_one(profile: Profile) -> None:
    """The newest sound copy is taken; with none, all is left as it is and said."""
    stores = reopened(profile)
    stores.desk.drafts.save(draft(99))
    stores.close()
    newest, older, *_ = listed(profile.copies)
    for path in (profile.desk, newest.path):
        damage(path, 3)
    stores = reopened(profile)
    assert stores.mended[0].copied_at == older.taken_at
    assert len(stores.desk.drafts.all()) == 60
    stores.close()
    for path in (profile.desk, *(one.path for one in listed(profile.copies))):
        damage(path, 0)
    before = profile.desk.read_bytes()
    with pytest.raises(StoreDamagedError):
        reopened(profile)
    assert profile.desk.read_bytes() == before


def test_a_damaged_replica_begins_anew_and_keeps_the_files(profile: Profile) -> None:
    """A first page shows at once; another page after it was met. The cursor is 0, so the centre fills it."""
    attached = profile.blobs / "sealed"
    attached.write_bytes(b"x")
    damage(profile.replica, 0)
    stores = reopened(profile)
    assert [(one.store, one.copied_at) for one in stores.mended] == [("replica", None)]
    assert stores.replica.feed.cursor() == 0
    stores.replica.feed.apply(Changes(cursor=7, alerts=tuple(alert(number) for number in range(600))))
    stores.close()
    middle = pages(profile.replica) // 2
    for page in range(middle, middle + 6):
        damage(profile.replica, page)
    stores = reopened(profile)
    with pytest.raises(StoreDamagedError):
        stores.replica.alerts.page(limit=600)
    stores.close()
    stores = reopened(profile)
    assert stores.replica.feed.cursor() == 0
    assert len(set_aside(profile, "replica.db")) == 2
    assert attached.exists()
    stores.close()


def test_a_false_alarm_costs_nothing(profile: Profile) -> None:
    """A sound replica that came under suspicion stays."""
    (profile.path / "replica.db.suspect").touch()
    stores = reopened(profile)
    assert (stores.mended, stores.replica.feed.cursor()) == ((), 7)
    assert not (profile.path / "replica.db.suspect").exists()
    stores.close()


def test_the_copy_follows_each_change_while_the_desk_is_open(profile: Profile) -> None:
    """Killed now, a damaged desk would have it; the copy is sealed, and this user's alone."""
    stores = reopened(profile)
    before = listed(profile.copies)[0].number
    saved = stores.desk.drafts.save(draft(77, description="A blue tractor was taken."))
    stores.desk.audit.append(OFFICER, "submitted", "x", NOON, 0.0)
    end = time.monotonic() + 20
    while listed(profile.copies)[0].number == before and time.monotonic() < end:
        time.sleep(0.02)
    newest = listed(profile.copies)[0].path
    assert b"tractor" not in newest.read_bytes()
    assert private(newest)
    copy = Database(newest, KEYS.key("desk"), synchronous="full")
    with copy.read() as connection:
        wanted = "SELECT count(*) FROM drafts WHERE draft_id = ?"
        assert connection.exec_driver_sql(wanted, (saved.draft_id,)).scalar_one() == 1
    copy.close()
    stores.close()
    assert not list(profile.copies.glob(".*"))


def test_a_copy_that_fails_its_proof_takes_no_name(profile: Profile) -> None:
    """Damage in the desk never reaches the copies that were made before it."""
    before = listed(profile.copies)
    second = SecondCopy(profile.copies, KEYS.key("desk"))
    damage(profile.desk, 5)
    database = Database(profile.desk, KEYS.key("desk"), synchronous="full")
    with pytest.raises(StoreDamagedError):
        second.make(database)
    database.close()
    assert listed(profile.copies) == before


def test_a_few_older_copies_are_kept() -> None:
    """The two newest, one an hour, one a day; by number, whatever the clock did."""
    start = datetime(2026, 8, 1, tzinfo=UTC)
    minutes = range(0, 10 * 24 * 60, 7)
    made = [Copy(Path(f"{n}"), n, start + timedelta(minutes=at)) for n, at in enumerate(minutes, 1)]
    newest_first = tuple(reversed(made))
    gone = {one.number for one in outlived(newest_first)}
    kept = [one for one in newest_first if one.number not in gone]
    assert kept[:2] == list(newest_first[:2])
    assert len(kept) <= 2 + 6 + 7
    assert len({one.taken_at.date() for one in kept}) == 7
    back = Copy(Path("back"), 9999, start - timedelta(days=3000))
    assert back not in outlived((back, *newest_first))
