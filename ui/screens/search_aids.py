"""What helps an officer ask: places found while they are typed, the case statuses there are, the searches kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from station_client.errors import StationError
from station_client.services.views import SavedSearch
from ui.screens.screen import Screen
from ui.widgets.saved_menu import SavedMenu
from ui.widgets.search_form import SearchForm


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
        run, search = self._screen.bridge.run, self._screen.verbs.search
        run(search.statuses, self._form.narrowing.show_cases, self._failed, lane="search-cases")
        run(self._kept.all, self.saved.show_saved, self._failed, lane="search-saved")

    def sleep(self) -> None:
        """Show no question of anybody's while locked."""
        self.saved.show_saved(())
        self._form.narrowing.place.offer(())

    def _find_places(self, typed: str) -> None:
        work = partial(self._screen.verbs.search.places, typed)
        offer = self._form.narrowing.place.offer
        self._screen.bridge.run(work, offer, self._failed, lane="search-places", latest=True)

    def _ask_again(self, one: SavedSearch) -> None:
        self._form.use_saved(one)
        self.wanted.emit()

    def _change(self, deed: Callable[[SavedSearch], tuple[SavedSearch, ...]], one: SavedSearch) -> None:
        self._screen.bridge.run(partial(deed, one), self.saved.show_saved, self._failed, lane="search-saved")

    def _failed(self, error: StationError) -> None:
        self.failed.emit(error)
