"""Every wait of the centre for a client has an end: for a question, for a body, for somebody to read the answer."""

from __future__ import annotations

import gc
import os
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from central.tls import make_development_certificates
from central.web import bodies, connection, endings, threads
from central.web.serving import served
from sync.protocol.packing import message_packed
from tests.support.centre import SmallCentre, an_item, claim_of, small_centre

LARGE = b"%PDF-1.4\n" + b"evidence" * 3_000_000


@dataclass
class Site:
    """A served centre, spoken to over bare TLS."""

    small: SmallCentre
    tls: Path
    port: int = 0

    def line(self) -> ssl.SSLSocket:
        """Open a connection."""
        context = ssl.create_default_context(cafile=str(self.tls / "ca.pem"))
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        return context.wrap_socket(plain, server_hostname="localhost")

    def head(self, method: str, data: bytes) -> bytes:
        """Claim a file, keep it where it is to be fetched, and write the head of a request for it."""
        grant = self.small.sign_in()
        self.small.push_one(grant, an_item(files=(claim_of(data),)))
        if method == "GET":
            self.small.put_blob(grant, data)
        length = f"Content-Length: {len(data)}\r\n" if method == "PUT" else ""
        token = f"Authorization: Bearer {grant.access_token}\r\n"
        return f"{method} /v1/blobs/{claim_of(data).sha256} HTTP/1.1\r\nHost: l\r\n{length}{token}\r\n".encode()

    def open_files(self) -> int:
        """Count the files of the blob folder that this process holds open."""
        folder = str(self.small.house.settings.blobs)
        names = (Path("/proc/self/fd") / name for name in os.listdir("/proc/self/fd"))  # noqa: PTH208 links, not files
        return sum(str(name.readlink()).startswith(folder) for name in names if name.is_symlink())


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Give a small centre with its certificate, not served yet."""
    make_development_certificates(tmp_path / "tls")
    with small_centre(tmp_path / "centre") as small:
        yield Site(small, tmp_path / "tls")


@pytest.fixture
def site_up(site: Site) -> Iterator[Site]:
    """Give it served."""
    with served(site.small.centre, site.tls) as site.port:
        yield site


def rest(line: ssl.SSLSocket) -> bytes:
    """Read until the other end drops the line."""
    read = b""
    try:
        while piece := line.recv(65536):
            read += piece
    except OSError:
        pass
    return read


@pytest.mark.parametrize("said", [b"", b"GET /v1/health HTTP/1.1\r\nHost: l"], ids=["nothing", "half a head"])
def test_a_connection_that_asks_nothing_is_dropped(site_up: Site, monkeypatch: pytest.MonkeyPatch, said: bytes) -> None:
    """Whether it never begins or never ends its question."""
    monkeypatch.setattr(connection, "QUESTION_SECONDS", 0.3)
    with site_up.line() as line:
        line.sendall(said)
        assert rest(line) == b""


def test_a_connection_that_asks_again_is_kept(site_up: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is for one question; between two a station may be quiet for longer."""
    monkeypatch.setattr(connection, "QUESTION_SECONDS", 0.2)
    with site_up.line() as line:
        for _ in range(2):
            line.sendall(b"GET /v1/health HTTP/1.1\r\nHost: l\r\n\r\n")
            said = b""
            while b"}" not in said:
                said += line.recv(65536)
            assert said.startswith(b"HTTP/1.1 200 ")
            line.settimeout(0.5)
            with pytest.raises(TimeoutError):
                line.recv(1)


@pytest.mark.parametrize(
    ("encoding", "body", "said"),
    [
        ("zstd", message_packed(b" " * 300_000_000), b"a message of more than"),
        ("zstd", b"no zstd at all", b"compressed bytes that are none"),
        ("br", b"{}", b"compressed with zstd or not at all"),
    ],
    ids=["a bomb", "none", "another"],
)
def test_a_compressed_message_is_bounded_and_named(site_up: Site, encoding: str, body: bytes, said: bytes) -> None:
    """What unpacks beyond the limit, does not unpack, or is packed otherwise is refused before it is read."""
    token = site_up.small.sign_in().access_token
    head = f"POST /v1/outbox HTTP/1.1\r\nHost: l\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n"
    head += f"Content-Encoding: {encoding}\r\nContent-Length: {len(body)}\r\n\r\n"
    with site_up.line() as line:
        line.sendall(head.encode() + body)
        answer = rest(line)
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert said in answer


def test_a_body_that_trickles_is_given_up_as_a_whole(site_up: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece in time is not enough: all of them must be."""
    monkeypatch.setattr(bodies, "START_SECONDS", 0.5)
    monkeypatch.setattr(bodies, "LEAST_RATE", 10**9)
    monkeypatch.setattr(endings, "DRAIN_SECONDS", 0.3)
    with site_up.line() as line:
        line.sendall(site_up.head("PUT", LARGE))
        line.settimeout(0.05)
        until, said = time.monotonic() + 15, b""
        while not said and time.monotonic() < until:
            line.sendall(b"%")
            try:
                said = line.recv(65536)
            except TimeoutError:
                continue
        assert said.startswith(b"HTTP/1.1 503 ")
        assert b"connection: close" in said


def test_a_fast_enough_body_has_time() -> None:
    """A large file over the slowest of lines; a message less, a sign-in least."""
    assert 6000 < bodies.allowed(25 * 1024 * 1024) < 7200
    assert bodies.allowed(64 * 1024) < 60


def test_a_client_that_stops_reading_is_dropped_and_the_file_closed(
    site_up: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody holds a file of the centre open by looking away."""
    monkeypatch.setattr(connection, "READING_SECONDS", 0.3)
    head = site_up.head("GET", LARGE)
    with site_up.line() as line:
        line.sendall(head)
        _wait_until(lambda: site_up.open_files() == 1)
        _wait_until(lambda: site_up.open_files() == 0)


def test_a_client_that_goes_away_leaves_no_file_open(site_up: Site) -> None:
    """In the middle of a file."""
    head = site_up.head("GET", LARGE)
    with site_up.line() as line:
        line.sendall(head)
        assert line.recv(1000)
    _wait_until(lambda: site_up.open_files() == 0)
    gc.collect()  # an unclosed file would be told of here, and warnings are errors


def test_a_server_stops_although_a_client_does_not_read(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """In time, with every file closed and every line dropped."""
    monkeypatch.setattr(connection, "LAST_SECONDS", 0.3)
    head = site.head("GET", LARGE)
    with ExitStack() as lines:
        with served(site.small.centre, site.tls) as site.port:
            line = lines.enter_context(site.line())
            lines.enter_context(site.line())
            line.sendall(head)
            _wait_until(lambda: site.open_files() == 1)
            began = time.monotonic()
        assert time.monotonic() - began < 4
        assert site.open_files() == 0
    gc.collect()


def _wait_until(come_true: Callable[[], bool], seconds: float = 10.0) -> None:
    until = time.monotonic() + seconds
    while not come_true():
        assert time.monotonic() < until, "it never came true"
        time.sleep(0.01)


def is_cut(line: ssl.SSLSocket, pieces: Iterator[bytes]) -> bool:
    """Say one piece after the other for as long as the other end listens; tell whether it dropped the line."""
    line.settimeout(0.05)
    try:
        for piece in pieces:
            line.sendall(piece)
            with suppress(TimeoutError):
                if not line.recv(1):
                    return True
    except OSError:
        return True
    return False


IN_CHUNKS = b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n"


@pytest.mark.parametrize(
    "begun",
    [b"GET /v1/health HTTP/1.1\r\nHost: l\r\n", b"POST /v1/sign-in HTTP/1.1\r\nHost: l\r\n" + IN_CHUNKS],
    ids=["a head", "what follows a body"],
)
def test_a_question_that_never_ends_is_dropped_for_its_size(site_up: Site, begun: bytes) -> None:
    """Long before its time is over: what is not a question yet must not fill the centre's memory."""
    began = time.monotonic()
    with site_up.line() as line:
        line.sendall(begun)
        assert is_cut(line, (b"X-More-%d: %s\r\n" % (number, b"x" * 16_000) for number in range(100)))
    assert time.monotonic() - began < connection.QUESTION_SECONDS


def test_what_follows_a_body_is_no_head_of_it(site_up: Site) -> None:
    """Neither a token nor a word on where a request comes from is taken from there."""
    access = site_up.small.sign_in().access_token
    head = b"POST /v1/outbox HTTP/1.1\r\nHost: l\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    behind = b"0\r\nAuthorization: Bearer %s\r\n\r\n" % access.encode()
    with site_up.line() as line:
        line.sendall(head + behind)
        assert rest(line).startswith(b"HTTP/1.1 401 ")


def test_empty_lines_are_no_question(site_up: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that sends them now and then, and nothing else, does not keep its line."""
    monkeypatch.setattr(connection, "QUESTION_SECONDS", 0.5)
    with site_up.line() as line:
        assert is_cut(line, (b"\r\n" for _ in range(100)))


def test_many_questions_at_once_end_the_line(site_up: Site) -> None:
    """A few may follow one another unanswered; thousands would be thousands of answers to keep."""
    asked = b"GET /v1/health HTTP/1.1\r\nHost: l\r\n\r\n"
    with site_up.line() as line:
        line.sendall(asked * 3 + asked.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        assert rest(line).count(b"HTTP/1.1 200 ") == 4
    with site_up.line() as line:
        line.sendall(asked * 100)
        assert rest(line).count(b"HTTP/1.1 200 ") < 100


def test_who_reads_does_not_wait_for_who_writes(site_up: Site) -> None:
    """However many wait for their turn to write: the feed is asked by everybody."""
    access = site_up.small.sign_in().access_token
    question = f"GET /v2/summary?cursor=0 HTTP/1.1\r\nHost: l\r\nAuthorization: Bearer {access}\r\n\r\n".encode()
    body = b'{"refresh_token":"another","machine_id":"m"}'
    asked = b"POST /v1/refresh HTTP/1.1\r\nHost: l\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    with ExitStack() as open_ones:
        reader = open_ones.enter_context(site_up.line())
        reader.sendall(question)
        assert reader.recv(65536).startswith(b"HTTP/1.1 200 ")
        with site_up.small.house.store.write():  # whoever writes now is not done yet
            writers = [open_ones.enter_context(site_up.line()) for _ in range(threads.USUAL_THREADS + 4)]
            for one in writers:
                one.sendall(asked)
            reader.sendall(question)
            assert reader.recv(65536).startswith(b"HTTP/1.1 200 ")
        assert all(one.recv(65536).startswith(b"HTTP/1.1 401 ") for one in writers)


def test_a_token_that_is_new_takes_no_thread_of_those_who_read(site_up: Site) -> None:
    """Its first question notes that it arrived: many at once wait for their turn to write where writers wait."""
    asked = "GET /v2/summary?cursor=0 HTTP/1.1\r\nHost: l\r\nAuthorization: Bearer {}\r\n\r\n"
    known = site_up.small.sign_in().access_token
    fresh = [site_up.small.sign_in(machine_id=f"new-{n}").access_token for n in range(threads.READING_THREADS + 4)]
    with ExitStack() as open_ones:
        reader = open_ones.enter_context(site_up.line())
        reader.sendall(asked.format(known).encode())
        assert reader.recv(65536).startswith(b"HTTP/1.1 200 ")
        with site_up.small.house.store.write():
            newcomers = [open_ones.enter_context(site_up.line()) for _ in fresh]
            for line, access in zip(newcomers, fresh, strict=True):
                line.sendall(asked.format(access).encode())
            reader.sendall(asked.format(known).encode())
            assert reader.recv(65536).startswith(b"HTTP/1.1 200 ")
        assert all(one.recv(65536).startswith(b"HTTP/1.1 200 ") for one in newcomers)
