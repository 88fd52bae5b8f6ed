"""A deed that takes a reason: its button, which unfolds the question and the line for the answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_client.domain.redaction import WHY_LEAST, WHY_LENGTH
from ui import theme
from ui.widgets.button import button, label, name
from ui.widgets.why_line import WhyLine


class WhyRow(QWidget):
    """``given`` carries the reason; it is forgotten with ``put_away``."""

    given = Signal(str)

    def __init__(self, icon: str = "") -> None:
        """Begin folded, and offered to nobody; its words are set by ``say``."""
        super().__init__()
        self.begin, self.line = button("", icon), WhyLine(WHY_LEAST, WHY_LENGTH)
        self._note = label("small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.line)
        column.addWidget(self._note)
        self.begin.clicked.connect(self._unfold)
        self.line.given.connect(self.given)
        self.line.ended.connect(self._fold)
        self._fold()
        self.hide()

    def offer(self, *, may: bool, line: bool) -> None:
        """Offer it to who may; without a line say that there is nobody to ask."""
        self.setVisible(may)
        self.begin.setEnabled(line)
        self._say_hint()

    def put_away(self) -> None:
        """Fold up and forget what was typed."""
        self.line.put_away()

    def say(self, begin: str, question: str, confirm: str, *, more: str = "") -> None:
        """Set every word; ``more`` is the hint of the button."""
        name(self.begin, begin)
        self.begin.setAccessibleDescription(more)
        self._say_hint()
        self.line.say(question, confirm, self._kept())

    def _kept(self) -> str:
        return self.tr("The centre keeps this reason with your name and the time")

    def _say_hint(self) -> None:
        """Say who keeps what is typed; or, where nobody can be asked, that there is no line."""
        hint, no_line = self.begin.accessibleDescription(), self.tr("There is no line to the centre now.")
        can, folded = self.begin.isEnabled(), not self.begin.isHidden()
        self.begin.setToolTip(hint if can else no_line)
        self._note.setText(no_line if folded else self._kept())
        self._note.setHidden(folded and can)

    def _unfold(self) -> None:
        self.begin.hide()
        self._say_hint()
        self.line.ask()

    def _fold(self) -> None:
        self.begin.show()
        self._say_hint()
