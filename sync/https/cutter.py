"""Every open socket of the line, watched and shut down from any thread."""

from __future__ import annotations

import contextlib
import socket
import struct
import sys
import threading
import weakref
from collections.abc import Iterator
from typing import Final

from sync.stalls import Vital

_INFO_BYTES: Final = 144
_UNACKED, _ROUND_TRIP, _TAKEN, _CAME, _HEARD = 24, 68, 120, 128, 140  # where Linux keeps them in ``struct tcp_info``


class Cutter:
    """Knows every open socket, and can shut them all down while other threads use them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = threading.Lock()
        self._open: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self._peer: tuple[str, int] | None = None
        self._cuts = 0
        self._heeded = threading.local()

    @property
    def cuts(self) -> int:
        """Count the cuts so far, of which this thread knows: whoever connects takes the number before it begins."""
        known: int | None = getattr(self._heeded, "cuts", None)
        return self._cuts if known is None else known

    @contextlib.contextmanager
    def heeding(self) -> Iterator[None]:
        """Let a cut that comes from here on count for what this thread connects inside."""
        before, self._heeded.cuts = getattr(self._heeded, "cuts", None), self._cuts
        try:
            yield
        finally:
            self._heeded.cuts = before

    def add(self, opened: socket.socket, cuts: int) -> None:
        """Remember a socket for as long as somebody uses it; a cut that came while it was being made counts for it."""
        with self._lock:
            missed = cuts != self._cuts
            if not missed:
                self._open.add(opened)
            with contextlib.suppress(OSError):
                self._peer = opened.getpeername()[:2]
        if missed:
            shut(opened)

    def last_peer(self) -> tuple[str, int] | None:
        """Give the numbers of whoever was last connected with, so that no name is asked for."""
        return self._peer

    def open(self) -> tuple[socket.socket, ...]:
        """Give the sockets that are open now."""
        with self._lock:
            return tuple(one for one in self._open if one.fileno() >= 0)

    def cut(self) -> None:
        """Shut every socket down; whoever waits on one hears it at once. They tell nothing of the line any more."""
        with self._lock:
            self._cuts += 1
            ended = tuple(self._open)
            self._open.clear()
        for one in ended:
            shut(one)


def shut(one: socket.socket) -> None:
    """Shut a socket down under whoever uses it."""
    with contextlib.suppress(OSError):
        # the plain socket's shutdown: the TLS one takes its session away from under the reader
        socket.socket.shutdown(one, socket.SHUT_RDWR)


def vital(one: socket.socket) -> Vital | None:
    """Ask the system what moved on a connection; None where it cannot be asked (only Linux tells)."""
    if sys.platform != "linux":
        return None
    try:
        info = one.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _INFO_BYTES)
    except OSError:
        return None
    if len(info) < _INFO_BYTES:
        return None
    (pending,) = struct.unpack_from("=I", info, _UNACKED)
    taken, came = struct.unpack_from("=QQ", info, _TAKEN)
    (heard,) = struct.unpack_from("=I", info, _HEARD)
    return Vital(taken=taken, came=came, heard=heard, pending=pending)


def round_trip_of(one: socket.socket) -> float:
    """Give the seconds of a connection's round trip as the system measured them; 0 where it does not tell."""
    if sys.platform != "linux":
        return 0.0
    try:
        info = one.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _INFO_BYTES)
    except OSError:
        return 0.0
    return float(struct.unpack_from("=I", info, _ROUND_TRIP)[0]) / 1e6 if len(info) >= _INFO_BYTES else 0.0


def source_of(host: str, port: int) -> str:
    """Give the address from which this PC would speak to a host now; empty without a way. Nothing is sent."""
    try:
        family, kind, number, _, there = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
        with socket.socket(family, kind, number) as probe:
            probe.connect(there)
            return str(probe.getsockname()[0])
    except OSError:
        return ""


def local_address(one: socket.socket) -> str:
    """Give the address at this end of a connection."""
    with contextlib.suppress(OSError):
        return str(one.getsockname()[0])
    return ""
