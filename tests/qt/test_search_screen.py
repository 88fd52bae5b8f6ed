"""Search: two modes, as-you-type, paging, and honest counts."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category, Life
from station_client.errors import InputError, StoreDamagedError
from station_client.services.views import SearchPage, SearchQuery
from station_client.text.query import parse
from tests.support.cells import painted
from tests.support.entering import come_in
from tests.support.faces import Face, alert
from tests.support.searching import FakeSearch
from tests.support.spoken import nameless
from tests.support.work import Desk
from ui import theme, words
from ui.bridge import Bridge
from ui.language import Speech, say
from ui.main_window import MainWindow
from ui.models import results
from ui.screens.search import SearchScreen
from ui.widgets.marked_text import MarkedText
from ui.widgets.search_form import BETWEEN_DATES


@pytest.fixture
def desk(face: Face) -> Desk:
    """Give services over 120 alerts."""
    made = Desk(face)
    categories = tuple(Category)
    face.alerts.put(*(alert(number, categories[number % 7]) for number in range(1, 121)))
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


def test_nothing_asked_says_what_to_do(screen: SearchScreen) -> None:
    """Before a question there is one sentence, and the freshness of the copy."""
    assert screen.empty.text().startswith("Type an FIR number")
    assert screen.model.rowCount() == 0


def test_a_fir_number_finds_while_it_is_typed(screen: SearchScreen, qtbot: QtBot) -> None:
    """Half a number is not scolded; a whole one finds; Enter leads into the results and opens."""
    qtbot.keyClicks(screen.form.number, "7/20")
    qtbot.waitUntil(lambda: screen.empty.text().startswith("This PC's copy") or "FIR number" in screen.empty.text())
    assert not screen.form.number_error.text()
    qtbot.keyClicks(screen.form.number, "26")
    qtbot.waitUntil(lambda: screen.model.rowCount() == 1)
    assert screen.count.text() == "1 found, newest first"
    qtbot.keyClick(screen.form.number, Qt.Key.Key_Return)
    screen.table.selectRow(0)
    with qtbot.waitSignal(screen.open_alert) as opened:
        qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert opened.args == ["alert-7"]


def test_enter_demands_a_number_that_can_be_read(screen: SearchScreen, qtbot: QtBot) -> None:
    """What is no FIR number is said under its field when the officer asks for it."""
    screen.form.number.setText("nonsense")
    qtbot.keyClick(screen.form.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "0123/2026" in screen.form.number_error.text())
    screen.form.number.setText("")
    assert not screen.form.number_error.text()


def test_words_are_debounced(screen: SearchScreen, desk: Desk, qtbot: QtBot) -> None:
    """A word typed quickly asks once or twice, not once for each letter; the last answer is shown."""
    screen.form.by_words.setChecked(True)
    desk.search.asked.clear()
    qtbot.keyClicks(screen.form.words, "number 12")
    qtbot.waitUntil(lambda: screen.count.text().startswith("2 found"))
    assert desk.search.asked[-1] == SearchQuery(words="number 12")
    assert len(desk.search.asked) <= 3


def test_category_and_dates_make_one_question(screen: SearchScreen, desk: Desk, qtbot: QtBot) -> None:
    """The fields of the second mode narrow together; dates are days, both included."""
    screen.form.by_words.setChecked(True)
    screen.form.category.setCurrentIndex(screen.form.category.findData(str(Category.SEIZURE)))
    screen.form.period.setCurrentIndex(screen.form.period.findData(BETWEEN_DATES))
    assert screen.form.since.isVisible()
    qtbot.waitUntil(lambda: bool(desk.search.asked) and desk.search.asked[-1].until is not None)
    asked = desk.search.asked[-1]
    assert asked.category is Category.SEIZURE
    assert str(asked.since) == "2026-02-12"
    assert str(asked.until) == "2026-03-14"


def test_scrolling_brings_older_results(screen: SearchScreen, qtbot: QtBot) -> None:
    """Pages follow one another while scrolling, each row once."""
    screen.use(SearchQuery(words="hue"))
    qtbot.waitUntil(lambda: screen.model.rowCount() == 50)
    assert screen.count.text() == "120 found, newest first"
    screen.table.scrollToBottom()
    qtbot.waitUntil(lambda: screen.model.rowCount() == 100)
    screen.table.scrollToBottom()
    qtbot.waitUntil(lambda: screen.model.rowCount() == 120)
    shown = [screen.model.index(at, results.FIR).data() for at in range(120)]
    assert len(set(shown)) == 120


def test_a_capped_count_says_so(screen: SearchScreen, desk: Desk, qtbot: QtBot) -> None:
    """Above ten thousand the count is a lower bound and looks like one."""
    desk.search.capped = True
    screen.use(SearchQuery(words="hue"))
    qtbot.waitUntil(lambda: screen.count.text() == "10,000+ found, newest first")


def test_nothing_found_is_said(screen: SearchScreen, qtbot: QtBot) -> None:
    """An empty answer is a sentence with a remedy."""
    screen.use(SearchQuery(words="unicorn"))
    qtbot.waitUntil(lambda: screen.count.text() == "Nothing found")
    assert "fewer words" in screen.empty.text()


def test_words_in_the_numbers_field_offer_one_action(screen: SearchScreen, desk: Desk, qtbot: QtBot) -> None:
    """Words typed where a number belongs are searched as words by one press; a half number offers nothing."""
    qtbot.keyClicks(screen.form.number, "9/")
    qtbot.waitUntil(lambda: "FIR number" in screen.empty.text())
    action = screen.empty.findChildren(QPushButton)[0]
    assert not action.isVisible()
    screen.form.number.setText("hue")
    qtbot.waitUntil(action.isVisible)
    action.click()
    qtbot.waitUntil(lambda: screen.model.rowCount() == 50)
    assert desk.search.asked[-1] == SearchQuery(words="hue")
    assert screen.form.by_words.isChecked()


def test_a_fir_without_an_alert_is_said_as_one(screen: SearchScreen, qtbot: QtBot) -> None:
    """A number that nothing stands on does not speak of words and dates."""
    screen.use(SearchQuery(fir_number="9999/2026"))
    qtbot.waitUntil(lambda: screen.count.text() == "Nothing found")
    assert "the number and the year" in screen.empty.text()


def test_back_leads_to_the_row_again(screen: SearchScreen, qtbot: QtBot) -> None:
    """After an alert was looked at the focus is on its row; the place's own key leads to the field."""
    screen.activateWindow()
    screen.use(SearchQuery(words="hue"))
    qtbot.waitUntil(lambda: screen.model.rowCount() == 50)
    screen.table.selectRow(3)
    screen.come_back()
    assert screen.table.hasFocus()
    assert screen.table.currentIndex().row() == 3
    screen.activate()
    assert screen.form.words.hasFocus()


def test_the_fir_opens_from_its_column_and_by_key(screen: SearchScreen, qtbot: QtBot) -> None:
    """A click on the FIR number or Ctrl+Enter opens the FIR, not the alert."""
    screen.use(SearchQuery(fir_number="7/2026"))
    qtbot.waitUntil(lambda: screen.model.rowCount() == 1)
    with qtbot.waitSignal(screen.open_fir) as opened:
        screen.table.setCurrentIndex(screen.model.index(0, results.FIR))
        screen.table.clicked.emit(screen.model.index(0, results.FIR))
    assert opened.args == ["31682034/2026/7"]
    screen.table.setFocus()
    with qtbot.waitSignal(screen.open_fir):
        qtbot.keyClick(screen.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_an_error_keeps_what_was_found(screen: SearchScreen, desk: Desk, qtbot: QtBot) -> None:
    """A fault of the store is told above the results that are shown; turned dates under their field."""
    screen.use(SearchQuery(words="hue"))
    qtbot.waitUntil(lambda: screen.model.rowCount() == 50)
    desk.search.wrong = StoreDamagedError("test")
    screen.use(SearchQuery(words="hue and"))
    qtbot.waitUntil(lambda: bool(screen.banner.text()))
    assert screen.model.rowCount() == 50
    desk.search.wrong = InputError("dates", "dates-turned")
    screen.use(SearchQuery(words="hue"))
    qtbot.waitUntil(lambda: bool(screen.form.dates_error.text()))


def test_what_could_not_be_looked_through_is_not_called_empty(screen: SearchScreen, desk: Desk, qtbot: QtBot) -> None:
    """A fault of the store where nothing is shown yet: nobody may read from it that there is no such alert."""
    desk.search.wrong = StoreDamagedError("test")
    screen.use(SearchQuery(words="hue"))
    qtbot.waitUntil(lambda: bool(screen.banner.text()))
    assert screen.count.text() == ""
    assert screen.empty.text() == "This could not be looked through."


def test_the_lock_shows_nothing(screen: SearchScreen, qtbot: QtBot) -> None:
    """Asleep, neither the question nor the results are on the screen."""
    screen.use(SearchQuery(words="hue"))
    qtbot.waitUntil(lambda: screen.model.rowCount() == 50)
    screen.sleep()
    assert screen.model.rowCount() == 0
    assert screen.form.words.text() == ""
    screen.form.by_number.setChecked(True)
    screen.sleep()
    assert screen.form.by_number.isChecked()  # the lock does not change how the officer searches


def test_every_widget_has_a_name(screen: SearchScreen, qtbot: QtBot, speech: Speech) -> None:
    """A screen reader finds a name on everything that takes the focus, in both modes and languages."""
    assert nameless(screen) == []
    screen.form.by_words.setChecked(True)
    screen.form.period.setCurrentIndex(screen.form.period.findData(BETWEEN_DATES))
    speech.use("hi")
    qtbot.waitUntil(lambda: screen.title() != "Search")
    assert nameless(screen) == []


@dataclass
class Held(FakeSearch):
    """A search that waits until it is let go."""

    go: threading.Event = field(default_factory=threading.Event)

    def find(self, query: SearchQuery, before: int | None = None, limit: int = 50) -> SearchPage:
        """Wait, then find."""
        assert self.go.wait(20)
        return super().find(query, before, limit)


def test_an_answer_that_takes_its_time_is_waited_for_aloud(desk: Desk, bridge: Bridge, qtbot: QtBot) -> None:
    """What is shown meanwhile is not taken for the answer."""
    held = Held(desk.search.alerts)
    screen = SearchScreen(replace(desk.verbs, search=held), bridge)  # type: ignore[arg-type] # a fake with the same verb
    qtbot.addWidget(screen)
    screen.show()
    screen.use(SearchQuery(words="number 120"))
    qtbot.waitUntil(lambda: screen.count.text() == "Searching…")
    assert screen.empty.text() == "Searching…"  # and not how to begin a search: one is under way
    held.go.set()
    qtbot.waitUntil(lambda: screen.count.text() == "1 found, newest first")
    assert screen.empty.text() != "Searching…"


def test_the_state_of_an_alert_narrows(screen: SearchScreen, desk: Desk, qtbot: QtBot) -> None:
    """Only what is still active, or only what was cancelled."""
    screen.form.by_words.setChecked(True)
    screen.form.words.setText("number 12")
    life = screen.form.narrowing.life
    life.setCurrentIndex(life.findData(str(Life.RECALLED)))
    wanted = SearchQuery(words="number 12", lives=(Life.RECALLED,))
    qtbot.waitUntil(lambda: desk.search.asked[-1:] == [wanted])
    screen.use(SearchQuery(words="number 12"))
    assert life.currentData() == ""


def test_what_met_is_marked_in_the_row(screen: SearchScreen, face: Face) -> None:
    """In any script, also beyond the first plane, and where the row is too narrow for all of it."""
    lines = face.alerts.page(None, None, 1)
    shown = replace(lines[0], headline="🙂 मोहम्मद आरिफ़ taken u/s 366A IPC near the old canal")
    screen.model.show_page(SearchPage((shown,), 1, capped=False, next_row=None, terms=parse("mohd BNS 96").terms))
    index = screen.model.index(0, results.TEXT)
    words, spans = index.data(), index.data(results.MARKED)
    assert [words[start:end] for start, end in spans] == ["मोहम्मद", "u/s 366A IPC"]
    assert isinstance(screen.table.itemDelegateForColumn(results.TEXT), MarkedText)
    for width in (1160, 500):
        screen.resize(width, 640)
        assert not screen.table.grab().isNull()


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_category_is_read_whole_or_by_its_short_word(
    desk: Desk, bridge: Bridge, speech: Speech, wear: Callable[..., None], qtbot: QtBot, *, language: str
) -> None:
    """On the smallest screen in the largest letters; the hint and the screen reader have the whole name."""
    speech.use(language)
    wear(scale=theme.SCALES[-1])
    window = MainWindow(desk.verbs, bridge)
    come_in(window, qtbot)
    window.resize(1366, 768)
    window.show_place("search")
    shown = window.workplace.places.screens["search"]
    assert isinstance(shown, SearchScreen)
    shown.use(SearchQuery(words="hue"))
    qtbot.waitUntil(lambda: shown.model.rowCount() >= len(Category))
    cells = [shown.model.index(row, results.CATEGORY) for row in range(len(Category))]
    read = {painted(shown.table, one) for one in cells}
    assert len(read) == len(Category)
    assert not [one for one in read if "…" in one]
    whole = {str(one.data(Qt.ItemDataRole.ToolTipRole)) for one in cells}
    assert whole == {say(words.category(one)) for one in Category}
