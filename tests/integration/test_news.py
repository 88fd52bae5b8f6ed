"""What a round brings into the copy, on real encrypted stores and a real centre in this process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from station_client.domain.alert import Category, Life
from station_client.domain.ids import AlertUid, OfficeCode
from station_client.domain.office import OfficeKind
from station_client.errors import (
    CentreUnreachableError,
)
from station_client.events import HighAlertArrived, Part, StoreChanged
from station_client.ports import Line
from station_client.store.replica.changes import Changes
from sync.protocol.records import GoneRecord, OfficeRecord
from tests.support.centre import SI_B
from tests.support.lines import Fault, FaultyLine
from tests.support.loopback import Loopback
from tests.support.scenes import Scene, an_alert, synced_once
from tests.support.stations import pdf, station


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """Give a scene that has synced once."""
    with synced_once(tmp_path) as made:
        yield made


def test_a_high_alert_is_told_once_and_never_from_the_first_copy(scene: Scene, tmp_path: Path) -> None:
    """News rings; history does not; a second look at the same alert does not ring again."""
    scene.small.put(an_alert("u1"))
    scene.here.engine.sync_once()
    scene.small.put(an_alert("u1", life="located", version=2))
    scene.here.engine.sync_once()
    assert [one for one in scene.here.told if isinstance(one, HighAlertArrived)] == [HighAlertArrived("u1")]
    with station(tmp_path / "new", Loopback(scene.small.centre), "machine-new") as new:
        new.sign_in()
        new.engine.sync_once()
        assert not [one for one in new.told if isinstance(one, HighAlertArrived)]
        assert new.stores.replica.alerts.one(AlertUid("u1")) is not None


def test_a_stations_own_high_alert_does_not_ring_at_home(scene: Scene) -> None:
    """It comes back with the news, as it must; its writers know it already. The neighbours' alert rings as ever."""
    item_id = scene.here.write("Hue and cry: a white van without a number plate.", category=Category.HIGH_ALERT)
    scene.small.put(an_alert("u1"))
    scene.here.engine.sync_once()
    assert scene.here.stores.replica.alerts.one(AlertUid(item_id)) is not None
    assert [one for one in scene.here.told if isinstance(one, HighAlertArrived)] == [HighAlertArrived("u1")]


def test_words_of_a_newer_centre_are_kept_and_shown(scene: Scene) -> None:
    """Unknown category, life and kind of office: nothing crashes, nothing is dropped, nothing rings."""
    office = OfficeRecord(sequence=0, code="99", kind="drone-unit", name="D1", district_code="48", state_code="05")
    scene.small.put(an_alert("u2", category="cyber-attack", life="merged"), office)
    scene.here.engine.sync_once()
    alert = scene.here.stores.replica.alerts.one(AlertUid("u2"))
    assert alert is not None
    assert (alert.category, alert.life) == (Category.HIGH_ALERT, Life.CORRECTED)
    assert alert.description.startswith("[cyber-attack] Hue and cry")
    found = scene.here.stores.replica.directory.office(OfficeCode("99"))
    assert found is not None
    assert found.kind is OfficeKind.HIGHER_OFFICE
    assert not [one for one in scene.here.told if isinstance(one, HighAlertArrived)]


def test_a_newer_program_reads_again_what_an_older_one_did_not_understand(scene: Scene) -> None:
    """After an update the copy is made anew, once, when the centre has answered."""
    scene.small.put(an_alert("u2", category="cyber-attack"))
    scene.here.engine.sync_once()
    scene.here.stores.replica.feed.put_setting("newer-words", "0.0.1")
    scene.strike(Fault.CUT)
    with pytest.raises(CentreUnreachableError):
        scene.here.engine.sync_once()
    assert scene.here.stores.replica.alerts.one(AlertUid("u2")) is not None
    scene.line.story.clear()
    scene.here.engine.sync_once()
    assert "feed 0: none" in scene.line.story
    assert scene.here.stores.replica.alerts.one(AlertUid("u2")) is not None


def test_what_is_withdrawn_leaves_the_copy_and_nothing_else(scene: Scene) -> None:
    """A tombstone takes the alert out of the copy; the outbox and its receipt stay."""
    item_id = scene.here.write()
    scene.here.engine.sync_once()
    scene.small.put(GoneRecord(sequence=0, kind="alert", key=item_id))
    scene.here.engine.sync_once()
    assert scene.here.stores.replica.alerts.one(AlertUid(item_id)) is None
    assert scene.here.stores.desk.receipts.one(item_id) is not None


def test_a_restored_centre_is_noticed_said_and_read_again(scene: Scene) -> None:
    """Its head is behind this PC's cursor: nothing here is dropped, and what is new there arrives."""
    scene.small.put(an_alert("before"))
    scene.here.engine.sync_once()
    feed = scene.here.stores.replica.feed
    feed.apply(Changes(cursor=feed.cursor() + 1000))
    status = scene.here.engine.sync_once()
    assert (status.line, status.error) == (Line.GOOD, "centre-restored")
    assert scene.here.stores.replica.alerts.one(AlertUid("before")) is not None
    scene.small.put(an_alert("after"))
    assert scene.here.engine.sync_once().error == "centre-restored"  # until the officer signs out
    assert scene.here.stores.replica.alerts.one(AlertUid("after")) is not None


def test_after_a_restore_the_centres_word_counts_even_if_its_numbers_are_lower(scene: Scene) -> None:
    """What was changed twice around the restore is shown as the centre has it now, and nothing is dropped."""
    scene.small.put(an_alert("u1"))
    scene.here.engine.sync_once()
    replica = scene.here.stores.replica
    stored = replica.alerts.one(AlertUid("u1"))
    assert stored is not None
    ahead = replace(stored, sequence=stored.sequence + 500, life=Life.LOCATED, version=2)
    replica.feed.apply(Changes(cursor=replica.feed.cursor() + 1000, alerts=(ahead,)))
    scene.here.told.clear()
    assert scene.here.engine.sync_once().error == "centre-restored"
    now = replica.alerts.one(AlertUid("u1"))
    assert now is not None
    assert (now.life, now.version) == (Life.ACTIVE, 1)
    assert not [one for one in scene.here.told if isinstance(one, HighAlertArrived)]


def test_a_file_is_fetched_once_and_verified(scene: Scene, tmp_path: Path) -> None:
    """Another station brings the bytes on demand; a second wish asks nobody."""
    data = pdf("evidence", 200_000)
    item_id = scene.here.write(files=(data,))
    scene.here.engine.sync_once()
    sha256 = scene.here.item(item_id).files[0].sha256
    line = FaultyLine(Loopback(scene.small.centre))
    with station(tmp_path / "other", line, "machine-b") as other:
        other.sign_in(SI_B)
        other.engine.fetch_file(sha256)
        other.engine.fetch_file(sha256)
        assert other.read(sha256) == data
        assert sum(step.startswith("get") for step in line.story) == 1
        assert StoreChanged(frozenset({Part.BLOBS})) in other.told


def test_a_token_near_its_end_is_renewed_before_it_is_refused(scene: Scene) -> None:
    """A question with a token that has ended is asked twice; the refresh before it costs the least."""
    held = scene.here.purse.held
    assert held is not None
    scene.here.purse.held = replace(held, access_until=scene.here.clock.now() + timedelta(seconds=20))
    scene.line.story.clear()
    scene.here.engine.sync_once()
    assert [step.split(":")[0].split()[0] for step in scene.line.story] == ["refresh", "feed"]
    assert scene.here.purse.held.access != held.access
