"""Training as the window shows it: the mark over every page, and the way in, which begins a program of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from station_client.config import Settings
from station_client.inspection.sandbox import this_program
from ui import theme
from ui.language import current
from ui.widgets.button import KeyButton, label, name

COMMAND: Final = ("run", "--training", "--language")

Begin = Callable[[str, Sequence[str]], object]


def begun(program: str, words: Sequence[str]) -> object:
    """Begin a program of its own, which outlives this one."""
    from PySide6.QtCore import QProcess  # noqa: PLC0415 its names are loaded when somebody trains, not at each start

    return QProcess.startDetached(program, words)


class TrainingMark(QFrame):
    """A strip that no page is without in training, and that is nowhere else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say it at once."""
        super().__init__(parent)
        theme.mark(self, role="training")
        self._text = label("training")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.INSIDE, theme.GRID, theme.INSIDE, theme.GRID)
        row.addWidget(self._text)
        self._retranslate()

    def text(self) -> str:
        """Give what it says."""
        return self._text.text()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language of now."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._text.setText(self.tr("TRAINING · everything here is made up · nothing leaves this PC"))
        self.setAccessibleName(self._text.text())


class TrainingDoor(KeyButton):
    """Opens the training beside this window, in a process that has no way to the centre."""

    def __init__(self, begin: Begin = begun, parent: QWidget | None = None) -> None:
        """``begin`` starts a program with its arguments."""
        super().__init__(parent)
        self.setAutoDefault(False)
        theme.mark(self, kind="link")
        self._begin = begin
        self.clicked.connect(self._open)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language of now."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _open(self) -> None:
        program, *words = this_program()
        self._begin(program, [*words, *COMMAND, current()])

    def _retranslate(self) -> None:
        name(self, self.tr("&Training with made-up data…"))


def under_mark(page: QWidget, settings: Settings) -> QWidget:
    """Give the page as it is shown: in training under the mark, else as it stands."""
    if not settings.training:
        return page
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(TrainingMark())
    column.addWidget(page, 1)
    return whole
