"""The centre resets a connection while it is being made: a line error is told, and no socket is left open."""

from __future__ import annotations

import gc
import select
import socket
import ssl
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from station_client.errors import LineError
from sync.https import HttpsTransport
from sync.https.trust import context
from tests.support.authority import Authority

HOST = "127.0.0.1"
RESET = struct.pack("ii", 1, 0)

Serving = Callable[[socket.socket, ssl.SSLContext], None]


def reset(one: socket.socket) -> None:
    """Close a connection with a reset."""
    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    one.close()


def at_once(plain: socket.socket, _tls: ssl.SSLContext) -> None:
    """Reset before TLS's greeting is read."""
    reset(plain)


def after_the_greeting(plain: socket.socket, _tls: ssl.SSLContext) -> None:
    """Reset while the other end waits for the answer to its greeting."""
    plain.recv(64)
    reset(plain)


def after_the_handshake(plain: socket.socket, tls: ssl.SSLContext) -> None:
    """Reset before the request is read."""
    reset(tls.wrap_socket(plain, server_side=True))


def amid_the_answer(plain: socket.socket, tls: ssl.SSLContext) -> None:
    """Reset when half an answer was sent."""
    secure = tls.wrap_socket(plain, server_side=True)
    secure.recv(4096)
    secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{")
    reset(secure)


@pytest.fixture
def left_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Gather what the interpreter says of sockets that nobody closed."""
    said: list[str] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda wrong: said.append(str(wrong.exc_value)))
    gc.collect()
    said.clear()
    yield said
    gc.collect()
    assert not said


@pytest.mark.usefixtures("left_open")
def test_a_connection_that_is_reset_before_tls_begins_is_closed() -> None:
    """The reset is there before TLS looks at the socket at all, as where a centre is killed with calls waiting."""
    with socket.create_server((HOST, 0)) as listening:
        made = socket.create_connection(listening.getsockname())
        reset(listening.accept()[0])
        noticed = select.poll()
        noticed.register(made, select.POLLIN)
        assert noticed.poll(10_000)
        with pytest.raises(ConnectionResetError):
            context().wrap_socket(made, server_hostname="localhost")
        assert made.fileno() < 0


@pytest.mark.usefixtures("left_open")
@pytest.mark.parametrize("serving", [at_once, after_the_greeting, after_the_handshake, amid_the_answer])
@pytest.mark.parametrize("known", [False, True], ids=["first", "later"])
def test_a_reset_at_any_moment_is_a_line_error_and_leaves_nothing_open(
    tmp_path: Path, serving: Serving, *, known: bool
) -> None:
    """So too where the centre was reached before, and the connection is put off until its first bytes."""
    authority = Authority(tmp_path)
    pair = authority.issue("good")
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(pair.certificate, pair.key)
    first = [amid_the_answer] if known else []  # by its certificate, the centre is known from then on

    def serve(listening: socket.socket) -> None:
        for one in (*first, serving):
            one(listening.accept()[0], tls)

    with socket.create_server((HOST, 0)) as listening:
        thread = threading.Thread(target=serve, args=(listening,), daemon=True)
        thread.start()
        line = HttpsTransport(f"https://{HOST}:{listening.getsockname()[1]}", ca_file=authority.file)
        for _ in (*first, serving):
            with pytest.raises(LineError):
                line.health()
        thread.join()
        line.close()
