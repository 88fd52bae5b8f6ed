"""The one window: who is signed in decides what it shows.

Before anybody is signed in it is the gate alone; what stands behind that is made in the first moment of rest.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from station_client.errors import MachineRevokedError, OfficerRevokedError, StationError
from station_client.events import Part
from station_client.services.verbs import Verbs
from station_client.services.views import SignedIn
from ui.bridge import Bridge
from ui.language import phrase_of
from ui.screens.gate import Gate
from ui.screens.workplace import Workplace
from ui.widgets.desktop_notice import DesktopNotice
from ui.widgets.idle_watch import IdleWatch
from ui.widgets.os_lock import OsLock
from ui.widgets.top_bar import LANGUAGE_KEYS
from ui.widgets.training import under_mark

START_SIZE: Final = QSize(1240, 700)
LEAST_SIZE: Final = QSize(860, 560)
REST_MILLISECONDS: Final = 2_000
SEEN_MILLISECONDS: Final = 300
"""So long after it is first shown the window is painted, and nobody has typed a password yet."""


class MainWindow(QMainWindow):
    """Gate (sign-in, lock) or workplace (rail, places, status line); never both."""

    language_asked = Signal()
    scale_asked = Signal(float)
    choice_asked = Signal(str, object)

    def __init__(self, verbs: Verbs, bridge: Bridge) -> None:
        """Build what the first paint shows."""
        super().__init__()
        self.setObjectName("main")
        self._verbs, self._bridge = verbs, bridge
        self.signed: SignedIn | None = None
        self._expected = ""
        settings = verbs.settings
        self.gate = Gate(verbs, bridge)
        self.idle = IdleWatch(settings.lock_seconds, self)
        self.desktop = DesktopNotice(self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._seen = QTimer(self, singleShot=True, interval=SEEN_MILLISECONDS)
        self._pages = QStackedWidget()
        self.setCentralWidget(under_mark(self._pages, settings))
        self._pages.addWidget(self.gate)
        self.setMinimumSize(LEAST_SIZE)
        room = self.screen().availableSize()
        self.resize(START_SIZE.boundedTo(room))
        self._wire()
        self.gate.ask_sign_in()
        self._say_title()

    @cached_property
    def workplace(self) -> Workplace:
        """Give what stands behind the gate, in the language of now."""
        made = Workplace(self._verbs, self._bridge)
        self._pages.addWidget(made)
        made.went.connect(self.show_place)
        made.title_changed.connect(self._say_title)
        made.language_asked.connect(self.language_asked)
        made.scale_asked.connect(self.scale_asked)
        made.choice_asked.connect(self.choice_asked)
        made.lock_asked.connect(self.lock)
        made.sign_out_asked.connect(lambda then: self.sign_out(then=then))
        made.password_asked.connect(self._ask_again)
        return made

    @cached_property
    def os_lock(self) -> OsLock:
        """Give what hears that the PC itself is locked."""
        made = OsLock(self)
        made.locked.connect(self.lock)
        return made

    def locked(self) -> bool:
        """Tell whether the gate stands before everything."""
        return self._pages.currentWidget() is self.gate

    def show_place(self, place: str, key: str = "") -> None:
        """Lead to a place of the rail, or to the one thing that ``key`` names there."""
        if self.signed is None or (self.locked() and not self.gate.asking_again):
            return
        self._pages.setCurrentWidget(self.workplace)
        self.workplace.show_place(place, key)
        self._say_title()

    def lock(self) -> None:
        """Hide everything of a case and ask for the password."""
        if self.signed is None or (self.locked() and not self.gate.asking_again):
            return
        self._hide_workplace()
        self.gate.ask_unlock(self.signed)
        session = self._verbs.session
        self._bridge.run(session.lock, self._done, self.workplace.says.failed, lane="desk")

    def sign_out(self, *, then: str = "") -> None:
        """Close the vault; what is unsaved is queued before it. ``then`` is the login of who is expected next."""
        self._hide_workplace()
        self._expected = then
        self.signed = None
        session = self._verbs.session
        self._bridge.run(session.sign_out, self._signed_out, self._signed_out_badly, lane="desk")

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            if self._is_furnished():
                self.workplace.says.clear()
                self._show_status()
            self._say_title()
        super().changeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 Qt's own shape
        """Let Tab go top bar, rail, page, foot, though a page is made when it is first asked for."""
        if self._is_furnished():
            self.workplace.status.come_last()
        return super().focusNextPrevChild(forward)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rest once this is seen."""
        super().showEvent(event)
        if not self._is_furnished():
            self._seen.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let every screen queue what is unsaved."""
        if self._is_furnished():
            self.workplace.places.leave()
        super().closeEvent(event)

    def _is_furnished(self) -> bool:
        """Tell whether the workplace was made, which whoever asks must not do."""
        return "workplace" in vars(self)

    def _furnish(self) -> None:
        """Make what stands behind the gate before it is asked for."""
        _made = self.workplace, self.os_lock

    def _wire(self) -> None:
        self.gate.signed_in.connect(self._let_in)
        self.gate.sign_out_asked.connect(self.sign_out)
        self.gate.put_off.connect(self._put_off)
        self.gate.language_asked.connect(self.language_asked)
        if "language" not in self._verbs.settings.fixed:
            QShortcut(QKeySequence(LANGUAGE_KEYS), self, self.language_asked.emit)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, lambda: self.show_place("help"))
        self.idle.idle.connect(self.lock)
        self._rest.timeout.connect(lambda: self._bridge.rest(working=not self.locked()))
        self._seen.timeout.connect(self._furnish)
        self.desktop.open.connect(self._come_forward)
        self._bridge.sync_moved.connect(self._show_status)
        self._bridge.session_changed.connect(self._session_changed)
        self._bridge.store_changed.connect(self._store_changed)
        self._bridge.high_alert.connect(self._high_alert)

    def _let_in(self, signed: SignedIn) -> None:
        anew, self.signed = not (self.gate.unlocking or self.gate.asking_again), signed
        self._furnish()
        self.idle.watch(self.windowHandle())
        self.idle.start()
        self._rest.start()
        self._pages.setCurrentWidget(self.workplace)
        self.workplace.let_in(signed, anew=anew)
        self._show_status()
        self._say_title()

    def _hide_workplace(self) -> None:
        self.idle.stop()
        self._rest.start()
        self.workplace.sleep()
        self._pages.setCurrentWidget(self.gate)
        self.setWindowTitle("Station Client")

    def _signed_out(self, _nothing: None) -> None:
        self.workplace.places.end()
        self.gate.ask_sign_in(self._expected)
        self._expected = ""
        self._say_title()

    def _session_changed(self) -> None:
        """Stand before the gate where the centre ended the session; what it said stands there too."""
        ended = self._verbs.session.ended_by()
        if not ended or self.signed is None:
            return
        self._hide_workplace()
        self.signed = None
        self._signed_out(None)
        why = MachineRevokedError(ended) if ended == MachineRevokedError.code else OfficerRevokedError(ended)
        self.gate.complain(str(phrase_of(why)))

    def _signed_out_badly(self, error: StationError) -> None:
        """Go on as signed out: the vault is closed whatever else could not be done, and the gate says what."""
        self._signed_out(None)
        self.gate.complain(str(phrase_of(error)))

    def _put_off(self) -> None:
        self._pages.setCurrentWidget(self.workplace)
        self._say_title()

    def _done(self, _nothing: None) -> None:
        self._say_title()

    def _store_changed(self, parts: frozenset[Part]) -> None:
        if self._is_furnished():
            self.workplace.store_changed(parts, locked=self.signed is None or self.locked())

    def _show_status(self) -> None:
        if self._is_furnished():
            self.workplace.show_status(locked=self.locked())

    def _high_alert(self, uid: str) -> None:
        if self.signed is None:
            return
        if self.locked() or not self.isActiveWindow():
            self.desktop.say(self.tr("A High Alert has arrived. Open the program to read it."))
        if self.locked():
            self.gate.tell(self.tr("A High Alert has arrived. Unlock to read it."))
            return
        self.workplace.says.high_alert(uid)

    def _come_forward(self) -> None:
        self.desktop.put_away()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def _ask_again(self) -> None:
        """Have the officer prove who it is once more, because the centre wants it."""
        if self.signed is not None:
            self.gate.ask_again(self.signed)
            self._pages.setCurrentWidget(self.gate)

    def _say_title(self) -> None:
        shown = self.gate.title() if self.locked() else self.workplace.places.title()
        self.setWindowTitle(f"{shown} – Station Client" if shown else "Station Client")
