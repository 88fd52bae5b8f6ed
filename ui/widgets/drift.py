"""Lists that move on by themselves, a row at a time, so that a wall of news is read without a hand on the mouse.

They stand still under the pointer, with the focus, while held, and whenever the window is not looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QPropertyAnimation, QTimer
from PySide6.QtWidgets import QAbstractItemView

STEP_MILLISECONDS: Final = 4_000
GLIDE_MILLISECONDS: Final = 320


class Drift(QObject):
    """Moves each list to its next row, and from its last to its first; never beyond the newest ``rows``."""

    def __init__(self, views: Sequence[QAbstractItemView], rows: int, parent: QObject) -> None:
        """Begin standing still."""
        super().__init__(parent)
        self.held = False
        self._views, self._rows = tuple(views), rows
        self._glides: dict[QAbstractItemView, QPropertyAnimation] = {}
        self._timer = QTimer(self, interval=STEP_MILLISECONDS)
        self._timer.timeout.connect(self.step)

    def start(self) -> None:
        """Move on from now."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()
        for glide in self._glides.values():
            glide.stop()

    def moving(self) -> bool:
        """Tell whether lists move on at all now."""
        return self._timer.isActive() and not self.held

    def step(self) -> None:
        """Move each list that nobody holds by one row."""
        for view in self._views:
            if not self.held and view.isVisible() and not view.underMouse() and not view.hasFocus():
                self._glide(view, self._next(view))

    def _next(self, view: QAbstractItemView) -> int:
        """Give where the list goes from here: its next row's place, the top after its end."""
        bar, height = view.verticalScrollBar(), view.sizeHintForRow(0)
        if height <= 0 or bar.value() >= bar.maximum():
            return 0
        following = (bar.value() // height + 1) * height
        last = self._rows * height - view.viewport().height()
        return 0 if bar.value() >= last else min(following, bar.maximum())

    def _glide(self, view: QAbstractItemView, place: int) -> None:
        bar = view.verticalScrollBar()
        if place == bar.value():
            return
        if view not in self._glides:
            made = QPropertyAnimation(bar, b"value", self)
            made.setDuration(GLIDE_MILLISECONDS)
            made.setEasingCurve(QEasingCurve.Type.OutCubic)
            self._glides[view] = made
        glide = self._glides[view]
        glide.stop()
        glide.setStartValue(bar.value())
        glide.setEndValue(place)
        glide.start()
