"""A heading, and under it one card where a line begins: no wider than one reads with ease."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.column_area import ColumnArea


class CardPage(ColumnArea):
    """A whole page of the window, which scrolls where it is lower than its card."""

    def __init__(self, heading: QLabel, card: QFrame, wide: int) -> None:
        """Show ``card``, at most ``wide`` pixels across; larger letters have more."""
        theme.mark(card, role="surface")
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(*theme.PAGE)
        page.addWidget(heading)
        beside = QHBoxLayout()  # a column asks a card for its height as if it took the whole width
        beside.addWidget(card, 1)
        beside.addStretch()
        page.addLayout(beside)
        page.addStretch(1)
        super().__init__(inside)
        self._card, self._most = card, wide
        self._widen()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters: the language's change is also sent for those."""
        if event.type() == QEvent.Type.LanguageChange:
            self._widen()
        super().changeEvent(event)

    def _widen(self) -> None:
        self._card.setMaximumWidth(round(self._most * max(1.0, theme.look().scale)))
