"""What kept the program from starting: what happened, what is safe, what to do next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_client.errors import StationError
from ui import theme
from ui.language import phrase_of
from ui.widgets.button import button, label, name

WIDTH = 460
BIG_ICON = 36


class TroubleWindow(QWidget):
    """A small window with one button."""

    def __init__(self, error: StationError) -> None:
        """Word the error; the code stands small below, for State IT."""
        super().__init__()
        phrase = phrase_of(error)
        self.setWindowTitle("Station Client")
        self.setMinimumWidth(WIDTH)
        sign = QLabel()
        colour = theme.colours(self).warning
        sign.setPixmap(theme.icon("warning", colour, BIG_ICON).pixmap(QSize(BIG_ICON, BIG_ICON)))
        column = QVBoxLayout()
        column.setSpacing(theme.INSIDE)
        for text, role in (
            (phrase.happened, "heading"),
            (phrase.safe, ""),
            (phrase.next, "strong"),
            (error.code, "small"),
        ):
            part = label(role, wrap=True)
            part.setText(text)
            column.addWidget(part)
        close = button("primary")
        close.setDefault(True)
        name(close, self.tr("&Close"))
        close.clicked.connect(QApplication.quit)
        column.addSpacing(theme.INSIDE)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(*([theme.AROUND] * 4))
        row.setSpacing(theme.AROUND)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.setAccessibleName(str(phrase))
