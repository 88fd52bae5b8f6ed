"""Connections to the centre: set up as measured (``docs/wire.md``), counted, and cut from any thread."""

from __future__ import annotations

import contextlib
import os
import socket
import struct
import threading
import weakref
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool

SEND_BUFFER = 32 * 1024
BULK_SEND_BUFFER = 16 * 1024  # several of them stand before an alert that overtakes
POOL_SIZE = 8

CONTROL_OPTIONS = [
    *HTTPConnection.default_socket_options,
    (socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER),  # what counts as sent has left, and little is lost at a cut
    (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1),
]
BULK_OPTIONS = [
    *CONTROL_OPTIONS,
    (socket.SOL_SOCKET, socket.SO_SNDBUF, BULK_SEND_BUFFER),
    # a closed bulk socket must not go on sending stale bytes when the line is back
    (socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("hh" if os.name == "nt" else "ii", 1, 0)),
]


class Cutter:
    """Knows every open socket, and can shut them all down while other threads use them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = threading.Lock()
        self._open: weakref.WeakSet[socket.socket] = weakref.WeakSet()

    def add(self, opened: socket.socket) -> None:
        """Remember a socket for as long as somebody uses it."""
        with self._lock:
            self._open.add(opened)

    def cut(self) -> None:
        """Shut every socket down; whoever waits on one hears it at once."""
        with self._lock:
            cut = tuple(self._open)
        for one in cut:
            with contextlib.suppress(OSError):
                # the plain socket's shutdown: the TLS one takes its session away from under the reader
                socket.socket.shutdown(one, socket.SHUT_RDWR)


def tracked_pool(cutter: Cutter) -> type[HTTPSConnectionPool]:
    """Make a pool whose connections tell the cutter of their sockets."""

    class TrackedConnection(HTTPSConnection):
        """A connection that can be cut by another thread."""

        def connect(self) -> None:
            """Connect, verify, and be known."""
            super().connect()
            if isinstance(self.sock, socket.socket):
                cutter.add(self.sock)

    class TrackedPool(HTTPSConnectionPool):
        """A pool of such connections."""

        ConnectionCls = TrackedConnection

    return TrackedPool


class LineAdapter(HTTPAdapter):
    """How ``requests`` reaches the centre: our socket options, no retries of its own."""

    def __init__(self, cutter: Cutter, options: list[tuple[int, int, int | bytes]]) -> None:
        """Keep what each new connection is given; the base class makes the first pool at once."""
        self._options = options
        self._pools = {"https": tracked_pool(cutter)}
        super().__init__(pool_connections=1, pool_maxsize=POOL_SIZE, max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:  # noqa: ANN401, FBT001, FBT002 the base class's own signature
        """Make the pool of direct connections."""
        super().init_poolmanager(connections, maxsize, block=block, socket_options=self._options, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:  # noqa: ANN401 the base class's own signature
        """Make the pool of connections through the State's proxy."""
        made = super().proxy_manager_for(proxy, socket_options=self._options, **kwargs)
        made.pool_classes_by_scheme = self._pools
        return made


def open_session(cutter: Cutter, *, bulk: bool, verify: str | bool, proxy: str) -> requests.Session:
    """Open a session that the environment cannot bend: no proxies, no netrc, no cookies, https alone."""
    session = requests.Session()
    session.trust_env = False
    session.verify = verify
    session.proxies = {"https": proxy} if proxy else {}
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.adapters.clear()
    session.mount("https://", LineAdapter(cutter, BULK_OPTIONS if bulk else CONTROL_OPTIONS))
    return session
