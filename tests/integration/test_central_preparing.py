"""Before a centre answers it may have much to do: it listens all the same, and says what it does and how far it is."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import pytest
import requests

from central.errors import SetupError
from central.house import House, open_house
from central.preparation import Telling
from central.settings import Settings
from central.store.findings import FILLED, INDEX
from central.tls import make_development_certificates
from central.web.serving import served
from sync.protocol.codec import decode
from sync.protocol.codes import Code
from sync.protocol.messages import Refusal
from tests.support.centre import CHEAP, DIRECTORY, SmallCentre, as_an_older_version_left, small_centre
from tests.support.records import an_alert


def told(caplog: pytest.LogCaptureFixture) -> list[tuple[str, int, int]]:
    """Give what the log says of how far which work is."""
    lines = [one.fields for one in caplog.records if one.message == "preparing"]  # type: ignore[attr-defined]
    return [(one["doing"], one["done"], one["of"]) for one in lines if "done" in one]


def fill(house: House, caplog: pytest.LogCaptureFixture) -> list[tuple[str, int, int]]:
    """Do what is done before a first start, and give what the log says of it."""
    caplog.clear()
    with caplog.at_level(logging.INFO, "central"):
        house.fill()
    return told(caplog)


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give an address where no tables are."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new.sqlite'}"
    bare: str = request.getfixturevalue("cluster").bare()
    return bare


def test_what_was_imported_before_the_first_start_is_not_looked_through_again(
    tmp_path: Path, new_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """It was indexed, and its identities kept back, as it came in: the first start has nothing to do."""
    settings = Settings(folder=tmp_path / "centre", database_url=new_url, password_cost=CHEAP)
    house = open_house(settings)
    SmallCentre(house).put(*DIRECTORY, *(an_alert(number) for number in range(1, 4)))
    house.close()
    house = open_house(settings)
    assert fill(house, caplog) == []
    as_an_older_version_left(house)
    head = len(DIRECTORY) + 3
    assert fill(house, caplog) == [("index", head, head), ("identities", head, head)]
    assert fill(house, caplog) == []
    house.close()


def test_it_says_how_far_it_is_and_asks_everybody_to_come_again(tmp_path: Path) -> None:
    """Whoever balances hears 503 with the work, a station *busy*; who asks only who is here is answered."""
    told_once, go_on = threading.Event(), threading.Event()
    authority = make_development_certificates(tmp_path / "tls")
    with small_centre(tmp_path / "centre") as small, requests.Session() as http:

        def prepare() -> None:
            Telling(small.house.preparation, "index").reached(1200, 90_000)
            told_once.set()
            go_on.wait(20)

        with served(small.centre, tmp_path / "tls", prepare=prepare) as port:
            http.trust_env, http.verify = False, str(authority)
            url = f"https://localhost:{port}"
            assert told_once.wait(10)
            ready = http.get(f"{url}/ready", timeout=10)
            assert ready.status_code == 503
            assert ready.json()["preparing"] == {"doing": "index", "done": 1200, "of": 90_000}
            asked = http.post(f"{url}/v1/sign-in", data=b"{}", timeout=10)
            assert (asked.status_code, decode(asked.content, Refusal).code) == (503, Code.BUSY)
            assert "1200 of 90000" in decode(asked.content, Refusal).detail
            assert 1 <= int(asked.headers["retry-after"]) <= 30
            assert http.get(f"{url}/v1/health", timeout=10).status_code == 200
            go_on.set()
            answers = [http.get(f"{url}/ready", timeout=10)]
            while answers[-1].status_code != 200 and len(answers) < 1000:
                answers.append(http.get(f"{url}/ready", timeout=10))
            assert answers[-1].json() == {"ready": True, "database": "ok", "disk": "ok", "files": "ok"}
            assert http.post(f"{url}/v1/sign-in", data=b"{}", timeout=10).status_code == 400


def test_what_cannot_be_prepared_ends_the_serving_with_its_reason(tmp_path: Path) -> None:
    """As if it had been done before: nobody is answered by a centre that is not in order."""
    make_development_certificates(tmp_path / "tls")

    def prepare() -> None:
        raise SetupError("the disk is full")

    with small_centre(tmp_path / "centre") as small:
        with pytest.raises(SetupError, match="full"), served(small.centre, tmp_path / "tls", prepare=prepare):
            pass
        assert small.house.preparation.refusal() is not None


def test_it_stops_at_the_next_step_where_nobody_waits_any_more(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A service manager that ends the process does not wait for an index."""
    with small_centre(tmp_path / "centre") as small:
        small.put(an_alert(1))
        small.house.preparation.stop()
        assert fill(small.house, caplog) == []
        with small.house.store.read() as unit:
            assert unit.counters.value(f"{FILLED}-{INDEX}") == 0
