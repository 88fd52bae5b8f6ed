"""A state in one word and one shape, never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.language import say
from ui.widgets.button import label
from ui.words import Word


class StateChip(QWidget):
    """Icon and word of a state; ``after`` carries what follows the word (``40 %``, a record number)."""

    def __init__(self, word: Word | None = None, parent: QWidget | None = None) -> None:
        """Begin empty or with a word."""
        super().__init__(parent)
        self._word = word
        self._after = ""
        self._icon = QLabel()
        self._text = label("strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        row.addStretch()
        self._show()

    def set_word(self, word: Word, after: str = "") -> None:
        """Show another state."""
        self._word, self._after = word, after
        self._show()

    def text(self) -> str:
        """Give what an officer reads."""
        return self._text.text()

    def changeEvent(self, event: QEvent) -> None:
        """Say the word again in the language of now."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        if self._word is None:
            self._text.clear()
            return
        colour = theme.colours(self).tone(self._word.tone)
        if self._word.icon:
            self._icon.setPixmap(theme.sign(self._word.icon, colour))
        words = say(self._word)
        self._text.setText(f"{words} {self._after}".strip())
        theme.mark(self._text, role=self._word.tone if self._word.tone != "text" else "strong")
        self.setAccessibleName(self._text.text())
