"""Let a further officer use this PC: the one who is signed in vouches, the centre confirms the newcomer."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from station_client.errors import StationError
from station_client.services.verbs import Verbs
from station_client.services.views import KnownOfficer
from ui import theme
from ui.bridge import Bridge
from ui.screens.screen import Screen
from ui.widgets.button import button, in_the_middle, label, name
from ui.widgets.password_form import PasswordForm

CARD_WIDTH = 440


class AddOfficerScreen(Screen):
    """The newcomer types their own login name and password here, once, with the line."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the card."""
        super().__init__(verbs, bridge, parent)
        self._heading = label("title", wrap=True)
        self._why = label("quiet", wrap=True)
        self._caption = label()
        self.login = QLineEdit()
        self._caption.setBuddy(self.login)
        self.form = PasswordForm()
        self.form.submitted.connect(self._add)
        self.login.returnPressed.connect(self.form.field.setFocus)
        self._cancel = button("link")
        self._cancel.clicked.connect(lambda: self.go.emit("back"))
        card = QFrame()
        theme.mark(card, role="surface")
        card.setMinimumWidth(CARD_WIDTH)
        card.setMaximumWidth(CARD_WIDTH + 120)
        column = QVBoxLayout(card)
        column.setContentsMargins(*([2 * theme.BETWEEN] * 4))
        column.setSpacing(theme.INSIDE)
        for part in (self._heading, self._why, self._caption, self.login, self.form, self._cancel):
            column.addWidget(part)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(in_the_middle(card))
        outer.addStretch(3)
        self.retranslate()

    def activate(self) -> None:
        """Begin with empty fields."""
        self.login.clear()
        self.form.reset()
        self.login.setFocus()

    def sleep(self) -> None:
        """Forget what was typed."""
        self.login.clear()
        self.form.reset()

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
        self._caption.setText(self.tr("&Login name at the centre"))
        self.login.setAccessibleName(self.tr("Login name at the centre"))
        self.form.set_words(self.tr("&Add"), self.tr("Asking the centre…"))
        name(self._cancel, self.tr("&Cancel"))

    def _add(self, password: str) -> None:
        login = self.login.text().strip()
        if not login:
            self.login.setFocus()
            return
        self.form.set_busy(busy=True)
        session = self.verbs.session
        self.bridge.run(lambda: session.add_officer(login, password), self._added, self._refused, lane="desk")

    def _added(self, officer: KnownOfficer) -> None:
        self.activate()
        self.go.emit("dashboard")
        self.notice.emit("good", self.tr("{name} can now sign in on this PC.").format(name=officer.name))

    def _refused(self, error: StationError) -> None:
        self.form.fail(error)
