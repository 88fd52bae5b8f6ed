"""Keeps what is being written on a page of Messages: within a second, and before the lock; then brings it back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from station_client.domain.ids import Sha256
from station_client.domain.messaging import Sketch
from station_client.errors import StationError
from station_client.services.begun_messages import with_new
from ui.screens.message_page import MessagePage
from ui.screens.saving import AGAIN_MILLISECONDS, WAIT_MILLISECONDS
from ui.screens.screen import Screen


class Begun(QObject):
    """Stands beside one page; until what was kept is on it, the page takes nothing, so that none writes over it."""

    put_by = Signal()
    brought = Signal()
    failed = Signal(object)

    def __init__(self, screen: Screen, page: MessagePage) -> None:
        """Begin with the page empty."""
        super().__init__(screen)
        self._screen, self._page = screen, page
        self.shown = self._unsaved = False
        self._keeping = 0
        self._rescued: Sketch | None = None
        self._had: frozenset[Sha256] = frozenset()
        self._anew = False  # what was kept was thrown away, with a file that may have come to it since
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MILLISECONDS)
        self._timer.timeout.connect(self.flush)
        page.edited.connect(self._note)
        page.discarded.connect(self._throw_away)

    def show(self, kept: Sketch) -> None:
        """Put what was kept on the page, once, or what could not be kept when it was put away.

        While it is still being kept it is asked for again at ``put_by``.
        """
        if self.shown or self._keeping:
            return
        rescued, self._rescued = self._rescued, None
        if rescued is not None and not self._anew:
            rescued = with_new(rescued, kept, self._had)
        self._page.show_sketch(kept if rescued is None else rescued)
        self._had |= _hashes(self._page.sketch())
        self.shown = True
        if rescued is not None:
            self._note()
        self.brought.emit()

    def flush(self) -> None:
        """Queue what is not kept yet, now."""
        self._timer.stop()
        if self._unsaved:
            self._unsaved = False
            self._keeping += 1
            sketch, anew, self._anew = self._page.sketch(), self._anew, False
            work = partial(self._screen.verbs.begun_messages.keep, sketch, None if anew else self._had)
            self._screen.bridge.run(work, self._kept, partial(self._not_kept, sketch, anew=anew), lane="desk")

    def put_away(self) -> None:
        """Keep it and take it off the page."""
        self.flush()
        self.shown = False
        self._page.clear()

    def _note(self) -> None:
        """Something was typed: keep it soon. The wait is not begun anew by the next key."""
        if self.shown:
            self._unsaved = True
            self._had |= _hashes(self._page.sketch())
            if not self._timer.isActive():
                self._timer.start(WAIT_MILLISECONDS)

    def _throw_away(self) -> None:
        self._anew = True

    def _kept(self, _nothing: None) -> None:
        self._keeping -= 1
        self._rescued = None
        if not self.shown:
            self.put_by.emit()

    def _not_kept(self, sketch: Sketch, error: StationError, *, anew: bool) -> None:
        self._keeping -= 1
        self._anew |= anew
        if self.shown:
            self._unsaved = True  # it is still on the page, and is tried again
            self._timer.start(AGAIN_MILLISECONDS)
        else:
            self._rescued = sketch
            self.put_by.emit()
        self.failed.emit(error)


def _hashes(sketch: Sketch) -> frozenset[Sha256]:
    return frozenset(one.sha256 for one in sketch.files)
