"""The watch over a real connection: a dead line is cut at once, a thinking centre is left alone, the pace is kept."""

from __future__ import annotations

import io
import socket
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from station_client.clock import SystemClock
from station_client.errors import LineError, LineStalledError
from sync.https import HttpsTransport, Policy
from sync.https.connections import paced_beyond
from sync.https.cutter import Cutter, source_of, vital
from sync.https.transport import Patience
from sync.https.watch import Watch
from sync.protocol.codes import FEED_MEDIA_TYPE, NEWS_BYTES
from sync.protocol.columns import to_columns
from sync.protocol.frames import Encoding, Kind, Stored, write_frame
from sync.stalls import Doing, RoundTrip, Verdict, Vital
from tests.support.authority import Authority
from tests.support.centre import HandClock
from tests.support.peers import OWN_ID, peer, reply, request_id
from tests.support.streams import end_frame, some_records

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of its connections")
PATIENT = Patience(connect=30, silence=30, message=60)


@dataclass
class Wire:
    """Two ends of a real TCP connection, one of them watched."""

    here: socket.socket
    there: socket.socket
    watch: Watch
    clock: HandClock
    tried: list[float] = field(default_factory=list)
    alive: bool = True


@pytest.fixture
def wire() -> Iterator[Wire]:
    """Give a connection with a watch whose clock is moved by hand; its own thread never gets to look."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        here = socket.create_connection(listening.getsockname())
        there, _ = listening.accept()
    cutter, clock = Cutter(), HandClock()
    cutter.add(here, cutter.cuts)
    made: Wire

    def reaches(seconds: float) -> bool:
        made.tried.append(seconds)
        return made.alive

    made = Wire(here, there, Watch((cutter,), clock, RoundTrip(), reaches), clock)
    yield made
    made.watch.close()
    here.close()
    there.close()


def is_cut(one: socket.socket) -> bool:
    """Tell whether a connection was shut down."""
    one.settimeout(0.2)
    try:
        return one.recv(1) == b""
    except TimeoutError:
        return False


def test_bytes_that_move_keep_a_line_alive(wire: Wire) -> None:
    """Either way counts; silence for less than the limit is nothing."""
    with wire.watch.asking() as question:
        question.doing = Doing.READING
        wire.watch.look()
        for _ in range(5):
            wire.there.sendall(b"x")
            wire.clock.forward(seconds=5)
            assert wire.watch.look() is Verdict.ALIVE
    assert wire.tried == []


def test_an_answer_that_stops_is_cut(wire: Wire) -> None:
    """After six seconds without a byte every socket is dropped, and whoever reads hears it at once."""
    with wire.watch.asking() as question:
        question.doing = Doing.READING
        wire.watch.look()
        wire.clock.forward(seconds=6.1)
        assert wire.watch.look() is Verdict.DEAD
        assert is_cut(wire.here)


def test_a_thinking_centre_is_tried_on_a_fresh_connection(wire: Wire) -> None:
    """It answers the knock: nothing is cut. It does not: the line is dead, whatever the connection believes."""
    with wire.watch.asking():
        wire.watch.look()
        wire.clock.forward(seconds=6.1)
        assert wire.watch.look() is Verdict.ALIVE
        assert wire.tried == [1.3]
        wire.alive = False
        wire.clock.forward(seconds=6.1)
        assert wire.watch.look() is Verdict.DEAD
        assert is_cut(wire.here)


def test_who_waits_for_news_is_left_alone(wire: Wire) -> None:
    """A centre that was asked to keep silent may: no knock, no byte."""
    with wire.watch.asking(patient=True):
        wire.watch.look()
        wire.clock.forward(seconds=120)
        assert wire.watch.look() is Verdict.ALIVE
    assert wire.tried == []
    assert not is_cut(wire.here)


def test_another_address_of_this_pc_ends_the_old_connections() -> None:
    """A connection from an address that this PC would not use any more waits for nobody."""
    with socket.create_server(("127.0.0.1", 0)) as listening, socket.socket() as old:
        old.bind(("127.0.0.2", 0))  # as if this had been the PC's address a minute ago
        old.connect(listening.getsockname())
        cutter = Cutter()
        cutter.add(old, cutter.cuts)
        watch = Watch((cutter,), HandClock(), RoundTrip(), lambda _seconds: True)
        assert source_of("127.0.0.1", 9) == "127.0.0.1"
        with watch.asking(patient=True):
            assert watch.look() is Verdict.DEAD
        assert is_cut(old)
        with socket.create_connection(listening.getsockname()) as fresh, watch.asking(patient=True):
            cutter.add(fresh, cutter.cuts)
            assert watch.look() is Verdict.ALIVE, "one that rested when it was cut means nothing any more"
        watch.close()


def test_the_system_tells_what_was_taken(wire: Wire) -> None:
    """Bytes taken by the other end, bytes that came: the system's own word."""
    before = vital(wire.here)
    wire.here.sendall(b"x" * 1000)
    assert wire.there.recv(1000, socket.MSG_WAITALL) == b"x" * 1000
    wire.there.sendall(b"y" * 70)
    assert wire.here.recv(70, socket.MSG_WAITALL) == b"y" * 70
    after = vital(wire.here)
    assert before is not None
    assert after is not None
    assert (after.taken - before.taken, after.came - before.came, after.pending) == (1000, 70, 0)
    assert after.heard > before.heard


def test_packets_behind_a_lost_one_prove_the_line(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system counts no byte behind a hole; it fills seconds later, at the end of a long queue."""
    heard = 0

    def holed(_one: socket.socket) -> Vital:
        return Vital(taken=500, came=9000, heard=heard, pending=1)

    monkeypatch.setattr("sync.https.watch.vital", holed)
    with wire.watch.asking():
        for heard in range(1, 5):  # noqa: B007 the system's count goes on
            assert wire.watch.look() is Verdict.ALIVE
            wire.clock.forward(seconds=5)
        wire.clock.forward(seconds=1.1)
        assert wire.watch.look() is Verdict.DEAD, "no packet for six seconds"


def test_a_dead_answer_ends_long_before_the_patience_of_its_socket(tmp_path: Path) -> None:
    """The whole way: a centre that stops in the middle is let go after six seconds' silence, not after thirty."""
    authority, clock = Authority(tmp_path), Ahead()
    stopped = threading.Event()

    def stop(connection: socket.socket, _head: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
        stopped.wait(20)

    with peer(stop, authority.issue("good")) as there:
        line = HttpsTransport(there.url, ca_file=authority.file, patience=PATIENT, clock=clock)
        began = time.monotonic()
        threading.Timer(1.2, clock.jump).start()
        with pytest.raises(LineStalledError):
            line.health()
        stopped.set()
        line.close()
    assert time.monotonic() - began < 5


class Ahead(SystemClock):
    """The system's clock, until it jumps seven seconds on."""

    def __init__(self) -> None:
        """Begin with the true time."""
        self._ahead = 0.0

    def jump(self) -> None:
        """Jump."""
        self._ahead = 7.0

    def monotonic(self) -> float:
        """Give seconds that never run backwards."""
        return super().monotonic() + self._ahead


def test_the_watch_ends_with_its_line(tmp_path: Path) -> None:
    """No thread is left behind by a line that was closed; a later question begins another."""
    authority, before = Authority(tmp_path), frozenset(threading.enumerate())
    with peer(b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", authority.issue("good")) as there:
        line = HttpsTransport(there.url, ca_file=authority.file)
        for _ in range(2):
            with pytest.raises(LineError):
                line.health()
            line.close()
            assert not [one for one in threading.enumerate() if one.name == "line" and one not in before]


def test_bulk_keeps_its_pace_and_a_cut_ends_the_wait(tmp_path: Path) -> None:
    """A file goes no faster than State IT said; a pause does not wait for the pace."""
    authority, taken = Authority(tmp_path), threading.Event()

    def take(connection: socket.socket, _head: bytes) -> None:
        while connection.recv(65536):
            taken.set()

    with peer(take, authority.issue("good")) as there:
        line = HttpsTransport(there.url, policy=Policy(authority.file, bytes_per_second=16 * 1024), patience=PATIENT)
        told: list[int] = []
        began = time.monotonic()
        threading.Timer(1.0, line.halt).start()
        with pytest.raises(LineError):
            line.put_slice(
                "t",
                sha256="0" * 64,
                size=10**6,
                offset=0,
                length=10**6,
                body=io.BytesIO(bytes(10**6)),
                progress=told.append,
            )
        assert taken.is_set()
        assert time.monotonic() - began < 3
        assert max(told) <= 64 * 1024  # one second's worth in hand, one more in the second, and what is in the buffer
        line.close()


def test_long_news_keep_the_pace(tmp_path: Path) -> None:
    """An older centre sends all of them over the connection on which they were asked for: they are bulk there, too."""
    authority, frames = Authority(tmp_path), b"".join(map(plain_frame, range(2, 30_002, 500)))

    def tell(connection: socket.socket, head: bytes) -> None:
        whole = frames + end_frame(30_001, 30_001)
        connection.sendall(reply(media=FEED_MEDIA_TYPE, body=whole).replace(OWN_ID, request_id(head)))

    with peer(tell, authority.issue("good")) as there:
        rate = 64 * 1024
        line = HttpsTransport(there.url, policy=Policy(authority.file, bytes_per_second=rate), patience=PATIENT)
        least = (len(frames) - NEWS_BYTES) / rate - 1  # one second's worth is in hand
        assert 0.5 < least < 5
        began = time.monotonic()
        assert len(list(line.feed("t", since=1, dictionary="", most=NEWS_BYTES))) == 61
        assert time.monotonic() - began >= least
        line.close()


def plain_frame(first: int) -> bytes:
    """Write a frame of 500 records, as long on the line as they are."""
    plain = to_columns(some_records(first, first + 499))
    return write_frame(Kind.RECORDS, first + 499, 500, Stored(Encoding.PLAIN, plain, len(plain)))


def test_only_what_comes_after_the_free_bytes_is_held_back() -> None:
    """However the pieces fall."""
    held: list[int] = []
    hold = paced_beyond(100, held.append)
    for count in (60, 60, 30):
        hold(count)
    assert held == [0, 20, 30]
