"""The lock screen: nothing of a case, one password; also asks for it when the centre wants it again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_client.errors import StationError
from station_client.services.verbs import Verbs
from station_client.services.views import SignedIn
from ui import theme
from ui.bridge import Bridge
from ui.language import next_language
from ui.screens.proving import Puzzles
from ui.screens.screen import Screen
from ui.widgets.banner import Banner
from ui.widgets.button import button, label, name
from ui.widgets.card_area import CardArea
from ui.widgets.password_form import PasswordForm

CARD_WIDTH = 400
BIG_ICON = 36


class LockScreen(Screen):
    """Locked: ``unlocked`` after the right password, ``sign_out_asked`` for another officer.

    In its other use (``ask_again``) the vault is open and the centre wants the password anew.
    """

    unlocked = Signal(object)
    sign_out_asked = Signal()
    language_asked = Signal()
    put_off = Signal()

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the card."""
        super().__init__(verbs, bridge, parent)
        self._again = False
        self._officer = ""
        self._heading = label("title")
        self._who = label("strong", wrap=True)
        self._why = label("quiet", wrap=True)
        self._news = Banner(closable=False)
        self._form = PasswordForm()
        self._form.submitted.connect(self._open)
        self._puzzles = Puzzles(self, self._form, self._whose)
        self._language = button("plain", "language")
        self._language.clicked.connect(self.language_asked)
        self._out = button("link")
        self._out.clicked.connect(self._leave)
        self._lay_out()
        self.retranslate()

    def activate(self) -> None:
        """Begin with an empty password."""
        self._form.reset()
        self._form.field.setFocus()

    def title(self) -> str:
        """Say only that it is locked."""
        return self.tr("Locked")

    def set_officer(self, shown: str, *, again: bool) -> None:
        """Name whose password is wanted; ``again`` when the centre asks and the vault is open."""
        self._officer, self._again = shown, again
        self._news.clear()
        self.retranslate()

    def hide_language(self, *, fixed: bool) -> None:
        """Offer no other language where State IT has decided it."""
        self._language.setVisible(not fixed)

    def tell(self, sentence: str) -> None:
        """Show news that carries no case details (a High Alert has arrived)."""
        self._news.say("danger", sentence)

    def retranslate(self) -> None:
        """Set every word again."""
        name(self._language, next_language())
        self._who.setText(self._officer)
        if self._again:
            self._heading.setText(self.tr("Password, please"))
            self._why.setText(self.tr("The centre asks for your password again. Work on this PC goes on without it."))
            self._form.set_words(self.tr("&Sign in"), self.tr("Signing in…"))
            name(self._out, self.tr("&Later"))
        else:
            self._heading.setText(self.tr("Locked"))
            self._why.setText(self.tr("What you were writing is saved on this PC."))
            self._form.set_words(self.tr("&Unlock"), self.tr("Unlocking…"))
            name(self._out, self.tr("&Another officer: sign out"))

    def _lay_out(self) -> None:
        card = QFrame()
        sign = QLabel()
        sign.setPixmap(theme.icon("lock", theme.colours(self).primary, BIG_ICON).pixmap(QSize(BIG_ICON, BIG_ICON)))
        column = QVBoxLayout(card)
        column.setContentsMargins(*([2 * theme.BETWEEN] * 4))
        column.setSpacing(theme.INSIDE)
        head = QHBoxLayout()
        head.addWidget(sign, 1)
        head.addWidget(self._language)
        column.addLayout(head)
        for part in (self._heading, self._who, self._why, self._news, self._form, self._out):
            column.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(CardArea(card, CARD_WIDTH))

    def _open(self, password: str) -> None:
        session, again, proof = self.verbs.session, self._again, self._form.proof.given()
        self._form.set_busy(busy=True)

        def work() -> SignedIn:
            return session.renew(password, proof) if again else session.unlock(password)

        self.bridge.run(work, self._opened, self._refused, lane="desk")

    def _whose(self) -> str:
        """Give the login of whom the centre asks again; a locked window asks the centre nothing."""
        who = self.verbs.session.current()
        return who.officer.login if who else ""

    def _opened(self, signed: SignedIn) -> None:
        self._form.reset()
        self._news.clear()
        self.unlocked.emit(signed)

    def _refused(self, error: StationError) -> None:
        self._form.fail(error)

    def _leave(self) -> None:
        if self._again:
            self.put_off.emit()
        else:
            self.sign_out_asked.emit()
