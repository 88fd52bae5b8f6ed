"""What those who run a centre are told: whether it can work, and figures with nobody's name in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from central import watch
from central.house import open_house
from central.settings import Settings
from central.tls import make_development_certificates
from central.web.serving import served
from tests.support.centre import CHEAP, HandClock, SmallCentre, an_item, claim_of, small_centre
from tests.support.stewards import fill

TOKEN = "a-token-for-the-figures"


@pytest.fixture
def small(tmp_path: Path, database_url: str) -> Iterator[SmallCentre]:
    """Open a centre with PCs in every state and an item whose file is missing, on each kind of database."""
    clock = HandClock()
    with small_centre(tmp_path / "centre", clock, database_url=database_url) as made:
        fill(made, clock)
        grant = made.sign_in(machine_id="pc-well")
        made.push_one(grant, an_item(files=(claim_of(b"%PDF-1.4 never sent"),), written_at=clock.now()))
        clock.forward(minutes=30)
        yield made


def test_a_sound_centre_is_ready(small: SmallCentre) -> None:
    """Database, disk and files are asked each time."""
    assert small.house.centre.watch.readiness() == watch.Readiness(watch.OK, watch.OK, watch.OK)


def test_what_is_wanting_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk and a folder that is gone make a process step back before it refuses work."""
    with small_centre(tmp_path / "centre") as small:
        monkeypatch.setattr(watch, "LEAST_ROOM", 1 << 62)
        small.house.settings.blobs.rename(tmp_path / "elsewhere")
        found = small.house.centre.watch.readiness()
    assert found == watch.Readiness(watch.OK, watch.LOW, watch.AWAY)
    assert not found.ready


def test_the_figures_say_where_work_stands(small: SmallCentre) -> None:
    """Silent PCs, the oldest outbox and items without their files are seen before anybody calls."""
    found = small.house.centre.watch.figures()
    assert {str(which): count for which, count in found.pcs.items()} == {
        "all": 4,
        "silent": 1,
        "late": 1,
        "aside": 1,
        "clock": 1,
        "withdrawn": 0,
    }
    assert (found.oldest_outbox, found.unfinished_items, found.oldest_unfinished) == (7200, 1, 1800.0)
    assert found.head > 0


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, requests.Session]]:
    """Serve a centre whose figures have a token."""
    folder = tmp_path_factory.mktemp("watched")
    with small_centre(folder / "centre"):
        pass
    settings = Settings(folder=folder / "centre", password_cost=CHEAP)
    house = open_house(replace(settings, metrics_token=TOKEN))
    authority = make_development_certificates(folder / "tls")
    with served(house.centre, folder / "tls") as port, requests.Session() as http:
        http.trust_env = False
        http.verify = str(authority)
        yield f"https://localhost:{port}", http
    house.close()


def test_requests_are_counted_by_the_pattern_of_their_path(address: tuple[str, requests.Session]) -> None:
    """Ids, hashes and made-up paths make no series of their own."""
    url, http = address
    http.get(f"{url}/v1/health", timeout=30)
    for made_up in ("a" * 64, "b" * 64):
        http.get(f"{url}/v1/blobs/{made_up}", timeout=30)
        http.get(f"{url}/{made_up}", timeout=30)
    text = http.get(f"{url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}, timeout=30).text
    assert re.search(r'centre_requests_total\{method="GET",path="/v1/health",status="200"\} [1-9]', text)
    assert re.search(r'centre_requests_total\{method="GET",path="/v1/blobs/[^"]*sha256[^"]*",status="401"\} 2\.0', text)
    assert re.search(r'centre_requests_total\{method="GET",path="none",status="404"\} 2\.0', text)
    assert "centre_parked_polls 0.0" in text
    assert 'centre_pcs{which="silent"} 0.0' in text
    assert 'centre_messages{which="troubled"} 0.0' in text
    assert "a" * 64 not in text


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {TOKEN}"}])
def test_without_the_token_there_are_no_figures(address: tuple[str, requests.Session], headers: dict[str, str]) -> None:
    """Whoever guesses the path learns nothing; the readiness is for everybody and says no more than it must."""
    url, http = address
    assert http.get(f"{url}/metrics", headers=headers, timeout=30).status_code == 404
    answer = http.get(f"{url}/ready", timeout=30)
    assert (answer.status_code, answer.json()) == (
        200,
        {"ready": True, "database": "ok", "disk": "ok", "files": "ok"},
    )


def test_without_a_setting_there_is_no_such_path(tmp_path: Path) -> None:
    """An empty token opens nothing, not even to who offers an empty one."""
    authority = make_development_certificates(tmp_path / "tls")
    with small_centre(tmp_path / "centre") as small, served(small.centre, tmp_path / "tls") as port:
        answer = requests.get(
            f"https://localhost:{port}/metrics", headers={"Authorization": "Bearer "}, verify=str(authority), timeout=30
        )
    assert answer.status_code == 404
