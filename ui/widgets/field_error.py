"""What is wrong with a field, in words, right under it, and told to the screen reader with the field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.widgets.button import label


class FieldError(QWidget):
    """Hidden until there is something to say about its field."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        """Stand for one ``field``, which gets an amber ring while something is wrong."""
        super().__init__(parent)
        self._field = field
        self._hint = ""
        mark = QLabel()
        tone = theme.colours(self).warning
        mark.setPixmap(theme.sign("warning", tone))
        self._text = label("warning", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, theme.GRID)
        row.setSpacing(theme.GRID)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say what is wrong and what would mend it."""
        self._text.setText(sentence)
        self._field.setAccessibleDescription(sentence)
        theme.mark(self._field, wrong="yes")
        self.show()

    def clear(self) -> None:
        """Say nothing: the field is right."""
        if self.isHidden() and not self._text.text():
            return
        self._text.clear()
        self._field.setAccessibleDescription(self._hint)
        theme.mark(self._field, wrong="")
        self.hide()

    def text(self) -> str:
        """Give what is said now, empty for nothing."""
        return self._text.text()
