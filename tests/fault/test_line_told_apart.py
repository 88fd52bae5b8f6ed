"""Everything that can be wrong with a line has a name of its own, learnt from a real end of a real connection."""

from __future__ import annotations

import datetime as dt
import errno
import socket
import ssl
import struct
import time
from collections.abc import Callable
from email.utils import format_datetime
from pathlib import Path

import pytest
from urllib3.exceptions import NewConnectionError

from station_client.errors import (
    CaptivePortalError,
    CentreFullError,
    CertificateExpiredError,
    CertificateNotYetError,
    ClockHidesCentreError,
    ForeignAnswerError,
    LineCutError,
    LineError,
    LineStalledError,
    NameNotFoundError,
    NobodyListensError,
    NoRouteError,
    NotPinnedError,
    OtherAuthorityError,
    ProxyRefusedError,
    RedirectRefusedError,
    SelfSignedError,
    TlsStrippedError,
    TlsTooOldError,
    WrongNameError,
)
from station_client.security.pins import key_pin
from sync.https import HttpsTransport, Policy
from sync.https.faults import line_error
from sync.https.transport import Patience
from sync.protocol.messages import SignIn
from tests.support.authority import Authority, Pair, self_signed
from tests.support.peers import Peer, peer, reply

HEALTH = b'{"centre":"c","server_time":"2026-08-14T06:30:00Z","protocol":1,"oldest_protocol":1}'
HURRIED = Patience(connect=2.0, silence=2.0, message=0.6, blob=1.0)
ASK = SignIn(login="asharma", password="never on a strange line", machine_id="m", machine_name="n", program_version="0")
DAY = dt.timedelta(days=1)
PAGE = b"<html>Please log in</html>"


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """Give the State's authority."""
    return Authority(tmp_path)


@pytest.fixture
def good(authority: Authority) -> Pair:
    """Give a certificate that is in order."""
    return authority.issue("good")


def line(url: str, authority: Authority, **policy: object) -> HttpsTransport:
    """Give a line that trusts the authority and has little patience."""
    return HttpsTransport(url, policy=Policy(authority.file, **policy), patience=HURRIED)  # type: ignore[arg-type]


def told(there: Peer, authority: Authority, **policy: object) -> LineError:
    """Sign in over a line that must fail, and give what an officer is told; the password has not left."""
    made = line(there.url, authority, **policy)
    try:
        with pytest.raises(LineError) as raised:
            made.sign_in(ASK)
    finally:
        made.close()
    return raised.value


def dated(ago: dt.timedelta) -> bytes:
    """Answer health with the ``Date`` of a centre whose clock says another time than this PC's."""
    return reply(body=HEALTH, extra=f"Date: {format_datetime(dt.datetime.now(dt.UTC) - ago, usegmt=True)}\r\n")


CERTIFICATES: dict[str, tuple[Callable[[Authority, Path], Pair], type[LineError]]] = {
    "wrong-name": (lambda own, _: own.issue("wrong", host="portal.example"), WrongNameError),
    "expired": (lambda own, _: own.issue("expired", age=3 * DAY, left=-DAY), CertificateExpiredError),
    "not-yet": (lambda own, _: own.issue("not-yet", age=-DAY, left=3 * DAY), CertificateNotYetError),
    "self-signed": (lambda _, folder: self_signed(folder), SelfSignedError),
    "other": (lambda _, folder: Authority(folder, "Somebody else").issue("other"), OtherAuthorityError),
}


@pytest.mark.parametrize("kind", CERTIFICATES)
def test_each_wrong_certificate_has_its_own_name(kind: str, authority: Authority, tmp_path: Path) -> None:
    """Another name, run out, not begun, vouching for itself, another authority: no password leaves for any of them."""
    make, error = CERTIFICATES[kind]
    with peer(dated(dt.timedelta(0)), make(authority, tmp_path)) as there:
        assert type(told(there, authority)) is error
        assert not any(b"sign-in" in head for head in there.heads)


@pytest.mark.parametrize(
    ("age", "left", "ago", "minutes"),
    [(3 * DAY, -DAY, 2 * DAY, 2 * 24 * 60), (-DAY, 3 * DAY, -2 * DAY, -2 * 24 * 60)],
    ids=["ahead", "behind"],
)
def test_a_wrong_clock_is_not_blamed_on_the_centre(
    authority: Authority, age: dt.timedelta, left: dt.timedelta, ago: dt.timedelta, minutes: int
) -> None:
    """Where the centre's own date would make its certificate good, it is this PC's clock; no password has left."""
    with peer(dated(ago), authority.issue("timed", age=age, left=left)) as there:
        wrong = told(there, authority)
        assert isinstance(wrong, ClockHidesCentreError)
        assert abs(wrong.skew_seconds / 60 - minutes) < 1
        assert [head.split(b" ")[1] for head in there.heads] == [b"/v1/health"]
        assert not any(b"Authorization" in head or b"X-Station" in head for head in there.heads)


def test_a_stranger_cannot_blame_the_clock(authority: Authority, tmp_path: Path) -> None:
    """Only who proves everything but the dates is asked for the time."""
    stranger = Authority(tmp_path, "Somebody else").issue("timed", age=3 * DAY, left=-DAY)
    with peer(dated(2 * DAY), stranger) as there:
        assert type(told(there, authority)) in {OtherAuthorityError, CertificateExpiredError}
        assert there.heads == []


def test_tls_stripped_and_tls_of_old(authority: Authority, good: Pair) -> None:
    """Plain HTTP on the port, or TLS of before 1.2, is said to be that."""
    with peer(reply(body=HEALTH), None) as there:
        assert type(told(there, authority)) is TlsStrippedError
    with peer(reply(body=HEALTH), good, newest=ssl.TLSVersion.TLSv1_1) as there:
        assert type(told(there, authority)) is TlsTooOldError
        assert there.heads == []


def test_a_pin_lets_only_its_key_pass(authority: Authority, good: Pair) -> None:
    """A certificate of the right authority with another key gets no password; the backup pin is as good."""
    der = ssl.PEM_cert_to_DER_cert(good.certificate.read_text())
    with peer(reply(body=HEALTH), good) as there:
        assert type(told(there, authority, pins=frozenset({"0" * 64, "1" * 64}))) is NotPinnedError
        assert there.heads == []
        pinned = line(there.url, authority, pins=frozenset({"0" * 64, key_pin(der)}))
        assert pinned.health().centre == "c"
        pinned.close()


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (reply(media="text/html", body=PAGE), CaptivePortalError),
        (reply("302 Found", extra="Location: http://login.example/\r\n"), CaptivePortalError),
        (reply("511 Log in", media="text/html", body=PAGE), CaptivePortalError),
        (reply("302 Found", extra="Location: /elsewhere\r\n"), RedirectRefusedError),
        (reply("308 Moved", extra="Location: https://127.0.0.1:1/v1/health\r\n"), RedirectRefusedError),
        (reply("507 Full", media="text/html", body=PAGE), CentreFullError),
        (reply(body=HEALTH).replace(b"X-Request-Id: ", b"X-Request-Id: 1"), ForeignAnswerError),
    ],
    ids=["page", "elsewhere", "511", "redirect", "moved", "full", "replayed"],
)
def test_each_strange_answer_has_its_own_name(
    answer: bytes, error: type[LineError], authority: Authority, good: Pair
) -> None:
    """A log-in page, a redirect, a full disk and the answer to another question are told apart."""
    with peer(answer, good) as there:
        made = line(there.url, authority)
        with pytest.raises(LineError) as raised:
            made.health()  # no body, that a peer which answers at once would leave unread
        made.close()
    assert type(raised.value) is error


def test_nobody_listens_and_no_such_name(authority: Authority) -> None:
    """A closed port and an unknown name are two things; neither has been sent anything."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert type(told(Peer(port), authority)) is NobodyListensError
    with pytest.raises(NameNotFoundError):
        line("https://nowhere.invalid", authority).health()


@pytest.mark.parametrize("number", [errno.ENETUNREACH, errno.EHOSTUNREACH])
def test_no_route_is_said_as_the_system_says_it(number: int) -> None:
    """No network here cannot be made with root's leave only: the system's own error, as urllib3 wraps it."""
    wrapped = NewConnectionError(None, "failed")  # type: ignore[arg-type] # it only names the pool
    wrapped.__cause__ = OSError(number, "unreachable")
    assert type(line_error(wrapped)) is NoRouteError


@pytest.mark.parametrize("status", ["407 Proxy Authentication Required", "502 Bad Gateway"])
def test_a_proxy_that_refuses_is_named(status: str, authority: Authority) -> None:
    """The State's proxy says no: that, and its number for State IT, and no password in clear before it."""
    with peer(reply(status, media="text/html", body=PAGE), None) as proxy:
        made = line("https://centre.example", authority, proxy=f"http://127.0.0.1:{proxy.port}")
        with pytest.raises(ProxyRefusedError, match=status[:3]):
            made.sign_in(ASK)
        made.close()
        assert proxy.heads[0].startswith(b"CONNECT centre.example:443 ")


def test_a_proxy_that_is_not_there_is_named(authority: Authority) -> None:
    """A wrong address of the proxy is not the centre's fault."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ProxyRefusedError):
        line("https://centre.example", authority, proxy=f"http://127.0.0.1:{port}").health()


def reset(connection: socket.socket, _head: bytes) -> None:
    """Begin an answer and break it off."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def drip(connection: socket.socket, _head: bytes) -> None:
    """Answer for ever, a byte at a time."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
    while True:
        connection.sendall(b" ")
        time.sleep(0.05)


def test_cut_in_the_middle_and_slow_for_ever(authority: Authority, good: Pair) -> None:
    """A reset is a cut; a drip ends at the deadline of the whole answer, though no byte was ever late."""
    with peer(reset, good) as there:
        assert type(told(there, authority)) is LineCutError
    began = time.monotonic()
    with peer(drip, good) as there:
        assert type(told(there, authority)) is LineStalledError
    assert time.monotonic() - began < 4
