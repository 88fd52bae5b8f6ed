"""What stands before the desk: sign-in, lock, or the centre asking for the password again."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from station_client.services.verbs import Verbs
from station_client.services.views import SignedIn
from ui.bridge import Bridge
from ui.screens.lock import LockScreen
from ui.screens.sign_in import SignInScreen


class Gate(QStackedWidget):
    """Lets an officer through by ``signed_in``; shows nothing of a case."""

    signed_in = Signal(object)
    sign_out_asked = Signal()
    put_off = Signal()
    language_asked = Signal()

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the sign-in; the lock is made when it is first asked for, after the first paint."""
        super().__init__(parent)
        self._verbs, self._bridge = verbs, bridge
        self.sign_in = SignInScreen(verbs, bridge)
        self.asking_again = False
        self.unlocking = False
        self.addWidget(self.sign_in)
        self.sign_in.signed_in.connect(self._through)
        self.sign_in.language_asked.connect(self.language_asked)

    @cached_property
    def lock(self) -> LockScreen:
        """Give the lock screen, in the language of now."""
        made = LockScreen(self._verbs, self._bridge)
        self.addWidget(made)
        made.hide_language(fixed="language" in self._verbs.settings.fixed)
        made.language_asked.connect(self.language_asked)
        made.unlocked.connect(self._through)
        made.sign_out_asked.connect(self.sign_out_asked)
        made.put_off.connect(self._later)
        return made

    def ask_sign_in(self, login: str = "") -> None:
        """Ask who it is; of the officer ``login`` ask the password at once."""
        self.asking_again = self.unlocking = False
        self.setCurrentWidget(self.sign_in)
        self.sign_in.activate(login)

    def ask_unlock(self, signed: SignedIn) -> None:
        """Ask the officer who is signed in for the password."""
        self.asking_again, self.unlocking = False, True
        self._show_lock(signed)

    def ask_again(self, signed: SignedIn) -> None:
        """Ask for the password because the centre wants it anew."""
        self.asking_again, self.unlocking = True, False
        self._show_lock(signed)

    def tell(self, sentence: str) -> None:
        """Show news without case details on the lock screen."""
        self.lock.tell(sentence)

    def complain(self, sentence: str) -> None:
        """Say on the sign-in screen what went wrong at the sign-out before it."""
        self.sign_in.complain(sentence)

    def title(self) -> str:
        """Give the words for the window's title."""
        return self.sign_in.title() if self.currentWidget() is self.sign_in else self.lock.title()

    def _show_lock(self, signed: SignedIn) -> None:
        officer = signed.officer
        self.lock.set_officer(f"{officer.name} · {officer.rank}", again=self.asking_again)
        self.setCurrentWidget(self.lock)
        self.lock.activate()

    def _through(self, signed: SignedIn) -> None:
        self.signed_in.emit(signed)
        self.asking_again = self.unlocking = False

    def _later(self) -> None:
        self.asking_again = False
        self.put_off.emit()
