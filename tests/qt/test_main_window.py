"""The window: gate or desk, never both; the lock hides everything of a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from station_client.domain.office import Officer
from station_client.errors import DiskFullError, WrongPasswordError
from station_client.events import HighAlertArrived, Part, StoreChanged
from station_client.ports import Line, Removals, SyncStatus
from tests.support.entering import give_password, stand_before
from tests.support.faces import NOW, OFFICER, PASSWORD, SECOND, Face, alert
from tests.support.hands import choices, choose, menu, press
from tests.support.seen import heard, held, offered, there, words
from ui.bridge import Bridge
from ui.language import Speech, phrase_of
from ui.main_window import MainWindow
from ui.screens.add_officer import AddOfficerScreen

MENU = "Officer's menu"


@pytest.fixture
def window(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> Iterator[MainWindow]:
    """Give the window before anybody has signed in."""
    assert speech.code == "en"
    face.alerts.put(*(alert(number) for number in range(5)))
    made = MainWindow(face.verbs(), bridge)
    stand_before(made, qtbot)
    yield made
    made.close()


def enter(window: MainWindow, qtbot: QtBot) -> None:
    """Sign in and wait for the dashboard."""
    give_password(window)
    qtbot.waitUntil(lambda: not window.locked())
    qtbot.waitUntil(lambda: "Hue & Cry" in texts(window))


def shown(officer: Officer) -> str:
    """Give an officer as the window names them."""
    return f"{officer.name} · {officer.rank}"


def asked_for(window: MainWindow) -> list[str]:
    """Give the officer whose password is asked for."""
    officers = (one for one in window.findChildren(QAbstractButton) if one.isVisible() and " · " in heard(one))
    return [heard(one) for one in officers if one.isChecked()]


def texts(window: MainWindow) -> str:
    """Give every word that can be seen, and the title."""
    return f"{window.windowTitle()}\n{words(window)}"


def marked(window: MainWindow) -> list[str]:
    """Give the places that the rail marks."""
    return [heard(one) for one in window.workplace.rail.findChildren(QAbstractButton) if one.isChecked()]


def test_before_the_sign_in_nothing_of_a_case_is_there(window: MainWindow) -> None:
    """The gate stands; shortcuts of the rail lead nowhere."""
    window.show_place("dashboard")
    assert window.locked()
    assert "Hue & Cry" not in texts(window)
    assert window.windowTitle() == "Sign in – Station Client"


def test_news_does_not_outlive_its_place(window: MainWindow, face: Face, qtbot: QtBot) -> None:
    """What was queued is not called queued elsewhere, nor once its receipt is here; warnings stay."""
    enter(window, qtbot)
    window.workplace.banner.say("quiet", "0123/2026 is queued")
    press(window, "Dashboard")
    assert window.workplace.banner.text() == ""
    window.workplace.banner.say("quiet", "0123/2026 is queued")
    face.bus.tell(StoreChanged(frozenset({Part.RECEIPTS})))
    qtbot.waitUntil(lambda: window.workplace.banner.text() == "")
    window.workplace.banner.say("warning", "No keychain")
    press(window, "Dashboard")
    assert window.workplace.banner.text() == "No keychain"


def test_after_the_sign_in_the_dashboard_stands(window: MainWindow, qtbot: QtBot) -> None:
    """Station, officer, rail, status line."""
    enter(window, qtbot)
    assert window.windowTitle() == "Dashboard – Station Client"
    assert window.workplace.top.station() == "Thana Rampur, Dist. Hardoi, Uttar Pradesh"
    assert window.workplace.status.text().startswith("Line good")


def test_the_lock_hides_everything_and_shows_it_again(window: MainWindow, face: Face, qtbot: QtBot) -> None:
    """Neither title nor any widget holds a word of a case; the same place comes back."""
    enter(window, qtbot)
    window.show_place("alert", "alert-3")
    qtbot.waitUntil(lambda: "A child of seven" in texts(window))
    window.workplace.banner.say("warning", "FIR 0123/2026 was refused")
    window.lock()
    assert not [word for word in ("Hue & Cry", "child", "Verma", "0003/2026", "0123/2026") if word in held(window)]
    qtbot.waitUntil(lambda: "lock" in face.session.calls)
    qtbot.waitUntil(lambda: window.windowTitle() == "Locked – Station Client")
    window.show_place("dashboard")
    assert window.locked()
    give_password(window, "wrong")
    qtbot.waitUntil(lambda: phrase_of(WrongPasswordError()).happened in texts(window))
    give_password(window)
    qtbot.waitUntil(lambda: "A child of seven" in texts(window))


def test_a_high_alert_is_told_without_details_while_locked(window: MainWindow, face: Face, qtbot: QtBot) -> None:
    """On the lock screen only that one has arrived; at the desk it can be opened at once."""
    enter(window, qtbot)
    face.bus.tell(HighAlertArrived("alert-4"))
    qtbot.waitUntil(lambda: window.workplace.banner.text() == "A High Alert has arrived.")
    press(window, "Open it")
    qtbot.waitUntil(lambda: window.windowTitle() == "Alert – Station Client")
    window.lock()
    face.bus.tell(HighAlertArrived("alert-4"))
    qtbot.waitUntil(lambda: "Unlock to read it" in texts(window))
    assert "Hue & Cry" not in texts(window)


def test_the_sign_out_leads_to_the_gate(window: MainWindow, face: Face, qtbot: QtBot) -> None:
    """Every screen is forgotten; the next officer begins afresh."""
    enter(window, qtbot)
    window.sign_out()
    qtbot.waitUntil(lambda: "sign-out" in face.session.calls)
    qtbot.waitUntil(lambda: window.windowTitle() == "Sign in – Station Client")
    assert window.workplace.places.screens == {}
    assert window.signed is None


def test_another_officer_is_a_choice_away(window: MainWindow, face: Face, qtbot: QtBot) -> None:
    """The menu names the others; the vault closes, nothing is left on screen, their password is asked at once."""
    enter(window, qtbot)
    qtbot.waitUntil(lambda: "Switch officer" in choices(menu(window, MENU)))
    assert choices(menu(window, MENU, "Switch officer")) == [shown(SECOND)]
    assert shown(SECOND) in held(window.workplace)
    choose(menu(window, MENU, "Switch officer"), shown(SECOND))
    qtbot.waitUntil(lambda: "sign-out" in face.session.calls)
    qtbot.waitUntil(lambda: asked_for(window) == [shown(SECOND)])
    assert window.workplace.places.screens == {}
    assert window.locked()
    assert shown(SECOND) not in held(window.workplace)
    give_password(window)
    qtbot.waitUntil(lambda: not window.locked())
    assert window.signed is not None
    assert window.signed.officer.login == SECOND.login
    window.sign_out()
    qtbot.waitUntil(lambda: asked_for(window) == [shown(OFFICER)])


def test_no_other_officer_no_choice(window: MainWindow, face: Face, bridge: Bridge, qtbot: QtBot) -> None:
    """Where the officers are not listed at the gate, the menu does not list them either."""
    face.session.lists = False
    enter(window, qtbot)
    menu(window, MENU)
    qtbot.waitUntil(bridge.idle)
    assert "Sign out" in choices(menu(window, MENU))
    assert "Switch officer" not in choices(menu(window, MENU))


@pytest.mark.parametrize("from_lock", [False, True])
def test_a_sign_out_on_a_full_disk_leads_to_the_gate_all_the_same(
    window: MainWindow, face: Face, qtbot: QtBot, *, from_lock: bool
) -> None:
    """The vault is closed: nobody is left on a lock screen that opens nothing; what went wrong is said."""
    enter(window, qtbot)
    face.session.leaving = DiskFullError()
    if from_lock:
        window.lock()
        qtbot.waitUntil(lambda: "lock" in face.session.calls)
    window.sign_out()
    qtbot.waitUntil(lambda: window.windowTitle() == "Sign in – Station Client")
    said = window.gate.sign_in.trouble.text()
    assert said.startswith("You are signed out.")
    assert "disk" in said
    assert window.workplace.places.screens == {}
    face.session.leaving = None
    enter(window, qtbot)
    assert window.gate.sign_in.trouble.text() == ""


def test_the_centre_asking_again_does_not_stop_work(window: MainWindow, face: Face, qtbot: QtBot) -> None:
    """A strip offers to type the password; 'later' leads back to the desk."""
    enter(window, qtbot)
    face.sync.put(SyncStatus(Line.REFUSED, NOW, NOW, error="session-expired"))
    qtbot.waitUntil(lambda: "asks for your password" in window.workplace.banner.text())
    assert not window.locked()
    press(window, "Enter password")
    assert window.gate.asking_again
    press(window, "Later")
    assert not window.locked()
    face.sync.put(SyncStatus(Line.REFUSED, NOW, NOW, error="session-expired"))
    qtbot.waitUntil(lambda: "asks for your password" in window.workplace.banner.text())
    press(window, "Enter password")
    give_password(window)
    qtbot.waitUntil(lambda: not window.locked())
    assert "renew" in face.session.calls


def test_the_rail_marks_only_what_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    """A place of the officer's menu is none of the rail's; back on the dashboard the mark is there again."""
    enter(window, qtbot)
    assert marked(window) == ["Dashboard"]
    window.show_place("help")
    assert marked(window) == []
    window.show_place("dashboard")
    assert marked(window) == ["Dashboard"]


def test_the_status_line_and_the_rail_follow_the_engine(window: MainWindow, face: Face, qtbot: QtBot) -> None:
    """What waits is counted at My work; the button asks for a sync."""
    enter(window, qtbot)
    face.sync.put(SyncStatus(Line.NONE, NOW, NOW, waiting=2, refused=1))
    qtbot.waitUntil(lambda: "2 queued on this PC" in window.workplace.status.text())
    assert there(window, "My work, 3 waiting")
    press(window, "Sync now")
    assert face.sync.asked == 1
    press(window, "Pause sync")
    qtbot.waitUntil(lambda: window.workplace.status.text().startswith("Sync paused"))
    press(window, "Resume sync")
    qtbot.waitUntil(lambda: there(window, "Pause sync"))


def test_an_officer_is_added(window: MainWindow, qtbot: QtBot) -> None:
    """The one who is signed in vouches by their own password; the newcomer types theirs."""
    enter(window, qtbot)
    window.show_place("add-officer")
    screen = window.workplace.places.screens["add-officer"]
    assert isinstance(screen, AddOfficerScreen)
    screen.login.setText("mlal")
    screen.form.submitted.emit(PASSWORD)
    assert screen.own_wrong()
    screen.own.setText("wrong")
    screen.form.submitted.emit(PASSWORD)
    qtbot.waitUntil(lambda: "password" in screen.own_wrong())
    assert screen.login.text() == "mlal"
    screen.own.setText(PASSWORD)
    screen.form.submitted.emit(PASSWORD)
    qtbot.waitUntil(lambda: window.workplace.banner.text() == "Mohan Lal can now sign in on this PC.")


def test_the_language_switches_live(window: MainWindow, speech: Speech, qtbot: QtBot) -> None:
    """Every word of the desk changes at once; digits stay Latin."""
    enter(window, qtbot)
    speech.use("hi")
    assert window.windowTitle() == "डैशबोर्ड – Station Client"
    assert window.workplace.status.text().startswith("लाइन ठीक है · पिछला सिंक 14:03 IST")
    assert "खोज" in offered(window.workplace.rail)
    speech.use("en")
    assert window.windowTitle() == "Dashboard – Station Client"


def test_back_leads_to_where_the_officer_came_from(window: MainWindow, face: Face, qtbot: QtBot) -> None:
    """From an alert opened on the dashboard back to the dashboard, whatever the rail showed before."""
    enter(window, qtbot)
    assert face.alerts.stored
    window.show_place("alert", "alert-2")
    assert window.windowTitle() == "Alert – Station Client"
    window.workplace.places.screens["alert"].go.emit("back")
    assert window.windowTitle() == "Dashboard – Station Client"


def test_a_large_removal_is_asked_about_once_and_agreed_to_there(window: MainWindow, face: Face, qtbot: QtBot) -> None:
    """The banner says how much and that it is all still here; closing it asks nothing, its button agrees."""
    enter(window, qtbot)
    held_back = SyncStatus(Line.GOOD, NOW, NOW, error="too-many-gone", removals=Removals(400, 1000))
    face.sync.put(held_back)
    qtbot.waitUntil(lambda: "400 of the 1,000 records" in window.workplace.banner.text())
    press(window, "Close this notice")
    face.sync.put(replace(held_back, waiting=1))
    qtbot.waitUntil(lambda: "1 queued" in window.workplace.status.text())
    assert window.workplace.banner.text() == ""
    window.lock()
    give_password(window)
    qtbot.waitUntil(lambda: "400 of the 1,000 records" in window.workplace.banner.text())
    press(window, "Agree: take them out")
    qtbot.waitUntil(lambda: face.sync.shown.removals is None)
    assert window.workplace.banner.text() == ""
