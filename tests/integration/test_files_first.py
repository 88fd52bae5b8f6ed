"""Files before news: what a cut broke off goes on at once where the copy is new."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from station_client.domain.ids import AlertUid
from station_client.domain.outbox import ItemState
from station_client.errors import CentreRestoredError
from station_client.events import Part, StoreChanged
from station_client.ports import Line
from sync.errand import ERA
from tests.support.scenes import Scene, an_alert, synced_once
from tests.support.stations import pdf


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """Give a scene that has synced once."""
    with synced_once(tmp_path) as made:
        yield made


def test_text_goes_first_then_news_then_files(scene: Scene) -> None:
    """Order matters on a slow line: an alert's text is at the centre before a byte of any file."""
    scene.here.engine.learnt.news_at = None
    item_id = scene.here.write(files=(pdf("a"), pdf("b")))
    status = scene.here.engine.sync_once()
    assert [step.split()[0] for step in scene.line.story] == ["push", "feed", "have", "put", "put"]
    assert (status.line, status.error, status.waiting, status.running) == (Line.GOOD, "", 0, False)
    assert scene.here.item(item_id).state is ItemState.COMPLETE
    assert StoreChanged(frozenset({Part.OUTBOX, Part.RECEIPTS})) in scene.here.told


def test_files_go_on_at_once_where_the_copy_is_new(scene: Scene) -> None:
    """The text first; then the files' bytes, what is missing of them, and news, none of which waits for another."""
    item_id = scene.here.write(files=(pdf("a"), pdf("b")))
    status = scene.here.engine.sync_once()
    steps = [step.split()[0] for step in scene.line.story]
    assert steps[0] == "push"
    assert sorted(steps[1:]) == ["feed", "have", "put", "put"]
    assert (status.waiting, scene.here.item(item_id).state) == (0, ItemState.COMPLETE)


def test_a_restore_that_is_noticed_beside_the_files_has_everything_told_again(scene: Scene) -> None:
    """The copy was new, the files went first; the stream then shows another era, and the texts follow once more."""
    first = scene.here.write()
    scene.here.engine.sync_once()
    scene.here.stores.replica.feed.put_setting(ERA, "1")
    second = scene.here.write(files=(pdf("a"),))
    scene.line.story.clear()
    status = scene.here.engine.sync_once()
    assert status.error == CentreRestoredError.code
    assert [step.split()[0] for step in scene.line.story].count("push") >= 2
    assert {scene.here.item(one).state for one in (first, second)} == {ItemState.COMPLETE}
    assert scene.here.engine.sync_once().refused == 0


def test_news_come_also_where_the_centre_turns_out_to_have_the_files(scene: Scene) -> None:
    """The very bytes are there by another alert: nothing is sent, and the round goes on to the news."""
    scene.here.write(files=(pdf("a"),))
    scene.here.engine.sync_once()
    scene.small.put(an_alert("u9"))
    scene.here.write("The same picture again, of another evening.", files=(pdf("a"),))
    scene.here.engine.sync_once()
    assert scene.here.stores.replica.alerts.one(AlertUid("u9")) is not None
