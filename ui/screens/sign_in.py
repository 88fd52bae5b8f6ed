"""Sign-in: who, the password, and plain words about the line and the first time."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from station_client.errors import StationError
from station_client.ports import Line
from station_client.services.verbs import Verbs
from station_client.services.views import KnownOfficer, SignedIn
from ui import theme
from ui.bridge import Bridge
from ui.language import next_language
from ui.screens.proving import Puzzles
from ui.screens.screen import Screen
from ui.widgets.banner import Banner
from ui.widgets.button import button, label, name
from ui.widgets.card_area import CardArea
from ui.widgets.field_error import FieldError
from ui.widgets.password_form import PasswordForm
from ui.widgets.training import TrainingDoor

CARD_WIDTH = 440
OFFICERS_HEIGHT = 190


class _Door(NamedTuple):
    officers: tuple[KnownOfficer, ...]
    vault: bool
    lists: bool


class SignInScreen(Screen):
    """Officers of this PC are chosen from a list; a new one types the login name."""

    signed_in = Signal(object)
    language_asked = Signal()

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the card."""
        super().__init__(verbs, bridge, parent)
        self._door = _Door((), vault=True, lists=True)
        self._login = self._expected = ""
        self._program = label("title")
        self._what = label("quiet", wrap=True)
        self._language = button("plain", "language")
        self._language.clicked.connect(self.language_asked)
        self._password_only = Banner(closable=False)
        self._offline = Banner(closable=False)
        self.trouble = Banner()
        self._list = QFrame()
        self._list_column = QVBoxLayout(self._list)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(theme.GRID)
        self._group = QButtonGroup(self)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._list)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._other = button("link")
        self._other.clicked.connect(self._type_login)
        self._login_caption = label()
        self._login_field = QLineEdit()
        self._login_caption.setBuddy(self._login_field)
        self._first = label("quiet", wrap=True)
        self._form = PasswordForm()
        self._form.submitted.connect(self._sign_in)
        self._form.proof.changed.connect(self._make_room)
        self._puzzles = Puzzles(self, self._form, self._whose)
        self._login_wrong = FieldError(self._login_field)
        self._login_field.returnPressed.connect(self._login_given)
        self._login_field.textEdited.connect(self._login_wrong.clear)
        self._training = TrainingDoor()
        self._lay_out()
        bridge.sync_moved.connect(self._line_moved)
        self.retranslate()

    def activate(self, login: str = "") -> None:
        """Ask who can sign in here; begin with an empty password, of ``login`` where the list has that officer."""
        self._expected = login
        self._form.reset()
        self.bridge.run(self._look, self._show_door, self._refused, lane="sign-in", latest=True)
        self._say_line()

    def title(self) -> str:
        """Give the words for the window's title."""
        return self.tr("Sign in")

    def retranslate(self) -> None:
        """Set every word again."""
        self._program.setText("Station Client")
        self._what.setText(self.tr("Alerts and FIRs of this police station, with and without the line"))
        name(self._language, next_language())
        self.trouble.clear()
        self._password_only.clear()
        if self.verbs.settings.password_only:
            sentence = self.tr("This PC has no keychain: your password alone guards the data. Use a long one.")
            self._password_only.say("warning", sentence)
        name(self._other, self.tr("&Another officer…"))
        self._login_caption.setText(self.tr("&Login name at the centre"))
        self._login_field.setAccessibleName(self.tr("Login name at the centre"))
        self._scroll.setAccessibleName(self.tr("Officers of this PC"))
        self._login_wrong.clear()
        self._form.set_words(self.tr("&Sign in"), self.tr("Signing in…"))
        self._say_first()
        self._say_line()

    def choose(self, login: str) -> None:
        """Take an officer of the list, or a typed login name."""
        self._login = login
        self._say_first()
        self._form.field.setFocus()

    def complain(self, sentence: str) -> None:
        """Say that the officer before is signed out all the same, and what went wrong with it."""
        self.trouble.say("warning", self.tr("You are signed out.") + " " + sentence)

    def _lay_out(self) -> None:
        card = QFrame()
        column = QVBoxLayout(card)
        column.setContentsMargins(*([2 * theme.BETWEEN] * 4))
        column.setSpacing(theme.INSIDE)
        head = QHBoxLayout()
        head.addWidget(self._program, 1)
        head.addWidget(self._language)
        column.addLayout(head)
        for part in (self._what, self.trouble, self._password_only, self._offline, self._scroll, self._other):
            column.addWidget(part)
        for field in (self._login_caption, self._login_field, self._login_wrong, self._first, self._form):
            column.addWidget(field)
        column.addWidget(self._training)
        self._make_room()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(CardArea(card, CARD_WIDTH))

    def _make_room(self) -> None:
        """Leave out what can wait while the centre asks for more than a password."""
        asked = not self._form.proof.isHidden()
        self._what.setHidden(asked)
        self._training.setHidden(asked or self.verbs.settings.training)

    def _look(self) -> _Door:
        session = self.verbs.session
        vault = session.vault_exists()
        lists = vault and session.lists_officers()
        return _Door(session.known_officers() if lists else (), vault=vault, lists=lists)

    def _show_door(self, door: _Door) -> None:
        self._door = door
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._list_column.removeWidget(old)  # it goes later, and the list is measured now
            old.deleteLater()
        for officer in door.officers:
            self._add_officer(officer)
        known = bool(door.officers)
        self._scroll.setVisible(known)
        self._scroll.setFixedHeight(min(OFFICERS_HEIGHT, self._list.sizeHint().height()))
        self._other.setVisible(known)
        self._ask_login(ask=not known)
        if known:
            buttons = self._group.buttons()
            logins = [str(one.login) for one in door.officers]
            at = logins.index(self._expected) if self._expected in logins else 0
            buttons[at].setChecked(True)
            self._scroll.ensureWidgetVisible(buttons[at])
            self.choose(logins[at])
        else:
            self._login = ""
            self._login_field.setFocus()
        self._say_first()

    def _add_officer(self, officer: KnownOfficer) -> None:
        made: QPushButton = button("officer", "officer")
        made.setCheckable(True)
        name(made, f"{officer.name} · {officer.rank}".replace("&", "&&"))
        made.clicked.connect(lambda _checked=False, login=officer.login: self._from_list(login))
        self._group.addButton(made)
        self._list_column.addWidget(made)
        made.show()  # at once, so that the list knows its height

    def _from_list(self, login: str) -> None:
        self._ask_login(ask=False)
        self._form.reset()
        self.choose(login)

    def _type_login(self) -> None:
        checked = self._group.checkedButton()
        if checked is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)
        self._login = ""
        self._ask_login(ask=True)
        self._form.reset()
        self._say_first()
        self._login_field.setFocus()

    def _ask_login(self, *, ask: bool) -> None:
        self._login_wrong.clear()
        self._login_caption.setVisible(ask)
        self._login_field.setVisible(ask)

    def _login_given(self) -> None:
        """Go on to the password; without a login name say so where it is missing."""
        if self._login_field.text().strip():
            self._form.field.setFocus()
            return
        self._login_wrong.say(self.tr("Type your login name first."))
        self._login_field.setFocus()

    def _sign_in(self, password: str) -> None:
        login, proof = self._whose(), self._form.proof.given()
        if not login:
            self._login_given()
            return
        self._form.set_busy(busy=True)
        session = self.verbs.session
        self.bridge.run(lambda: session.sign_in(login, password, proof), self._let_in, self._refused, lane="desk")

    def _whose(self) -> str:
        return self._login or self._login_field.text().strip()

    def _let_in(self, signed: SignedIn) -> None:
        self._form.reset()
        self._login_field.clear()
        self.trouble.clear()
        self.signed_in.emit(signed)

    def _refused(self, error: StationError) -> None:
        self._form.fail(error)

    def _say_first(self) -> None:
        first_ever, typed = not self._door.vault, self._login_field.isVisibleTo(self)
        text = ""
        if self.verbs.settings.training:
            text = self.tr("Training: the password of this made-up officer is the word {password}.").format(
                password="training"  # noqa: S106 it guards nothing
            )
        elif first_ever:
            text = self.tr(
                "First sign-in on this PC: the line to the centre is needed once. "
                "After that your password opens the program without the line too."
            )
        elif typed and self._door.lists:
            text = self.tr("A new officer is added by one who is signed in: officer's menu, Add an officer.")
        self._first.setText(text)
        self._first.setVisible(bool(text))

    def _line_moved(self) -> None:
        if self.isVisible():
            self._say_line()

    def _say_line(self) -> None:
        if self.verbs.sync.status().line is Line.NONE:
            sentence = self.tr("There is no line now. Officers of this PC can sign in and work all the same.")
            self._offline.say("quiet", sentence)
        else:
            self._offline.clear()
