"""Asks why before something is shown that the law keeps back: a button, then a field and the button that asks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from station_client.domain.redaction import WHY_LEAST, WHY_LENGTH
from ui import theme
from ui.widgets.button import button, label, name


class WhyRow(QWidget):
    """``given`` carries the reason; it is forgotten with ``put_away``."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin folded."""
        super().__init__(parent)
        self.begin, self.ask, self.cancel = button("", "eye"), button("primary"), button("plain")
        self.why = QLineEdit(maxLength=WHY_LENGTH)
        self._caption = label("strong", buddy=self.why)
        self._kept = label("small", wrap=True)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(row)
        column.addWidget(self._kept)
        row.setSpacing(theme.INSIDE)
        for part in (self.begin, self._caption, self.why, self.ask, self.cancel):
            row.addWidget(part, 1 if part is self.why else 0)
        row.addStretch()
        self._kept.hide()
        self.begin.clicked.connect(self._unfold)
        self.cancel.clicked.connect(self.put_away)
        self.ask.clicked.connect(lambda: self.given.emit(self.why.text()))
        self.why.returnPressed.connect(self.ask.click)
        self.why.textChanged.connect(self._look)
        self.put_away()
        self.retranslate()

    def offer(self, *, may: bool, line: bool) -> None:
        """Offer it to who may ask; without a line say that there is nobody to ask."""
        self.setVisible(may)
        self.begin.setEnabled(line)
        self.begin.setToolTip("" if line else self.tr("There is no line to the centre now."))

    def put_away(self) -> None:
        """Fold up and forget what was typed."""
        self.why.clear()
        self._fold(folded=True)

    def retranslate(self) -> None:
        """Set every word."""
        name(self.begin, self.tr("&Show the victim's identity…"))
        name(self.ask, self.tr("&Ask the centre"))
        name(self.cancel, self.tr("Ca&ncel"))
        self._caption.setText(self.tr("&Why you need it"))
        self.why.setAccessibleName(self.tr("Why you need it"))
        self._kept.setText(self.tr("The centre keeps this reason with your name and the time"))
        self.why.setAccessibleDescription(self._kept.text())

    def _unfold(self) -> None:
        self._fold(folded=False)
        self._look()
        self.why.setFocus()

    def _fold(self, *, folded: bool) -> None:
        self.begin.setHidden(not folded)
        for part in (self._caption, self.why, self.ask, self.cancel, self._kept):
            part.setHidden(folded)

    def _look(self) -> None:
        self.ask.setEnabled(len(" ".join(self.why.text().split())) >= WHY_LEAST)
