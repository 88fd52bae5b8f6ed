"""Where an officer stood in a form when the program was locked: they are interrupted every few minutes."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid


class Stood:
    """The field that had the keyboard, and the place in its text."""

    def __init__(self, form: QWidget) -> None:
        """Begin with none."""
        self._form = form
        self._of, self._at = "", 0
        self._field: QWidget | None = None

    def keep(self, of: str) -> None:
        """Remember it ``of`` what is shown now (a draft's id)."""
        self._of, self._field = of, self._form.focusWidget()
        if isinstance(self._field, QPlainTextEdit):
            self._at = self._field.textCursor().position()
        elif isinstance(self._field, QLineEdit):
            self._at = self._field.cursorPosition()

    def take_up(self, of: str, otherwise: QWidget) -> None:
        """Stand there again where the same is shown again, else on ``otherwise``."""
        field, same = self._field, of == self._of
        self._of, self._field = "", None
        if not same or field is None or not isValid(field) or not field.isVisible():
            otherwise.setFocus()
            return
        field.setFocus()
        if isinstance(field, QPlainTextEdit):
            cursor = field.textCursor()
            cursor.setPosition(min(self._at, len(field.toPlainText())))
            field.setTextCursor(cursor)
        elif isinstance(field, QLineEdit):
            field.setCursorPosition(self._at)
