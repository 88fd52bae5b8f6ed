"""What every place of the window is: a widget that can be shown, left, put to sleep and said again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from station_client.errors import StationError
from station_client.services.verbs import Verbs
from ui.bridge import Bridge

T = TypeVar("T")


class Screen(QWidget):
    """One place of the window; the package's docstring says what it owes."""

    open_alert = Signal(str)
    open_fir = Signal(str)
    open_receipt = Signal(str)
    edit_draft = Signal(str)
    write_to = Signal(str)
    go = Signal(str)
    chosen = Signal(str, object)
    notice = Signal(str, str)
    title_changed = Signal()

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Keep the verbs and the bridge; build widgets in the subclass, then call ``retranslate``."""
        super().__init__(parent)
        self.verbs = verbs
        self.bridge = bridge
        self._for_now: QWidget | None = None

    def title(self) -> str:
        """Give the words for the window's title; nothing of a case."""
        return ""

    def activate(self) -> None:
        """Ask the services for what is to be shown now."""

    def come_back(self) -> None:
        """Show again what the officer left to look at one thing of it."""
        self.activate()

    def stand(self, at: QWidget | None = None) -> None:
        """Put the keyboard on a widget, unless the officer has gone somewhere on this screen already.

        Without one, on the screen's first, until what the officer came for is there to stand on.
        """
        waiting, self._for_now = self._for_now is not None and self._for_now.hasFocus(), None
        if not (waiting or self._is_elsewhere()):
            return
        if at is None:
            at = self._for_now = next(filter(_can_be_stood_on, self.findChildren(QWidget)), None)
        if at is not None:
            at.setFocus()

    def leave(self) -> None:
        """Queue whatever is not saved yet; the screen is about to be hidden."""

    def sleep(self) -> None:
        """Drop what is shown of a case: the program is being locked."""

    def show_one(self, key: str) -> None:
        """Show the one thing that ``key`` names, and everything that ``activate`` would."""

    def retranslate(self) -> None:
        """Set every word of the screen in the language of now."""

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _is_elsewhere(self) -> bool:
        now = QApplication.focusWidget()
        return self.isVisible() and (now is None or not self.isAncestorOf(now))

    def _ask_to_show(
        self, work: Callable[[], T], show: Callable[[T], None], failed: Callable[[StationError], None], *, lane: str
    ) -> None:
        """Ask for what this screen shows; an answer that comes when it is out of sight, as behind the lock, is lost.

        The lane is this screen's own: several windows stand side by side, and each is to hear its answer.
        """
        own = f"{lane} {id(self)}"
        self.bridge.run(work, partial(self._hear, show), partial(self._hear, failed), lane=own, latest=True)

    def _hear(self, tell: Callable[[T], None], answer: T) -> None:
        """Take an answer only while this screen is in sight: it may have been locked meanwhile."""
        if self.isVisible():
            tell(answer)


def _can_be_stood_on(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
