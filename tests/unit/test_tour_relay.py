"""The tour's line: whole, cut, given back, slow."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from benchmarks.tour.relay import LOOPBACK, Relay


@pytest.fixture
def echo() -> Iterator[int]:
    """Give the port of a far end that sends back what it hears."""
    listening = socket.create_server((LOOPBACK, 0))

    def serve() -> None:
        while True:
            try:
                taken, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=_send_back, args=(taken,), daemon=True).start()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listening.getsockname()[1]
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join(timeout=5)


@pytest.fixture
def relay(echo: int) -> Iterator[Relay]:
    """Give a line to the far end."""
    with closing(Relay(echo)) as laid:
        yield laid


def _send_back(taken: socket.socket) -> None:
    with taken:
        while True:
            try:
                piece = taken.recv(65536)
            except OSError:
                return
            if not piece:
                return
            taken.sendall(piece)


def _talk(relay: Relay, data: bytes) -> bytes:
    with socket.create_connection((LOOPBACK, relay.port), timeout=5) as near:
        near.sendall(data)
        near.shutdown(socket.SHUT_WR)
        heard = b""
        while piece := near.recv(65536):
            heard += piece
        return heard


def test_whole_line_carries_and_counts(relay: Relay) -> None:
    """Bytes come back as they went, and both directions are counted."""
    data = bytes(range(256)) * 1000
    assert _talk(relay, data) == data
    assert relay.carried().up == len(data)
    assert relay.carried().down == len(data)


def test_cut_line_refuses_and_resets(relay: Relay) -> None:
    """What is under way ends in a reset; what is tried is refused at once."""
    with socket.create_connection((LOOPBACK, relay.port), timeout=5) as near:
        near.sendall(b"one")
        assert near.recv(3) == b"one"
        relay.cut()
        with pytest.raises(ConnectionResetError):
            near.recv(3)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((LOOPBACK, relay.port), timeout=5)


def test_line_comes_back_at_the_same_address(relay: Relay) -> None:
    """After a cut and a restore the same address carries again."""
    port = relay.port
    relay.cut()
    relay.restore()
    assert relay.port == port
    assert _talk(relay, b"again") == b"again"


def test_slow_line_takes_its_time(relay: Relay) -> None:
    """64 kB at 256 kB a second take about a quarter of a second each way."""
    relay.slow(256 * 1024)
    begun = time.monotonic()
    assert _talk(relay, bytes(64 * 1024)) == bytes(64 * 1024)
    assert time.monotonic() - begun > 0.2


def test_dead_far_end_is_a_reset(echo: int) -> None:
    """A centre that is not there looks like a broken connection, not like silence."""
    with socket.create_server((LOOPBACK, 0)) as unused:
        nobody = unused.getsockname()[1]
    assert nobody != echo
    with closing(Relay(nobody)) as laid, pytest.raises(ConnectionResetError):
        _talk(laid, b"anyone?")
