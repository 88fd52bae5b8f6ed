"""The door of the page for State IT, over real TLS: pictures, questions, codes, and how a steward helps others in."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest
import requests

from central import one_time
from tests.support.centre import DSP, PASSWORD, SI_A, SI_B
from tests.support.stewards import Desk, desk

_FIELDS = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Desk]:
    """Serve the page where three wrong passwords lead to a picture."""
    with desk(tmp_path, captcha_after=3) as made:
        yield made


def hidden(shown: requests.Response) -> dict[str, str]:
    """Give what a form sends besides what is typed."""
    return dict(_FIELDS.findall(shown.text))


def failed_thrice(page: Desk) -> requests.Response:
    """Type wrong passwords until the picture is asked for."""
    shown = [page.sign_in(password="not the password") for _ in range(4)]
    assert [one.status_code for one in shown] == [401] * 4
    assert "data:image/png;base64," in shown[-1].text
    return shown[-1]


def test_the_picture_is_read_and_the_door_opens(page: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a whole PNG in the page itself; the login is typed already."""
    monkeypatch.setattr("central.drawing.signs", lambda: "V4MRX")
    shown = failed_thrice(page)
    found = re.search(r"base64,([A-Za-z0-9+/=]+)", shown.text)
    assert found is not None
    assert base64.b64decode(found[1]).startswith(b"\x89PNG")
    assert f'value="{DSP}"' in shown.text
    typed = hidden(shown) | {"login": DSP, "password": PASSWORD, "answer": "v4mrx"}
    assert page.post("/sign-in", typed).headers["location"] == "/admin/stations"


def test_a_question_in_words_is_no_try(page: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a button of the same form, in the page's language; its answer opens the door as well."""
    monkeypatch.setattr("central.puzzles.worded", lambda language: (f"Two and two ({language})?", "4"))
    page.get("/sign-in?lang=hi")
    typed = hidden(failed_thrice(page)) | {"login": DSP, "password": "", "again": "words"}
    shown = page.post("/sign-in", typed)
    assert "Two and two (hi)?" in shown.text
    assert "उत्तर अंकों में दें" in html.unescape(shown.text)
    typed = hidden(shown) | {"login": DSP, "password": PASSWORD, "answer": "4"}
    assert page.post("/sign-in", typed).status_code == 303


def test_a_steward_with_codes_needs_one(page: Desk) -> None:
    """The page asks for it once the password is right."""
    secret = one_time.new_secret()
    with page.small.house.store.write() as unit:
        unit.one_time_codes.put(DSP, secret, page.clock.now())
    shown = page.sign_in()
    assert 'id="code"' in shown.text
    typed = hidden(shown) | {"login": DSP, "password": PASSWORD}
    wrong = page.post("/sign-in", typed | {"code": "000000"})
    assert "does not count" in wrong.text
    typed = hidden(wrong) | {"login": DSP, "password": PASSWORD, "code": pyotp.TOTP(secret).at(page.clock.now())}
    assert page.post("/sign-in", typed).status_code == 303


def test_a_steward_gives_and_takes_codes_and_forgets_tries(page: Desk) -> None:
    """The secret is shown once; of another State's officer nothing is done; the trail says who did it."""
    page.sign_in()
    seal = page.seal(f"/officer/code?login={SI_A}")
    given = page.post("/officer/code", {"login": SI_A, "do": "new", "seal": seal})
    found = re.search(r'class="secret">([^<]+)<', given.text)
    assert found is not None
    assert "password and one-time code" in given.text
    assert found[1] not in page.get(f"/officer/code?login={SI_A}").text
    with page.small.house.store.read() as unit:
        kept = unit.one_time_codes.one(SI_A)
    assert kept is not None
    assert kept.secret == found[1].replace(" ", "")
    for do in ("forget", "remove"):
        assert page.post("/officer/code", {"login": SI_A, "do": do, "seal": seal}).status_code == 200
    assert page.post("/officer/code", {"login": SI_B, "do": "new", "seal": seal}).status_code == 404
    assert page.post("/officer/code", {"login": SI_A, "do": "new", "seal": "x"}).status_code == 403
    assert page.small.acts()[-3:] == ("code-given", "tries-forgotten", "code-removed")
