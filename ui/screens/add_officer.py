"""Let a further officer use this PC: the one who is signed in vouches, the centre confirms the newcomer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from station_client.domain.reasons import Reason
from station_client.errors import StationError
from station_client.services.verbs import Verbs
from station_client.services.views import KnownOfficer
from ui import theme
from ui.bridge import Bridge
from ui.language import phrase_of, reason
from ui.screens.proving import Puzzles
from ui.screens.screen import Screen
from ui.widgets.button import button, label, name
from ui.widgets.card_area import CardArea
from ui.widgets.field_error import FieldError
from ui.widgets.password_form import PasswordForm

CARD_WIDTH = 440


class AddOfficerScreen(Screen):
    """The newcomer types their own login name and password here, once, with the line."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the card."""
        super().__init__(verbs, bridge, parent)
        self._heading, self._why = label("title", wrap=True), label("quiet", wrap=True)
        self._caption = label()
        self.login = QLineEdit()
        self._caption.setBuddy(self.login)
        self._own_caption = label()
        self.own = QLineEdit()
        self.own.setEchoMode(QLineEdit.EchoMode.Password)
        self.own.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        self._own_caption.setBuddy(self.own)
        self._own_wrong = FieldError(self.own)
        self.own.textEdited.connect(lambda _text: self._own_wrong.clear())
        self.own.returnPressed.connect(self.login.setFocus)
        self.form = PasswordForm()
        self.form.submitted.connect(self._add)
        self._puzzles = Puzzles(self, self.form, lambda: self.login.text().strip())
        self.login.returnPressed.connect(self.form.field.setFocus)
        self._cancel = button("link")
        self._cancel.clicked.connect(lambda: self.go.emit("officers"))
        card = QFrame()
        column = QVBoxLayout(card)
        column.setContentsMargins(*([2 * theme.BETWEEN] * 4))
        column.setSpacing(theme.INSIDE)
        ours: tuple[QWidget, ...] = (self._heading, self._why, self._own_caption, self.own, self._own_wrong)
        theirs: tuple[QWidget, ...] = (self._caption, self.login, self.form, self._cancel)
        for part in ours:
            column.addWidget(part)
        column.addSpacing(theme.BETWEEN)
        for part in theirs:
            column.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(CardArea(card, CARD_WIDTH))
        self.retranslate()

    def activate(self) -> None:
        """Begin with empty fields."""
        self.sleep()
        self.own.setFocus()

    def sleep(self) -> None:
        """Forget what was typed."""
        self.own.clear()
        self._own_wrong.clear()
        self.login.clear()
        self.form.reset()

    def own_wrong(self) -> str:
        """Give what is said to be wrong with one's own password, empty for nothing."""
        return self._own_wrong.text()

    def title(self) -> str:
        """Give the words for the window's title."""
        return self.tr("Add an officer")

    def retranslate(self) -> None:
        """Set every word again."""
        self._heading.setText(self.tr("Add an officer to this PC"))
        self._why.setText(
            self.tr(
                "The new officer types their own login name and password. It needs the line, once; you vouch for them."
            )
        )
        self._own_caption.setText(self.tr("You&r own password: you vouch for the new officer"))
        self.own.setAccessibleName(self.tr("Your own password"))
        self._caption.setText(self.tr("&Login name at the centre"))
        self.login.setAccessibleName(self.tr("Login name at the centre"))
        self.form.set_words(self.tr("&Add"), self.tr("Asking the centre…"))
        name(self._cancel, self.tr("&Cancel"))

    def _add(self, password: str) -> None:
        login = self.login.text().strip()
        if not login:
            self.login.setFocus()
            return
        if not self.own.text():
            self._own_wrong.say(reason(Reason.MISSING))
            self.own.setFocus()
            return
        self.form.set_busy(busy=True)
        work = partial(self.verbs.session.prove, self.own.text())
        self.bridge.run(work, partial(self._vouched, login, password), self._not_vouched, lane="desk")

    def _vouched(self, login: str, password: str, _nothing: None) -> None:
        work = partial(self.verbs.session.add_officer, login, password, self.form.proof.given())
        self.bridge.run(work, self._added, self._refused, lane="desk")

    def _not_vouched(self, error: StationError) -> None:
        """Say it at the field of one's own password; what the newcomer typed stays."""
        self.form.set_busy(busy=False)
        phrase = phrase_of(error)
        self.own.clear()
        self._own_wrong.say(f"{phrase.happened} {phrase.next}")
        self.own.setFocus()

    def _added(self, officer: KnownOfficer) -> None:
        self.activate()
        self.go.emit("officers")
        self.notice.emit("good", self.tr("{name} can now sign in on this PC.").format(name=officer.name))

    def _refused(self, error: StationError) -> None:
        self.form.fail(error)
