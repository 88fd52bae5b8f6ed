"""The queue of messages at the page for State IT: what waits and why, what did not arrive, and once more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from central.store.items import ItemFile
from central.store.post import Post, _letters
from central.store.stewardship import Look
from station_client.domain.message import Delivery, DeliveryReason
from sync.protocol.records import OfficeRecord
from tests.support.centre import DIRECTORY, DSP, HIGHER_OFFICE, STATION_A, STATION_B, HandClock, small_centre
from tests.support.stewards import Desk, desk
from tests.support.trays import SECRET, TO, tried, written


@pytest.fixture
def page(tmp_path: Path, database_url: str) -> Iterator[Desk]:
    """Serve a small centre on each kind of database, and sign State IT in."""
    with desk(tmp_path, database_url) as made:
        made.sign_in()
        yield made


def listed(page: Desk, query: str = "") -> list[str]:
    """Give the messages that the page lists."""
    return re.findall(r'class="quiet id">([^<]+)<', page.get(f"/messages{query}").text)


def test_what_waits_is_told_with_its_reason_and_its_next_try(page: Desk) -> None:
    """By office and number; nothing that it says, and nobody to whom it goes."""
    written(page, "m-1")
    tried(page, Delivery.QUEUED, DeliveryReason.NOT_REACHED, wait=timedelta(minutes=30))
    tried(page, Delivery.HANDED_OVER, "")
    page.clock.forward(minutes=3)
    text = page.get("/messages").text
    assert listed(page) == ["m-1"]
    for said in ("RAMPUR", "E-mail", "1 waiting", "1 handed over", "was not reached", "3 min", "04/08/2026 12:32 IST"):
        assert said in text
    assert [one for one in (SECRET, *TO) if one in text] == []
    figures = page.small.house.centre.watch.figures()
    assert (figures.messages, figures.oldest_message) == ({Post.WAITING: 1, Post.TROUBLED: 0}, 180.0)
    assert "नेटवर्क तक नहीं पहुँचा जा सका" in page.get("/messages?lang=hi").text


def test_a_message_that_lacks_its_files_says_so(page: Desk) -> None:
    """The station still brings them: no mail server is to be looked at."""
    written(page, "m-1", files=(ItemFile("a" * 64, 9, "plan.pdf", "pdf", verified=False),))
    assert "its files are not all here yet" in page.get("/messages").text
    assert "plan.pdf" not in page.get("/messages").text


def test_what_did_not_arrive_is_handed_over_again(page: Desk) -> None:
    """After being asked once more, with a line that says who did it; whom it reached gets it no second time."""
    written(page, "m-1")
    tried(page, Delivery.FAILED, DeliveryReason.ADDRESS_REFUSED)
    tried(page, Delivery.DELIVERED, "")
    assert (listed(page), listed(page, "?which=troubled")) == ([], ["m-1"])
    asked = page.get("/message/again?id=m-1").text
    assert "the address was refused" in asked
    form = {"id": "m-1", "seal": page.seal("/message/again?id=m-1")}
    assert page.post("/message/again", form).headers["location"] == "/admin/messages?which=waiting"
    assert (listed(page), listed(page, "?which=troubled")) == (["m-1"], [])
    assert page.post("/message/again", form).status_code == 303
    with page.small.house.store.read() as unit:
        (line,) = (one for one in unit.trail.all() if one.act == "message-retried")
        assert [one.state for one in unit.messages.standings("m-1")] == [Delivery.QUEUED, Delivery.DELIVERED]
    assert (line.login, line.subject) == (DSP, "m-1")
    assert "There is nobody whom it did not reach." in page.get("/message/again?id=m-1").text


def test_the_longest_waits_first_and_a_word_finds(page: Desk) -> None:
    """Of what did not arrive the newest stands first; it is told for thirty days."""
    for name in ("m-1", "m-2", "m-3"):
        written(page, name)
        page.clock.forward(minutes=1)
    assert listed(page) == listed(page, "?q=rampur") == listed(page, f"?q={STATION_A}") == ["m-1", "m-2", "m-3"]
    assert (listed(page, "?q=m-2"), listed(page, "?q=%25"), listed(page, "?page=1")) == (["m-2"], [], [])
    for _ in range(6):
        tried(page, Delivery.NOT_KNOWN, DeliveryReason.BROKEN_OFF)
    assert listed(page, "?which=troubled") == ["m-3", "m-2", "m-1"]
    page.clock.forward(days=31)
    page.sign_in()
    assert listed(page, "?which=troubled") == []


def test_another_states_and_a_central_agencys_are_out_of_reach(page: Desk) -> None:
    """Neither listed, nor shown, nor handed over again, whoever guesses the number."""
    (office,) = (one for one in DIRECTORY if isinstance(one, OfficeRecord) and one.code == HIGHER_OFFICE)
    page.small.put(msgspec.structs.replace(office, code="90000001", kind="central-agency", name="NCRB"))
    for name, code in (("m-b", STATION_B), ("m-agency", "90000001")):
        written(page, name, office=code)
        for _ in TO:
            tried(page, Delivery.FAILED, DeliveryReason.ADDRESS_REFUSED)
    written(page, "m-own")
    form = {"seal": page.seal("/message/again?id=m-own")}
    assert listed(page, "?which=troubled") == []
    for name in ("m-b", "m-agency", "m-none"):
        assert page.get(f"/message/again?id={name}").status_code == 404
        assert page.post("/message/again", form | {"id": name}).status_code == 404
    with page.small.house.store.read() as unit:
        assert {one.state for one in unit.messages.standings("m-b")} == {Delivery.FAILED}


def test_only_who_administers_looks(tmp_path: Path) -> None:
    """Without a visit the page sends to the door, and a form from elsewhere does nothing."""
    with desk(tmp_path) as made:
        assert made.get("/messages").headers["location"] == "/admin/sign-in"
        made.sign_in()
        written(made, "m-1")
        tried(made, Delivery.FAILED, DeliveryReason.ADDRESS_REFUSED)
        assert made.post("/message/again", {"id": "m-1", "seal": "0" * 64}).status_code == 403
        assert listed(made, "?which=troubled") == ["m-1"]


@pytest.mark.parametrize("which", list(Post))
def test_the_few_of_a_kind_are_found_without_going_through_all(tmp_path: Path, which: Post) -> None:
    """However many messages an embedded centre has delivered: those that stand so are looked up first."""
    with small_centre(tmp_path / "centre", HandClock()) as small, small.house.store.read() as unit:
        asked = unit.post_room._looked_for(_letters(), Look("09", which), small.house.clock.now())
        said = asked.compile(unit.post_room._connection, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in unit.post_room._connection.execute(text(f"EXPLAIN QUERY PLAN {said}"))]
    (begun,) = (number for number, step in enumerate(plan) if step.startswith("SEARCH message_recipients"))
    (then,) = (number for number, step in enumerate(plan) if step.startswith("SEARCH messages "))
    assert begun < then
    assert plan[then].endswith("(message_id=?)")
