"""A password and its button: tells of Caps Lock and of another script, what went wrong, and counts a lockout down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from station_client.errors import CodeNeededError, LockedOutError, PictureNeededError, StationError
from ui import aloud, theme
from ui.language import phrase_of
from ui.widgets.button import button, label, name
from ui.widgets.field_error import FieldError
from ui.widgets.proof_form import ProofForm

SECOND = 1000


class PasswordForm(QWidget):
    """Used at sign-in and on the lock screen; ``proof`` is what the centre wants besides, where it asks."""

    submitted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._error: StationError | None = None
        self._wait = 0
        self._busy = False
        self._words = ("", "")
        self._caption = label()
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        self.field.returnPressed.connect(self._submit)
        self.field.textEdited.connect(self._typed)
        self.field.installEventFilter(self)
        self._caption.setBuddy(self.field)
        self._caps: QLabel = label("warning")
        self._caps.hide()
        self._script: QLabel = label("warning", wrap=True)
        self._script.hide()
        self.field.textChanged.connect(self._look_at_script)
        self._wrong = FieldError(self.field)
        self.proof = ProofForm()
        self.proof.submitted.connect(self._submit)
        self.proof.changed.connect(self._say_button)
        self._go = button("primary")
        self._go.clicked.connect(self._submit)
        self._tick = QTimer(self, interval=SECOND)
        self._tick.timeout.connect(self._count_down)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for part in (self._caption, self.field, self._caps, self._script, self._wrong, self.proof):
            column.addWidget(part)
        column.addSpacing(theme.INSIDE)
        column.addWidget(self._go)
        self._retranslate()

    def set_words(self, action: str, busy: str) -> None:
        """Name the button, and what it says while it works."""
        self._words = (action, busy)
        self._say_button()

    def set_busy(self, *, busy: bool) -> None:
        """Work is under way: no second try until it is answered."""
        self._busy = busy
        if busy:
            self._wrong.clear()
        self._say_button()

    def fail(self, error: StationError) -> None:
        """Say why it did not work; a lockout is counted down to the next try."""
        self.set_busy(busy=False)
        if isinstance(error, PictureNeededError | CodeNeededError):
            self.proof.want(error)  # the password may be right: it stays
            return
        self.proof.spent()
        self._error = error
        self.field.clear()
        if isinstance(error, LockedOutError):
            self._wait = error.seconds
            self._tick.start()
        self._say_error()
        self._say_button()
        self.field.setFocus()

    def reset(self) -> None:
        """Forget the password and what went wrong; a lockout goes on counting."""
        self.field.clear()
        self.proof.reset()
        self._busy = False
        if not self._wait:
            self._error = None
            self._wrong.clear()
        self._say_button()

    def wrong(self) -> str:
        """Give what is said to be wrong, empty for nothing."""
        return self._wrong.text() or self.proof.wrong()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock: a letter's case that does not fit the Shift key gives it away."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            letter = event.text()
            if event.key() == Qt.Key.Key_CapsLock:
                self._caps.hide()
            elif len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
                self._warn(self._caps, on=letter.isupper() != shift)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _look_at_script(self, typed: str) -> None:
        """Say that the keyboard writes another script, as after an alert in Hindi: dots do not show it."""
        self._warn(self._script, on=not typed.isascii())

    def _warn(self, hint: QLabel, *, on: bool) -> None:
        """Show a hint or hide it; who only listens hears it once."""
        new = on and hint.isHidden()
        hint.setVisible(on)
        if new:
            aloud.tell(self, hint.text())

    def _submit(self) -> None:
        if self._ready():
            self.submitted.emit(self.field.text())

    def _typed(self) -> None:
        if not self._wait:
            self._error = None
            self._wrong.clear()
        self._say_button()

    def _count_down(self) -> None:
        self._wait = max(0, self._wait - 1)
        if not self._wait:
            self._tick.stop()
            self._error = None
            self._wrong.clear()
        self._say_error()
        self._say_button()

    def _say_error(self) -> None:
        if self._error is None:
            return
        if self._wait:
            self._error = LockedOutError(self._wait)
        phrase = phrase_of(self._error)
        self._wrong.say(f"{phrase.happened} {phrase.next}")

    def _say_button(self) -> None:
        name(self._go, self._words[1] if self._busy else self._words[0])
        self._go.setEnabled(self._ready())
        self.field.setEnabled(not self._busy)
        self.proof.setEnabled(not self._busy)

    def _ready(self) -> bool:
        return not self._busy and not self._wait and bool(self.field.text()) and self.proof.complete()

    def _retranslate(self) -> None:
        self._caption.setText(self.tr("&Password"))
        self.field.setAccessibleName(self.tr("Password"))
        self._caps.setText(self.tr("Caps Lock is on."))
        self._script.setText(self.tr("These are no English letters: look at the keyboard's language."))
        self._say_error()
