"""The one window: who is signed in decides what it shows; the rail leads to the places.

It makes each screen when it is first asked for, wires its signals, and hides everything at the lock.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from station_client.errors import MachineRevokedError, OfficerRevokedError, StationError
from station_client.events import Part
from station_client.services.verbs import Verbs
from station_client.services.views import SignedIn
from ui.bridge import Bridge
from ui.language import phrase_of
from ui.screens.announcer import ALERT, PASSWORD, REMOVALS, Announcer
from ui.screens.gate import Gate
from ui.screens.places import OF_THE_MENU, PLACES, Places
from ui.widgets.banner import Banner
from ui.widgets.desktop_notice import DesktopNotice
from ui.widgets.idle_watch import IdleWatch
from ui.widgets.os_lock import OsLock
from ui.widgets.rail import Rail
from ui.widgets.status_line import StatusLine
from ui.widgets.top_bar import LANGUAGE_KEYS, TopBar
from ui.widgets.training import under_mark

START_SIZE: Final = QSize(1240, 700)
LEAST_SIZE: Final = QSize(860, 560)
REST_MILLISECONDS: Final = 2_000


class MainWindow(QMainWindow):
    """Gate (sign-in, lock) or desk (rail, places, status line); never both."""

    language_asked = Signal()
    scale_asked = Signal(float)
    choice_asked = Signal(str, object)

    def __init__(self, verbs: Verbs, bridge: Bridge) -> None:
        """Build the frame; screens come when they are asked for."""
        super().__init__()
        self.setObjectName("main")
        self._verbs, self._bridge = verbs, bridge
        self.signed: SignedIn | None = None
        self._expected = ""
        settings = verbs.settings
        self.top = TopBar(settings.scale, language_fixed="language" in settings.fixed)
        self.rail = Rail(PLACES)
        self.banner = Banner()
        self.says = Announcer(self.banner)
        self.status = StatusLine()
        self.places = Places(verbs, bridge)
        self.gate = Gate(verbs, bridge)
        self.idle = IdleWatch(settings.lock_seconds, self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._pages = QStackedWidget()
        self.setCentralWidget(under_mark(self._pages, settings))
        self._desk = self._make_desk()
        self._pages.addWidget(self.gate)
        self._pages.addWidget(self._desk)
        self.setMinimumSize(LEAST_SIZE)
        room = self.screen().availableSize()
        self.resize(START_SIZE.boundedTo(room))
        self._wire()
        self.gate.ask_sign_in()
        self._say_title()

    def locked(self) -> bool:
        """Tell whether the gate stands before everything."""
        return self._pages.currentWidget() is self.gate

    def show_place(self, place: str, key: str = "") -> None:
        """Lead to a place of the rail, or to the one thing that ``key`` names there."""
        if self.signed is None or (self.locked() and not self.gate.asking_again):
            return
        back = place == "back"
        if back:
            place = self.places.last
        if self.says.leads == (place, key):
            self.says.clear()
        self._pages.setCurrentWidget(self._desk)
        self.places.show_place(place, key, back=back)
        if place in OF_THE_MENU:
            self.rail.leave()
        else:
            self.rail.set_current(place)
        self._say_title()

    def lock(self) -> None:
        """Hide everything of a case and ask for the password."""
        if self.signed is None or (self.locked() and not self.gate.asking_again):
            return
        self._hide_desk()
        self.gate.ask_unlock(self.signed)
        session = self._verbs.session
        self._bridge.run(session.lock, self._done, self.says.failed, lane="desk")

    def sign_out(self, *, then: str = "") -> None:
        """Close the vault; what is unsaved is queued before it. ``then`` is the login of who is expected next."""
        self._hide_desk()
        self._expected = then
        self.signed = None
        session = self._verbs.session
        self._bridge.run(session.sign_out, self._signed_out, self._signed_out_badly, lane="desk")

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.says.clear()
            self._say_title()
            self._show_status()
        super().changeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 Qt's own shape
        """Let Tab go top bar, rail, page, foot, though a page is made when it is first asked for."""
        self.status.come_last()
        return super().focusNextPrevChild(forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let every screen queue what is unsaved."""
        self.places.leave()
        super().closeEvent(event)

    def _make_desk(self) -> QWidget:
        desk, column, middle, page = QWidget(), QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
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
        desk.setLayout(column)
        return desk

    def _wire(self) -> None:
        self.gate.signed_in.connect(self._let_in)
        self.gate.sign_out_asked.connect(self.sign_out)
        self.gate.put_off.connect(self._put_off)
        self.gate.language_asked.connect(self.language_asked)
        if "language" not in self._verbs.settings.fixed:
            QShortcut(QKeySequence(LANGUAGE_KEYS), self, self.language_asked.emit)
        self.top.language_asked.connect(self.language_asked)
        self.top.scale_asked.connect(self.scale_asked)
        self.top.lock_asked.connect(self.lock)
        self.top.sign_out_asked.connect(self.sign_out)
        self.top.others_asked.connect(self._ask_others)
        self.top.switch_asked.connect(lambda login: self.sign_out(then=login))
        self.top.place_asked.connect(self._leave_for)
        self.rail.chosen.connect(self._leave_for)
        self.places.went.connect(self.show_place)
        self.places.notice.connect(self.banner.say)
        self.places.chosen.connect(self.choice_asked)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, lambda: self.show_place("help"))
        self.places.title_changed.connect(self._say_title)
        self.banner.acted.connect(self._banner_acted)
        self.status.sync_asked.connect(self._verbs.sync.sync_now)
        self.status.pause_asked.connect(self._pause_sync)
        self.idle.idle.connect(self.lock)
        self._rest.timeout.connect(lambda: self._bridge.rest(working=not self.locked()))
        self.desktop = DesktopNotice(self)
        self.desktop.open.connect(self._come_forward)
        self.os_lock = OsLock(self)
        self.os_lock.locked.connect(self.lock)
        self._bridge.sync_moved.connect(self._show_status)
        self._bridge.session_changed.connect(self._session_changed)
        self._bridge.store_changed.connect(self._store_changed)
        self._bridge.high_alert.connect(self._high_alert)

    def _let_in(self, signed: SignedIn) -> None:
        again, self.signed = self.gate.asking_again, signed
        self.idle.watch(self.windowHandle())
        self.idle.start()
        self._rest.start()
        self.top.set_officer(signed.officer)
        self._ask_others()
        self.banner.clear()
        self._pages.setCurrentWidget(self._desk)
        if self.gate.unlocking or again:
            self.places.wake()
        else:
            self.places.begin()
            self.show_place("dashboard")
        if signed.password_only and not self.gate.unlocking and not again:
            self.says.password_only()
        if not self.gate.unlocking and not again:
            self._bridge.run(self._verbs.repairs.met, self.says.mended, self.says.failed)
        self._show_status()
        self._say_title()

    def _ask_others(self) -> None:
        session = self._verbs.session
        listed = lambda: session.known_officers() if session.lists_officers() else ()  # noqa: E731 one question
        self._bridge.run(listed, self.top.set_others, self.says.failed)

    def _hide_desk(self) -> None:
        self.idle.stop()
        self._rest.start()
        self.places.sleep()
        self.says.clear()
        self.top.set_officer(None)
        self._pages.setCurrentWidget(self.gate)
        self.setWindowTitle("Station Client")

    def _signed_out(self, _nothing: None) -> None:
        self.places.end()
        self.gate.ask_sign_in(self._expected)
        self._expected = ""
        self._say_title()

    def _session_changed(self) -> None:
        """Stand before the gate where the centre ended the session; what it said stands there too."""
        ended = self._verbs.session.ended_by()
        if not ended or self.signed is None:
            return
        self._hide_desk()
        self.signed = None
        self._signed_out(None)
        why = MachineRevokedError(ended) if ended == MachineRevokedError.code else OfficerRevokedError(ended)
        self.gate.complain(str(phrase_of(why)))

    def _signed_out_badly(self, error: StationError) -> None:
        """Go on as signed out: the vault is closed whatever else could not be done, and the gate says what."""
        self._signed_out(None)
        self.gate.complain(str(phrase_of(error)))

    def _put_off(self) -> None:
        self._pages.setCurrentWidget(self._desk)
        self._say_title()

    def _leave_for(self, place: str) -> None:
        """Go where the rail leads; news of the place that is left behind stays there."""
        self.banner.pass_by()
        self.show_place(place)

    def _done(self, _nothing: None) -> None:
        self._say_title()

    def _store_changed(self, parts: frozenset[Part]) -> None:
        if Part.OUTBOX in parts:
            self._show_status()
        if Part.COPIES in parts and self.signed is not None and not self.locked():
            self._bridge.run(self._verbs.repairs.copy_trouble, self.says.copies, self.says.failed)
        if Part.RECEIPTS in parts:
            self.banner.pass_by()  # "queued on this PC" is not true any more

    def _pause_sync(self, paused: bool) -> None:  # noqa: FBT001 Qt's own shape of a signal
        verb = self._verbs.sync.pause if paused else self._verbs.sync.resume
        self._bridge.run(verb, lambda _done: None, self.says.failed, lane="pause")

    def _show_status(self) -> None:
        status = self._verbs.sync.status()
        self.status.set_status(status, self._verbs.clock.now())
        self.rail.set_count("my-work", status.waiting + status.refused)
        self.says.status(status, locked=self.locked())

    def _high_alert(self, uid: str) -> None:
        if self.signed is None:
            return
        if self.locked() or not self.isActiveWindow():
            self.desktop.say(self.tr("A High Alert has arrived. Open the program to read it."))
        if self.locked():
            self.gate.tell(self.tr("A High Alert has arrived. Unlock to read it."))
            return
        self.says.high_alert(uid)

    def _come_forward(self) -> None:
        self.desktop.put_away()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def _banner_acted(self) -> None:
        leads = self.says.take()
        if leads[0] == ALERT:
            self.show_place("alert", leads[1])
        elif leads[0] == REMOVALS:
            self._bridge.run(self._verbs.removals.agree, self._done, self.says.failed, lane="desk")
        elif leads[0] == PASSWORD and self.signed is not None:
            self.gate.ask_again(self.signed)
            self._pages.setCurrentWidget(self.gate)

    def _say_title(self) -> None:
        shown = self.gate.title() if self.locked() else self.places.title()
        self.setWindowTitle(f"{shown} – Station Client" if shown else "Station Client")
