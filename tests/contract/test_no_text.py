"""U+0000 in any text is refused in words, over either database: PostgreSQL cannot keep it, and no person types it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import requests

from central.tls import make_development_certificates
from central.web.serving import served
from station_client.domain.ids import uuid7
from station_client.domain.office import Act
from sync.protocol.bundle import bundled
from sync.protocol.codec import decode, encode
from sync.protocol.codes import ITEMS_MEDIA_TYPE, Code
from sync.protocol.dictionary import installed
from sync.protocol.messages import PushBatch, Refusal
from sync.protocol.trail import TrailEntry, chained
from tests.support.centre import SI_A, SmallCentre, an_item, give_rights, small_centre

NOW = datetime.now(UTC)
NUL = "a\0"
MAIL = {
    "message_id": uuid7(NOW, os.urandom(10)),
    "author": SI_A,
    "channel": "email",
    "recipients": ["sp@police.gov.in"],
    "subject": "About it",
    "content": "Some words about it.",
    "written_at": NOW.isoformat(),
}


@dataclass
class Site:
    """A served centre, and an officer's questions to it."""

    small: SmallCentre
    url: str
    http: requests.Session

    def said(self, method: str, path: str, body: bytes | None = None, media: str = "") -> tuple[int, str]:
        """Ask; give the status and the code of the refusal."""
        headers = {"Authorization": f"Bearer {self.small.sign_in().access_token}"}
        headers |= {"Content-Type": media} if media else {}
        answer = self.http.request(method, self.url + path, headers=headers, data=body, timeout=30)
        assert answer.headers["content-type"] == "application/json"
        return answer.status_code, decode(answer.content, Refusal).code


@pytest.fixture
def site(tmp_path: Path, database_url: str) -> Iterator[Site]:
    """Give a small centre over each database."""
    authority = make_development_certificates(tmp_path / "tls")
    with (
        small_centre(tmp_path / "centre", database_url=database_url) as small,
        served(small.centre, tmp_path / "tls") as port,
        requests.Session() as http,
    ):
        http.trust_env, http.verify = False, str(authority)
        give_rights(small, SI_A, *set(Act) - {Act.VIEW, Act.UPLOAD})
        yield Site(small, f"https://localhost:{port}", http)


def an_entry(**wrong: str) -> dict[str, Any]:
    """Give an entry of a trail that is chained soundly, whatever is wrong in it."""
    words = {"login": SI_A, "act": "sign-in", "subject": "s"} | wrong
    (entry,) = chained([TrailEntry(number=1, at=NOW, skew_seconds=0.0, chain="", **words)], "")
    told: dict[str, Any] = json.loads(encode(entry))
    return told


def bodies() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give paths, and what is sent there with the sign in one of its texts."""
    item: dict[str, Any] = json.loads(encode(an_item()))
    for name in ("author", "gd_number", "edits", "fir_key"):
        yield "/v1/outbox", {"items": [item | {name: NUL}]}
    for name in ("login", "act", "subject"):
        yield "/v1/trail", {"strand": 0, "after": 0, "before": "", "entries": [an_entry(**{name: NUL})]}
    for name in ("author", "template_id", "subject"):
        yield "/v1/messages", {"items": [MAIL | {name: NUL}]}
    ask = {"kind": "fir", "key": "31682034/2026/0001", "reason": "asked for by the court"}
    for name in ("kind", "key"):
        yield "/v1/whole", ask | {name: NUL}
        yield "/v1/sensitive", ask | {"sensitive": True, name: NUL}
    yield "/v2/have", {"files": [{"sha256": NUL, "size": 1}]}


def test_it_is_refused_in_every_message(site: Site) -> None:
    """By name and for good: what is refused as a fault or as busy would be sent again for ever."""
    for path, body in bodies():
        assert site.said("POST", path, json.dumps(body).encode()) == (400, Code.NOT_UNDERSTOOD), (path, body)


def test_it_is_refused_in_columns(site: Site) -> None:
    """A batch that is packed says no more than one that is not."""
    name = next(iter(installed()))
    body = bundled(PushBatch(items=(an_item(), an_item(NUL))), name)
    said = site.said("POST", "/v1/outbox", body, f"{ITEMS_MEDIA_TYPE}; dictionary={name}")
    assert said == (400, Code.NOT_UNDERSTOOD)


@pytest.mark.parametrize(
    "path",
    [
        "/v1/firs/31682034/2026/%00",
        "/v1/search?words=a%00",
        "/v1/search?office=%00",
        "/v2/snapshots/%00",
        f"/v1/blobs/{hashlib.sha256().hexdigest()}%00",
    ],
)
def test_it_is_refused_in_every_address(site: Site, path: str) -> None:
    """Before anything is looked up, and before a line is written about it."""
    assert site.said("GET", path) == (400, Code.NOT_UNDERSTOOD)


def test_words_that_only_look_like_it_are_taken(site: Site) -> None:
    """An officer may write of a backslash."""
    words = r"The slip of paper said \u0000 and \\u0000, in ink."
    batch = encode(PushBatch(items=(an_item(description=words),)))
    headers = {"Authorization": f"Bearer {site.small.sign_in().access_token}"}
    answer = site.http.post(f"{site.url}/v1/outbox", headers=headers, data=batch, timeout=30)
    assert json.loads(answer.content)["answers"][0]["outcome"] == "received"
