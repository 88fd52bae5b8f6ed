"""The lock comes while a dialog stands open or an answer is under way: nothing of it is on the screen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from station_client.services.views import SavedSearch, SearchQuery
from tests.support.entering import come_in, give_password
from tests.support.faces import Face, alert
from tests.support.work import Desk, item
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.screens.printer import preview
from ui.screens.screen import Screen


def after(told: threading.Event, work: Callable[..., object], *asked: object) -> object:
    """Do some work of the store once it is told so; a store that hangs fails the test."""
    assert told.wait(20)
    return work(*asked)


def of_a_case(page: Screen) -> bool:
    """Tell whether a page holds anything of a case, seen or not."""
    texts = [one.text() for one in page.findChildren(QLabel)]
    rows = [one.model().rowCount() for one in page.findChildren(QTableView)]
    return any("A child of seven" in text for text in texts) or any(rows)


def test_a_preview_does_not_outlive_the_lock(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Pages on their way to paper are gone with everything else."""
    assert speech.code == "en"
    window = MainWindow(face.verbs(), bridge)
    come_in(window, qtbot)
    window.show_place("reports")
    drawn: list[object] = []
    dialog = preview(drawn.append, "pages", window.workplace.places.screens["reports"])
    qtbot.waitUntil(dialog.isVisible)
    window.lock()
    assert window.locked()
    assert not dialog.isVisible()
    window.close()


def test_no_kept_search_is_listed_behind_the_lock(
    desk: Desk, bridge: Bridge, speech: Speech, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A question names whom an officer looks for; the menu is filled again after the unlock."""
    assert speech.code == "en"
    answers, kept = threading.Event(), SavedSearch(SearchQuery(words="A child of seven"))
    desk.face.session.now = None
    desk.saved.keep(kept)
    monkeypatch.setattr(desk.saved, "all", partial(after, answers, desk.saved.all))
    window = MainWindow(desk.verbs, bridge)
    come_in(window, qtbot)
    window.show_place("search")
    menu = window.workplace.places.screens["search"].aids.saved  # type: ignore[attr-defined] # the search
    window.lock()
    answers.set()
    qtbot.waitUntil(bridge.idle)
    assert window.locked()
    assert not any("A child" in one.text() for one in menu.actions_shown())
    give_password(window)
    qtbot.waitUntil(lambda: any("A child" in one.text() for one in menu.actions_shown()))
    window.close()


@pytest.mark.parametrize("place", ["alert", "my-work"])
def test_no_answer_fills_a_page_behind_the_lock(  # noqa: PLR0917 what it stands on
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """The store was slow and the officer locked meanwhile; after the unlock the page is filled as ever."""
    assert speech.code == "en"
    desk, answers = Desk(face), threading.Event()
    face.session.now = None
    face.alerts.put(alert(1))
    desk.outbox.put(item(1))
    for service, verb in ((face.alerts, "view"), (desk.outbox, "items")):
        monkeypatch.setattr(service, verb, partial(after, answers, getattr(service, verb)))
    window = MainWindow(desk.verbs, bridge)
    come_in(window, qtbot)
    window.show_place(place, "alert-1" if place == "alert" else "")
    page = window.workplace.places.screens[place]
    window.lock()
    answers.set()
    qtbot.waitUntil(bridge.idle)
    assert window.locked()
    assert not of_a_case(page)
    give_password(window)
    qtbot.waitUntil(lambda: of_a_case(page))
    window.close()
