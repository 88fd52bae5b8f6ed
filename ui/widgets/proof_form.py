"""What the centre wants beside a password: the signs of a picture, or the answer to a question; a one-time code."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from station_client.errors import CodeNeededError, PictureNeededError, StationError
from station_client.ports import Proof, Puzzle
from ui import theme
from ui.language import phrase_of, unmarked
from ui.widgets.button import button, label, name
from ui.widgets.field_error import FieldError

BITS = 8


class ProofForm(QWidget):
    """Hidden until the centre asks; ``puzzle_asked`` wants a picture (False) or a question in words (True)."""

    puzzle_asked = Signal(bool)
    submitted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask for nothing yet."""
        super().__init__(parent)
        self._puzzle: Puzzle | None = None
        self._error: StationError | None = None
        self._picture = QLabel()
        self._caption, self._code_caption = label(wrap=True), label()
        self.answer, self.code = QLineEdit(), QLineEdit()
        self._caption.setBuddy(self.answer)
        self._code_caption.setBuddy(self.code)
        self._wrong, self._code_wrong = FieldError(self.answer), FieldError(self.code)
        self._another, self._words = button("link"), button("link")
        self._another.clicked.connect(partial(self._ask, in_words=False))
        self._words.clicked.connect(partial(self._ask, in_words=True))
        self.code.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        for field in (self.answer, self.code):
            field.returnPressed.connect(self.submitted)
            field.textEdited.connect(self._typed)
        self._lay_out()
        self._retranslate()

    def want(self, error: PictureNeededError | CodeNeededError) -> None:
        """Show the field of what the centre asks for, and say so; a picture is asked for."""
        self._error = error
        if isinstance(error, PictureNeededError):
            self.answer.clear()
            self._show(self._of_picture, shown=True)
            self.puzzle_asked.emit(bool(self._puzzle and self._puzzle.question))
        else:
            self.code.clear()
            self._show(self._of_code, shown=True)
        self._say()
        self._field().setFocus()

    def show_puzzle(self, puzzle: Puzzle) -> None:
        """Show the picture to read, or the question."""
        self._puzzle = puzzle
        self.answer.clear()
        self._retranslate()
        self.answer.setFocus()

    def fail(self, error: StationError) -> None:
        """Say why there is no picture."""
        phrase = phrase_of(error)
        self._wrong.say(f"{phrase.happened} {phrase.next}")

    def spent(self) -> None:
        """Get another picture, where one was asked for: the answer to the one before is used up."""
        self.code.clear()
        if not self.answer.isHidden():
            self._error = None
            self.puzzle_asked.emit(bool(self._puzzle and self._puzzle.question))

    def reset(self) -> None:
        """Ask for nothing any more."""
        self._puzzle = self._error = None
        for field in (self.answer, self.code):
            field.clear()
        for wrong in (self._wrong, self._code_wrong):
            wrong.clear()
        self._show((*self._of_picture, *self._of_code), shown=False)

    def given(self) -> Proof:
        """Give what was typed, for the next try."""
        challenge = self._puzzle.challenge if self._puzzle else ""
        return Proof(challenge, self.answer.text().strip(), self.code.text().strip())

    def complete(self) -> bool:
        """Tell whether everything that is asked for is there."""
        asked = [field for field in (self.answer, self.code) if not field.isHidden()]
        return all(field.text().strip() for field in asked)

    def wrong(self) -> str:
        """Give what is said to be wrong, empty for nothing."""
        return self._wrong.text() or self._code_wrong.text()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._say()
        super().changeEvent(event)

    def _ask(self, _checked: bool = False, *, in_words: bool) -> None:  # noqa: FBT001, FBT002 a signal's own word
        self.puzzle_asked.emit(in_words)

    def _lay_out(self) -> None:
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._another)
        row.addWidget(self._words)
        row.addStretch(1)
        self._of_picture = (self._picture, self._caption, self.answer, ways)
        self._of_code = (self._code_caption, self.code)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for part in (*self._of_picture[:3], self._wrong, ways, *self._of_code, self._code_wrong):
            column.addWidget(part)
        self._show((*self._of_picture, *self._of_code), shown=False)

    def _show(self, parts: tuple[QWidget, ...], *, shown: bool) -> None:
        for part in parts:
            part.setVisible(shown)
        self.setVisible(any(not one.isHidden() for one in (self.answer, self.code)))
        self.changed.emit()

    def _field(self) -> QLineEdit:
        return self.code if isinstance(self._error, CodeNeededError) else self.answer

    def _typed(self) -> None:
        self._error = None
        self._wrong.clear()
        self._code_wrong.clear()
        self.changed.emit()

    def _say(self) -> None:
        self._wrong.clear()
        self._code_wrong.clear()
        if self._error is not None:
            phrase = phrase_of(self._error)
            wrong = self._code_wrong if isinstance(self._error, CodeNeededError) else self._wrong
            wrong.say(f"{phrase.happened} {phrase.next}")

    def _retranslate(self) -> None:
        question = self._puzzle.question if self._puzzle else ""
        caption = self.tr("Letters and digits of the pict&ure")
        if question:
            caption = self.tr("{question} Answer in digits.").format(question=question.replace("&", "&&"))
        self._caption.setText(caption)
        self.answer.setAccessibleName(unmarked(caption))
        self._picture.setAccessibleName(self.tr("A picture of five letters and digits"))
        self._picture.setPixmap(_drawn(self._puzzle) if self._puzzle and self._puzzle.dots else QPixmap())
        self._picture.setVisible(not question and not self.answer.isHidden())
        name(self._another, self.tr("&New picture"))
        name(self._words, self.tr("A &question in words"))
        self._code_caption.setText(self.tr("&One-time code"))
        self.code.setAccessibleName(self.tr("One-time code"))


def _drawn(puzzle: Puzzle) -> QPixmap:
    """Paint a picture in the colours that the program wears."""
    stride = -(-puzzle.width // BITS)
    image = QImage(puzzle.dots, puzzle.width, puzzle.height, stride, QImage.Format.Format_Mono)
    wears = theme.colours()
    image.setColorTable([QColor(wears.surface).rgb(), QColor(wears.text).rgb()])
    return QPixmap.fromImage(image)
