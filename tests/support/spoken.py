"""What a screen reader finds: every widget that can take the focus must have a name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def nameless(screen: QWidget) -> list[str]:
    """Name the kinds of the focusable widgets that have no accessible name."""
    found = []
    for one in screen.findChildren(QWidget):
        inside = one.objectName().startswith("qt_") or isinstance(one.parentWidget(), QAbstractScrollArea)
        focusable = one.focusPolicy() != Qt.FocusPolicy.NoFocus
        if inside or not focusable or not one.isVisibleTo(screen):
            continue
        spoken = QAccessible.queryAccessibleInterface(one)
        if not spoken.text(QAccessible.Text.Name):
            found.append(type(one).__name__)
    return found
