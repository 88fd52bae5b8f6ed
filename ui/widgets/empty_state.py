"""Nothing here: one sentence that says why, and one action that changes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
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
        self._said, self._waiting, self._failed, self._doing = ("", ""), False, False, ""
        column = QVBoxLayout(self)
        column.setSpacing(theme.INSIDE)
        column.addStretch()
        self._icon, self._drawing = icon, QLabel()
        self._drawing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if small:
            self._drawing.hide()
        self._draw()
        column.addWidget(self._drawing)
        column.addWidget(self._sentence)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch()

    def say(self, sentence: str, action: str = "") -> None:
        """Say why there is nothing, and offer the action if there is one."""
        self._said = (sentence, action)
        self._show()

    def wait(self, said: str = "", *, on: bool) -> None:
        """Say that the answer is still to come, in place of why there is nothing: nobody knows that yet.

        ``said`` is what is being done, where it is not just loaded.
        """
        self._waiting, self._failed, self._doing = on, False, said
        self._show()

    def fail(self) -> None:
        """Say that no answer came, in place of why there is nothing, until it is asked for again: nobody knows that."""
        self._waiting, self._failed = False, True
        self._show()

    def action(self) -> QWidget:
        """Give what one stands on here, where an action is offered."""
        return self._action

    def text(self) -> str:
        """Give the sentence that is shown."""
        return self._sentence.text()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again: the language's change is also sent for other colours."""
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        sentence, action = self._said
        if self._waiting:
            sentence, action = self._doing or self.tr("Loading…"), ""
        elif self._failed:
            sentence, action = self.tr("This could not be looked through."), ""
        self._sentence.setText(sentence)
        self._action.setVisible(bool(action))
        if action:
            name(self._action, action)

    def _draw(self) -> None:
        drawn = theme.icon(self._icon, theme.colours(self).quiet, BIG_ICON)
        self._drawing.setPixmap(drawn.pixmap(QSize(BIG_ICON, BIG_ICON)))
