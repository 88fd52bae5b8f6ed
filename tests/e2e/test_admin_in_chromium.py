"""The page for State IT in a real Chromium: by keyboard alone, in both languages, under its own strict rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from station_client.domain.message import Delivery, DeliveryReason
from tests.conftest import NO_CHROMIUM
from tests.support.centre import DSP, PASSWORD
from tests.support.chromium import browsing, found
from tests.support.stewards import Desk, desk
from tests.support.trays import TO, tried, written


@pytest.fixture(scope="module")
def served_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Serve one centre for these stories."""
    with desk(tmp_path_factory.mktemp("desk")) as made:
        yield made


@pytest.fixture
def window(served_desk: Desk) -> Iterator[Page]:
    """Open the door in a browser; what its console complains of fails the story."""
    program = found()
    if program is None:
        pytest.skip(NO_CHROMIUM)
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "401" not in message.text:  # a refusal is no complaint
            complaints.append(message.text)

    with browsing(program) as page:
        page.on("console", hear)
        page.goto(f"{served_desk.address}/sign-in")
        yield page
    assert complaints == []


def come_in(window: Page) -> None:
    """Sign in as a person does who never touches the mouse: the first field has the focus."""
    expect(window.locator("[autofocus]")).to_be_focused()
    window.keyboard.type(DSP)
    window.keyboard.press("Tab")
    expect(window.locator("input[type=password]")).to_be_focused()
    window.keyboard.type(PASSWORD)
    window.keyboard.press("Enter")
    expect(window.get_by_role("heading", level=1)).to_have_text("Stations' PCs")


def test_a_pc_is_withdrawn_by_keyboard_alone(window: Page, served_desk: Desk) -> None:
    """The skip link comes first, every step is reached by Tab and Enter, and the PC then counts as withdrawn."""
    come_in(window)
    window.keyboard.press("Tab")
    expect(window.get_by_role("link", name="Skip to the content")).to_be_focused()
    link = window.get_by_role("link", name="Withdraw… PC 1, RAMPUR").last
    link.focus()
    window.keyboard.press("Enter")
    button = window.get_by_role("button", name="Withdraw this PC")
    expect(button).to_be_visible()
    for _ in range(20):
        if button.evaluate("node => node === document.activeElement"):
            break
        window.keyboard.press("Tab")
    expect(button).to_be_focused()
    window.keyboard.press("Enter")
    expect(window.get_by_role("link", name="Withdrawn 1")).to_have_attribute("aria-current", "page")
    assert "machine-revoked" in served_desk.small.acts()


def test_a_message_is_handed_over_again_by_keyboard_alone(window: Page, served_desk: Desk) -> None:
    """From the place *Messages* on; who hears the page is told of which message each link is."""
    written(served_desk, "m-1")
    for _ in TO:
        tried(served_desk, Delivery.FAILED, DeliveryReason.ADDRESS_REFUSED)
    come_in(window)
    for name in ("Messages", "Not arrived, or not known 1", "Hand over again… RAMPUR"):
        window.get_by_role("link", name=name).focus()
        window.keyboard.press("Enter")
    window.get_by_role("button", name="Hand over again").focus()
    window.keyboard.press("Enter")
    expect(window.get_by_role("link", name="Waiting 1")).to_have_attribute("aria-current", "page")
    expect(window.get_by_role("row").last).to_contain_text("2 waiting")
    window.set_viewport_size({"width": 360, "height": 740})
    assert window.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_landmarks_labels_and_headings_are_there(window: Page) -> None:
    """A screen reader finds the parts, each field has its label, each column its heading."""
    come_in(window)
    for role, name in (("banner", None), ("main", None), ("search", None), ("navigation", "Places")):
        found_part = window.get_by_role(role, name=name) if name else window.get_by_role(role)  # type: ignore[arg-type] # one of its literals
        expect(found_part).to_have_count(1)
    expect(window.get_by_label("Station, code or PC")).to_be_visible()
    headings = window.get_by_role("columnheader").all_inner_texts()
    assert all(text.strip() for text in headings)
    assert window.locator("html").get_attribute("lang") == "en"
    assert window.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_hindi_is_chosen_once_and_stays(window: Page, tmp_path: Path) -> None:
    """The page speaks Hindi from the link on, says so to a screen reader, and clips nothing at a phone's width."""
    come_in(window)
    window.get_by_role("link", name="हिन्दी").click()
    expect(window.get_by_role("heading", level=1)).to_have_text("थानों के पीसी")
    window.get_by_role("link", name="अधिकारी", exact=True).click()
    expect(window.locator("html")).to_have_attribute("lang", "hi")
    window.set_viewport_size({"width": 360, "height": 740})
    assert window.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    window.screenshot(path=tmp_path / "narrow.png")
    window.context.clear_cookies(name="language")


def test_a_wrong_password_is_said_where_a_reader_hears_it(window: Page) -> None:
    """The refusal is an alert, tied to the field, and the password is not put back into the page."""
    window.get_by_label("Login").fill(DSP)
    window.get_by_label("Password").fill("not the password")
    with window.expect_response(lambda answer: answer.request.method == "POST") as told:
        window.get_by_role("button", name="Sign in").click()
    assert told.value.status == 401
    expect(window.get_by_role("alert")).to_contain_text("do not belong together")
    expect(window.get_by_label("Password")).to_have_value("")
