"""The sync thread: it works when it is due or asked, rests otherwise, and is gone when it is told to go."""

from __future__ import annotations

import random
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from station_client.clock import SystemClock
from station_client.domain.ids import Login, MachineId
from station_client.domain.outbox import ItemState
from station_client.errors import CentreFaultError, NotSignedInError
from station_client.events import Event
from station_client.ports import Line, SyncControl, Tokens
from sync.backoff import Backoff
from sync.https import HttpsTransport
from sync.https.transport import Patience
from sync.protocol.messages import PushBatch
from sync.scheduler import Scheduler
from tests.support.authority import Authority
from tests.support.centre import SI_A
from tests.support.liars import Lies, LyingLine
from tests.support.lines import Fault
from tests.support.peers import peer
from tests.support.scenes import Scene, synced_once
from tests.support.stations import Station, pdf, station

AN_HOUR = 3600.0
LONG = 20.0


@dataclass
class Desk:
    """A station with a sync thread over a line that fails or lies as it is told."""

    scene: Scene
    scheduler: Scheduler
    lies: Lies

    @property
    def here(self) -> Station:
        """Give the station."""
        return self.scene.here

    def begin(self) -> None:
        """Open the scheduler, and wait for its first round."""
        open_for(self.scheduler, self.here)
        self.until(lambda: self.scheduler.status().next_try is not None)
        self.scene.line.story.clear()

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until the bus has told of something that makes it true."""
        news = threading.Event()

        def hear(_event: Event) -> None:
            news.set()

        stop = self.here.bus.listen(hear)
        end = time.monotonic() + LONG
        while not true():
            assert time.monotonic() < end, self.scheduler.status()
            news.wait(0.5)
            news.clear()
        stop()


def open_for(scheduler: Scheduler, here: Station, *, background: bool = True) -> None:
    """Begin for the station's officer."""
    scheduler.open(here.stores, Login(SI_A), MachineId(here.machine), here.purse, background=background)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a station with a scheduler that is not open yet."""
    with synced_once(tmp_path, LyingLine) as scene:
        assert isinstance(scene.line, LyingLine)
        backoff = Backoff(first=AN_HOUR, most=AN_HOUR)
        scheduler = Scheduler(
            scene.here.engine, SystemClock(), seconds=AN_HOUR, backoff=backoff, chance=random.Random(3)
        )
        yield Desk(scene, scheduler, scene.line.lies)
        scheduler.close()


def test_it_works_at_once_and_then_rests(desk: Desk) -> None:
    """After sign-in a first round, then nothing until it is due."""
    waiting = desk.here.write()
    desk.begin()
    status = desk.scheduler.status()
    assert desk.here.item(waiting).state is ItemState.COMPLETE
    assert status.line is Line.GOOD
    assert status.next_try is not None
    assert status.next_try > datetime.now(UTC) + timedelta(seconds=AN_HOUR * 0.8)


def test_it_wakes_when_asked(desk: Desk) -> None:
    """An alert that is submitted goes out now, not in an hour; the count is right before the line answers."""
    desk.begin()
    item_id = desk.here.write()
    control: SyncControl = desk.scheduler
    control.sync_now()
    desk.until(lambda: desk.here.item(item_id).state is ItemState.COMPLETE)


def test_after_a_failure_it_says_when_it_tries_again(desk: Desk) -> None:
    """The next try lies ahead, and being asked comes before it."""
    desk.begin()
    desk.scene.strike(Fault.CUT)
    item_id = desk.here.write()
    desk.scheduler.sync_now()
    desk.until(lambda: desk.scheduler.status().line is Line.NONE and desk.scheduler.status().next_try is not None)
    assert desk.scheduler.status().error == "centre-unreachable"
    assert desk.scheduler.status().waiting == 1
    desk.scheduler.sync_now()
    desk.until(lambda: desk.here.item(item_id).state is ItemState.COMPLETE)


def test_a_dead_line_is_tried_again_within_seconds(desk: Desk) -> None:
    """Not in the hour that another fault waits: the line is found soon after it returns."""
    desk.begin()
    desk.scene.strike(*[Fault.CUT] * 2)
    desk.scheduler.sync_now()
    desk.until(lambda: desk.scheduler.status().line is Line.NONE and desk.scheduler.status().next_try is not None)
    due = desk.scheduler.status().next_try
    assert due is not None
    assert due < datetime.now(UTC) + timedelta(seconds=9)


def test_a_busy_centre_is_left_alone_as_long_as_it_asked(desk: Desk) -> None:
    """Retry-After is a lower bound of the wait."""
    desk.begin()
    desk.here.write()

    def busy(_batch: PushBatch) -> None:
        raise CentreFaultError("busy", retry_after=7200)

    desk.lies.before_push = busy
    desk.scheduler.sync_now()
    desk.until(lambda: desk.scheduler.status().error == "centre-fault" and desk.scheduler.status().next_try is not None)
    due = desk.scheduler.status().next_try
    assert due is not None
    assert due > datetime.now(UTC) + timedelta(seconds=3500)


def test_paused_it_asks_nothing_and_a_person_still_may(desk: Desk) -> None:
    """Pause holds the thread, not the officer who asks for a round by hand."""
    desk.begin()
    desk.scheduler.pause()
    item_id = desk.here.write()
    desk.here.engine.sync_once(unless_paused=True)
    assert desk.scene.line.story == []
    assert desk.scheduler.status().paused
    assert desk.scheduler.sync_once().waiting == 0
    assert desk.here.item(item_id).state is ItemState.COMPLETE
    late = desk.here.write()
    desk.scheduler.resume()
    desk.until(lambda: desk.here.item(late).state is ItemState.COMPLETE)


def test_a_pause_stops_a_round_between_two_questions(desk: Desk) -> None:
    """What is under way ends without an error; the rest waits for resume."""
    desk.begin()
    item_id = desk.here.write(files=(pdf("a"), pdf("b")))
    desk.lies.before_push = lambda _batch: desk.scheduler.pause()
    desk.scheduler.sync_now()
    desk.until(lambda: desk.here.item(item_id).state is ItemState.RECEIVED and not desk.scheduler.status().running)
    assert desk.scheduler.status().error == ""
    assert not any(step.startswith("put") for step in desk.scene.line.story)
    desk.lies.before_push = Lies().before_push
    desk.scheduler.resume()
    desk.until(lambda: desk.here.item(item_id).state is ItemState.COMPLETE)


def test_what_nobody_foresaw_does_not_end_the_thread(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """It is logged and shown; the next round works."""
    desk.begin()
    item_id = desk.here.write()

    def stumble(_batch: PushBatch) -> None:
        raise ZeroDivisionError

    desk.lies.before_push = stumble
    desk.scheduler.sync_now()
    desk.until(lambda: desk.scheduler.status().error == "unexpected")
    assert "ZeroDivisionError" in caplog.text
    desk.lies.before_push = Lies().before_push
    desk.scheduler.sync_now()
    desk.until(lambda: desk.here.item(item_id).state is ItemState.COMPLETE and desk.scheduler.status().error == "")


def test_closed_it_is_gone_and_can_be_opened_again(desk: Desk) -> None:
    """Sign-out ends the thread and lets go of the stores; the next officer's sign-in begins anew."""
    desk.begin()
    desk.scheduler.close()
    assert "sync" not in {thread.name for thread in threading.enumerate()}
    with pytest.raises(NotSignedInError):
        desk.scheduler.sync_once()
    desk.begin()
    assert desk.scheduler.status().line is Line.GOOD


def test_the_command_line_needs_no_thread(desk: Desk) -> None:
    """A round on the calling thread, and nothing in the background."""
    open_for(desk.scheduler, desk.here, background=False)
    item_id = desk.here.write()
    assert desk.scheduler.status().waiting == 1
    assert desk.scheduler.sync_once().waiting == 0
    assert desk.here.item(item_id).state is ItemState.COMPLETE
    assert "sync" not in {thread.name for thread in threading.enumerate()}


def test_sign_out_does_not_wait_for_a_centre_that_thinks(tmp_path: Path) -> None:
    """The socket is cut under the round: closing takes a moment, and the item stays as it is."""
    authority = Authority(tmp_path)
    asked = threading.Event()

    def think(connection: socket.socket, _head: bytes) -> None:
        asked.set()
        connection.recv(1)

    with peer(think, authority.issue("good")) as there:
        line = HttpsTransport(there.url, ca_file=authority.file, patience=Patience(silence=60))
        with station(tmp_path / "station", line) as here:
            later = datetime.now(UTC) + timedelta(days=1)
            here.purse.held = Tokens("a", later, "r", later)
            item_id = here.write()
            scheduler = Scheduler(here.engine, SystemClock(), seconds=AN_HOUR)
            open_for(scheduler, here)
            assert asked.wait(LONG)
            began = time.monotonic()
            scheduler.close()
            assert time.monotonic() - began < LONG / 4
            assert here.item(item_id).state is ItemState.SENDING
        line.close()
