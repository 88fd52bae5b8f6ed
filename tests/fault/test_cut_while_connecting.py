"""A sign-out while a connection is being made: it is cut as well, though nobody knew its socket yet."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from pathlib import Path

import pytest

from station_client.errors import LineError
from sync.https import HttpsTransport
from sync.https.transport import Patience
from tests.support.authority import Authority


def test_a_cut_in_the_middle_of_the_handshake_is_not_forgotten(tmp_path: Path) -> None:
    """The centre shakes hands after the cut and would hold the question for minutes: whoever asked hears at once."""
    authority = Authority(tmp_path)
    pair = authority.issue("good")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pair.certificate, pair.key)
    arrived, was_cut, over = threading.Event(), threading.Event(), threading.Event()

    def hold(listening: socket.socket) -> None:
        plain, _ = listening.accept()
        arrived.set()
        was_cut.wait(10)
        with contextlib.suppress(OSError), context.wrap_socket(plain, server_side=True):
            over.wait(30)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        holding = threading.Thread(target=hold, args=(listening,), daemon=True)
        holding.start()
        url = f"https://127.0.0.1:{listening.getsockname()[1]}"
        line = HttpsTransport(url, ca_file=authority.file, patience=Patience(silence=25))

        def sign_out() -> None:
            arrived.wait(10)
            line.halt()
            was_cut.set()

        leaving = threading.Thread(target=sign_out, daemon=True)
        leaving.start()
        began = time.monotonic()
        with pytest.raises(LineError):
            line.wait("token", since=0, seconds=240)
        assert time.monotonic() - began < 10
        over.set()
        leaving.join()
        holding.join()
        line.close()
