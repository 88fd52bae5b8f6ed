"""Outside the hours text goes and files wait; a High Alert waits for nothing; a pause outlasts a restart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import BinaryIO

import pytest

from station_client.clock import SystemClock, to_ist
from station_client.domain.alert import Category
from station_client.domain.outbox import ItemState
from sync.engine import Engine
from sync.hours import Hours
from sync.protocol.slices import SliceAnswer
from sync.scheduler import Scheduler
from sync.transport import Progress
from tests.integration.test_scheduler import open_for
from tests.support.scenes import Scene, synced_once
from tests.support.stations import pdf


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """Give a station that has synced once."""
    with synced_once(tmp_path) as made:
        yield made


def closed_now() -> Hours:
    """Give hours that begin in three hours and last one."""
    local = to_ist(datetime.now(UTC) + timedelta(hours=3))
    return Hours((time(local.hour, 0), time((local.hour + 1) % 24, 0)))


def test_text_goes_and_files_wait_for_their_hours(scene: Scene) -> None:
    """The alert is received; its files are said to wait, and since when they may go; later they go by themselves."""
    scene.here.engine._hours = closed_now()
    scene.here.open()
    waiting = scene.here.write(files=(pdf("a"),))
    status = scene.here.engine.sync_once()
    assert scene.here.item(waiting).state is ItemState.RECEIVED
    assert status.files_from is not None
    assert not any(step.startswith(("put", "slice", "have")) for step in scene.line.story)
    scene.here.engine._hours = Hours()
    scene.here.open()
    assert scene.here.engine.sync_once().files_from is None
    assert scene.here.item(waiting).state is ItemState.COMPLETE


def test_a_high_alert_takes_its_files_along(scene: Scene) -> None:
    """Whatever the hour, its photograph must reach the others."""
    scene.here.engine._hours = closed_now()
    scene.here.open()
    urgent = scene.here.write(files=(pdf("b"),), category=Category.HIGH_ALERT)
    scene.here.engine.sync_once()
    assert scene.here.item(urgent).state is ItemState.COMPLETE


def test_a_pause_outlasts_the_program(scene: Scene) -> None:
    """Who paused yesterday is still paused after the night; resume is remembered as well."""
    for paused in (True, False):
        before = Scheduler(scene.here.engine, SystemClock(), seconds=3600)
        open_for(before, scene.here, background=False)
        (before.pause if paused else before.resume)()
        before.close()
        after = Scheduler(Engine(scene.line, SystemClock(), scene.here.bus), SystemClock(), seconds=3600)
        open_for(after, scene.here, background=False)
        assert after.status().paused is paused
        after.close()


class Ticking:
    """A wall clock that goes on a minute with each piece that is sent: the hours end in the middle of a file."""

    def __init__(self, start: datetime) -> None:
        """Begin at ``start``."""
        self.at = start

    def now(self) -> datetime:
        """Give the time."""
        return self.at

    def monotonic(self) -> float:
        """Give the seconds that pass for the threads."""
        return SystemClock().monotonic()


def test_the_hours_end_in_the_middle_of_a_file(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in hand is sent, the rest waits for the next night, and it is said when that is."""
    start = datetime.now(UTC)
    clock, local = Ticking(start), to_ist(start)
    scene.here.engine._clock = clock
    scene.here.engine._hours = Hours((time(local.hour, local.minute), (local + timedelta(minutes=2)).time()))
    scene.here.open()
    whole = scene.line.put_slice

    def put(
        access: str, *, sha256: str, size: int, offset: int, length: int, body: BinaryIO, progress: Progress
    ) -> SliceAnswer:
        clock.at += timedelta(minutes=1)
        return whole(access, sha256=sha256, size=size, offset=offset, length=length, body=body, progress=progress)

    monkeypatch.setattr(scene.line, "put_slice", put)
    waiting = scene.here.write(files=tuple(pdf(f"page {one}", 300_000) for one in range(5)))
    status = scene.here.engine.sync_once()
    assert scene.here.item(waiting).state is ItemState.RECEIVED
    assert 0 < scene.line.carried() < 5 * 300_000
    assert status.files_from is not None
    assert status.transfer is None
    scene.here.engine._hours = Hours()
    scene.here.open()
    scene.here.engine.sync_once()
    assert scene.here.item(waiting).state is ItemState.COMPLETE
