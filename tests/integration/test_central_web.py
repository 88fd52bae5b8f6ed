"""The centre over real TLS: bounded bodies, one form of refusal, a log that tells nothing of a case."""

from __future__ import annotations

import gzip
import json
import logging
import os
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import anyio
import msgspec
import pytest
import requests

from central.errors import Refused
from central.tls import make_development_certificates
from central.web import bodies
from central.web.serving import served
from sync.protocol.codec import decode, encode
from sync.protocol.codes import Code
from sync.protocol.messages import ChangePage, Grant, PushBatch, Refusal
from tests.support.centre import PASSWORD, SI_A, SmallCentre, an_item, claim_of, small_centre
from tests.support.records import an_alert

Headers = dict[str, str] | None
Body = bytes | Iterator[bytes] | None


def a_pdf() -> bytes:
    """Give the bytes of a file that nobody else has."""
    return b"%PDF-1.4\n" + os.urandom(16) + b"evidence " * 40_000


@dataclass
class Site:
    """A served centre, and a browser's worth of HTTP to it."""

    small: SmallCentre
    port: int
    ca_file: Path
    http: requests.Session
    folder: Path

    def ask(
        self, method: str, path: str, *, headers: Headers = None, data: Body = None, stream: bool = False
    ) -> requests.Response:
        """Send one request."""
        url = f"https://localhost:{self.port}{path}"
        return self.http.request(method, url, headers=headers, data=data, stream=stream, timeout=30)

    def refused(self, method: str, path: str, *, headers: Headers = None, data: Body = None) -> tuple[int, str]:
        """Send a request that must be refused; give the status and the code."""
        answer = self.ask(method, path, headers=headers, data=data)
        assert answer.headers["content-type"] == "application/json"
        said = decode(answer.content, Refusal)
        assert said.request_id == answer.headers["x-request-id"] != ""
        return answer.status_code, said.code

    def bearer(self) -> tuple[Grant, dict[str, str]]:
        """Sign in; give the grant and the header that shows it."""
        grant = self.small.sign_in()
        return grant, {"Authorization": f"Bearer {grant.access_token}"}

    def line(self) -> ssl.SSLSocket:
        """Open a bare TLS connection."""
        context = ssl.create_default_context(cafile=str(self.ca_file))
        return context.wrap_socket(socket.create_connection(("127.0.0.1", self.port)), server_hostname="localhost")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give a small centre, served for all these tests."""
    tmp_path = tmp_path_factory.mktemp("site")
    tls = tmp_path / "tls"
    authority = make_development_certificates(tls)
    with (
        small_centre(tmp_path / "centre") as small,
        served(small.centre, tls) as port,
        requests.Session() as http,
    ):
        http.trust_env = False
        http.verify = str(authority)
        yield Site(small, port, authority, http, tmp_path / "centre")


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/", 404, Code.NOT_FOUND),
        ("GET", "/v2/health", 404, Code.NOT_FOUND),
        ("DELETE", "/v1/health", 404, Code.NOT_FOUND),
        ("GET", "/v1/changes", 401, Code.SESSION_EXPIRED),
        ("POST", "/v1/sign-in", 400, Code.NOT_UNDERSTOOD),
        ("POST", "/v1/refresh", 400, Code.NOT_UNDERSTOOD),
        ("POST", "/v1/outbox", 401, Code.SESSION_EXPIRED),
        ("PUT", f"/v1/blobs/{'a' * 64}", 401, Code.SESSION_EXPIRED),
        ("GET", f"/v1/blobs/{'a' * 64}", 401, Code.SESSION_EXPIRED),
    ],
)
def test_every_no_is_a_refusal(site: Site, method: str, path: str, status: int, code: str) -> None:
    """Unknown paths, wrong methods, missing tokens, empty bodies: one form."""
    assert site.refused(method, path) == (status, code)


@pytest.mark.parametrize("name", ["%2e%2e%2fcentre.db", "..%2f..%2fetc%2fpasswd", "a" * 63, "A" * 64, "%00" * 3, "é"])
def test_no_path_leads_out_of_the_folder(site: Site, name: str) -> None:
    """Only a hash names a file; nothing else reaches the disk."""
    _, token = site.bearer()
    status, _ = site.refused("GET", f"/v1/blobs/{name}", headers=token)
    assert status in {400, 404}
    status, _ = site.refused("PUT", f"/v1/blobs/{name}", headers=token, data=b"x")
    assert status in {400, 404}


@pytest.mark.parametrize("query", ["since=x", "since=-1", "since=1.5", "since=" + "9" * 30, "rows=0", "since=٣"])
def test_numbers_are_numbers(site: Site, query: str) -> None:
    """Anything else is not understood, and is no fault of the centre's."""
    assert site.refused("GET", f"/v1/changes?{query}", headers=site.bearer()[1]) == (400, Code.NOT_UNDERSTOOD)


@pytest.mark.parametrize(
    "body", [b"{}", b"[]", b"null", b'{"login": 1}', b"\xff\xfe", b"{" * 5000, b'{"login":"a"}', b"x"]
)
def test_a_broken_message_is_not_understood(site: Site, body: bytes) -> None:
    """Whatever is in it."""
    assert site.refused("POST", "/v1/sign-in", data=body) == (400, Code.NOT_UNDERSTOOD)


def test_an_oversized_message_is_stopped(site: Site) -> None:
    """By what it announces, and, where it announces nothing, by what has come."""
    _, token = site.bearer()
    with site.line() as line:
        head = f"POST /v1/outbox HTTP/1.1\r\nHost: localhost\r\nAuthorization: {token['Authorization']}\r\n"
        line.sendall(f"{head}Content-Length: 4194305\r\n\r\n".encode())
        assert line.recv(64).startswith(b"HTTP/1.1 413 ")
    unannounced = iter([b"x" * 60_000] * 80)
    assert site.refused("POST", "/v1/outbox", headers=token, data=unannounced) == (413, Code.TOO_LARGE)
    assert site.refused("POST", "/v1/sign-in", data=b"x" * 70_000) == (413, Code.TOO_LARGE)


def test_a_file_must_announce_its_size(site: Site) -> None:
    """Within the limit; a longer one is refused before a byte of it is sent."""
    _, token = site.bearer()
    path = f"/v1/blobs/{'a' * 64}"
    assert site.refused("PUT", path, headers=token, data=iter([b"x"])) == (400, Code.NOT_UNDERSTOOD)
    with site.line() as line:
        head = f"PUT {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {token['Authorization']}\r\n"
        line.sendall(f"{head}Content-Length: 99999999999\r\n\r\n".encode())
        assert line.recv(64).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize(
    ("said", "code"),
    [("0", "update-needed"), ("3", "update-needed"), ("one", "not-understood"), ("9" * 5000, "not-understood")],
)
def test_a_client_of_another_protocol_is_told(site: Site, said: str, code: str) -> None:
    """Health answers everybody; the rest only whoever shares a protocol."""
    header = {"X-Station-Protocol": said}
    assert site.ask("GET", "/v1/health", headers=header).status_code == 200
    assert site.refused("GET", "/v1/changes", headers=header)[1] == code


def test_a_refused_file_is_read_so_that_the_refusal_arrives(site: Site) -> None:
    """The client gets an answer, not a broken line, and can send on over the same one."""
    pdf = a_pdf()
    grant, token = site.bearer()
    path = f"/v1/blobs/{claim_of(pdf).sha256}"
    assert site.refused("PUT", path, headers=token, data=pdf) == (403, Code.NOT_ENTITLED)
    site.small.push_one(grant, an_item(files=(claim_of(pdf),)))
    assert site.refused("PUT", path, headers=token, data=pdf[:-1] + b"!") == (422, Code.HASH_MISMATCH)
    assert site.ask("PUT", path, headers=token, data=pdf).status_code == 200
    answer = site.ask("GET", path, headers=token)
    assert answer.content == pdf
    assert (answer.headers["content-length"], answer.headers["x-content-type-options"]) == (str(len(pdf)), "nosniff")


def test_a_line_cut_in_the_middle_of_a_file_leaves_nothing(site: Site) -> None:
    """No half file stays, and the centre goes on answering."""
    pdf = a_pdf()
    grant, token = site.bearer()
    site.small.push_one(grant, an_item(files=(claim_of(pdf),)))
    head = f"PUT /v1/blobs/{claim_of(pdf).sha256} HTTP/1.1\r\nHost: localhost\r\n"
    head += f"Authorization: {token['Authorization']}\r\n"
    with site.line() as line:
        line.sendall(f"{head}Content-Length: {len(pdf)}\r\n\r\n".encode() + pdf[:70_000])
        _wait_until(lambda: any((site.folder / "blobs").glob("*.part")))
    _wait_until(lambda: not any((site.folder / "blobs").glob("*.part")))
    assert site.ask("GET", "/v1/health").status_code == 200
    assert site.refused("GET", f"/v1/blobs/{claim_of(pdf).sha256}", headers=token) == (404, Code.NOT_FOUND)


def test_a_page_is_packed_for_whoever_takes_it(site: Site) -> None:
    """Gzip halves a page and more; a client that does not ask gets it plain."""
    site.small.put(*(an_alert(number) for number in range(1, 40)))
    _, token = site.bearer()
    plain = site.ask("GET", "/v1/changes?since=0", headers=token | {"Accept-Encoding": "identity"})
    packed = site.ask("GET", "/v1/changes?since=0", headers=token | {"Accept-Encoding": "gzip"}, stream=True)
    raw = packed.raw.read(decode_content=False)
    assert "content-encoding" not in plain.headers
    assert len(raw) * 3 < len(plain.content)
    assert decode(gzip.decompress(raw), ChangePage).records == decode(plain.content, ChangePage).records


def test_the_log_names_requests_and_tells_no_case(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    """The client's id, the path, the end of it; no token, no password, no text, no query."""
    caplog.set_level(logging.INFO, logger="central")
    grant, token = site.bearer()
    item = an_item()
    site.ask("GET", "/v1/changes?since=0&rows=33", headers=token | {"X-Request-Id": "desk-42.a"})
    site.ask("POST", "/v1/outbox", headers=token, data=encode(PushBatch(items=(item,))))
    bad = {"login": SI_A, "password": PASSWORD, "machine_id": "m"}
    site.ask("POST", "/v1/sign-in", data=json.dumps(bad).encode(), headers={"X-Request-Id": "forged\tid {}"})
    _wait_until(lambda: len(caplog.records) >= 3)  # a line is written when its answer is on its way
    lines = [record.__dict__["fields"] for record in caplog.records if "fields" in record.__dict__]
    assert lines[0]["request_id"] == "desk-42.a"
    assert (lines[0]["path"], lines[0]["status"]) == ("/v1/changes", 200)
    assert (lines[2]["refused"], lines[2]["status"]) == ("not-understood", 400)
    written = json.dumps(lines, ensure_ascii=False)
    for secret in (grant.access_token, PASSWORD, item.description[:20], "rows=33", "forged"):
        assert secret not in written


def test_a_fault_tells_where_and_never_what(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    """A failure of the centre's own is a refusal too; its message may quote a case and stays out."""
    pdf = a_pdf()
    grant, token = site.bearer()
    item = an_item(files=(claim_of(pdf),))
    site.small.push_one(grant, item)
    site.small.put_blob(grant, pdf)
    kept = site.folder / "blobs" / claim_of(pdf).sha256[:2] / claim_of(pdf).sha256
    kept.unlink()
    kept.mkdir()
    caplog.clear()
    assert site.refused("GET", f"/v1/blobs/{claim_of(pdf).sha256}", headers=token) == (500, Code.FAULT)
    (fault,) = [record.__dict__["fields"] for record in caplog.records if record.message == "fault"]
    assert fault["error"] == "IsADirectoryError"
    assert fault["where"].startswith("central.blobs:")
    assert str(site.folder) not in json.dumps(fault)


def test_old_tls_is_not_spoken(site: Site) -> None:
    """TLS 1.2 at least."""
    context = ssl.create_default_context(cafile=str(site.ca_file))
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="deprecated"):
        context.minimum_version = ssl.TLSVersion.TLSv1
    with pytest.warns(DeprecationWarning, match="deprecated"):
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    with socket.create_connection(("127.0.0.1", site.port)) as plain, pytest.raises(OSError, match=r"(?i)ssl|tls"):
        context.wrap_socket(plain, server_hostname="localhost")


def test_the_description_of_the_wire_is_published(site: Site) -> None:
    """OpenAPI, from the Structs that both ends run on: every path, every message, every reference whole."""
    said = site.ask("GET", "/schema").json()
    schemas = said["components"]["schemas"]
    assert {"SignIn", "ChangePage", "PushBatch", "Refusal", "AlertRecord", "FirForm"} <= set(schemas)
    first = "health sign-in challenge refresh machine-certificate changes outbox trail search whole sensitive"
    assert set(said["paths"]) == {
        *(f"/v1/{one}" for one in first.split()), "/v1/blobs/{sha256}", "/v2/feed", "/v2/news", "/v2/snapshot",
        "/v2/summary", "/v2/have", "/v2/blobs/{sha256}", *(f"/v1/messages{to}" for to in ("", "/states", "/templates")),
        "/v1/firs/{station}/{year}/{serial}", "/v1/reports/{name}", "/v2/snapshots/{sha256}", "/v1/receipt-keys",
    }  # fmt: skip
    for reference in set(json.dumps(said).split("#/components/schemas/")[1:]):
        assert reference.split('"', 1)[0] in schemas


def test_a_body_that_stands_still_is_given_up() -> None:
    """Nobody holds a thread of the centre for ever."""

    async def wait() -> None:
        with bodies._patience(0.01):
            await anyio.sleep(30)

    with pytest.raises(Refused) as no:
        anyio.run(wait)
    assert no.value.code == Code.BUSY


def test_the_wire_takes_what_a_newer_client_adds(site: Site) -> None:
    """A field that this centre does not know is passed over."""
    grant, token = site.bearer()
    batch = msgspec.json.decode(encode(PushBatch(items=(an_item(),))))
    batch["items"][0]["mood"] = "new"
    answer = site.ask("POST", "/v1/outbox", headers=token, data=msgspec.json.encode(batch))
    assert answer.json()["answers"][0]["outcome"] == "received"
    assert grant.officer.login == SI_A


def _wait_until(come_true: Callable[[], bool], seconds: float = 10.0) -> None:
    until = time.monotonic() + seconds
    while not come_true():
        assert time.monotonic() < until, "it never came true"
        time.sleep(0.01)
