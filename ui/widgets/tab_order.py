"""The order in which Tab goes, where it is not the order in which the parts of a page are made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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


@contextmanager
def back_to(place: QWidget, *buttons: QWidget) -> Iterator[None]:
    """Lead whoever stands on a button that goes dead meanwhile back to a place; Qt leads on to whatever comes next."""
    pressed = next((one for one in buttons if one.hasFocus()), None)
    yield
    if pressed is not None and not pressed.isEnabled():
        place.setFocus()
