"""The one window: who is signed in decides what it shows; the rail leads to the places.

It makes each screen when it is first asked for, wires its signals, and hides everything at the lock.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from station_client.errors import MachineRevokedError, OfficerRevokedError, SecondCopyError, StationError
from station_client.events import Part
from station_client.services.repairs import Mended
from station_client.services.verbs import Verbs
from station_client.services.views import SignedIn
from ui.bridge import Bridge
from ui.language import day_time, phrase_of
from ui.screens.gate import Gate
from ui.screens.places import PLACES, Places
from ui.widgets.banner import Banner
from ui.widgets.idle_watch import IdleWatch
from ui.widgets.os_lock import OsLock
from ui.widgets.rail import Rail
from ui.widgets.status_line import StatusLine
from ui.widgets.top_bar import LANGUAGE_KEYS, TopBar

START_SIZE: Final = QSize(1240, 700)
LEAST_SIZE: Final = QSize(860, 560)


class MainWindow(QMainWindow):
    """Gate (sign-in, lock) or desk (rail, places, status line); never both."""

    language_asked = Signal()
    scale_asked = Signal(float)

    def __init__(self, verbs: Verbs, bridge: Bridge) -> None:
        """Build the frame; screens come when they are asked for."""
        super().__init__()
        self.setObjectName("main")
        self._verbs, self._bridge = verbs, bridge
        self.signed: SignedIn | None = None
        self._banner_leads: tuple[str, str] = ("", "")
        settings = verbs.settings
        self.top = TopBar(settings.scale, language_fixed="language" in settings.fixed)
        self.rail = Rail(PLACES)
        self.banner = Banner()
        self.status = StatusLine()
        self.places = Places(verbs, bridge)
        self.gate = Gate(verbs, bridge)
        self.idle = IdleWatch(settings.lock_seconds, self)
        self._pages = QStackedWidget()
        self._desk = self._make_desk()
        self._pages.addWidget(self.gate)
        self._pages.addWidget(self._desk)
        self.setCentralWidget(self._pages)
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
        if self._banner_leads == (place, key):
            self._banner_leads = ("", "")
            self.banner.clear()
        self._pages.setCurrentWidget(self._desk)
        self.places.show_place(place, key, back=back)
        self.rail.set_current(place)
        self._say_title()

    def lock(self) -> None:
        """Hide everything of a case and ask for the password."""
        if self.signed is None or (self.locked() and not self.gate.asking_again):
            return
        self._hide_desk()
        self.gate.ask_unlock(self.signed)
        session = self._verbs.session
        self._bridge.run(session.lock, self._done, self._failed, lane="desk")

    def sign_out(self) -> None:
        """Close the vault; what is unsaved is queued before it."""
        self._hide_desk()
        self.signed = None
        session = self._verbs.session
        self._bridge.run(session.sign_out, self._signed_out, self._signed_out_badly, lane="desk")

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.banner.clear()
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
        self.gate.lock.hide_language(fixed="language" in self._verbs.settings.fixed)
        if "language" not in self._verbs.settings.fixed:
            QShortcut(QKeySequence(LANGUAGE_KEYS), self, self.language_asked.emit)
        self.top.language_asked.connect(self.language_asked)
        self.top.scale_asked.connect(self.scale_asked)
        self.top.lock_asked.connect(self.lock)
        self.top.sign_out_asked.connect(self.sign_out)
        self.top.place_asked.connect(self._leave_for)
        self.rail.chosen.connect(self._leave_for)
        self.places.went.connect(self.show_place)
        self.places.notice.connect(self.banner.say)
        self.places.title_changed.connect(self._say_title)
        self.places.window_made.connect(lambda made: self.idle.watch(made.windowHandle()))
        self.banner.acted.connect(self._banner_acted)
        self.status.sync_asked.connect(self._verbs.sync.sync_now)
        self.idle.idle.connect(self.lock)
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
        self.top.set_officer(signed.officer)
        self.banner.clear()
        self._pages.setCurrentWidget(self._desk)
        if self.gate.unlocking or again:
            self.places.wake()
        else:
            self.places.begin()
            self.show_place("dashboard")
        if signed.password_only and not self.gate.unlocking and not again:
            self.banner.say("warning", self.tr("No keychain on this PC: your password alone guards the data here."))
        if not self.gate.unlocking and not again:
            self._bridge.run(self._verbs.repairs.met, self._say_mended, self._failed)
        self._show_status()
        self._say_title()

    def _say_mended(self, mended: tuple[Mended, ...]) -> None:
        """Tell what was damaged at this sign-in; the officers' own work comes before the copy of the centre's."""
        for one in mended[:1]:
            if one.copied_at is not None:
                text = self.tr(
                    "The file of drafts and outbox was damaged: its second copy of {moment} took its place. What was "
                    "written after that may be missing; look through My work. The damaged file is kept; tell State IT."
                ).format(moment=day_time(one.copied_at))
            else:
                text = self.tr(
                    "This PC's copy of alerts and FIRs was damaged and is fetched anew from the centre. Drafts and "
                    "attachments are all here. The damaged file is kept; tell State IT."
                )
            self.banner.say("warning", text)

    def _say_copies(self, trouble: SecondCopyError | None) -> None:
        """Tell what keeps the second copy from being made, and that it is made again."""
        if trouble is not None:
            self.banner.say("warning", str(phrase_of(trouble)))
        else:
            self.banner.say("quiet", self.tr("The second copy of drafts and outbox is up to date again."))

    def _hide_desk(self) -> None:
        self.idle.stop()
        self.places.sleep()
        self.banner.clear()
        self.top.set_officer(None)
        self._pages.setCurrentWidget(self.gate)
        self.setWindowTitle("Station Client")

    def _signed_out(self, _nothing: None) -> None:
        self.places.end()
        self.gate.ask_sign_in()
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

    def _failed(self, error: StationError) -> None:
        self.banner.say("warning", str(phrase_of(error)))

    def _store_changed(self, parts: frozenset[Part]) -> None:
        if Part.OUTBOX in parts:
            self._show_status()
        if Part.COPIES in parts and self.signed is not None and not self.locked():
            self._bridge.run(self._verbs.repairs.copy_trouble, self._say_copies, self._failed)
        if Part.RECEIPTS in parts:
            self.banner.pass_by()  # "queued on this PC" is not true any more

    def _show_status(self) -> None:
        status = self._verbs.sync.status()
        self.status.set_status(status, self._verbs.clock.now())
        self.rail.set_count("my-work", status.waiting + status.refused)
        if status.error == "session-expired" and self._banner_leads[0] != "password" and not self.locked():
            self._banner_leads = ("password", "")
            text = self.tr("The centre asks for your password again. Work on this PC goes on.")
            self.banner.say("warning", text, self.tr("Enter password"))

    def _high_alert(self, uid: str) -> None:
        sentence = self.tr("A High Alert has arrived.")
        if self.signed is None:
            return
        if self.locked():
            self.gate.tell(self.tr("A High Alert has arrived. Unlock to read it."))
            return
        self._banner_leads = ("alert", uid)
        self.banner.say("danger", sentence, self.tr("Open it"))

    def _banner_acted(self) -> None:
        leads, self._banner_leads = self._banner_leads, ("", "")
        self.banner.clear()
        if leads[0] == "alert":
            self.show_place("alert", leads[1])
        elif leads[0] == "password" and self.signed is not None:
            self.gate.ask_again(self.signed)
            self._pages.setCurrentWidget(self.gate)

    def _say_title(self) -> None:
        shown = self.gate.title() if self.locked() else self.places.title()
        self.setWindowTitle(f"{shown} – Station Client" if shown else "Station Client")
