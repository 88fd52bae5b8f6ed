"""A card in the middle of a page: nothing on it is squeezed or cut, it scrolls where the window is lower than it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.column_area import ColumnArea

WIDER = 120


class CardArea(ColumnArea):
    """As wide as the card may be and as high as its words need; a little above the middle."""

    def __init__(self, card: QFrame, wide: int) -> None:
        """Show ``card``, at least ``wide`` pixels across."""
        theme.mark(card, role="surface")
        card.setMinimumWidth(wide)
        card.setMaximumWidth(wide + WIDER)
        inside = QWidget()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 2)
        row.addStretch(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(*([theme.GRID] * 4))
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
        super().__init__(inside)
