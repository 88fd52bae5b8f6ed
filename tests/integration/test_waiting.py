"""News without polling: the centre holds a question, and a round begins as soon as something is new there."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from station_client.clock import SystemClock
from station_client.domain.ids import AlertUid, Login, MachineId
from station_client.domain.outbox import ItemState
from station_client.errors import CentreFaultError, LineStalledError, RefusalError
from station_client.events import Event, HighAlertArrived
from station_client.ports import Line, Phase
from sync.backoff import Backoff
from sync.protocol.codes import Code
from sync.protocol.slices import SliceAnswer
from sync.scheduler import LISTENING_SECONDS, Scheduler
from sync.transport import Heard
from tests.support.centre import SI_A
from tests.support.liars import LyingLine
from tests.support.scenes import Scene, an_alert, synced_once
from tests.support.stations import pdf

AN_HOUR = 3600.0
LONG = 20.0


class Post:
    """A station with its threads, over a line that can lie about news."""

    def __init__(self, scene: Scene, seconds: float) -> None:
        assert isinstance(scene.line, LyingLine)
        self.scene, self.lies = scene, scene.line.lies
        backoff = Backoff(first=AN_HOUR, most=AN_HOUR)
        self.scheduler = Scheduler(
            scene.here.engine, SystemClock(), seconds=seconds, backoff=backoff, chance=random.Random(3)
        )

    def begin(self) -> None:
        """Sign in, and wait until the station listens."""
        here = self.scene.here
        self.scheduler.open(here.stores, Login(SI_A), MachineId(here.machine), here.purse)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until the bus has told of something that makes it true."""
        news = threading.Event()

        def hear(_event: Event) -> None:
            news.set()

        stop = self.scene.here.bus.listen(hear)
        end = time.monotonic() + LONG
        while not true():
            assert time.monotonic() < end, self.scheduler.status()
            news.wait(0.2)
            news.clear()
        stop()

    def listens(self) -> bool:
        """Tell whether the centre holds a question of this station's."""
        return self.scheduler.status().phase is Phase.LISTENING

    def rounds(self) -> int:
        """Count the streams that were asked for."""
        return sum(step.startswith("feed") for step in self.scene.line.story)


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    """Give a station whose clock would leave it alone for an hour."""
    with synced_once(tmp_path, LyingLine) as scene:
        made = Post(scene, AN_HOUR)
        yield made
        made.scheduler.close()


def test_an_alert_from_elsewhere_is_here_within_seconds(post: Post) -> None:
    """No round is due for half an hour, and none is needed: the centre's answer brings the alert, and it rings."""
    post.begin()
    post.until(post.listens)
    due = post.scheduler.status().next_try
    assert due is not None
    assert (due - SystemClock().now()).total_seconds() > LISTENING_SECONDS / 2
    began = time.monotonic()
    post.scene.small.put(an_alert("urgent"))
    post.until(lambda: HighAlertArrived("urgent") in post.scene.here.told)
    assert time.monotonic() - began < 10
    post.scene.small.put(an_alert("another"))
    post.until(lambda: HighAlertArrived("another") in post.scene.here.told)
    assert post.rounds() == 1  # both came with the news
    post.until(post.listens)


@pytest.mark.parametrize("frames", [True, False], ids=["with-frames", "told-only"])
def test_news_come_while_files_are_sent(frames: bool, post: Post) -> None:  # noqa: FBT001 two cases of one test
    """A slow upload takes minutes; the alert of another station rings before its next piece is through."""
    rung, held = threading.Event(), threading.Event()
    post.scene.here.bus.listen(lambda event: rung.set() if event == HighAlertArrived("urgent") else None)

    def slow(answer: SliceAnswer) -> SliceAnswer:
        if not held.is_set():
            held.set()
            post.scene.small.put(an_alert("urgent"))
            assert rung.wait(LONG)
        return answer

    post.lies.verified = slow
    if not frames:
        post.lies.news = lambda heard: replace(heard, frames=())
    item_id = post.scene.here.write(files=(pdf("evidence", 40_000),))
    post.begin()
    post.until(lambda: post.scene.here.item(item_id).state is ItemState.COMPLETE)
    post.until(rung.is_set)


def test_where_the_centre_sends_no_frames_a_round_brings_them(post: Post) -> None:
    """An older centre, or more than comes along: the alert is asked for at once."""
    post.lies.news = lambda heard: replace(heard, frames=())
    post.begin()
    post.until(post.listens)
    post.scene.small.put(an_alert("urgent"))
    post.until(lambda: HighAlertArrived("urgent") in post.scene.here.told)
    assert post.rounds() == 2


def test_nothing_new_asks_for_no_round(post: Post) -> None:
    """A question that comes back empty is asked again, and that is all."""
    asked = threading.Semaphore(0)

    def quiet(news: Heard) -> Heard:
        asked.release()
        return news

    post.lies.news = quiet
    usual = post.scene.line.wait

    def at_once(access: str, *, since: int, seconds: int, dictionary: str | None = None) -> Heard:
        return usual(access, since=since, seconds=seconds * 0, dictionary=dictionary)

    post.scene.line.wait = at_once  # type: ignore[method-assign]  # nothing is held
    post.begin()
    for _ in range(5):
        assert asked.acquire(timeout=LONG)
    assert post.rounds() == 1


@pytest.mark.parametrize("act", ["pause", "close"])
def test_a_question_that_is_held_ends_at_once(act: str, post: Post) -> None:
    """Neither a pause nor a sign-out waits for the centre's answer; nothing is shown as an error."""
    post.begin()
    post.until(post.listens)
    began = time.monotonic()
    getattr(post.scheduler, act)()
    post.until(lambda: not post.listens())
    assert time.monotonic() - began < 5
    assert post.scheduler.status().error == ""
    if act == "close":
        assert not {"sync", "waiting"} & {thread.name for thread in threading.enumerate()}
        return
    rounds = post.rounds()
    post.scene.small.put(an_alert("meanwhile"))
    post.scheduler.resume()
    post.until(lambda: post.scene.here.stores.replica.alerts.one(AlertUid("meanwhile")) is not None)
    assert post.rounds() > rounds
    post.until(post.listens)


def test_a_cut_question_is_answered_by_a_round(post: Post) -> None:
    """A line that went is found out at once, and not when the next round is due."""
    held = threading.Event()

    def cut(access: str, *, since: int, seconds: int, dictionary: str | None = None) -> Heard:
        assert access != dictionary
        assert seconds > since * 0
        held.wait(LONG)
        raise LineStalledError("cut")

    post.scene.line.wait = cut  # type: ignore[method-assign]  # the line is cut under it
    post.begin()
    post.until(post.listens)
    rounds = post.rounds()
    held.set()
    post.until(lambda: post.rounds() > rounds)


@pytest.mark.parametrize(
    "wrong",
    [LineStalledError("a proxy"), CentreFaultError("busy", 900, Code.BUSY), RefusalError(Code.NOT_FOUND)],
    ids=["cut", "busy", "not-found"],
)
def test_where_nothing_is_held_the_clock_takes_over(wrong: Exception, tmp_path: Path) -> None:
    """A proxy that cuts it, a centre without room for it, an older centre: rounds by the State's interval."""
    with synced_once(tmp_path, LyingLine) as scene:
        post = Post(scene, 5.0)
        asked: list[int] = []

        def fail(access: str, *, since: int, seconds: int, dictionary: str | None = None) -> Heard:
            assert access != dictionary
            asked.append(since + seconds * 0)
            raise wrong

        scene.line.wait = fail  # type: ignore[method-assign]  # nothing is ever held
        post.begin()
        post.until(lambda: post.rounds() >= 2)
        due = post.scheduler.status().next_try
        post.until(lambda: post.scheduler.status().next_try is not None)
        due = post.scheduler.status().next_try
        assert due is not None
        assert (due - SystemClock().now()).total_seconds() < 10
        assert len(asked) == 1
        assert (post.scheduler.status().line, post.scheduler.status().error) == (Line.GOOD, "")
        post.scheduler.close()


def test_lies_about_news_cost_little(post: Post) -> None:
    """A centre that always says there is something makes rounds, but not one after the other without a breath."""
    usual = post.scene.line.wait

    def always(access: str, *, since: int, seconds: int, dictionary: str | None = None) -> Heard:
        said = usual(access, since=since, seconds=seconds * 0, dictionary=dictionary)
        return Heard(since + 10_000, said.server_time, high_alerts=True)

    post.scene.line.wait = always  # type: ignore[method-assign]  # always something
    post.begin()
    began = time.monotonic()
    post.until(lambda: post.rounds() >= 3)
    assert time.monotonic() - began > 2.0
