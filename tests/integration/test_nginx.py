"""The examples of ``packaging/nginx`` before a real centre, in a real nginx: what stations need goes through whole."""

from __future__ import annotations

import hashlib
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from central.settings import MachineCertificates
from central.tls import make_development_certificates
from central.web.serving import served
from station_client import app
from station_client.config import Settings
from sync.https import HttpsTransport
from sync.protocol.codec import decode
from sync.protocol.codes import PATH_HAVE, PATH_PUSH, PATH_SLICES, Code
from sync.protocol.messages import Refusal
from tests.conftest import NO_NGINX
from tests.support import nginx
from tests.support.centre import PASSWORD, SI_A, small_centre
from tests.support.ends import End, an_item
from tests.support.houses import MemoryKeychain
from tests.support.stations import pdf

EXAMPLE, PASSED_THROUGH = "station-central.conf", "station-central-pass-through.conf"
HELD_SECONDS = 50


@pytest.fixture
def program() -> Path:
    """Give nginx."""
    found = nginx.found()
    if found is None:
        pytest.skip(NO_NGINX)
    return found


@dataclass(frozen=True)
class Front:
    """A centre behind nginx: the way through it, and the centre itself."""

    end: End
    port: int
    ca_file: Path
    folder: Path

    def ask(self, method: str, path: str, *, data: bytes = b"", **headers: str) -> requests.Response:
        """Send one request through nginx."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        url = f"https://localhost:{self.port}{path}"
        return requests.request(method, url, data=data, headers=named, verify=str(self.ca_file), timeout=30)


def changed(folder: Path, tls: Path, port: int, behind: int) -> dict[str, str]:
    """Say what of the example is this machine's own."""
    return {
        "127.0.0.1:8443": f"127.0.0.1:{behind}",
        "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
        "    listen [::]:443 ssl;\n": "",
        "/etc/station-central/tls": str(tls),
        "/var/log/nginx": str(folder),
        "server_name centre.example;": "server_name localhost;",
    }


@contextmanager
def through(program: Path, folder: Path, behind: int, tls: Path) -> Iterator[int]:
    """Run the example before what listens on ``behind``; gives nginx's own port."""
    port = nginx.free_port()
    text = nginx.localised(EXAMPLE, changed(folder, tls, port, behind))
    with nginx.running(program, folder / "nginx", text, port):
        yield port


@pytest.fixture
def front(program: Path, tmp_path: Path) -> Iterator[Front]:
    """Put nginx before a small centre."""
    tls = tmp_path / "tls"
    ca_file = make_development_certificates(tls)
    with (
        small_centre(tmp_path / "centre") as small,
        served(small.centre, tls) as behind,
        through(program, tmp_path, behind, tls) as port,
    ):
        line = HttpsTransport(f"https://localhost:{port}", ca_file=ca_file)
        yield Front(End(line, small), port, ca_file, tmp_path)
        line.close()


def test_a_question_for_news_waits_behind_nginx_and_is_answered_at_once(front: Front) -> None:
    """It is held, not timed out or kept back: the alert of another PC answers it."""
    access = front.end.let_in().access_token
    other = front.end.let_in(machine="machine-b").access_token
    with front.end.small.house.store.read() as unit:
        since = unit.records.head()
    with ThreadPoolExecutor(1) as pool:
        began = time.monotonic()
        held = pool.submit(front.end.line.wait, access, since=since, seconds=HELD_SECONDS)
        assert not held.done()
        front.end.one(other, an_item(SI_A))
        assert held.result(HELD_SECONDS).head > since
        assert time.monotonic() - began < HELD_SECONDS


def test_files_go_in_slices_and_come_back_from_any_place(front: Front) -> None:
    """Ranges, their answers and their ends are as without nginx."""
    access = front.end.let_in().access_token
    data = pdf("evidence", 300_000)
    front.end.one(access, an_item(SI_A, (data,)))
    front.end.put(access, data, 0, 100_000)
    assert front.end.put(access, data, 100_000).held == len(data)
    path, bearer = f"{PATH_SLICES}/{hashlib.sha256(data).hexdigest()}", f"Bearer {access}"
    part = front.ask("GET", path, Authorization=bearer, Range="bytes=200000-")
    assert (part.status_code, part.content) == (206, data[200_000:])
    assert part.headers["content-range"] == f"bytes 200000-{len(data) - 1}/{len(data)}"
    beyond = front.ask("GET", path, Authorization=bearer, Range=f"bytes={len(data) + 1}-")
    assert decode(beyond.content, Refusal).code == Code.NOT_UNDERSTOOD


def test_bodies_are_bounded_twice_and_either_says_it_in_the_wires_words(front: Front) -> None:
    """The centre's own word comes through; what is beyond any limit does not even reach it."""
    bearer = f"Bearer {front.end.let_in().access_token}"
    of_centre = front.ask("POST", PATH_HAVE, data=bytes(100_000), Authorization=bearer)
    assert (of_centre.status_code, decode(of_centre.content, Refusal).code) == (413, Code.TOO_LARGE)
    large = front.ask("POST", PATH_PUSH, data=bytes(5 * 1024 * 1024), Authorization=bearer)
    assert (large.status_code, decode(large.content, Refusal).code) == (413, Code.TOO_LARGE)
    assert of_centre.headers["x-request-id"]
    assert "x-request-id" not in large.headers
    with socket.create_connection(("127.0.0.1", front.port), timeout=30) as plain:
        context = ssl.create_default_context(cafile=str(front.ca_file))
        with context.wrap_socket(plain, server_hostname="localhost") as line:
            head = (
                f"PUT {PATH_SLICES}/{'ab' * 32} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {27 * 1024**2}\r\n\r\n"
            )
            line.sendall(head.encode())
            assert line.recv(4096).split(b"\r\n")[0].endswith(b"413 Request Entity Too Large")


def test_figures_are_not_given_and_the_log_names_requests_by_their_id(front: Front) -> None:
    """What stands in nginx's log is when, who from, which path and the id; no query, no token."""
    assert front.ask("GET", "/metrics", Authorization="Bearer anything").status_code == 404
    answer = front.ask("GET", "/v1/health?secret=7", X_Request_ID="mine-1", Authorization="Bearer token-of-mine")
    assert answer.headers["x-request-id"] == "mine-1"
    assert answer.headers["strict-transport-security"]
    log = front.folder / "station-central.log"
    until = time.monotonic() + 10
    while "id=mine-1" not in log.read_text("utf-8") and time.monotonic() < until:
        time.sleep(0.02)
    written = log.read_text("utf-8")
    assert "GET /v1/health 200" in written
    assert "secret" not in written
    assert "token-of-mine" not in written


def test_what_a_client_claims_of_where_it_comes_from_goes_no_further(program: Path, tmp_path: Path) -> None:
    """The process behind hears nginx's word alone, and a question that failed there is asked once only."""
    tls = tmp_path / "tls"
    ca_file = make_development_certificates(tls)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tls / "server.pem", tls / "server.key")
    heads: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hear() -> None:
            while True:
                try:
                    plain, _ = listening.accept()
                except OSError:
                    return
                with context.wrap_socket(plain, server_side=True) as line:
                    heads.append(line.recv(8192))

        thread = threading.Thread(target=hear)
        thread.start()
        with through(program, tmp_path, listening.getsockname()[1], tls) as port:
            lies = {"X-Forwarded-For": "10.9.8.7", "Forwarded": "for=10.9.8.7", "X-Real-IP": "10.9.8.7"}
            url = f"https://localhost:{port}/v1/health"
            answer = requests.get(url, headers=lies, verify=str(ca_file), timeout=30)
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(10)
    assert (answer.status_code, decode(answer.content, Refusal).code) == (503, Code.BUSY)
    assert len(heads) == 1
    assert b"10.9.8.7" not in heads[0]
    assert b"x-forwarded-for: 127.0.0.1\r\n" in heads[0].lower()


def test_a_machines_own_certificate_reaches_the_centre_where_nginx_passes_through(
    program: Path, tmp_path: Path
) -> None:
    """The second example: a station enrols its key and syncs with it, at a centre that takes nothing less."""
    folder, port = tmp_path / "centre", nginx.free_port()
    ca_file = make_development_certificates(folder / "tls")
    address = f"https://localhost:{port}"
    settings = Settings(tmp_path / "pc", centre_url=address, ca_file=ca_file, machine_certificate=True)
    keychain = MemoryKeychain()
    with (
        small_centre(folder, machine_certificates=MachineCertificates.REQUIRED) as small,
        served(small.centre, folder / "tls") as behind,
    ):
        changes = {
            "127.0.0.1:8443": f"127.0.0.1:{behind}",
            "listen 443;": f"listen 127.0.0.1:{port};",
            "        listen [::]:443;\n": "",
        }
        text = nginx.localised(PASSED_THROUGH, changes)
        with nginx.running(program, tmp_path / "nginx", text, port, stream=True):
            for _ in range(2):
                house = app.build(settings, keychain=keychain, background=False)
                house.verbs.session.sign_in(SI_A, PASSWORD)
                assert house.verbs.sync.sync_once().error == ""
                house.close()
