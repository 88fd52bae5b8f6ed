"""A file that a person asked for: it is shown coming, and a pause of the sending does not take it away."""

from __future__ import annotations

import hashlib
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from station_client.clock import SystemClock
from station_client.domain.ids import Login, MachineId, Sha256
from station_client.errors import StationError
from station_client.events import Event, SyncMoved
from station_client.ports import Download, Tokens
from sync.https import HttpsTransport
from sync.scheduler import Scheduler
from tests.support.authority import Authority
from tests.support.centre import SI_A
from tests.support.liars import LyingLine
from tests.support.peers import peer
from tests.support.scenes import synced_once
from tests.support.stations import Station, pdf, station

DATA = pdf("evidence", 300_000)
SHA256 = Sha256(hashlib.sha256(DATA).hexdigest())
LONG = 20.0


class SlowCentre:
    """Gives half a file, and the rest when it is told to."""

    def __init__(self) -> None:
        """Begin holding back."""
        self.half_gone = threading.Event()
        self.go_on = threading.Event()

    def answer(self, connection: socket.socket, _head: bytes) -> None:
        """Answer one request for the file."""
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: {len(DATA)}\r\n\r\n"
        connection.sendall(head.encode() + DATA[: len(DATA) // 2])
        self.half_gone.set()
        assert self.go_on.wait(LONG)
        connection.sendall(DATA[len(DATA) // 2 :])


@pytest.fixture
def slow() -> SlowCentre:
    """Give a centre that holds back half of the file."""
    return SlowCentre()


@pytest.fixture
def here(slow: SlowCentre, tmp_path: Path) -> Iterator[Station]:
    """Give a station with a real HTTPS line to the slow centre."""
    authority = Authority(tmp_path)
    with peer(slow.answer, authority.issue("good")) as there:
        line = HttpsTransport(there.url, ca_file=authority.file)
        with station(tmp_path / "station", line) as made:
            later = datetime.now(UTC) + timedelta(days=1)
            made.purse.held = Tokens("a", later, "r", later)
            yield made
        slow.go_on.set()
        line.close()


def fetched_beside(here: Station, scheduler: Scheduler, wrong: list[StationError]) -> threading.Thread:
    """Fetch the file on a thread of its own, as the pool of the face does."""

    def fetch() -> None:
        try:
            scheduler.fetch_file(SHA256)
        except StationError as error:
            wrong.append(error)

    scheduler.open(here.stores, Login(SI_A), MachineId(here.machine), here.purse, background=False)
    thread = threading.Thread(target=fetch)
    thread.start()
    return thread


def test_a_pause_does_not_cut_a_file_that_a_person_waits_for(slow: SlowCentre, here: Station) -> None:
    """Half of the file is here when somebody pauses the sync: the other half comes, on the same connection."""
    scheduler = Scheduler(here.engine, SystemClock(), seconds=3600)
    wrong: list[StationError] = []
    thread = fetched_beside(here, scheduler, wrong)
    assert slow.half_gone.wait(LONG)
    scheduler.pause()
    slow.go_on.set()
    thread.join(LONG)
    assert wrong == []
    assert here.read(SHA256) == DATA
    assert scheduler.status().paused


def test_a_sign_out_does_cut_it(slow: SlowCentre, here: Station) -> None:
    """Nothing is read or written for an officer who has left."""
    scheduler = Scheduler(here.engine, SystemClock(), seconds=3600)
    wrong: list[StationError] = []
    thread = fetched_beside(here, scheduler, wrong)
    assert slow.half_gone.wait(LONG)
    scheduler.close()
    thread.join(LONG)
    assert [one.code for one in wrong] == ["not-signed-in"]
    assert not here.stores.blobs.has(SHA256)


def test_a_file_is_shown_coming(tmp_path: Path) -> None:
    """The bytes that came stand in the status while it comes, and nothing stands there afterwards."""
    with synced_once(tmp_path, LyingLine) as scene:
        assert isinstance(scene.line, LyingLine)
        item_id = scene.here.write(files=(DATA,))
        scene.here.engine.sync_once()
        scene.here.stores.blobs.sweep(())
        seen: list[Download | None] = []

        def watched(pieces: Iterator[bytes]) -> Iterator[bytes]:
            for piece in pieces:
                yield piece
                seen.append(scene.here.engine.status().download)

        scene.line.lies.pieces = watched
        told: list[Event] = []
        stop = scene.here.bus.listen(told.append)
        scene.here.engine.fetch_file(scene.here.item(item_id).files[0].sha256)
        stop()
        steps = [one for one in seen if one is not None]
        assert [one.done for one in steps] == sorted({one.done for one in steps})
        assert (steps[-1].sha256, steps[-1].done) == (SHA256, len(DATA))
        assert scene.here.engine.status().download is None
        assert SyncMoved() in told
