"""A cell that gives a shorter word where its whole one would be cut: what names a thing is read, not guessed at."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

MARGIN = 3  # as Qt leaves beside an item's text


class ShortWord(QStyledItemDelegate):
    """Draws like every cell; the hint and the screen reader have the whole word in any case."""

    def __init__(self, role: int, parent: QObject | None = None) -> None:
        """``role`` gives the shorter word of a cell, empty for none."""
        super().__init__(parent)
        self._role = role

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Take the model's shorter word where the whole has no room."""
        super().initStyleOption(option, index)
        style = option.widget.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget).width() - 2 * MARGIN
        if option.fontMetrics.elidedText(option.text, option.textElideMode, room) != option.text:
            option.text = index.data(self._role) or option.text
