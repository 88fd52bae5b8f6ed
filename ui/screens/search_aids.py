"""What helps an officer ask: places found while they are typed, the case statuses there are, the searches kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from station_client.errors import StationError
from station_client.services.views import SavedSearch
from ui.screens.screen import Screen
from ui.widgets.saved_menu import SavedMenu
from ui.widgets.search_form import SearchForm

T = TypeVar("T")


class SearchAids(QObject):
    """Fills a form's lists; ``wanted`` when a kept search stands in the form, ``failed`` with what went wrong."""

    wanted = Signal()
    failed = Signal(object)

    def __init__(self, screen: Screen, form: SearchForm) -> None:
        """Serve the form of a screen."""
        super().__init__(screen)
        self._screen, self._form = screen, form
        self.saved = SavedMenu()
        self._kept = screen.verbs.saved_searches
        form.narrowing.places_asked.connect(self._find_places)
        self.saved.wanted.connect(self._ask_again)
        self.saved.keep_asked.connect(lambda: self._change(self._kept.keep, self._form.saved()))
        self.saved.forgotten.connect(partial(self._change, self._kept.forget))

    def refresh(self) -> None:
        """Ask for the lists of now."""
        self._ask(self._screen.verbs.search.statuses, self._form.narrowing.show_cases, "search-cases")
        self._ask(self._kept.all, self.saved.show_saved, "search-saved")

    def sleep(self) -> None:
        """Show no question of anybody's while locked."""
        self.saved.show_saved(())
        self._form.narrowing.place.offer(())

    def _find_places(self, typed: str) -> None:
        work, offer = partial(self._screen.verbs.search.places, typed), self._form.narrowing.place.offer
        self._ask(work, offer, "search-places", latest=True)

    def _ask_again(self, one: SavedSearch) -> None:
        self._form.use_saved(one)
        self.wanted.emit()

    def _change(self, deed: Callable[[SavedSearch], tuple[SavedSearch, ...]], one: SavedSearch) -> None:
        self._ask(partial(deed, one), self.saved.show_saved, "search-saved")

    def _ask(self, work: Callable[[], T], show: Callable[[T], None], lane: str, *, latest: bool = False) -> None:
        """Ask for a list; an answer that comes behind the lock is lost, and the list asked for again after it."""
        self._screen.bridge.run(work, partial(self._hear, show), self._failed, lane=lane, latest=latest)

    def _hear(self, show: Callable[[T], None], answer: T) -> None:
        if self._screen.isVisible():
            show(answer)

    def _failed(self, error: StationError) -> None:
        self.failed.emit(error)
