"""Sessions with the centre: how ``requests`` reaches it, set up as measured (``docs/wire.md``)."""

from __future__ import annotations

import os
import socket
import ssl
import struct
from collections.abc import Mapping
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPSConnectionPool

from sync.https.trust import Policy

SEND_BUFFER = 32 * 1024
BULK_SEND_BUFFER = 10 * 1024  # several of them stand before an alert that overtakes, and are lost at a cut
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


class LineAdapter(HTTPAdapter):
    """How ``requests`` reaches the centre: our socket options, our TLS, no retries of its own."""

    def __init__(
        self,
        pools: Mapping[str, type[HTTPSConnectionPool]],
        options: list[tuple[int, int, int | bytes]],
        tls: ssl.SSLContext,
    ) -> None:
        """Keep what each new connection is given; the base class makes the first pool at once."""
        self._given = {"socket_options": options, "ssl_context": tls}
        self._pools = pools
        super().__init__(pool_connections=1, pool_maxsize=POOL_SIZE, max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:  # noqa: ANN401, FBT001, FBT002 the base class's own signature
        """Make the pool of direct connections."""
        super().init_poolmanager(connections, maxsize, block=block, **self._given, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:  # noqa: ANN401 the base class's own signature
        """Make the pool of connections through the State's proxy."""
        made = super().proxy_manager_for(proxy, **self._given, **kwargs)
        made.pool_classes_by_scheme = self._pools
        return made


def open_session(policy: Policy, adapter: LineAdapter) -> requests.Session:
    """Open a session that the environment cannot bend: no proxies, no netrc, no cookies, https alone."""
    session = requests.Session()
    session.trust_env = False
    session.headers.clear()  # each question says what the wire asks for, and nothing else
    session.verify = str(policy.ca_file) if policy.ca_file else True
    session.proxies = {"https": policy.proxy} if policy.proxy else {}
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.adapters.clear()
    session.mount("https://", adapter)
    return session
