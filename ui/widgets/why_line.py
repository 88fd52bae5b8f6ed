"""A question, the line for its answer, the button that sends it and the one that puts it away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.language import unmarked
from ui.widgets.button import KeyButton, button, label, name


class WhyLine(QWidget):
    """``given`` carries the answer; it is asked from ``begun`` to ``ended``, and what was typed is forgotten then."""

    begun = Signal()
    given = Signal(str)
    ended = Signal()

    def __init__(self, least: int, most: int) -> None:
        """Begin put away; an answer has ``least`` to ``most`` signs, blanks at its ends and in rows not counted."""
        super().__init__()
        self._least = least
        self.why = QLineEdit(maxLength=most)
        self.question = label("strong", buddy=self.why)
        self.confirm, self.cancel = button("primary"), button("plain")
        row, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.question)
        column.addLayout(row)
        row.setSpacing(theme.INSIDE)
        for part in (self.why, self.confirm, self.cancel):
            row.addWidget(part, 1 if part is self.why else 0)
        self.confirm.clicked.connect(self._give)
        self.cancel.clicked.connect(self.put_away)
        self.why.returnPressed.connect(self.confirm.click)
        self.why.textChanged.connect(self.again)
        self.put_away()

    def ask(self) -> None:
        """Ask, beginning with nothing typed."""
        self.why.clear()
        self.again()
        self.show()
        self.begun.emit()
        self.why.setFocus()

    def put_away(self) -> None:
        """Fold up and forget what was typed."""
        self.why.clear()
        self.hide()
        self.ended.emit()

    def again(self) -> None:
        """Let the answer be sent, where it says enough."""
        self.confirm.setEnabled(len(" ".join(self.why.text().split())) >= self._least)

    def say(self, question: str, confirm: str, note: str = "") -> None:
        """Set every word."""
        self.question.setText(question)
        self.why.setAccessibleName(unmarked(question))
        self.why.setAccessibleDescription(note)
        name(self.confirm, confirm)
        name(self.cancel, self.tr("Ca&ncel"))

    def _give(self) -> None:
        self.confirm.setEnabled(False)
        self.given.emit(self.why.text())


def give_way(deed: KeyButton, page: QWidget) -> None:
    """Let a page's main deed look like any other while a line of the page asks: then the answer is the main one."""
    lines = page.findChildren(WhyLine)

    def weigh() -> None:
        deed.weigh(main=all(one.isHidden() for one in lines))

    for one in lines:
        one.begun.connect(weigh)
        one.ended.connect(weigh)
