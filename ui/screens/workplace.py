"""What stands behind the gate: the top bar, the rail, the page with its strip, and the status line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_client.events import Part
from station_client.services.verbs import Verbs
from station_client.services.views import SignedIn
from ui.bridge import Bridge
from ui.screens.announcer import ALERT, PASSWORD, REMOVALS, Announcer
from ui.screens.places import OF_THE_MENU, PLACES, Places
from ui.widgets.banner import Banner
from ui.widgets.rail import Rail
from ui.widgets.status_line import StatusLine
from ui.widgets.top_bar import TopBar


class Workplace(QWidget):
    """One officer's desk: leads to the places, and says what the sync does.

    ``went`` asks the window for a place, for only that knows whether the gate stands before it.
    """

    went = Signal(str, str)
    title_changed = Signal()
    language_asked = Signal()
    scale_asked = Signal(float)
    choice_asked = Signal(str, object)
    lock_asked = Signal()
    sign_out_asked = Signal(str)
    password_asked = Signal()

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the frame; screens come when they are asked for."""
        super().__init__(parent)
        self._verbs, self._bridge = verbs, bridge
        settings = verbs.settings
        self.top = TopBar(settings.scale, language_fixed="language" in settings.fixed)
        self.rail = Rail(PLACES)
        self.banner = Banner()
        self.says = Announcer(self.banner)
        self.status = StatusLine()
        self.places = Places(verbs, bridge)
        self._lay_out()
        self._wire()
        self.show_status(locked=True)

    def let_in(self, signed: SignedIn, *, anew: bool) -> None:
        """Show whose desk it is; ``anew``: from the dashboard on, else as it stood before the lock."""
        self.top.set_officer(signed.officer)
        self._ask_others()
        self.banner.clear()
        if not anew:
            self.places.wake()
            return
        self.places.begin()
        self.show_place("dashboard")
        if signed.password_only:
            self.says.password_only()
        self._bridge.run(self._verbs.repairs.met, self.says.mended, self.says.failed)

    def show_place(self, place: str, key: str = "") -> None:
        """Show a place of the rail, or the one thing that ``key`` names there."""
        back = place == "back"
        if back:
            place = self.places.last
        if self.says.leads == (place, key):
            self.says.clear()
        self.places.show_place(place, key, back=back)
        if place in OF_THE_MENU:
            self.rail.leave()
        else:
            self.rail.set_current(place)

    def sleep(self) -> None:
        """Queue what is unsaved and show nothing of a case or an officer."""
        self.places.sleep()
        self.says.clear()
        self.top.set_officer(None)

    def show_status(self, *, locked: bool) -> None:
        """Say where the sync stands, and what it waits for."""
        status = self._verbs.sync.status()
        self.status.set_status(status, self._verbs.clock.now())
        self.rail.set_count("my-work", status.waiting + status.refused)
        self.says.status(status, locked=locked)

    def store_changed(self, parts: frozenset[Part], *, locked: bool) -> None:
        """Say what a change of this PC's store means beside the page."""
        if Part.OUTBOX in parts:
            self.show_status(locked=locked)
        if Part.COPIES in parts and not locked:
            self._bridge.run(self._verbs.repairs.copy_trouble, self.says.copies, self.says.failed)
        if Part.RECEIPTS in parts:
            self.banner.pass_by()  # "queued on this PC" is not true any more

    def _lay_out(self) -> None:
        column, middle, page = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        for layout in (column, middle, page):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        page.addWidget(self.banner)
        page.addWidget(self.places, 1)
        middle.addWidget(self.rail)
        middle.addLayout(page, 1)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.status)

    def _wire(self) -> None:
        self.top.language_asked.connect(self.language_asked)
        self.top.scale_asked.connect(self.scale_asked)
        self.top.lock_asked.connect(self.lock_asked)
        self.top.sign_out_asked.connect(lambda: self.sign_out_asked.emit(""))
        self.top.others_asked.connect(self._ask_others)
        self.top.switch_asked.connect(self.sign_out_asked)
        self.top.place_asked.connect(self._leave_for)
        self.rail.chosen.connect(self._leave_for)
        self.places.went.connect(self.went)
        self.places.notice.connect(self.banner.say)
        self.places.chosen.connect(self.choice_asked)
        self.places.title_changed.connect(self.title_changed)
        self.banner.acted.connect(self._banner_acted)
        self.status.sync_asked.connect(self._verbs.sync.sync_now)
        self.status.pause_asked.connect(self._pause_sync)

    def _ask_others(self) -> None:
        session = self._verbs.session
        listed = lambda: session.known_officers() if session.lists_officers() else ()  # noqa: E731 one question
        self._bridge.run(listed, self.top.set_others, self.says.failed)

    def _leave_for(self, place: str) -> None:
        """Go where the rail leads; news of the place that is left behind stays there."""
        self.banner.pass_by()
        self.went.emit(place, "")

    def _pause_sync(self, paused: bool) -> None:  # noqa: FBT001 Qt's own shape of a signal
        verb = self._verbs.sync.pause if paused else self._verbs.sync.resume
        self._bridge.run(verb, lambda _done: None, self.says.failed, lane="pause")

    def _banner_acted(self) -> None:
        leads = self.says.take()
        if leads[0] == ALERT:
            self.went.emit("alert", leads[1])
        elif leads[0] == REMOVALS:
            self._bridge.run(self._verbs.removals.agree, lambda _done: None, self.says.failed, lane="desk")
        elif leads[0] == PASSWORD:
            self.password_asked.emit()
