"""A line that comes back: the knock's own connection carries what a cut broke off, so that no other one is made."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from station_client.errors import CentreUnreachableError
from sync.https import HttpsTransport
from sync.protocol.codec import encode
from sync.protocol.codes import FEED_MEDIA_TYPE, MEDIA_TYPE, PATH_SNAPSHOT, PATH_SNAPSHOTS, REQUEST_ID_HEADER
from sync.protocol.feed import SnapshotCard
from sync.protocol.messages import Health
from tests.support.authority import Authority

NOW = datetime(2026, 8, 14, 6, 30, tzinfo=UTC)
BYTES = b"the rest of a first copy"
CARD = SnapshotCard(sha256="a" * 64, size=99, cursor=7, rows=3, made_at=NOW)
HEALTH = Health(centre="A State", server_time=NOW, protocol=2, oldest_protocol=1)


class Lasting(BaseHTTPRequestHandler):
    """One connection to a centre that keeps them."""

    protocol_version = "HTTP/1.1"
    made: ClassVar[list[Lasting]] = []

    def setup(self) -> None:
        """Count this connection."""
        super().setup()
        self.made.append(self)

    def do_GET(self) -> None:
        """Answer as a centre does."""
        whole = (
            BYTES if self.path.startswith(PATH_SNAPSHOTS) else encode(CARD if self.path == PATH_SNAPSHOT else HEALTH)
        )
        self.send_response(200)
        self.send_header("Content-Type", FEED_MEDIA_TYPE if whole is BYTES else MEDIA_TYPE)
        self.send_header("Content-Length", str(len(whole)))
        self.send_header(REQUEST_ID_HEADER, self.headers[REQUEST_ID_HEADER])
        self.end_headers()
        self.wfile.write(whole)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the base class's own signature
        """Write nothing down."""


def rest_of_a_copy(line: HttpsTransport) -> None:
    """Ask for what a first copy still lacks: over the connection for bulk."""
    assert b"".join(line.snapshot_bytes("token", sha256=CARD.sha256, offset=0)) == BYTES


def card_of_a_copy(line: HttpsTransport) -> None:
    """Ask what a first copy would be: over the control connection."""
    assert line.snapshot("token") == CARD


@pytest.mark.parametrize(
    ("bulk", "onward", "connections"),
    [(True, rest_of_a_copy, 1), (False, rest_of_a_copy, 2), (False, card_of_a_copy, 1), (True, card_of_a_copy, 2)],
)
def test_what_follows_a_knock_goes_over_its_connection(
    tmp_path: Path, onward: Callable[[HttpsTransport], None], connections: int, *, bulk: bool
) -> None:
    """A greeting and TLS's own are four ways of a slow line: they are gone once, where it is known what goes on."""
    authority = Authority(tmp_path)
    pair, tls = authority.issue("good"), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(pair.certificate, pair.key)
    Lasting.made.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Lasting, bind_and_activate=False) as centre:
        centre.server_bind()
        line = HttpsTransport(f"https://127.0.0.1:{centre.server_port}", ca_file=authority.file)
        with pytest.raises(CentreUnreachableError):
            line.health()
        centre.socket = tls.wrap_socket(centre.socket, server_side=True)
        centre.server_activate()
        serving = threading.Thread(target=centre.serve_forever, args=(0.01,))
        serving.start()
        line.health(bulk=bulk)
        onward(line)
        line.close()
        centre.shutdown()
        serving.join()
    assert len(Lasting.made) == connections
