"""The order in which Tab goes, where it is not the order in which the parts of a page are made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def come_last(page: QWidget, *parts: QWidget) -> None:
    """Let Tab come to these parts of a page, in their order, after everything that stands on it by now."""
    end = QWidget(page)  # whatever is made now stands at the end
    end.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    come_after(end, *parts)
    end.deleteLater()


def come_after(before: QWidget, *parts: QWidget) -> None:
    """Let Tab come to these parts, in their order, right after another."""
    for one in parts:
        QWidget.setTabOrder(before, one)
        before = one
