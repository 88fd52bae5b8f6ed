"""Whoever sits on the line or at its end: nothing is sent to a stranger, nothing is believed that cannot be checked."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import logging
import socket
import threading
import time
from pathlib import Path

import pytest

from station_client.errors import (
    CentreFaultError,
    CentreFullError,
    CentreUnreachableError,
    CertificateNotTrustedError,
    LineError,
    LineStalledError,
    LockedOutError,
    MachineCertificateError,
    MachineRevokedError,
    NotEntitledError,
    NotTheCentreError,
    RefusalError,
    SessionExpiredError,
    StationError,
    UpdateNeededError,
    WrongPasswordError,
)
from sync.https import HttpsTransport
from sync.https.transport import Patience
from sync.protocol.codec import encode
from sync.protocol.codes import STATUS, Code
from sync.protocol.messages import Refusal, SignIn
from tests.support.authority import Authority, Pair, self_signed
from tests.support.peers import Answering, peer, reply

HEALTH = b'{"centre":"c","server_time":"2026-08-14T06:30:00Z","protocol":1,"oldest_protocol":1}'
HURRIED = Patience(connect=2.0, silence=0.4, message=1.0, blob=1.0)
ASK = SignIn(login="asharma", password="never on a strange line", machine_id="m", machine_name="n", program_version="0")


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """Give the State's authority."""
    return Authority(tmp_path)


@pytest.fixture
def good(authority: Authority) -> Pair:
    """Give a certificate that is in order."""
    return authority.issue("good")


def line(url: str, authority: Authority) -> HttpsTransport:
    """Give a line that trusts the authority and has little patience."""
    return HttpsTransport(url, ca_file=authority.file, patience=HURRIED)


def test_a_good_certificate_is_spoken_with(authority: Authority, good: Pair) -> None:
    """The State's own authority is enough; the answer is read."""
    with peer(reply(body=HEALTH), good) as there:
        assert line(there.url, authority).health().centre == "c"


@pytest.mark.parametrize("fault", ["wrong-name", "expired", "not-yet", "self-signed", "other-authority"])
def test_a_bad_certificate_gets_no_password(fault: str, authority: Authority, tmp_path: Path) -> None:
    """Wrong host name, expired, not begun, self-signed, another authority: nothing is sent."""
    day = dt.timedelta(days=1)
    other = tmp_path / "other"
    other.mkdir()
    pair = {
        "wrong-name": lambda: authority.issue("wrong", host="centre.example"),
        "expired": lambda: authority.issue("expired", age=3 * day, left=-day),
        "not-yet": lambda: authority.issue("not-yet", age=-day, left=3 * day),
        "self-signed": lambda: self_signed(tmp_path),
        "other-authority": lambda: Authority(other, "Somebody else").issue("other"),
    }[fault]()
    with peer(reply(body=HEALTH), pair) as there:
        with pytest.raises(CertificateNotTrustedError):
            line(there.url, authority).sign_in(ASK)
        assert not any(b"sign-in" in head for head in there.heads)  # health may ask a late one for its date


def test_a_lost_authority_file_is_said(good: Pair, tmp_path: Path) -> None:
    """Without the authority's file there is no way to trust anybody."""
    with peer(reply(body=HEALTH), good) as there, pytest.raises(CertificateNotTrustedError):
        HttpsTransport(there.url, ca_file=tmp_path / "gone.pem", patience=HURRIED).health()


def test_an_authority_file_with_nonsense_is_said(good: Pair, tmp_path: Path) -> None:
    """A damaged authority's file trusts nobody, and does not crash."""
    nonsense = tmp_path / "nonsense.pem"
    nonsense.write_text("no certificate")
    with peer(reply(body=HEALTH), good) as there, pytest.raises(LineError):
        HttpsTransport(there.url, ca_file=nonsense, patience=HURRIED).health()


def test_a_line_without_tls_is_not_the_centre(authority: Authority) -> None:
    """TLS stripped away: the password stays here."""
    with peer(reply(body=HEALTH), None) as there:
        with pytest.raises(LineError):
            line(there.url, authority).sign_in(ASK)
        assert not any(b"never on a strange line" in head for head in there.heads)


def test_nobody_there_is_unreachable(authority: Authority) -> None:
    """A closed port is said to be no line, and promises that nothing was sent."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(CentreUnreachableError):
        line(f"https://127.0.0.1:{port}", authority).health()


def test_no_address_is_unreachable() -> None:
    """A PC that nobody configured works on, with no line."""
    with pytest.raises(CentreUnreachableError):
        HttpsTransport("").health()


@pytest.mark.parametrize(
    "answer",
    [
        reply(media="text/html", body=b"<html>Please log in</html>"),
        reply("302 Found", extra="Location: https://127.0.0.1:1/\r\n"),
        reply("403 Forbidden", media="text/html", body=b"<html>blocked</html>"),
        reply(body=b"not json"),
        reply(body=b'{"hello":"world"}'),
        reply(body=b'{"a":"' + b"x" * 2_000_000 + b'"}'),
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
    ],
    ids=["portal", "redirect", "proxy", "no-json", "other-json", "too-large", "other-protocol"],
)
def test_a_stranger_is_not_the_centre(answer: bytes, authority: Authority, good: Pair) -> None:
    """What does not speak the centre's language is told apart, and not followed anywhere."""
    with peer(answer, good) as there, pytest.raises(LineError) as raised:
        line(there.url, authority).health()
    assert isinstance(raised.value, NotTheCentreError | LineStalledError)
    assert answer[:3] == b"SSH" or isinstance(raised.value, NotTheCentreError)


def test_a_bomb_is_stopped_at_the_limit(authority: Authority, good: Pair) -> None:
    """An answer that grows beyond all bounds when unpacked is dropped at the limit."""
    bomb = gzip.compress(b" " * 200_000_000, 9)
    with peer(reply(body=bomb, extra="Content-Encoding: gzip\r\n"), good) as there, pytest.raises(NotTheCentreError):
        line(there.url, authority).summary("token", cursor=0)


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (Code.WRONG_PASSWORD, WrongPasswordError),
        (Code.LOCKED_OUT, LockedOutError),
        (Code.SESSION_EXPIRED, SessionExpiredError),
        (Code.NOT_ENTITLED, NotEntitledError),
        (Code.MACHINE_REVOKED, MachineRevokedError),
        (Code.UPDATE_NEEDED, UpdateNeededError),
        (Code.NOT_UNDERSTOOD, RefusalError),
        (Code.NOT_FOUND, RefusalError),
        (Code.TOO_LARGE, RefusalError),
        (Code.HASH_MISMATCH, RefusalError),
        (Code.FAULT, CentreFaultError),
        (Code.BUSY, CentreFaultError),
        (Code.FULL, CentreFullError),
        (Code.MACHINE_CERTIFICATE, MachineCertificateError),
    ],
)
def test_each_refusal_is_its_own_error(code: Code, error: type[StationError], authority: Authority, good: Pair) -> None:
    """Every code of the wire reaches the officer as what it is."""
    body = encode(Refusal(code=code, detail="d", request_id="r", retry_after=30))
    with peer(reply(f"{STATUS[code]} No", body=body), good) as there, pytest.raises(error) as raised:
        line(there.url, authority).health()
    assert type(raised.value) is error
    assert getattr(raised.value, "retry_after", 30) == 30
    assert getattr(raised.value, "seconds", 30) == 30


def test_a_gateway_that_fails_is_a_fault_with_its_wait(authority: Authority, good: Pair) -> None:
    """A 503 of a proxy in the centre's house is the centre's fault, and its Retry-After counts."""
    answer = reply("503 Busy", media="text/html", body=b"busy", extra="Retry-After: 17\r\n")
    with peer(answer, good) as there, pytest.raises(CentreFaultError) as raised:
        line(there.url, authority).health()
    assert raised.value.retry_after == 17


def stay_silent(connection: socket.socket, _head: bytes) -> None:
    """Take the question and never answer."""
    connection.recv(1)


def drip(connection: socket.socket, _head: bytes) -> None:
    """Answer for ever, a byte at a time."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
    while True:
        connection.sendall(b" ")
        time.sleep(0.05)


def stop_halfway(connection: socket.socket, _head: bytes) -> None:
    """Promise much, send little, hang up."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{")


def hang_up(_connection: socket.socket, _head: bytes) -> None:
    """Take the question and hang up."""


@pytest.mark.parametrize("answer", [stay_silent, drip, stop_halfway, hang_up])
def test_a_line_that_dies_is_a_stall(answer: Answering, authority: Authority, good: Pair) -> None:
    """Silence, a drip and a cut end in bounded time, and say *not known* instead of *failed*."""
    began = time.monotonic()
    with peer(answer, good) as there, pytest.raises(LineStalledError):
        line(there.url, authority).health()
    assert time.monotonic() - began < 5


def test_an_upload_nobody_reads_is_a_stall(authority: Authority, good: Pair) -> None:
    """A peer that takes no bytes is noticed while sending, not only at the end."""
    patience = Patience(connect=0.5, silence=0.5, message=2.0)
    size = 20 * 1024 * 1024
    stalled = threading.Event()
    sent: list[int] = []

    def take_nothing(_connection: socket.socket, _head: bytes) -> None:
        stalled.wait(10)

    with peer(take_nothing, good) as there:
        transport = HttpsTransport(there.url, ca_file=authority.file, patience=patience)
        with pytest.raises(LineStalledError):
            transport.put_slice(
                "t",
                sha256="0" * 64,
                size=size,
                offset=0,
                length=size,
                body=io.BytesIO(bytes(size)),
                progress=sent.append,
            )
        stalled.set()
    assert max(sent) < size // 2  # what was counted as sent is what the socket took


def test_another_thread_can_cut_the_line(authority: Authority, good: Pair) -> None:
    """Sign-out does not wait for a centre that thinks: the socket is shut under the reader."""
    asked = threading.Event()

    def think(connection: socket.socket, _head: bytes) -> None:
        asked.set()
        connection.recv(1)

    with peer(think, good) as there:
        transport = HttpsTransport(there.url, ca_file=authority.file, patience=Patience(silence=60))

        def cut() -> None:
            asked.wait(10)
            transport.close()

        cutter = threading.Thread(target=cut)
        cutter.start()
        began = time.monotonic()
        with pytest.raises(LineStalledError):
            transport.health()
        cutter.join()
    assert time.monotonic() - began < 5


def test_the_environment_bends_nothing(authority: Authority, good: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """Proxies and bundles in the environment do not count; State IT decides in station.toml."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere/ca.pem")
    with peer(reply(body=HEALTH), good) as there:
        assert line(there.url, authority).health().protocol == 1


def test_no_cookie_is_kept_and_each_request_has_its_own_id(authority: Authority, good: Pair) -> None:
    """Nothing the other end hands out comes back but tokens; each request can be found in both logs."""
    with peer(reply(body=HEALTH, extra="Set-Cookie: track=me\r\n"), good) as there:
        transport = line(there.url, authority)
        transport.health()
        transport.health()
    heads = [dict(one.split(b": ", 1) for one in head.split(b"\r\n")[1:] if b": " in one) for head in there.heads]
    assert all(b"Cookie" not in head for head in heads)
    assert len({head[b"X-Request-Id"] for head in heads}) == 2
    assert all(head[b"X-Station-Protocol"] == b"2" for head in heads)


def test_no_secret_reaches_the_log(authority: Authority, good: Pair, caplog: pytest.LogCaptureFixture) -> None:
    """Neither token nor password nor file hash is written down, even at the finest level."""
    with caplog.at_level(logging.INFO), peer(reply("401 No", body=encode(Refusal(code="fault"))), good) as there:
        transport = line(there.url, authority)
        for ask in (lambda: transport.sign_in(ASK), lambda: list(transport.get_blob("s3cret-token", sha256="ab" * 32))):
            with pytest.raises(StationError):
                ask()
    assert "health" in caplog.text or "/v1/" in caplog.text
    assert not any(secret in caplog.text for secret in ("s3cret-token", ASK.password, "abab"))
