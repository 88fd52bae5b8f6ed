"""A strip over a page: one thing the officer should know now, with one action at the most."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui import aloud, theme
from ui.widgets.button import button, label, name

_ICONS: Final = {"good": "received", "warning": "warning", "danger": "alert", "quiet": "information"}


class Banner(QFrame):
    """Hidden until it has something to say; kinds: good, warning, danger, quiet."""

    acted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, closable: bool = True) -> None:
        """Make it silent; ``closable`` gives the officer a way to put it away."""
        super().__init__(parent)
        self._icon = QLabel()
        self._text = label(wrap=True)
        self._action = button()
        self._action.clicked.connect(self.acted)
        self._close = button("plain", "close")
        self._close.clicked.connect(self._put_away)
        if not closable:
            self._close.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.BETWEEN, theme.GRID, theme.GRID, theme.GRID)
        row.setSpacing(theme.INSIDE)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._action.hide()
        self._retranslate()
        self.hide()

    def say(self, kind: str, sentence: str, action: str = "") -> None:
        """Say something, already in the officer's language."""
        theme.mark(self, role=f"banner-{kind}")
        tone, before = theme.colours(self).tone(kind), self.text()
        self._icon.setPixmap(theme.sign(_ICONS[kind], tone))
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self._action.setVisible(bool(action))
        if action:
            name(self._action, action)
        self.show()
        if sentence != before:
            aloud.tell(self, sentence, at_once=kind == "danger")

    def clear(self) -> None:
        """Say nothing, and keep nothing of what was said."""
        self._text.clear()
        self.setAccessibleName("")
        self.hide()

    def pass_by(self) -> None:
        """Drop news that has been overtaken; warnings and whatever asks for something stay."""
        if self.property("role") in ("banner-quiet", "banner-good") and self._action.isHidden():
            self.clear()

    def text(self) -> str:
        """Give what is said now, empty for nothing."""
        return self._text.text()

    def changeEvent(self, event: QEvent) -> None:
        """Name the close button in the language of now."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _put_away(self) -> None:
        self.clear()
        self.closed.emit()

    def _retranslate(self) -> None:
        name(self._close, self.tr("Close this notice"), shown=False)
