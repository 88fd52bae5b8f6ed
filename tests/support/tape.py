"""Somebody on the line who records what a station sends, byte for byte, and lets it pass."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from functools import partial
from typing import Self


class Tape:
    """Listens in front of a port; ``sent`` has what came of each connection, once all of it is over."""

    def __init__(self, port: int) -> None:
        """Stand before the port."""
        self._there = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self._taped: list[bytearray] = []
        self._open: list[socket.socket] = []
        self.port = int(self._listening.getsockname()[1])

    @property
    def sent(self) -> list[bytes]:
        """Give what was sent on each connection."""
        return [bytes(one) for one in self._taped if one]

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._begin(self._listen)
        return self

    def __exit__(self, *_wrong: object) -> None:
        """Stop, and wait for the end of every connection."""
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join()
        for one in self._open:
            one.close()

    def _listen(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._there))
            self._open += [near, far]
            tape = bytearray()
            self._taped.append(tape)
            self._begin(partial(passed, near, far, tape))
            self._begin(partial(passed, far, near, bytearray()))

    def _begin(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()


def passed(source: socket.socket, target: socket.socket, tape: bytearray) -> None:
    """Pass on what comes until it ends, and keep it."""
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            tape += piece
            target.sendall(piece)
    for one in (source, target):
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
