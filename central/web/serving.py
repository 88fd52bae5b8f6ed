"""uvicorn with TLS: bind, say the port, serve until told to stop."""

from __future__ import annotations

import socket
import ssl
import sys
import threading
from asyncio.sslproto import SSLProtocol
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from litestar.types import ASGIApp

from central.centre import Centre
from central.errors import SetupError
from central.preparation import Preparation
from central.tls import CERTIFICATE_FILE, KEY_FILE
from central.web.app import application
from central.web.connection import Connection
from central.web.parking import Parking

KEEP_ALIVE_SECONDS = 75
SHUTDOWN_SECONDS = 5
START_SECONDS = 30.0
BACKLOG = 512
FAST_OPENS = 256  # connections whose first bytes came before they were made
CONNECTIONS = 20_000  # most of them wait for news
TLS_PIECE = 16 * 1024


class _Server(uvicorn.Server):
    """A server that tells when it can be reached."""

    def __init__(self, centre: Centre, tls: Path, ready: Callable[[], None]) -> None:
        self._parking = Parking(centre.gazette)
        super().__init__(_config(application(centre, self._parking), tls, centre.machines.authority()))
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    def leave(self) -> None:
        """Stop soon, as if the process had been told to; any thread may say so."""
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Answer those who wait for news, then stop."""
        self._parking.close()
        await super().shutdown(sockets)


# asyncio reads TLS into 256 KiB for each connection; a record has 16 at the most, and most connections only wait.
SSLProtocol.max_size = TLS_PIECE


class _Beforehand:
    """What is done on a thread of its own while the centre listens already and says that it is not ready."""

    def __init__(self, preparation: Preparation, prepare: Callable[[], None], then: Callable[[], None]) -> None:
        self._preparation, self._prepare, self._then = preparation, prepare, then
        self._preparation.begin()
        self._thread = threading.Thread(target=self._work, name="preparing")
        self._wrong: BaseException | None = None
        self.give_up: Callable[[], None] = lambda: None

    def begin(self) -> None:
        """Begin, once the centre listens."""
        self._thread.start()

    def end(self) -> None:
        """Wait for its end, which is near; raise what went wrong."""
        self._preparation.stop()
        if self._thread.ident is not None:
            self._thread.join()
        if self._wrong is not None:
            raise self._wrong

    def _work(self) -> None:
        try:
            self._prepare()
            self._preparation.end()
            if not self._preparation.stopped:
                self._then()
        except BaseException as wrong:  # noqa: BLE001 it is raised where somebody waits for it
            self._wrong = wrong
            self.give_up()


def serve(  # noqa: PLR0913 what is served, where, and what is done around it
    centre: Centre,
    tls: Path,
    *,
    host: str,
    port: int,
    ready: Callable[[int], None],
    prepare: Callable[[], None] = lambda: None,
) -> None:
    """Serve ``centre`` until the process is told to stop; ``ready`` is given the port once it answers.

    ``prepare`` is what is to be done before: meanwhile it listens, says how far it is, and asks all to come again.
    """
    before = _Beforehand(centre.watch.preparation, prepare, lambda: ready(number))
    server = _Server(centre, tls, before.begin)
    before.give_up = server.leave
    with _bind(host, port) as listening:
        number = int(listening.getsockname()[1])
        try:
            server.run(sockets=[listening])
        finally:
            before.end()


@contextmanager
def served(
    centre: Centre, tls: Path, *, host: str = "127.0.0.1", port: int = 0, prepare: Callable[[], None] | None = None
) -> Iterator[int]:
    """Serve ``centre`` from a thread of this process, for as long as the block lasts; gives the port once it listens.

    ``prepare`` is what is done before it answers.
    """
    up = threading.Event()
    before = _Beforehand(centre.watch.preparation, prepare, lambda: None) if prepare is not None else None

    def listens() -> None:
        up.set()
        if before is not None:
            before.begin()

    server = _Server(centre, tls, listens)
    if before is not None:
        before.give_up = server.leave
    with _bind(host, port) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="centre")
        thread.start()
        try:
            if not up.wait(START_SECONDS):
                raise SetupError("the server did not start")
            yield int(listening.getsockname()[1])
        finally:
            server.leave()
            thread.join()
            if before is not None:
                before.end()


def _config(app: ASGIApp, tls: Path, machines: Path | None) -> uvicorn.Config:
    certificate, key = tls / CERTIFICATE_FILE, tls / KEY_FILE
    if not certificate.is_file() or not key.is_file():
        raise SetupError("the folder has no certificate; `station-central init` makes one for development")
    return uvicorn.Config(
        app,
        http=Connection,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        limit_concurrency=CONNECTIONS,
        ssl_certfile=certificate,
        ssl_keyfile=key,
        ssl_ca_certs=machines,
        ssl_cert_reqs=ssl.CERT_NONE if machines is None else ssl.CERT_OPTIONAL,
        ssl_context_factory=_strict,
    )


def _strict(config: uvicorn.Config, usual: Callable[[], ssl.SSLContext]) -> ssl.SSLContext:
    del config
    context = usual()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # one ticket a connection: a station takes up its session with it, whatever became of the connection
    context.num_tickets = 1
    return context


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends small answers at once (TCP_NODELAY) only on sockets that name their protocol
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if sys.platform == "linux":  # without effect where the system does not allow it to servers (docs/centre.md)
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_FASTOPEN, FAST_OPENS)
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except OSError as wrong:
        listening.close()
        raise SetupError(f"cannot listen on {host} port {port}: {wrong.strerror}") from wrong
    return listening
