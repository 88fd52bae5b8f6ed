"""Whoever may sit at the other end of a line: a TLS server that answers exactly what a test tells it to."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.support.authority import Pair

TLS_HELLO = b"\x16"
OWN_ID = b"{the request's own id}"
Answering = Callable[[socket.socket, bytes], None]


def reply(status: str = "200 OK", media: str = "application/json", body: bytes = b"{}", extra: str = "") -> bytes:
    """Write a whole HTTP answer."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n{extra}Connection: close\r\n"
    return head.encode() + b"X-Request-Id: " + OWN_ID + b"\r\n\r\n" + body


@dataclass
class Peer:
    """One listening end. ``heads`` are the request heads it was sent, after TLS."""

    port: int
    heads: list[bytes] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        """Give the address a station would be told."""
        return f"https://127.0.0.1:{self.port}"


@contextmanager
def peer(
    answer: bytes | Answering, pair: Pair | None, *, newest: ssl.TLSVersion = ssl.TLSVersion.MAXIMUM_SUPPORTED
) -> Iterator[Peer]:
    """Listen; answer each connection with bytes or by a function; without a pair there is no TLS."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.05)
    context = None
    if pair is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pair.certificate, pair.key)
        if newest is ssl.TLSVersion.TLSv1_1:  # an old machine: OpenSSL itself speaks so only when asked twice
            context.set_ciphers("ALL:@SECLEVEL=0")
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                context.minimum_version = ssl.TLSVersion.TLSv1
                context.maximum_version = newest
    made = Peer(listening.getsockname()[1])
    thread = threading.Thread(target=_listen, args=(listening, context, answer, made), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.ended.set()
        thread.join()
        listening.close()


def _listen(listening: socket.socket, context: ssl.SSLContext | None, answer: bytes | Answering, made: Peer) -> None:
    while not made.ended.is_set():
        try:
            plain, _ = listening.accept()
        except TimeoutError:
            continue
        plain.settimeout(10)
        with contextlib.suppress(OSError), plain:
            if context is None:
                _serve(plain, answer, made)
            else:
                with context.wrap_socket(plain, server_side=True) as secure:
                    _serve(secure, answer, made)


def _serve(connection: socket.socket, answer: bytes | Answering, made: Peer) -> None:
    head = b""
    while b"\r\n\r\n" not in head and not head.startswith(TLS_HELLO):  # a web server answers that at once
        piece = connection.recv(4096)
        if not piece:
            return
        head += piece
    made.heads.append(head)
    if callable(answer):
        answer(connection, head)
    else:
        connection.sendall(answer.replace(OWN_ID, request_id(head)))


def request_id(head: bytes) -> bytes:
    """Give the id of a request, which a true centre repeats."""
    return head.lower().partition(b"x-request-id: ")[2].partition(b"\r\n")[0]
