"""Nothing here: one sentence that says why, and one action that changes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import button, label, name

BIG_ICON = 32


class EmptyState(QWidget):
    """Shown in a list's or a page's place when it has nothing."""

    acted = Signal()

    def __init__(self, icon: str = "nothing", parent: QWidget | None = None, *, small: bool = False) -> None:
        """Draw it with an icon; ``small`` leaves the icon out, for the dashboard's windows."""
        super().__init__(parent)
        self._sentence = label("quiet", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._action = button()
        self._action.clicked.connect(self.acted)
        self._action.hide()
        column = QVBoxLayout(self)
        column.setSpacing(theme.INSIDE)
        column.addStretch()
        if not small:
            drawing = QLabel()
            drawing.setPixmap(theme.icon(icon, theme.colours(self).quiet, BIG_ICON).pixmap(QSize(BIG_ICON, BIG_ICON)))
            drawing.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(drawing)
        column.addWidget(self._sentence)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch()

    def say(self, sentence: str, action: str = "") -> None:
        """Say why there is nothing, and offer the action if there is one."""
        self._sentence.setText(sentence)
        self._action.setVisible(bool(action))
        if action:
            name(self._action, action)

    def text(self) -> str:
        """Give the sentence that is shown."""
        return self._sentence.text()
