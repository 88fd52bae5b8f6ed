"""What this PC finds in a file that another station sent: a word with its shape, and each reason in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_client.domain.attachment import Inspection
from ui import words
from ui.language import received, say
from ui.widgets.button import label
from ui.widgets.chip import StateChip


def judgement(found: Inspection) -> str:
    """Give what is found in one line, as a question and a screen reader say it: the word, then the reasons."""
    return ": ".join(filter(None, (say(words.judged(found.verdict)), _reasons(found))))


def _reasons(found: Inspection) -> str:
    return " ".join(map(received, found.reasons))


class Judged(QWidget):
    """The word, and below it the reasons where there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._found: Inspection | None = None
        self._word = StateChip()
        self._why = label("small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._word)
        column.addWidget(self._why)

    def show_found(self, found: Inspection) -> None:
        """Show what was found."""
        self._found = found
        self._word.set_word(words.judged(found.verdict))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Say the reasons again in the language of now; the word does so by itself."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        why = _reasons(self._found) if self._found else ""
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.setAccessibleName(judgement(self._found) if self._found else "")
