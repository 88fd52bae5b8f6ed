"""Typing over a list leads to the next row that has these words anywhere, as a screen reader says the row."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication


class Typed:
    """Keys that follow one another quickly are one word; after a pause the next key begins another."""

    def __init__(self, view: QAbstractItemView) -> None:
        """Lead in this view."""
        self._view = view
        self._words = ""
        self._since = QElapsedTimer()

    def goes_on(self) -> bool:
        """Tell whether a key that is pressed now belongs to the word that is being typed, a blank too."""
        return self._since.isValid() and not self._since.hasExpired(QApplication.keyboardInputInterval())

    def lead(self, key: str) -> None:
        """Go to the row that has what is typed by now: the one stood on where it has it, else the next, else none."""
        self._words = self._words + key if self.goes_on() else key
        self._since.start()
        model, here = self._view.model(), self._view.currentIndex()
        begin = model.index(max(0, here.row()), 0)
        how = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchWrap
        for found in model.match(begin, Qt.ItemDataRole.AccessibleTextRole, self._words, 1, how):
            self._view.setCurrentIndex(found)
