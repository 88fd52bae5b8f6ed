"""Asking the centre from Search: shown apart, with its moment, stored nowhere, gone at the lock."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from station_client.ports import Line
from station_client.services.views import Beyond, SearchPage, SearchQuery
from tests.support.faces import NOW, Face, alert
from tests.support.spoken import nameless
from tests.support.work import Desk
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.beyond import BeyondDialog
from ui.screens.search import SearchScreen


@pytest.fixture
def desk(face: Face) -> Desk:
    """Give services over one alert."""
    made = Desk(face)
    face.alerts.put(alert(1, Category.SEIZURE))
    return made


@pytest.fixture
def screen(desk: Desk, bridge: Bridge, qtbot: QtBot, speech: Speech) -> SearchScreen:
    """Give the screen, shown and ready to type."""
    assert speech.code == "en"
    made = SearchScreen(desk.verbs, bridge)
    qtbot.addWidget(made)
    made.resize(1160, 640)
    made.show()
    made.activate()
    return made


def found(desk: Desk) -> Beyond:
    """Give what the centre found."""
    (line,) = desk.face.alerts.page(None, None, 1)
    return Beyond(SearchPage((line,), 1, capped=False, next_row=None), {line.uid: "The whole long text."}, NOW)


def asked(screen: SearchScreen) -> BeyondDialog:
    """Ask the centre for what is typed; give its window."""
    screen.use(SearchQuery(words="opium"))
    screen.beyond.click()
    (dialog,) = screen.findChildren(BeyondDialog)
    return dialog


def test_the_centres_results_stand_apart(screen: SearchScreen, desk: Desk, qtbot: QtBot) -> None:
    """With the moment and the whole text of the chosen one; the copy's own results are not touched."""
    desk.search.beyond = found(desk)
    dialog = asked(screen)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    dialog.table.selectRow(0)
    assert "Nothing of it is kept" in dialog.said.text()
    assert dialog.text.toPlainText() == "The whole long text."
    assert dialog.text.isVisible()
    assert screen.model.rowCount() == 0
    assert nameless(dialog) == []
    screen.sleep()
    qtbot.waitUntil(lambda: not screen.findChildren(BeyondDialog))


def test_with_a_line_that_goes_it_says_why(screen: SearchScreen, qtbot: QtBot) -> None:
    """The window does not stay empty without a word."""
    dialog = asked(screen)
    qtbot.waitUntil(lambda: "Asking" not in dialog.empty.text())
    assert dialog.empty.text()
    assert not dialog.text.isVisible()  # nobody stands in an empty box


def test_without_a_line_it_is_not_offered(screen: SearchScreen, desk: Desk, qtbot: QtBot) -> None:
    """And the button says so."""
    desk.face.sync.put(replace(desk.face.sync.shown, line=Line.NONE))
    qtbot.waitUntil(lambda: not screen.beyond.isEnabled())
    assert screen.beyond.toolTip()
