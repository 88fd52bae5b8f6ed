"""Keeps what is being written on a page of Messages: within a second, and before the lock; then brings it back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from station_client.domain.messaging import Sketch
from station_client.errors import StationError
from ui.screens.message_page import MessagePage
from ui.screens.saving import AGAIN_MILLISECONDS, WAIT_MILLISECONDS
from ui.screens.screen import Screen


class Begun(QObject):
    """Stands beside one page; until what was kept is on it, the page takes nothing, so that none writes over it."""

    put_by = Signal()
    failed = Signal(object)

    def __init__(self, screen: Screen, page: MessagePage) -> None:
        """Begin with the page empty."""
        super().__init__(screen)
        self._screen, self._page = screen, page
        self.shown = self._unsaved = False
        self._keeping = 0
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MILLISECONDS)
        self._timer.timeout.connect(self.flush)
        page.edited.connect(self._note)

    def show(self, kept: Sketch) -> None:
        """Put what was kept on the page, once; while it is still being kept it is asked for again at ``put_by``."""
        if not self.shown and not self._keeping:
            self._page.show_sketch(kept)
            self.shown = True

    def flush(self) -> None:
        """Queue what is not kept yet, now."""
        self._timer.stop()
        if self._unsaved:
            self._unsaved = False
            self._keeping += 1
            work = partial(self._screen.verbs.begun_messages.keep, self._page.sketch())
            self._screen.bridge.run(work, self._kept, self._not_kept, lane="desk")

    def put_away(self) -> None:
        """Keep it and take it off the page."""
        self.flush()
        self.shown = False
        self._page.clear()

    def _note(self) -> None:
        """Something was typed: keep it soon. The wait is not begun anew by the next key."""
        if self.shown:
            self._unsaved = True
            if not self._timer.isActive():
                self._timer.start(WAIT_MILLISECONDS)

    def _kept(self, _nothing: None) -> None:
        self._keeping -= 1
        if not self.shown:
            self.put_by.emit()

    def _not_kept(self, error: StationError) -> None:
        self._keeping -= 1
        if self.shown:
            self._unsaved = True  # it is still on the page, and is tried again
            self._timer.start(AGAIN_MILLISECONDS)
        self.failed.emit(error)
