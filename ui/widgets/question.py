"""A question that opens over its page and blocks nothing; Enter and Escape leave everything as it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from ui import theme

SIGN = 32


class Question(QMessageBox):
    """Has the program's own sign of a warning, in the colours that are worn; its words are plain text."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with no words and no answers."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        drawn = theme.icon("warning", theme.colours(self).warning, SIGN)
        self.setIconPixmap(drawn.pixmap(QSize(SIGN, SIGN)))

    def answers(self, goes_on: str, leaves: str, *, destroys: bool = False) -> QPushButton:
        """Offer the two answers and give the button that goes on; the other is what Enter and Escape do."""
        roles = QMessageBox.ButtonRole
        going = self.addButton(goes_on, roles.DestructiveRole if destroys else roles.AcceptRole)
        leaving = self.addButton(leaves, roles.RejectRole)
        self.setDefaultButton(leaving)
        self.setEscapeButton(leaving)
        return going
