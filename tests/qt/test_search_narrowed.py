"""Search by place and by the state of the case; searches kept; results saved as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from station_client.errors import ProfileUnwritableError
from station_client.services.views import FoundPlace, SavedSearch, SearchQuery
from tests.support.cells import painted
from tests.support.faces import Face, alert
from tests.support.work import Desk
from ui import theme
from ui.bridge import Bridge
from ui.language import Speech
from ui.models import results
from ui.screens.search import SearchScreen
from ui.widgets.outside_question import OutsideQuestion
from ui.widgets.saved_menu import SavedMenu
from ui.widgets.search_form import BETWEEN_DATES

STATION = FoundPlace("MAHILA THANA", "Sitapur", office_code="31682099")


@pytest.fixture
def desk(face: Face) -> Desk:
    """Give services over 120 alerts."""
    made = Desk(face)
    face.alerts.put(*(alert(number, tuple(Category)[number % 7]) for number in range(1, 121)))
    return made


@pytest.fixture
def screen(desk: Desk, bridge: Bridge, qtbot: QtBot, speech: Speech) -> SearchScreen:
    """Give the screen in its second mode."""
    assert speech.code == "en"
    made = SearchScreen(desk.verbs, bridge)
    qtbot.addWidget(made)
    made.resize(1160, 640)
    made.show()
    made.activate()
    made.form.by_words.setChecked(True)
    qtbot.waitUntil(bridge.idle)
    return made


def last_asked(desk: Desk, true: Callable[[SearchQuery], bool]) -> Callable[[], bool]:
    """Look at the newest question."""
    return lambda: bool(desk.search.asked) and true(desk.search.asked[-1])


def test_a_station_is_found_by_typing_and_narrows(screen: SearchScreen, desk: Desk, qtbot: QtBot) -> None:
    """Two stations of one name are told apart by their district; typing on makes it nowhere again."""
    field = screen.form.narrowing.place
    screen.activateWindow()
    field.setFocus()
    qtbot.keyClicks(field, "mahila")
    popup = field.popup
    qtbot.waitUntil(popup.isVisible)
    shown = [popup.model().index(at, 0).data() for at in range(popup.model().rowCount())]
    assert shown == ["MAHILA THANA, Hardoi", "MAHILA THANA, Sitapur"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(popup, key)
    qtbot.waitUntil(last_asked(desk, lambda asked: asked.office_code == "31682099"))
    assert field.text() == "MAHILA THANA, Sitapur"
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.place is None
    qtbot.waitUntil(lambda: screen.form.query() == SearchQuery())


def test_what_names_no_place_does_not_stand_as_if_it_narrowed(screen: SearchScreen, qtbot: QtBot) -> None:
    """Left behind, the only place that fits is taken; words that fit none or many are not kept."""
    field = screen.form.narrowing.place
    field.setFocus()
    field.setText("xyz")
    screen.form.words.setFocus()
    qtbot.waitUntil(lambda: field.text() == "")
    field.setFocus()
    qtbot.keyClicks(field, "uttar")
    qtbot.waitUntil(lambda: field.popup.model().rowCount() == 1)
    field.popup.hide()
    screen.form.words.setFocus()
    qtbot.waitUntil(lambda: field.text() == "Hardoi (district)")
    assert screen.form.query().district_code == "150"


def test_the_state_of_the_case_narrows(screen: SearchScreen, desk: Desk, qtbot: QtBot) -> None:
    """The codes are the centre's; one that we have no word for is offered as it is."""
    case = screen.form.narrowing.case
    assert [case.itemText(at) for at in range(case.count())] == ["Any", "Charge-sheeted", "sine-die"]
    case.setCurrentIndex(2)
    qtbot.waitUntil(last_asked(desk, lambda asked: asked.status == "sine-die"))
    screen.use(SearchQuery(words="hue", status="gone-since"))
    assert screen.form.query().status == "gone-since"


def test_a_search_is_kept_asked_again_and_forgotten(screen: SearchScreen, desk: Desk, qtbot: QtBot) -> None:
    """The last thirty days are the last thirty days tomorrow too; the words say what is kept."""
    screen.form.words.setText("chain & motorcycle")
    screen.form.period.setCurrentIndex(screen.form.period.findData(30))
    screen.form.narrowing.place.choose(STATION)
    menu = screen.aids.saved
    qtbot.waitUntil(lambda: bool(menu.actions_shown()) and menu.actions_shown()[-1].isEnabled())
    menu.actions_shown()[-1].trigger()
    qtbot.waitUntil(lambda: len(desk.saved.held) == 1)
    kept = desk.saved.held[0]
    assert kept == SavedSearch(SearchQuery(words="chain & motorcycle", office_code="31682099"), days=30)
    qtbot.waitUntil(lambda: "chain && motorcycle" in menu.actions_shown()[0].text())
    assert "MAHILA THANA, Sitapur · last 30 days" in menu.actions_shown()[0].text()
    screen.use(SearchQuery(fir_number="7/2026"))
    menu.actions_shown()[0].trigger()
    asked = screen.form.query()
    assert (asked.words, asked.since) == ("chain & motorcycle", date(2026, 2, 12))
    assert asked.place == "MAHILA THANA, Sitapur"
    menu.findChildren(QMenu)[-1].actions()[0].trigger()  # "Forget"
    qtbot.waitUntil(lambda: desk.saved.held == ())
    qtbot.waitUntil(lambda: menu.actions_shown()[0].text() == "None kept yet")


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (date(2026, 1, 1), date(2026, 2, 28), "01/01/2026 – 28/02/2026"),
        (date(2026, 1, 1), None, "01/01/2026 –"),
        (None, date(2026, 2, 28), "– 28/02/2026"),
    ],
)
def test_kept_days_are_told_as_a_span(
    qtbot: QtBot, speech: Speech, since: date | None, until: date | None, said: str
) -> None:
    """From when until when, not as two days among other words."""
    assert speech.code == "en"
    menu = SavedMenu()
    qtbot.addWidget(menu)
    menu.show_saved((SavedSearch(SearchQuery(words="gold", since=since, until=until)),))
    assert menu.actions_shown()[0].text() == f"&1  gold · {said}"


def test_a_table_is_warned_of_traced_and_holds_no_formula(
    screen: SearchScreen, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    """What is written is what was found, a text stays a text, and its hash stands in the trail before the file."""
    screen.use(SearchQuery(words="hue"))
    qtbot.waitUntil(screen.sheet_button.isEnabled)
    screen.sheet_button.click()
    question = screen.findChild(OutsideQuestion)
    assert question is not None
    assert question.defaultButton() is not question.save
    assert "not encrypted" in question.text()
    question.close()
    for ending in ("xlsx", "csv"):
        with qtbot.waitSignal(screen.notice) as told:
            screen.exporting.save_to(tmp_path / f"found.{ending}", SearchQuery(words="hue"))
        assert "120 alerts saved" in str(told.args)
    sheet = openpyxl.load_workbook(tmp_path / "found.xlsx").worksheets[0]
    assert str(sheet["F2"].value).startswith("=told")
    assert sheet["F2"].data_type == "s"
    rows = list(csv.reader(io.StringIO((tmp_path / "found.csv").read_text("utf-8-sig"))))
    assert len(rows) == 122
    assert rows[1][5].startswith("'=told")
    assert [count for count, _ in desk.export.traced] == [120, 120]


def test_a_table_can_be_stopped_and_says_how_far_it_is(
    screen: SearchScreen, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    """Stopped, nothing is written and nothing is traced; so it is when the program is locked."""
    stops: tuple[Callable[[], None], ...] = (screen.exporting.strip.cancel.click, screen.sleep)
    for stop in stops:
        desk.export.go.clear()
        screen.exporting.save_to(tmp_path / "found.xlsx", SearchQuery(words="hue"))
        qtbot.waitUntil(lambda: screen.exporting.strip.text() == "1 of 120")
        with qtbot.waitSignal(screen.notice) as told:
            stop()
            desk.export.go.set()
        assert "Stopped" in str(told.args)
        assert screen.exporting.strip.isHidden()
    assert not list(tmp_path.glob("found*"))
    assert desk.export.traced == []


def test_a_folder_that_cannot_be_written_is_said(
    screen: SearchScreen, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    """And the strip is gone."""
    desk.export.wrong = ProfileUnwritableError("test")
    with qtbot.waitSignal(screen.notice) as told:
        screen.exporting.save_to(tmp_path / "found.xlsx", SearchQuery(words="hue"))
    assert "warning" in str(told.args)
    assert screen.exporting.strip.isHidden()


def test_nothing_is_offered_where_nothing_is_found(screen: SearchScreen, qtbot: QtBot) -> None:
    """No table of nothing; no empty question to keep."""
    assert not screen.sheet_button.isEnabled()
    screen.use(SearchQuery(words="unicorn"))
    qtbot.waitUntil(lambda: screen.count.text() == "Nothing found")
    assert not screen.sheet_button.isEnabled()
    qtbot.keyClick(screen, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert screen.findChild(OutsideQuestion) is None
    assert QApplication.activeModalWidget() is None


def test_a_program_that_stays_open_asks_by_the_day_of_now(screen: SearchScreen, desk: Desk, qtbot: QtBot) -> None:
    """What came after midnight is found by "until today"; a day that an officer chose stays."""
    form, clock = screen.form, desk.face.clock
    form.by_words.setChecked(True)
    form.period.setCurrentIndex(form.period.findData(BETWEEN_DATES))
    clock.moment += timedelta(days=1)
    screen.activate()
    assert str(form.query().until) == "2026-03-15"
    form.until.show_day(date(2026, 3, 1))
    clock.moment += timedelta(days=1)
    screen.activate()
    assert str(form.query().until) == "2026-03-01"
    form.period.setCurrentIndex(form.period.findData(7))
    qtbot.waitUntil(lambda: [str(one.since) for one in desk.search.asked[-1:]] == ["2026-03-09"])


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_station_is_named_before_its_place_is_cut(
    face: Face, bridge: Bridge, speech: Speech, wear: Callable[..., None], qtbot: QtBot, *, language: str
) -> None:
    """In the largest letters beside the rail of the smallest screen; the hint has the whole place."""
    speech.use(language)
    wear(scale=theme.SCALES[-1])
    face.alerts.put(alert(1, office_name="THANA NISATOLA", district_name="Hachesaabad"))
    screen = SearchScreen(Desk(face).verbs, bridge)
    qtbot.addWidget(screen)
    screen.resize(1366 - 250, 700)
    screen.show()
    screen.use(SearchQuery(fir_number="0001/2026"))
    qtbot.waitUntil(lambda: screen.model.rowCount() == 1)
    place = screen.model.index(0, results.PLACE)
    assert painted(screen.table, place).startswith("NISATOLA")
    assert place.data(Qt.ItemDataRole.ToolTipRole) == "THANA NISATOLA, Hachesaabad"
