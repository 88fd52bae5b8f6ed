"""The window: gate or desk, never both; the lock hides everything of a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from station_client.errors import DiskFullError
from station_client.events import HighAlertArrived, Part, StoreChanged
from station_client.ports import Line, Removals, SyncStatus
from tests.support.faces import NOW, OFFICER, PASSWORD, SECOND, Face, alert
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.screens.add_officer import AddOfficerScreen
from ui.widgets.alert_list import AlertList


@pytest.fixture
def window(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> Iterator[MainWindow]:
    """Give the window before anybody has signed in."""
    assert speech.code == "en"
    face.alerts.put(*(alert(number) for number in range(5)))
    made = MainWindow(face.verbs(), bridge)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.gate.sign_in._group.buttons()))
    yield made
    made.close()


def enter(window: MainWindow, qtbot: QtBot) -> None:
    """Sign in and wait for the dashboard."""
    window.gate.sign_in._form.submitted.emit(PASSWORD)
    qtbot.waitUntil(lambda: not window.locked())
    qtbot.waitUntil(lambda: "Hue & Cry" in texts(window))


def texts(window: MainWindow) -> str:
    """Give every word that can be seen, and the title."""
    labels = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    models = [view.model() for view in window.findChildren(AlertList) if view.isVisible()]
    rows = [str(model.index(row, 0).data()) for model in models for row in range(model.rowCount())]
    return " ".join([window.windowTitle(), *labels, *rows])


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
    window.workplace.rail.chosen.emit("dashboard")
    assert window.workplace.banner.text() == ""
    window.workplace.banner.say("quiet", "0123/2026 is queued")
    face.bus.tell(StoreChanged(frozenset({Part.RECEIPTS})))
    qtbot.waitUntil(lambda: window.workplace.banner.text() == "")
    window.workplace.banner.say("warning", "No keychain")
    window.workplace.rail.chosen.emit("dashboard")
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
    window.lock()
    assert "Hue & Cry" not in texts(window)
    assert "child" not in texts(window)
    qtbot.waitUntil(lambda: "lock" in face.session.calls)
    qtbot.waitUntil(lambda: window.windowTitle() == "Locked – Station Client")
    window.show_place("dashboard")
    assert window.locked()
    window.gate.lock._form.submitted.emit("wrong")
    qtbot.waitUntil(lambda: bool(window.gate.lock._form.wrong()))
    window.gate.lock._form.submitted.emit(PASSWORD)
    qtbot.waitUntil(lambda: "A child of seven" in texts(window))


def test_a_high_alert_is_told_without_details_while_locked(window: MainWindow, face: Face, qtbot: QtBot) -> None:
    """On the lock screen only that one has arrived; at the desk it can be opened at once."""
    enter(window, qtbot)
    face.bus.tell(HighAlertArrived("alert-4"))
    qtbot.waitUntil(lambda: window.workplace.banner.text() == "A High Alert has arrived.")
    window.workplace.banner.acted.emit()
    qtbot.waitUntil(lambda: window.windowTitle() == "Alert – Station Client")
    window.lock()
    face.bus.tell(HighAlertArrived("alert-4"))
    qtbot.waitUntil(lambda: "Unlock to read it" in window.gate.lock._news.text())
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
    menu = window.workplace.top._others_menu
    qtbot.waitUntil(lambda: len(menu.actions()) == 1)
    assert SECOND.name in menu.actions()[0].text()
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: "sign-out" in face.session.calls)
    door = window.gate.sign_in
    qtbot.waitUntil(lambda: door._whose() == SECOND.login)
    assert window.workplace.places.screens == {}
    assert window.locked()
    assert not menu.actions()
    door._form.submitted.emit(PASSWORD)
    qtbot.waitUntil(lambda: not window.locked())
    assert window.signed is not None
    assert window.signed.officer.login == SECOND.login
    window.sign_out()
    qtbot.waitUntil(lambda: window.locked() and door._whose() == OFFICER.login)


def test_no_other_officer_no_choice(window: MainWindow, face: Face, qtbot: QtBot) -> None:
    """Where the officers are not listed at the gate, the menu does not list them either."""
    face.session.lists = False
    enter(window, qtbot)
    window.workplace.top.others_asked.emit()
    window.workplace.top.set_officer(OFFICER)
    assert not window.workplace.top._others_menu.menuAction().isVisible()


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
    window.workplace.banner.acted.emit()
    assert window.gate.asking_again
    window.gate.lock._out.click()
    assert not window.locked()
    face.sync.put(SyncStatus(Line.REFUSED, NOW, NOW, error="session-expired"))
    qtbot.waitUntil(lambda: "asks for your password" in window.workplace.banner.text())
    window.workplace.banner.acted.emit()
    window.gate.lock._form.submitted.emit(PASSWORD)
    qtbot.waitUntil(lambda: not window.locked())
    assert "renew" in face.session.calls


def test_the_rail_marks_only_what_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    """A place of the officer's menu is none of the rail's; back on the dashboard the mark is there again."""
    enter(window, qtbot)
    marked = [key for key, one in window.workplace.rail._buttons.items() if one.isChecked()]
    window.show_place("help")
    nothing = [key for key, one in window.workplace.rail._buttons.items() if one.isChecked()]
    window.show_place("dashboard")
    again = [key for key, one in window.workplace.rail._buttons.items() if one.isChecked()]
    assert (marked, nothing, again) == (["dashboard"], [], ["dashboard"])


def test_the_status_line_and_the_rail_follow_the_engine(window: MainWindow, face: Face, qtbot: QtBot) -> None:
    """What waits is counted at My work; the button asks for a sync."""
    enter(window, qtbot)
    face.sync.put(SyncStatus(Line.NONE, NOW, NOW, waiting=2, refused=1))
    qtbot.waitUntil(lambda: "2 queued on this PC" in window.workplace.status.text())
    assert window.workplace.rail._buttons["my-work"].count == 3
    window.workplace.status._sync.click()
    assert face.sync.asked == 1
    window.workplace.status._pause.click()
    qtbot.waitUntil(lambda: window.workplace.status.text().startswith("Sync paused"))
    assert window.workplace.status._pause.accessibleName() == "Resume sync"
    window.workplace.status._pause.click()
    qtbot.waitUntil(lambda: window.workplace.status._pause.accessibleName() == "Pause sync")


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
    assert window.workplace.rail._buttons["search"].text() == "खोज"
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
    window.workplace.banner._close.click()
    face.sync.put(replace(held_back, waiting=1))
    qtbot.waitUntil(lambda: "1 queued" in window.workplace.status.text())
    assert window.workplace.banner.text() == ""
    window.lock()
    window.gate.lock._form.submitted.emit(PASSWORD)
    qtbot.waitUntil(lambda: "400 of the 1,000 records" in window.workplace.banner.text())
    window.workplace.banner._action.click()
    qtbot.waitUntil(lambda: face.sync.shown.removals is None)
    assert window.workplace.banner.text() == ""
