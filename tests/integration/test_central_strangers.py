"""Who holds no token costs the centre next to nothing: of what they send not a byte is read before they are refused."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from central.errors import Refused
from central.floods import AT_ONCE, NOTED_A_MINUTE
from central.request import Asker
from central.store.officers import Failures
from central.tls import make_development_certificates
from central.web import endings, threads
from central.web.schema import document
from central.web.serving import served
from sync.protocol.bundle import bundled
from sync.protocol.codes import ITEMS_MEDIA_TYPE, Code
from sync.protocol.dictionary import installed
from sync.protocol.messages import PushBatch, Refresh
from sync.protocol.packing import message_packed
from tests.support.centre import SI_A, SI_B, HandClock, SmallCentre, an_item, small_centre

BEFORE_A_TOKEN = {"/v1/sign-in", "/v1/refresh", "/v1/challenge"}
HASH = "a" * 64
BOMB = message_packed(b" " * 300_000_000)
MANY = message_packed(b'{"items":[' + b"[]," * 1_000_000 + b"[]]}")


@dataclass
class Site:
    """A served centre, spoken to over bare TLS."""

    small: SmallCentre
    tls: Path
    port: int

    def said_to(self, head: str, body: bytes = b"") -> bytes:
        """Send the head of a request, and what there is of its body; give the answer, to the end of the line."""
        context = ssl.create_default_context(cafile=str(self.tls / "ca.pem"))
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=10)
        with context.wrap_socket(plain, server_hostname="localhost") as line:
            line.sendall(f"{head}\r\nHost: l\r\nConnection: close\r\n\r\n".encode() + body)
            said = b""
            while piece := line.recv(65536):
                said += piece
            return said


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give a small centre with small limits, served for all these tests."""
    folder = tmp_path_factory.mktemp("strangers")
    make_development_certificates(folder / "tls")
    with (
        small_centre(folder / "centre", HandClock(datetime.now(UTC)), requests_a_second=1) as small,
        served(small.centre, folder / "tls") as port,
    ):
        yield Site(small, folder / "tls", port)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait a moment only for what a refused client does not send."""
    monkeypatch.setattr(endings, "QUIET_SECONDS", 0.05)


def taking() -> list[tuple[str, str]]:
    """Give every method and path of the published wire that takes a body from one who must be let in."""
    paths: dict[str, dict[str, object]] = json.loads(document())["paths"]
    asked = ((method.upper(), path) for path, methods in paths.items() for method in methods)
    return [(method, path) for method, path in asked if method in ("POST", "PUT") and path not in BEFORE_A_TOKEN]


def test_the_paths_that_take_a_body_are_known() -> None:
    """The test below asks all of them, and whichever comes after."""
    assert {path for _, path in taking()} >= {"/v1/outbox", "/v1/trail", "/v1/messages", "/v2/have", "/v1/whole"}
    assert len(taking()) >= 9


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("method", "path"), taking())
def test_nothing_of_a_strangers_body_is_waited_for(site: Site, method: str, path: str) -> None:
    """They announce much and send nothing: the answer is there, while an officer's would be waited for."""
    asked = f"{method} {path.replace('{sha256}', HASH)}?size=1000&offset=0 HTTP/1.1"
    said = site.said_to(f"{asked}\r\nAuthorization: Bearer {HASH}\r\nContent-Length: 1000")
    assert said.startswith(b"HTTP/1.1 401 ")
    assert Code.SESSION_EXPIRED.encode() in said


@pytest.mark.parametrize(
    ("heads", "body"),
    [
        ("Content-Encoding: zstd", BOMB),
        ("Content-Encoding: zstd", MANY),
        (f"Content-Type: {ITEMS_MEDIA_TYPE}; dictionary={next(iter(installed()))}", BOMB),
        (
            f"Content-Type: {ITEMS_MEDIA_TYPE}; dictionary={next(iter(installed()))}",
            bundled(PushBatch(items=(an_item(),) * 200), next(iter(installed()))),
        ),
    ],
    ids=["a bomb", "much", "a bomb in columns", "columns"],
)
def test_nothing_of_a_strangers_body_is_unpacked_or_understood(site: Site, heads: str, body: bytes) -> None:
    """Whatever it is, the answer is that nobody knows them, never what is wrong with it."""
    head = f"POST /v1/outbox HTTP/1.1\r\nAuthorization: Bearer {HASH}\r\nContent-Length: {len(body)}\r\n{heads}"
    assert site.said_to(head, body).startswith(b"HTTP/1.1 401 ")


@contextmanager
def somebody_writes(small: SmallCentre) -> Iterator[None]:
    """Hold the turn to write for as long as the block lasts."""
    turn, over = threading.Event(), threading.Event()

    def write_for_long() -> None:
        with small.house.store.write():
            turn.set()
            over.wait(20)

    with ThreadPoolExecutor(1) as writer:
        writing = writer.submit(write_for_long)
        assert turn.wait(10)
        try:
            yield
        finally:
            over.set()
            writing.result()


def code_of(asked: Callable[[], object]) -> Code:
    """Ask something that is refused, and soon; give the code."""
    with ThreadPoolExecutor(1) as one, pytest.raises(Refused) as no:
        one.submit(asked).result(10)
    return no.value.code


def test_a_flood_is_refused_while_nobody_can_write(site: Site) -> None:
    """Its lines wait for their turn; the threads that read, and with them everybody who only reads, do not."""
    ours, theirs = site.small.sign_in(), site.small.sign_in(SI_B, machine_id="machine-b")
    assert site.small.lets_in(ours)
    assert site.small.lets_in(theirs)
    asks = "GET /v2/news?since=0&seconds=0 HTTP/1.1\r\nAuthorization: Bearer {}"
    many = threads.READING_THREADS + 2
    site.small.centre.ward.admit(Asker(AT_ONCE, SI_A, "machine-a"))
    with ThreadPoolExecutor(many) as clients:
        with somebody_writes(site.small):
            flood = [clients.submit(site.said_to, asks.format(ours.access_token)) for _ in range(many)]
            for _ in range(5):
                assert site.said_to(asks.format(theirs.access_token)).startswith(b"HTTP/1.1 200 ")
            assert not any(one.done() for one in flood)
        assert all(one.result().startswith(b"HTTP/1.1 503 ") for one in flood)
    assert site.small.acts().count("flood-refused") == many


def test_whoever_knocks_on_and_on_takes_nobodys_turn_to_write(tmp_path: Path) -> None:
    """A login that is locked out, a picture that was not read, a renewal by a made-up token: looked at, and refused.

    The trail says so some thirty times in a minute, and then only what is tried.
    """
    with small_centre(tmp_path, HandClock(), captcha_after=2) as small:

        def knock(login: str) -> Callable[[], object]:
            return lambda: small.sign_in(login, password="a guess")

        for _ in range(2):
            assert code_of(knock(SI_A)) == Code.WRONG_PASSWORD
        now = small.house.clock.now()
        with small.house.store.write() as unit:
            unit.officers.put_failures(SI_B, Failures(9, now + timedelta(minutes=5)), now)
        for _ in range(NOTED_A_MINUTE):
            assert code_of(knock(SI_B)) == Code.LOCKED_OUT
            assert code_of(knock(SI_A)) == Code.CHALLENGE
        made_up = Refresh(refresh_token=f"{HASH}.{HASH}", machine_id="machine-a")
        with somebody_writes(small):
            assert code_of(knock(SI_B)) == Code.LOCKED_OUT
            assert code_of(knock(SI_A)) == Code.CHALLENGE
            assert code_of(lambda: small.centre.refresh(made_up)) == Code.SESSION_EXPIRED
        acts = small.acts()
        assert (acts.count("locked-out"), acts.count("picture-wanted")) == (NOTED_A_MINUTE, NOTED_A_MINUTE)
