"""A heading, and under it one card where a line begins: no wider than one reads with ease."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.column_area import ColumnArea


class CardPage(ColumnArea):
    """A whole page of the window, which scrolls where it is lower than its card."""

    def __init__(self, heading: QLabel, card: QFrame, wide: int) -> None:
        """Show ``card``, at most ``wide`` pixels across."""
        theme.mark(card, role="surface")
        card.setMaximumWidth(wide)
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
