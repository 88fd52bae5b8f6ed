"""Frames that come with the news: into the copy at once where they go on from it, and left to a round otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from station_client.clock import SystemClock
from station_client.domain.ids import AlertUid, ItemId, Login
from station_client.domain.message import Channel, Delivery, Message, MessageState, Recipient
from station_client.errors import NotSignedInError
from station_client.events import HighAlertArrived
from station_client.ports import Phase
from sync.files import FetchPolicy
from sync.files.beside import Which
from sync.hearing import Tidings
from sync.protocol.feed import End
from sync.protocol.records import FileRecord, GoneRecord
from sync.transport import Heard
from tests.support.centre import SI_A
from tests.support.liars import LyingLine
from tests.support.scenes import Scene, an_alert, synced_once


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """Give a station that has synced once, over a line that can lie about news."""
    with synced_once(tmp_path, LyingLine) as made:
        yield made


def lie(scene: Scene, change: Callable[[Heard], Heard]) -> None:
    """Change what the station hears."""
    assert isinstance(scene.line, LyingLine)
    scene.line.lies.news = change


def holds(scene: Scene, uid: str) -> bool:
    """Tell whether an alert is in the copy."""
    return scene.here.stores.replica.alerts.one(AlertUid(uid)) is not None


def cursor(scene: Scene) -> int:
    """Give the copy's cursor."""
    return scene.here.stores.replica.feed.cursor()


def rung(scene: Scene) -> list[HighAlertArrived]:
    """Give the alerts that rang."""
    return [one for one in scene.here.told if isinstance(one, HighAlertArrived)]


def test_what_comes_with_the_news_is_in_the_copy_and_rings(scene: Scene) -> None:
    """No other question is asked, the board says since when the copy is new, and the next round finds nothing to do."""
    before = scene.here.engine.status().last_sync
    scene.small.put(an_alert("u1"))
    assert scene.here.engine.listen(0) == Tidings(new=True, urgent=True)
    assert (holds(scene, "u1"), rung(scene), scene.line.story) == (True, [HighAlertArrived("u1")], [])
    status = scene.here.engine.status()
    assert status.last_sync != before
    assert (status.phase, status.reading) == (Phase.RESTING, None)
    assert scene.here.engine.listen(0) == Tidings()
    scene.here.engine.sync_once()
    assert rung(scene) == [HighAlertArrived("u1")]
    assert not any(step.startswith("summary") for step in scene.line.story)  # it was compared already


def test_what_is_ordinary_does_not_hurry(scene: Scene) -> None:
    """Nor does a High Alert that is over."""
    scene.small.put(an_alert("u1", category="seizure"), an_alert("u2", life="located"))
    assert scene.here.engine.listen(0) == Tidings(new=True)
    assert (holds(scene, "u1"), holds(scene, "u2"), rung(scene)) == (True, True, [])


def test_what_is_withdrawn_leaves_the_copy(scene: Scene) -> None:
    """A tombstone comes with the news like any record, and the sum is right behind it."""
    scene.small.put(an_alert("u1"), an_alert("u2"))
    scene.here.engine.listen(0)
    scene.small.put(GoneRecord(sequence=0, kind="alert", key="u1"))
    assert scene.here.engine.listen(0) == Tidings(new=True)
    assert (holds(scene, "u1"), holds(scene, "u2")) == (False, True)


def test_frames_are_left_where_a_round_was_quicker(scene: Scene) -> None:
    """They begin where the copy ended when the question was asked; it has gone on since."""

    def meanwhile(heard: Heard) -> Heard:
        scene.here.engine.sync_once()
        return heard

    scene.small.put(an_alert("u1"))
    lie(scene, meanwhile)
    assert scene.here.engine.listen(0) == Tidings()
    assert rung(scene) == [HighAlertArrived("u1")]


def with_end(heard: Heard, **changed: object) -> Heard:
    """Change what the last frame says."""
    *frames, last = heard.frames
    assert isinstance(last.end, End)
    return replace(heard, frames=(*frames, replace(last, end=msgspec.structs.replace(last.end, **changed))))


def test_another_era_is_a_rounds_business(scene: Scene) -> None:
    """The centre was restored and has grown since: nothing of it is believed before the copy is read again."""
    scene.small.put(an_alert("u1"))
    before = cursor(scene)
    lie(scene, lambda heard: with_end(heard, era=5))
    assert scene.here.engine.listen(0) == Tidings(new=True, urgent=True, round=True)
    assert (holds(scene, "u1"), cursor(scene)) == (False, before)


def test_a_sum_that_differs_is_a_rounds_business(scene: Scene) -> None:
    """The alert is shown at once; the round finds out what is wrong with the copy."""
    scene.small.put(an_alert("u1"))

    def other_sum(heard: Heard) -> Heard:
        end = heard.frames[-1].end
        assert end is not None
        assert end.summary is not None
        return with_end(heard, summary=msgspec.structs.replace(end.summary, digest="0" * 32))

    lie(scene, other_sum)
    assert scene.here.engine.listen(0) == Tidings(new=True, urgent=True, round=True)
    assert rung(scene) == [HighAlertArrived("u1")]


def test_a_copy_in_doubt_is_a_rounds_business(scene: Scene) -> None:
    """It is being read anew: what comes from elsewhere in the feed must not move its cursor."""

    def doubted(heard: Heard) -> Heard:
        scene.here.stores.replica.standing.doubt()
        return heard

    scene.small.put(an_alert("u1"))
    lie(scene, doubted)
    assert scene.here.engine.listen(0).round
    assert (holds(scene, "u1"), cursor(scene)) == (False, 0)
    lie(scene, lambda heard: heard)
    scene.here.engine.sync_once()
    assert holds(scene, "u1")


def test_too_much_that_is_to_leave_waits_for_a_person(scene: Scene) -> None:
    """The frames count, nothing leaves, and the round that follows says so."""
    everything = [an_alert(f"u{number}", category="seizure") for number in range(60)]
    scene.small.put(*everything)
    scene.here.engine.sync_once()
    scene.small.put(*(GoneRecord(sequence=0, kind="alert", key=one.uid) for one in everything))
    assert scene.here.engine.listen(0).round
    assert holds(scene, "u0")
    removals = scene.here.engine.sync_once().removals
    assert removals is not None
    assert removals.count == len(everything)


@pytest.mark.parametrize("act", ["halt", "close"])
def test_nothing_is_taken_in_once_the_engine_is_told_to_stop(act: str, scene: Scene) -> None:
    """A pause, a lock, a sign-out: the answer was on its way already."""
    before = cursor(scene)
    errand = scene.here.engine.errand
    assert errand is not None

    def stopped(heard: Heard) -> Heard:
        if act == "halt":
            scene.here.engine.halt()
        else:
            errand.closed.set()
        return heard

    scene.small.put(an_alert("u1"))
    lie(scene, stopped)
    with pytest.raises(NotSignedInError):
        scene.here.engine.listen(0)
    assert (holds(scene, "u1"), cursor(scene)) == (False, before)


def test_files_that_are_to_come_at_once_ask_for_a_round(scene: Scene) -> None:
    """The alert is here; its picture is bulk, which a round brings."""
    scene.here.engine._beside.policy = FetchPolicy(Which.HIGH, most=10_000)
    file = FileRecord(sha256="ab" * 32, size=5_000, name="van.jpg", kind="jpeg")
    scene.small.put(an_alert("u1", files=(file,)))
    assert scene.here.engine.listen(0) == Tidings(new=True, urgent=True, round=True)
    assert rung(scene) == [HighAlertArrived("u1")]


@pytest.mark.parametrize("delivery", [Delivery.HANDED_OVER, Delivery.DELIVERED])
def test_a_message_whose_end_is_not_known_asks_for_a_round(delivery: Delivery, scene: Scene) -> None:
    """What became of it is told in rounds; one that arrived needs none."""
    queued, there = SystemClock().now(), (Recipient("sho@up.gov.in", delivery=delivery),)
    said = Message(ItemId("m1"), Login(SI_A), Channel.EMAIL, there, "The van was found.", queued, 0.0)
    said = replace(said, state=MessageState.AT_CENTRE)
    scene.here.stores.desk.messages.add(said)
    scene.small.put(an_alert("u1"))
    assert scene.here.engine.listen(0).round is (delivery is Delivery.HANDED_OVER)
    assert rung(scene) == [HighAlertArrived("u1")]


def test_a_question_is_held_no_longer_than_its_token_is_good(scene: Scene) -> None:
    """Who waits with a token that ends meanwhile is sent nothing: the next one is got before."""
    errand = scene.here.engine.errand
    held = scene.here.purse.read()
    assert errand is not None
    assert held is not None
    now = errand.clock.now()
    left = int((held.access_until - now).total_seconds())
    assert left - 60 <= errand.lasting(100 * left) <= left
    assert errand.lasting(30) == 30
