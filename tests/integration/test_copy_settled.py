"""After a stream: what is to leave leaves under a guard, the copy is compared, and read anew where it differs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from station_client.clock import SystemClock
from station_client.domain.ids import AlertUid
from station_client.errors import CursorTooOldError
from station_client.ports import Line, Phase, Removals
from station_client.store.replica.changes import Changes, Gone
from sync.protocol.feed import Summary
from sync.protocol.frames import Frame
from sync.protocol.records import GoneRecord
from sync.scheduler import Scheduler
from tests.support.liars import Lies, LyingLine
from tests.support.scenes import Scene, an_alert, synced_once

MANY = 60


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """Give a station that has synced once over a line that can lie."""
    with synced_once(tmp_path, LyingLine) as made:
        made.small.put(*(an_alert(f"u{at}") for at in range(MANY)))
        made.here.engine.sync_once()
        made.here.told.clear()
        made.line.story.clear()
        yield made


def lies(scene: Scene) -> Lies:
    """Give what the line lies."""
    assert isinstance(scene.line, LyingLine)
    return scene.line.lies


def withdraw(scene: Scene, many: int = MANY) -> None:
    """Let the centre withdraw alerts."""
    scene.small.put(*(GoneRecord(sequence=0, kind="alert", key=f"u{at}") for at in range(many)))


def here(scene: Scene, uid: str) -> bool:
    """Tell whether the copy holds an alert."""
    return scene.here.stores.replica.alerts.one(AlertUid(uid)) is not None


def test_a_few_withdrawals_leave_at_once(scene: Scene) -> None:
    """Fifty ask nobody."""
    withdraw(scene, 50)
    status = scene.here.engine.sync_once()
    assert (status.error, status.removals) == ("", None)
    assert not here(scene, "u49")
    assert here(scene, "u50")


def test_too_many_wait_for_a_person_and_news_still_come(scene: Scene) -> None:
    """Nothing of it is taken out; it is said, also after a restart; what is new arrives all the same."""
    withdraw(scene)
    scene.small.put(an_alert("new"))
    held = scene.here.stores.replica.standing.tally().records
    status = scene.here.engine.sync_once()
    assert (status.line, status.error) == (Line.GOOD, "too-many-gone")
    assert status.removals == Removals(MANY, held + 1)
    assert here(scene, "u0")
    assert here(scene, "new")
    assert scene.here.engine.sync_once().removals == status.removals
    scene.here.restart()
    scene.here.open()
    assert scene.here.engine.status().removals == status.removals


def test_who_agrees_agrees_once(scene: Scene) -> None:
    """The next round takes them out; a second wave is asked about again."""
    withdraw(scene)
    scene.here.engine.sync_once()
    Scheduler(scene.here.engine, SystemClock(), seconds=60).sync_now(accept_removals=True)
    assert scene.here.engine.learnt.agreed == MANY
    status = scene.here.engine.sync_once()
    assert (status.error, status.removals) == ("", None)
    assert not here(scene, "u0")
    scene.small.put(*(an_alert(f"v{at}") for at in range(MANY)))
    scene.here.engine.sync_once()
    scene.small.put(*(GoneRecord(sequence=0, kind="alert", key=f"v{at}") for at in range(MANY)))
    assert scene.here.engine.sync_once().removals is not None


def test_more_than_was_agreed_to_is_asked_about_again(scene: Scene) -> None:
    """The officer said yes to sixty, not to seventy."""
    withdraw(scene)
    scene.here.engine.sync_once()
    scene.small.put(*(an_alert(f"v{at}") for at in range(10)))
    scene.here.engine.sync_once()
    Scheduler(scene.here.engine, SystemClock(), seconds=60).sync_now(accept_removals=True)
    scene.small.put(*(GoneRecord(sequence=0, kind="alert", key=f"v{at}") for at in range(10)))
    status = scene.here.engine.sync_once()
    assert status.removals is not None
    assert status.removals.count == MANY + 10
    assert here(scene, "u0")


def test_what_agrees_is_remembered(scene: Scene) -> None:
    """Copy and centre count the same after a sync; nothing is asked twice."""
    feed = scene.here.stores.replica.feed
    assert feed.setting("compared") == str(feed.cursor())
    assert [step.split()[0] for step in scene.line.story] == []


def test_a_copy_that_differs_is_read_anew_once(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    """One alert is missing and one is too many: both are put right in one round, and it is logged."""
    feed = scene.here.stores.replica.feed
    feed.apply(Changes(cursor=feed.cursor(), gone=(Gone("alert", "u1"),)))
    lost = scene.here.stores.replica.alerts.one(AlertUid("u2"))
    assert lost is not None
    with caplog.at_level(logging.WARNING):
        status = scene.here.engine.sync_once()
    assert "differs from the centre's" in caplog.text
    assert (status.error, status.phase) == ("", Phase.RESTING)
    assert here(scene, "u1")
    assert not scene.here.stores.replica.standing.doubted()
    scene.line.story.clear()
    scene.here.engine.sync_once()
    assert "feed 0: none" not in scene.line.story


def test_a_difference_that_stays_is_said_and_not_fetched_over_and_over(scene: Scene) -> None:
    """A centre that counts wrongly makes no loop; a day later it is tried once more."""

    def wrong(summary: Summary) -> Summary:
        return msgspec.structs.replace(summary, digest="0" * 32)

    def lie(frame: Frame) -> Frame:
        if frame.end is None or frame.end.summary is None:
            return frame
        end = msgspec.structs.replace(frame.end, summary=wrong(frame.end.summary))
        return Frame(frame.kind, frame.cursor, frame.records, frame.run, frame.after, end)

    lies(scene).frame, lies(scene).summary = lie, wrong
    for _ in range(3):
        status = scene.here.engine.sync_once()
        assert (status.line, status.error) == (Line.GOOD, "copy-differs")
    assert sum(step.startswith("feed 0") for step in scene.line.story) == 1
    assert here(scene, "u0")
    day_before = scene.here.clock.now() - timedelta(hours=25)
    scene.here.stores.replica.feed.put_setting("read-anew", day_before.isoformat())
    scene.here.engine.sync_once()
    assert sum(step.startswith("feed 0") for step in scene.line.story) == 2
    lies(scene).frame, lies(scene).summary = Lies().frame, Lies().summary
    assert scene.here.engine.sync_once().error == ""


def test_a_copy_that_is_too_old_is_read_anew_and_never_emptied(scene: Scene) -> None:
    """410: everything stays while it is read; what the centre no longer has leaves at the end, under the guard."""
    feed = scene.here.stores.replica.feed
    line = scene.line
    cursor = feed.cursor()
    withdraw(scene, 3)
    scene.small.put(an_alert("new"))
    usual, asked = line.feed, []

    def forgetful(access: str, *, since: int, dictionary: str, most: int | None = None) -> Iterator[Frame]:
        asked.append(since)
        if since:
            raise CursorTooOldError("cursor-too-old")
        for frame in usual(access, since=since, dictionary=dictionary, most=most):
            assert here(scene, "u0")
            records = tuple(one for one in frame.records if not isinstance(one, GoneRecord))
            yield Frame(frame.kind, frame.cursor, records, frame.run, frame.after, frame.end)

    line.feed = forgetful  # type: ignore[method-assign]  # the centre forgot its withdrawals
    assert scene.here.engine.sync_once().error == ""
    assert asked == [cursor, 0]
    assert [here(scene, uid) for uid in ("u0", "u2", "u3", "new")] == [False, False, True, True]
