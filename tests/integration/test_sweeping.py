"""Sealed files that nothing names any more go after a day; what anything names stays."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from station_client.domain.alert import AttachedFile
from station_client.domain.ids import MachineId
from station_client.errors import StoreDamagedError
from station_client.security.keyslots import VaultKeys
from station_client.store.profile import Profile
from station_client.store.replica.changes import Changes
from station_client.store.stores import LAST_SYNC, Stores, open_stores
from tests.support.casework import alert, draft, item_of

KEYS = VaultKeys(data=bytes(range(32)), vault_id="0" * 32, machine_id=MachineId("pc"), password_only=False)
NOW = datetime.now(UTC)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """Make a data folder."""
    return Profile(tmp_path / "profile")


@pytest.fixture
def stores(profile: Profile) -> Iterator[Stores]:
    """Open its stores."""
    opened = open_stores(profile, KEYS)
    opened.replica.feed.put_setting(LAST_SYNC, NOW.isoformat())
    yield opened
    opened.close()


def test_the_sweep_takes_old_files_that_nothing_names(profile: Profile, stores: Stores) -> None:
    """What a draft, an item under way or an alert names stays, and so does everything younger."""
    stored = [stores.blobs.put(io.BytesIO(name.encode()), limit=99).sha256 for name in ("draft", "item", "alert", "no")]
    attached = draft().files[0]
    stores.desk.drafts.save(draft(1, files=(replace(attached, sha256=stored[0]),)))
    resting = stores.desk.drafts.save(draft(2, files=(replace(attached, sha256=stored[1]),)))
    stores.desk.outbox.submit(item_of(resting), resting.draft_id)
    stores.replica.feed.apply(Changes(cursor=1, alerts=(alert(0, files=(AttachedFile(stored[2], 5, "a", "pdf"),)),)))
    (profile.blobs / "0123.part").write_bytes(b"left by a power cut")
    assert stores.sweep(NOW - timedelta(days=1)) == 0
    for one in profile.blobs.iterdir():
        os.utime(one, (1, 1))
    young = stores.blobs.put(io.BytesIO(b"young"), limit=99).sha256
    assert stores.sweep(NOW - timedelta(days=1)) == 2
    assert [stores.blobs.has(one) for one in (*stored, young)] == [True, True, True, False, True]


def test_nothing_is_swept_where_a_record_does_not_read(profile: Profile, stores: Stores) -> None:
    """What it named is not known, so everything stays."""
    stores.blobs.put(io.BytesIO(b"perhaps wanted"), limit=99)
    for one in profile.blobs.iterdir():
        os.utime(one, (1, 1))
    stores.desk.drafts.save(draft())
    with stores.desk._database.write() as connection:
        connection.execute(text("UPDATE drafts SET body = x'00'"))
    with pytest.raises(StoreDamagedError):
        stores.sweep(NOW - timedelta(days=1))
    assert len(list(profile.blobs.iterdir())) == 1


@pytest.mark.parametrize("damaged", ["desk", "replica"])
def test_nothing_is_swept_after_damage(profile: Profile, damaged: str) -> None:
    """The drafts of a desk that is set aside name their files yet, and a copy that is filled anew will name its own."""
    first = open_stores(profile, KEYS)
    first.replica.feed.put_setting(LAST_SYNC, NOW.isoformat())
    wanted = first.blobs.put(io.BytesIO(b"of a draft, or of an alert"), limit=99).sha256
    first.close()
    for one in profile.blobs.iterdir():
        os.utime(one, (1, 1))
    (profile.desk if damaged == "desk" else profile.replica).write_bytes(b"\xde\xad" * 4096)
    for _ in range(2):
        stores = open_stores(profile, KEYS)
        assert stores.sweep(NOW - timedelta(days=1)) == 0
        assert stores.blobs.has(wanted)
        stores.close()
    stores = open_stores(profile, KEYS)
    stores.replica.feed.put_setting(LAST_SYNC, NOW.isoformat())  # whole again
    assert stores.sweep(NOW - timedelta(days=1)) == (damaged == "replica")
    stores.close()
