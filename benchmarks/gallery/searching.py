"""The search: before anything is asked, over few and thousands, beyond the copy, kept, and on its way out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from benchmarks.gallery import made_up
from benchmarks.gallery.held import holding
from benchmarks.gallery.scene import Act, Scene, at, go
from benchmarks.gallery.waiting import opened, until, until_calm
from station_client.domain.alert import Category, Life
from station_client.domain.ids import AlertUid
from station_client.errors import DiskFullError, StoreDamagedError
from station_client.services.views import Beyond, SavedSearch, SearchPage, SearchQuery
from tests.support.faces import NOW
from tests.support.work import Desk
from ui.main_window import MainWindow
from ui.screens.beyond import BeyondDialog
from ui.screens.search import SearchScreen

WORDS: Final = SearchQuery(words="a")
KEPT: Final = (
    SavedSearch(SearchQuery(words="motorcycle -helmet", category=Category.HIGH_ALERT), 7),
    SavedSearch(SearchQuery(words="नीली कमीज़", place="MAHILA THANA, Sitapur", office_code="31682099"), 30),
    SavedSearch(SearchQuery(fir_number="0123/2026")),
    SavedSearch(SearchQuery(lives=(Life.RECALLED, Life.EXPIRED), since=date(2026, 1, 1), until=date(2026, 2, 28))),
)


def _many(folder: Path) -> Desk:
    desk = made_up.filled(folder, made_up.MANY)
    desk.search.capped = True
    return desk


def _keeping(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    desk.saved.held = KEPT
    return desk


def _failing(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    desk.search.wrong = StoreDamagedError()
    return desk


def _centre(folder: Path) -> Desk:
    """Give a desk whose centre finds what this PC does not hold."""
    desk = made_up.filled(folder)
    lines = desk.face.alerts.page(None, None, 9)
    texts = {AlertUid(one.uid): desk.face.alerts.stored[one.uid].description for one in lines}
    desk.search.beyond = Beyond(SearchPage(lines, len(lines), capped=False, next_row=None), texts, NOW)
    return desk


def _centre_empty(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    desk.search.beyond = Beyond(SearchPage((), 0, capped=False, next_row=None), {}, NOW)
    return desk


def _found(query: SearchQuery) -> Act:
    def act(window: MainWindow, _desk: Desk) -> None:
        at(window, "search", SearchScreen).use(query)

    return act


def _table(window: MainWindow, _desk: Desk) -> QWidget:
    screen = at(window, "search", SearchScreen)
    screen.use(WORDS)
    until_calm(window)
    return screen.exporting.ask(WORDS)


def _saving(window: MainWindow, desk: Desk) -> None:
    """Save a table, and look while it is being made."""
    screen = at(window, "search", SearchScreen)
    screen.use(WORDS)
    until_calm(window)
    desk.export.go.clear()
    screen.exporting.save_to(desk.verbs.settings.profile / "found.xlsx", WORDS)
    until("the strip of what is under way", screen.exporting.strip.isVisible)


def _not_saved(window: MainWindow, desk: Desk) -> None:
    screen = at(window, "search", SearchScreen)
    screen.use(WORDS)
    desk.export.wrong = DiskFullError()
    screen.exporting.save_to(desk.verbs.settings.profile / "found.xlsx", WORDS)


def _beyond(window: MainWindow, _desk: Desk) -> QWidget:
    screen = at(window, "search", SearchScreen)
    screen.use(replace(WORDS, since=(NOW - timedelta(days=30)).date(), until=NOW.date()))
    screen.beyond.click()
    return opened(screen, BeyondDialog)


def _half_a_number(window: MainWindow, _desk: Desk) -> None:
    screen = at(window, "search", SearchScreen)
    screen.form.number.setText("Chhotu")
    screen.form.down.emit()


def _kept(window: MainWindow, _desk: Desk) -> QWidget:
    screen = at(window, "search", SearchScreen)
    screen.use(WORDS)
    until_calm(window)
    menu = screen.aids.saved.menu()
    menu.popup(window.mapToGlobal(window.rect().center()))
    return menu


_DATES: Final = SearchQuery(words="a", since=date(2026, 2, 1), until=date(2026, 3, 1), lives=(Life.ACTIVE,))
_NUMBER: Final = SearchQuery(fir_number="0123/2026")
_PLACE: Final = SearchQuery(words="a", office_code="31682099", place="MAHILA THANA, Sitapur")
_UNHEARD: Final = SearchQuery(words="unicorn")


def _looking(window: MainWindow, _desk: Desk) -> None:
    at(window, "search", SearchScreen).use(WORDS)


SCENES: Final = (
    Scene("search-empty", made_up.empty, go("search")),
    Scene("search-number", made_up.filled, _found(_NUMBER)),
    Scene("search-number-wrong", made_up.filled, _half_a_number),
    Scene("search-number-none", made_up.filled, _found(SearchQuery(fir_number="9999/2026"))),
    Scene("search-words", made_up.filled, _found(_PLACE)),
    Scene("search-dates", made_up.filled, _found(_DATES)),
    Scene("search-looking", holding(made_up.filled, "search", "find"), _looking, under_way=True),
    Scene("search-error", _failing, _found(WORDS)),
    Scene("search-thousands", _many, _found(WORDS)),
    Scene("search-nothing", made_up.offline, _found(_UNHEARD)),
    Scene("search-kept", _keeping, _kept),
    Scene("search-table", made_up.filled, _table),
    Scene("search-table-saving", made_up.filled, _saving, under_way=True),
    Scene("search-table-not-saved", made_up.filled, _not_saved),
    Scene("search-beyond", _centre, _beyond),
    Scene("search-beyond-empty", _centre_empty, _beyond),
    Scene("search-beyond-asking", holding(_centre, "search", "ask_centre"), _beyond, under_way=True),
    Scene("search-beyond-failed", made_up.filled, _beyond),
)
