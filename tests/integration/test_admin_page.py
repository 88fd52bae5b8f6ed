"""The page for State IT over real TLS: who comes in, what they see, what they may withdraw, and who may not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from central.errors import Refused
from central.rights import Account
from central.web.admin.visitors import VISIT
from station_client.domain.office import Act
from sync.protocol.codes import Code
from sync.protocol.messages import SignIn
from sync.protocol.records import OfficeRecord
from tests.support.centre import DIRECTORY, DSP, HIGHER_OFFICE, OFFICERS, PASSWORD, SI_A, SI_B
from tests.support.stewards import Desk, desk

ADDRESSES = ("/", "/stations", "/officers", "/machine/withdraw?id=pc-well", f"/officer/withdraw?login={SI_A}")


@pytest.fixture
def page(tmp_path: Path, database_url: str) -> Iterator[Desk]:
    """Serve the page over each kind of database."""
    with desk(tmp_path, database_url) as made:
        yield made


@pytest.fixture
def small_page(tmp_path: Path) -> Iterator[Desk]:
    """Serve the page where the database does not matter."""
    with desk(tmp_path) as made:
        yield made


def listed(page: Desk, query: str = "") -> list[str]:
    """Give the PCs that the page lists."""
    return re.findall(r'class="quiet id">([^<]+)<', page.get(f"/stations{query}").text)


def test_who_administers_sees_the_pcs_of_their_state(page: Desk) -> None:
    """Each question that State IT has is one step away, and another State's PCs are in no answer."""
    assert page.sign_in().headers["location"] == "/admin/stations"
    assert listed(page) == ["pc-silent", "pc-stuck", "pc-well"]
    assert listed(page, "?which=silent") == ["pc-silent"]
    assert listed(page, "?which=late") == listed(page, "?which=aside") == listed(page, "?which=clock") == ["pc-stuck"]
    assert listed(page, "?which=withdrawn") == listed(page, "?q=elsewhere") == listed(page, "?page=1") == []
    assert len(listed(page, "?q=rampur")) == len(listed(page, "?q=31682034")) == 3
    assert listed(page, "?q=%25") == listed(page, "?q=rishikesh") == []
    assert "Last heard of" in page.get("/stations").text
    assert "3 days" in page.get("/stations?which=silent").text


def test_a_pc_is_withdrawn_after_being_asked_once_more(page: Desk) -> None:
    """The PC hears it at its next contact, the trail has who did it, a repeat changes nothing."""
    grant = page.small.sign_in(SI_A, machine_id="pc-well")
    page.sign_in()
    form = {"id": "pc-well", "seal": page.seal("/machine/withdraw?id=pc-well")}
    assert page.post("/machine/withdraw", form).status_code == 303
    assert page.post("/machine/withdraw", form).status_code == 303
    assert listed(page, "?which=withdrawn") == ["pc-well"]
    with pytest.raises(Refused) as no:
        page.small.centre.changes(grant.access_token, since=0, rows=1)
    assert no.value.code == Code.MACHINE_REVOKED
    with page.small.house.store.read() as unit:
        (entry,) = (one for one in unit.trail.all() if one.act == "machine-revoked")
    assert (entry.login, entry.machine_id) == (DSP, "pc-well")


def test_an_officer_is_withdrawn_but_nobody_themselves(page: Desk) -> None:
    """The officer is refused from then on; State IT cannot shut itself out by a slip."""
    page.sign_in()
    seal = page.seal("/officers")
    assert page.post("/officer/withdraw", {"login": SI_A, "seal": seal}).status_code == 303
    with pytest.raises(Refused) as no:
        page.small.sign_in(SI_A, machine_id="pc-well")
    assert no.value.code == Code.OFFICER_REVOKED
    assert page.post("/officer/withdraw", {"login": DSP, "seal": seal}).status_code == 403
    assert "officer-withdrawn" in page.small.acts()


def test_a_new_password_ends_the_visits_of_before(small_page: Desk) -> None:
    """Whoever came in with the old one, and whatever browser was left open, is out with the next step."""
    page = small_page
    page.sign_in()
    (dsp,) = (one for one in OFFICERS if one.login == DSP)
    page.small.house.accounts.put_officer(dsp, "another good password")
    assert page.get("/stations").headers["location"] == "/admin/sign-in"


def test_a_central_agency_is_no_states(small_page: Desk) -> None:
    """Its officers and PCs lie in some State, whose State IT neither sees nor withdraws them nor gives them codes."""
    page = small_page
    (office,) = (one for one in DIRECTORY if isinstance(one, OfficeRecord) and one.code == HIGHER_OFFICE)
    page.small.put(msgspec.structs.replace(office, code="90000001", kind="central-agency", name="NCRB"))
    page.small.house.accounts.put_officer(Account("ncrb", "N", "Director", "90000001", (Act.VIEW,), ()), PASSWORD)
    page.small.sign_in("ncrb", machine_id="pc-agency")
    page.sign_in()
    seal = page.seal("/officers")
    assert listed(page) == ["pc-silent", "pc-stuck", "pc-well"]
    assert "ncrb" not in page.get("/officers").text.lower()
    assert listed(page, "?q=ncrb") == listed(page, "?q=agency") == []
    assert page.get("/officer/code?login=ncrb").status_code == 404
    for path, form in (
        ("/officer/withdraw", {"login": "ncrb"}),
        ("/officer/code", {"login": "ncrb", "do": "new"}),
        ("/machine/withdraw", {"id": "pc-agency"}),
    ):
        assert page.post(path, form | {"seal": seal}).status_code == 404
    assert page.small.sign_in("ncrb", machine_id="pc-agency").officer.login == "ncrb"


def test_another_state_is_out_of_reach(small_page: Desk) -> None:
    """Guessing an id or a login of another State is answered as if there were none."""
    page = small_page
    page.sign_in()
    seal = page.seal("/officers")
    assert page.get("/machine/withdraw?id=pc-elsewhere").status_code == 404
    assert page.post("/machine/withdraw", {"id": "pc-elsewhere", "seal": seal}).status_code == 404
    assert page.get(f"/officer/withdraw?login={SI_B}").status_code == 404
    assert page.post("/officer/withdraw", {"login": SI_B, "seal": seal}).status_code == 404
    assert SI_B not in page.get("/officers").text
    page.small.sign_in(SI_B, machine_id="pc-elsewhere")


@pytest.mark.parametrize("path", ADDRESSES)
def test_nothing_is_shown_before_the_door(small_page: Desk, path: str) -> None:
    """Every page sends a stranger to the door, and a made-up cookie is a stranger's."""
    assert small_page.get(path).headers["location"] == "/admin/sign-in"
    small_page.http.cookies.set(VISIT, "made-up")
    assert small_page.get(path).headers["location"] == "/admin/sign-in"


def test_the_door_refuses_as_everywhere(small_page: Desk) -> None:
    """A wrong password counts and locks out, and an officer who may not administer stays outside."""
    page = small_page
    assert page.sign_in(SI_A).status_code == 403
    assert page.get("/stations").headers["location"] == "/admin/sign-in"
    assert [page.sign_in(DSP, "wrong").status_code for _ in range(6)] == [401] * 5 + [429]
    shut = page.sign_in()
    assert shut.status_code == 429
    assert "Try again in 1 minutes" in shut.text
    with pytest.raises(Refused) as no:
        page.small.sign_in(DSP)
    assert no.value.code == Code.LOCKED_OUT


def test_a_visit_ends_by_itself_by_leaving_and_with_the_right(small_page: Desk) -> None:
    """Half an hour without a word, a sign-out, or a right that was taken: the next page is the door."""
    page = small_page
    page.sign_in()
    page.clock.forward(minutes=29)
    assert page.get("/stations").status_code == 200
    page.clock.forward(minutes=31)
    assert page.get("/stations").status_code == 303
    page.sign_in()
    token = page.http.cookies[VISIT]
    page.post("/sign-out", {"seal": page.seal("/stations")})
    page.http.cookies.set(VISIT, token)
    assert page.get("/stations").status_code == 303
    page.sign_in()
    with page.small.house.store.read() as unit:
        account = unit.officers.one(DSP)
    assert account is not None
    page.small.house.accounts.put_officer(replace(account, acts=(Act.VIEW,)), "")
    assert page.get("/stations").status_code == 303


def test_a_form_from_elsewhere_changes_nothing(small_page: Desk) -> None:
    """No seal, a wrong one, or another site's origin: refused, and the PC works on."""
    page = small_page
    page.sign_in()
    seal = page.seal("/machine/withdraw?id=pc-well")
    form = {"id": "pc-well", "seal": seal}
    assert page.post("/machine/withdraw", {"id": "pc-well"}).status_code == 403
    assert page.post("/machine/withdraw", {"id": "pc-well", "seal": "0" * 64}).status_code == 403
    assert page.post("/machine/withdraw", form, {"Origin": "https://elsewhere.example"}).status_code == 403
    assert page.post("/sign-in", {"login": DSP, "password": "x", "seal": seal}).status_code == 403
    assert page.post("/machine/withdraw", {"id": "x" * 9000, "seal": seal}).status_code == 413
    assert page.get("/machine/withdraw?id=pc-well&lang=fr").status_code == 200
    assert page.http.request("GET", page.address + "/machine/withdraw/x", allow_redirects=False).status_code == 404
    assert listed(page, "?which=withdrawn") == []


def test_the_browser_is_told_to_let_nothing_else_in(small_page: Desk) -> None:
    """No script, no frame, no foreign style; the cookie of a visit is out of every script's and site's reach."""
    answer = small_page.sign_in()
    cookies = answer.headers["set-cookie"]
    for mark in ("HttpOnly", "Secure", "SameSite=strict", "__Host-visit="):
        assert mark in cookies
    for path in ("/sign-in", "/stations", "/machine/withdraw?id=nowhere"):
        shown = small_page.get(path)
        assert "default-src 'none'" in shown.headers["content-security-policy"]
        assert shown.headers["cache-control"] == "no-store"
        assert "<script" not in shown.text
        assert "style=" not in shown.text
    assert "text/css" in small_page.get("/style.css").headers["content-type"]


def test_a_hostile_name_is_only_shown(small_page: Desk) -> None:
    """What a PC calls itself is text on the page, whatever it looks like."""
    name = '<script>alert(1)</script>" onload="x'
    ask = SignIn(login=SI_A, password=PASSWORD, machine_id="pc-odd", machine_name=name, program_version="1")
    small_page.small.centre.sign_in(ask)
    small_page.sign_in()
    text = small_page.get("/stations").text
    assert "&lt;script&gt;" in text
    assert "<script" not in text
