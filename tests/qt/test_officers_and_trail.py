"""The officers of the PC and its audit trail in the window, over the real house and a real centre."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from station_client.domain.ids import Login
from station_client.services.deeds import Deed
from station_client.services.verbs import Verbs
from station_client.services.views import OfficerHere, TrailLine, TrailPage
from station_client.store.desk import Trace
from tests.support.cells import painted
from tests.support.centre import CONSTABLE_A, PASSWORD, SHO_A, SI_A, SmallCentre, small_centre
from tests.support.houses import Pc
from tests.support.spoken import nameless
from ui import words
from ui.bridge import Bridge
from ui.language import Speech
from ui.models import officers, trail
from ui.models.officers import OfficersModel
from ui.models.trail import TrailModel
from ui.screens.officers import OfficersScreen
from ui.screens.trail import TrailScreen
from ui.widgets.remove_question import RemoveQuestion

NOON = datetime(2026, 8, 14, 6, 30, tzinfo=UTC)
MANY = 1_234


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallCentre]:
    """Open a small centre."""
    with small_centre(tmp_path_factory.mktemp("officers") / "centre") as made:
        yield made


@pytest.fixture(params=[False], ids=["keychain"])
def verbs(tmp_path: Path, centre: SmallCentre, request: pytest.FixtureRequest) -> Iterator[Verbs]:
    """Sign the officer in charge in, who let a sub-inspector and a constable in."""
    pc = Pc(tmp_path / "pc", centre.centre)
    if request.param:
        pc.keychain = None
    with pc.house(password_only=request.param) as made:
        made.session.sign_in(SHO_A, PASSWORD)
        made.session.add_officer(SI_A, PASSWORD)
        made.session.add_officer(CONSTABLE_A, PASSWORD)
        yield made


@pytest.fixture
def bridge(verbs: Verbs, speech: Speech) -> Iterator[Bridge]:
    """Give the way to the pool, closed before the stores are."""
    assert speech.code == "en"
    made = Bridge(verbs.bus)
    yield made
    made.close()


@pytest.fixture
def people(verbs: Verbs, bridge: Bridge, qtbot: QtBot) -> OfficersScreen:
    """Show the officers."""
    made = OfficersScreen(verbs, bridge)
    qtbot.addWidget(made)
    made.show()
    made.activate()
    return made


@pytest.fixture
def done(verbs: Verbs, bridge: Bridge, qtbot: QtBot) -> TrailScreen:
    """Show the trail, with a good deal in it."""
    desk = verbs.session.stores().desk
    with desk._database.write() as connection:  # noqa: SLF001 years of entries at once
        for number in range(MANY):
            who = SI_A if number % 100 == 0 else SHO_A
            desk.audit.add(connection, Trace(Login(who), Deed.FIR_OPENED, f"31682034/2026/{number:04}", NOON, 0.25))
    made = TrailScreen(verbs, bridge)
    qtbot.addWidget(made)
    made.show()
    made.activate()
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def test_the_models_keep_qts_rules(qtmodeltester: ModelTester, dressed: QApplication) -> None:
    """Rows, headings, further pages; an act that nobody knows is shown as it is."""
    people = OfficersModel(dressed)
    people.login = "asharma"
    here = OfficerHere(Login("asharma"), "Anil Sharma", "Sub-Inspector", NOON, withdrawn=False)
    people.show_rows((here, replace(here, login=Login("x"), since=None, withdrawn=True)))
    qtmodeltester.check(people)
    assert [people.index(row, officers.STATE).data() for row in (0, 1)] == ["Signed in now", "Withdrawn by the centre"]
    assert people.index(1, officers.SINCE).data() == "not known"
    line = TrailLine(9, Login("asharma"), "", "of-a-newer-version", "x", NOON, -2.0, sent=True)
    entries = TrailModel(dressed)
    entries.show_page(TrailPage((line, replace(line, number=8, sent=False)), 8, 9, 9))
    qtmodeltester.check(entries)
    assert [entries.index(0, at).data() for at in (trail.OFFICER, trail.DEED, trail.CLOCK, trail.CENTRE)] == [
        "asharma",
        "of-a-newer-version",
        "-2.0 s",
        "sent",
    ]
    entries.give_up()
    entries.add_page(TrailPage((replace(line, number=7),), None, 9, 9))
    assert (entries.rowCount(), entries.canFetchMore()) == (3, False)


def test_every_deed_has_a_word() -> None:
    """What the trail may hold, the window can say."""
    assert set(words.deeds()) == {str(one) for one in Deed}


def test_the_officers_stand_with_rank_and_since_when(people: OfficersScreen, qtbot: QtBot) -> None:
    """Whoever looks stands there as signed in, and cannot remove themselves."""
    qtbot.waitUntil(lambda: people.model.rowCount() == 3)
    assert [people.model.index(at, officers.RANK).data() for at in range(3)] == [
        "Inspector",
        "Sub-Inspector",
        "Constable",
    ]
    assert all(str(people.model.index(at, officers.SINCE).data()).endswith("IST") for at in range(3))
    assert people.model.index(0, officers.STATE).data() == "Signed in now"
    people.table.selectRow(0)
    assert not people.remove_button.isEnabled()
    people.table.selectRow(2)
    assert people.remove_button.isEnabled()
    with qtbot.waitSignal(people.go) as went:
        people.add_button.click()
    assert went.args == ["add-officer"]
    assert nameless(people) == []


def test_removing_says_what_it_means_and_asks(people: OfficersScreen, verbs: Verbs, qtbot: QtBot) -> None:
    """Keep is what Enter does; after Remove the officer is gone from the list and from the vault."""
    qtbot.waitUntil(lambda: people.model.rowCount() == 3)
    people.table.selectRow(2)
    people.remove_button.click()
    asked = people.findChild(RemoveQuestion)
    assert isinstance(asked, RemoveQuestion)
    assert "Constable Mohan Lal (mlal)" in asked.text()
    assert "drafts" in asked.informativeText()
    assert asked.defaultButton() is not asked.remove
    asked.remove.click()
    qtbot.waitUntil(lambda: people.model.rowCount() == 2)
    assert "cannot sign in on this PC any more" in people.banner.text()
    assert [one.login for one in verbs.officers.all()] == [SHO_A, SI_A]


def test_who_is_not_in_charge_sees_why(people: OfficersScreen, verbs: Verbs, qtbot: QtBot) -> None:
    """A sub-inspector may vouch, and removes nobody."""
    verbs.session.sign_in(SI_A, PASSWORD)
    people.activate()
    qtbot.waitUntil(lambda: people.model.rowCount() == 3)
    people.table.selectRow(2)
    assert (people.add_button.isEnabled(), people.remove_button.isEnabled()) == (True, False)
    assert "Only the officer in charge" in people.why.text()


@pytest.mark.parametrize("verbs", [True], indirect=True, ids=["password-only"])
def test_without_a_keychain_nobody_is_listed(people: OfficersScreen, verbs: Verbs, qtbot: QtBot) -> None:
    """The page says so, and asks for the login name of whom to remove."""
    qtbot.waitUntil(lambda: "no keychain" in people.empty.text())
    people.remove_button.click()
    asking = people.findChild(QInputDialog)
    assert isinstance(asking, QInputDialog)
    asking.setTextValue(CONSTABLE_A)
    asking.accept()
    asked = people.findChild(RemoveQuestion)
    assert isinstance(asked, RemoveQuestion)
    assert "still could" in asked.informativeText()
    asked.remove.click()
    qtbot.waitUntil(lambda: CONSTABLE_A in people.banner.text())
    assert verbs.session.first_time(CONSTABLE_A)


def test_a_locked_house_is_told_on_both_pages(people: OfficersScreen, done: TrailScreen, qtbot: QtBot) -> None:
    """An error has its words, and the page does not say that there is nothing."""
    verbs = people.verbs
    verbs.session.lock()
    pages: tuple[OfficersScreen | TrailScreen, ...] = (people, done)
    for page in pages:
        page.sleep()
        page.activate()
    qtbot.waitUntil(lambda: all("cannot be shown" in page.empty.text() for page in pages))
    assert all(page.banner.text() for page in pages)


def test_the_trail_comes_page_by_page_and_is_filtered(done: TrailScreen, qtbot: QtBot) -> None:
    """Newest first; scrolling brings older entries to the very first; of one officer, of one act."""
    assert done.model.rowCount() == 200
    assert done.model.index(0, trail.SUBJECT).data() == f"31682034/2026/{MANY - 1:04}"
    assert done.model.index(0, trail.OFFICER).data() == "Rakesh Kumar Verma"
    while done.model.canFetchMore():
        with qtbot.waitSignal(done.model.rowsInserted):
            done.model.fetchMore()
    numbers = [int(str(done.model.index(at, trail.NUMBER).data())) for at in range(done.model.rowCount())]
    assert numbers == list(range(MANY + 3, 0, -1))
    done.officer.setCurrentIndex(done.officer.findData(str(SI_A)))
    qtbot.waitUntil(lambda: done.model.rowCount() == 13)
    done.deed.setCurrentIndex(done.deed.findData(str(Deed.VOUCHED)))
    qtbot.waitUntil(lambda: "Nothing like that" in done.empty.text() and done.model.rowCount() == 0)
    done.officer.setCurrentIndex(0)
    qtbot.waitUntil(lambda: done.model.rowCount() == 2)
    assert done.officer.count() == 3
    assert nameless(done) == []


def test_the_trail_is_proved_and_a_break_is_named(done: TrailScreen, qtbot: QtBot) -> None:
    """In words, with the number of the first entry that is not as it was written."""
    done.verify_button.click()
    qtbot.waitUntil(lambda: f"all {MANY + 3:,} entries" in done.banner.text())
    with done.verbs.session.stores().desk._database.write() as connection:  # noqa: SLF001 the trail is broken on purpose
        connection.execute(text("DELETE FROM audit WHERE number = 40"))
    done.verify_button.click()
    qtbot.waitUntil(lambda: "40" in done.banner.text())
    assert done.verify_button.isEnabled()


def test_what_the_centre_has_is_said(done: TrailScreen, qtbot: QtBot) -> None:
    """Before a sync nothing, after it all but what came since."""
    assert done.state.text() == f"{MANY + 3:,} entries; {MANY + 3:,} not yet at the centre"
    done.verbs.sync.sync_once()
    qtbot.waitUntil(lambda: done.state.text() == f"{MANY + 3:,} entries; the centre has all of them")
    assert done.model.index(0, trail.CENTRE).data() == "sent"


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("scale", [1.0, 1.45])
def test_a_deed_its_time_and_where_it_is_known_are_never_cut(
    done: TrailScreen, wear: Callable[..., None], speech: Speech, qtbot: QtBot, *, scale: float, language: str
) -> None:
    """In the largest letters too, in the narrowest window: the seconds are what a trail is read for."""
    wear(scale=scale)
    speech.use(language)
    done.resize(1080, 600)
    done.table.fit()
    qtbot.waitUntil(lambda: done.model.rowCount() > 0)
    for column in (trail.TIME, trail.DEED, trail.CENTRE):
        cell = done.model.index(0, column)
        assert painted(done.table, cell) == cell.data()
