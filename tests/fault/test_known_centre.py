"""A centre that was spoken with before: its TLS session is taken up again, and nothing is believed for that."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from station_client.errors import NobodyListensError
from station_client.security.pins import key_pin
from sync.https import HttpsTransport
from sync.https.connections import prove
from sync.https.fast_open import FastOpen, PutOff
from sync.https.faults import UnpinnedError
from sync.https.resumption import Resuming
from sync.https.trust import context
from tests.support.authority import Authority, Pair, self_signed
from tests.support.peers import OWN_ID, peer, reply, request_id

HEALTH = b'{"centre":"c","server_time":"2026-08-14T06:30:00Z","protocol":2,"oldest_protocol":1}'
HOST = "127.0.0.1"


@dataclass
class Greeted:
    """Answers with health, and remembers of each connection whether it took a session up."""

    again: list[bool] = field(default_factory=list)

    def __call__(self, connection: socket.socket, head: bytes) -> None:
        """Answer one question."""
        assert isinstance(connection, ssl.SSLSocket)
        self.again.append(bool(connection.session_reused))
        connection.sendall(reply(body=HEALTH).replace(OWN_ID, request_id(head)))


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """Give the State's authority."""
    return Authority(tmp_path)


@pytest.fixture
def good(authority: Authority) -> Pair:
    """Give a certificate that is in order."""
    return authority.issue("good")


def trusting(authority: Authority) -> Resuming:
    """Give a context that trusts the State's authority."""
    made = context()
    made.load_verify_locations(authority.file)
    assert isinstance(made, Resuming)
    return made


def connected(tls: Resuming, port: int) -> ssl.SSLSocket:
    """Connect, ask, and keep the session."""
    made = tls.wrap_socket(socket.create_connection((HOST, port), 10), server_hostname=HOST)
    made.sendall(b"GET / HTTP/1.1\r\n\r\n")
    assert made.recv(4096).startswith(b"HTTP/1.1 200")
    tls.keep(made)
    return made


def test_a_later_connection_takes_up_the_session(authority: Authority, good: Pair) -> None:
    """Whatever became of the first one, and whoever asks: the three kinds of connections share what they know."""
    greeted = Greeted()
    with peer(greeted, good) as there:
        line = HttpsTransport(there.url, ca_file=authority.file)
        line.health()
        line.close()
        line.health()
        line.close()
    assert greeted.again == [False, True]


def test_other_papers_take_up_nothing(authority: Authority, good: Pair, tmp_path: Path) -> None:
    """A PC that shows its own certificate from now on is not taken for the one that showed none, nor the reverse."""
    papers = tmp_path / "papers.pem"
    papers.write_bytes(good.certificate.read_bytes() + good.key.read_bytes())
    greeted = Greeted()
    with peer(greeted, good) as there:
        line = HttpsTransport(there.url, ca_file=authority.file)
        for passphrase in ("", "one", ""):
            line.present(papers if passphrase else None, passphrase)
            line.health()
        line.close()
    assert greeted.again == [False, False, False]


def test_a_session_that_is_taken_up_is_held_to_the_pins(authority: Authority, good: Pair) -> None:
    """The key behind it is known without the certificate on the line."""
    tls = trusting(authority)
    with peer(Greeted(), good) as there:
        connected(tls, there.port).close()
        with connected(tls, there.port) as second:
            assert second.session_reused
            prove(second, frozenset({key_pin(second.getpeercert(binary_form=True) or b"")}))
            with pytest.raises(UnpinnedError):
                prove(second, frozenset({"0" * 64}))


def test_nobody_else_can_take_a_session_up(authority: Authority, good: Pair, tmp_path: Path) -> None:
    """Who sits at the same name without the centre's secret is asked for a certificate as on the first day."""
    tls = trusting(authority)
    with peer(Greeted(), good) as there, peer(Greeted(), self_signed(tmp_path)) as stranger:
        connected(tls, there.port).close()
        assert tls.session_for(HOST) is not None
        with (
            socket.create_connection((HOST, stranger.port), 10) as plain,
            pytest.raises(ssl.SSLCertVerificationError),
        ):
            tls.wrap_socket(plain, server_hostname=HOST)


def test_a_session_ends_with_its_certificate(authority: Authority, good: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is proved no more, so it must not be good for longer; nor is it another host's."""
    tls = trusting(authority)
    with peer(Greeted(), good) as there:
        connected(tls, there.port).close()
    assert tls.session_for(HOST) is not None
    assert tls.session_for("localhost") is None
    monkeypatch.setattr("sync.https.resumption.time.time", lambda: 4e9)
    assert tls.session_for(HOST) is None


def test_a_centre_that_is_gone_is_unreachable_as_ever(authority: Authority, good: Pair) -> None:
    """A connection that is put off until its first bytes fails like any other, and the next one looks anew."""
    line: HttpsTransport
    with peer(Greeted(), good) as there:
        line = HttpsTransport(there.url, ca_file=authority.file)
        line.health()
    for _ in range(2):
        with pytest.raises(NobodyListensError):
            line.health()
    line.close()


@pytest.mark.skipif(not FastOpen(allowed=True).possible, reason="this system puts no connection off")
def test_a_connection_is_put_off_only_to_where_the_centre_was(good: Pair) -> None:
    """Not before it was reached, not after it was not, and never where a proxy stands before it."""
    with peer(Greeted(), good) as there, socket.create_connection((HOST, there.port), 10) as made:
        fast, barred = FastOpen(allowed=True), FastOpen(allowed=False)
        assert fast.socket((), 1.0) is None
        assert not fast.reached(made)
        barred.reached(made)
        assert barred.socket((), 1.0) is None
        off = fast.socket((), 1.0)
        assert isinstance(off, PutOff)
        assert off.there == (HOST, there.port)
        off.close()
        fast.forget()
        assert fast.socket((), 1.0) is None
