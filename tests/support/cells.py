"""What stands in a table's cell as it is painted: asked of the style, not reckoned from guessed paddings."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.widgets.short_word import MARGIN


def painted(table: QTableView, index: QModelIndex) -> str:
    """Give a cell's words as its column's width leaves them, dots for what is cut."""
    option, delegate = QStyleOptionViewItem(), table.itemDelegateForIndex(index)
    table.initViewItemOption(option)
    option.rect = table.visualRect(index)
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, index)
    room = table.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, table)
    return option.fontMetrics.elidedText(option.text, option.textElideMode, room.width() - 2 * MARGIN)
