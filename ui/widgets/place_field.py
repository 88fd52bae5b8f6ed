"""A district or a station, found by typing a part of its name: 17,600 stations are no list to scroll in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from station_client.services.views import FoundPlace

LONGEST = 80
TYPING_MILLISECONDS = 150
PLACE = Qt.ItemDataRole.UserRole


class PlaceField(QLineEdit):
    """Asks for places by ``asked``; ``chosen`` tells when another one narrows, or none does any more."""

    asked = Signal(str)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nowhere chosen."""
        super().__init__(parent, maxLength=LONGEST)
        self.place: FoundPlace | None = None
        self._offered = QStandardItemModel(self)
        self._list, self.popup = QCompleter(self._offered, self), QListView()
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._timer = QTimer(self, singleShot=True, interval=TYPING_MILLISECONDS)
        self._timer.timeout.connect(lambda: self.asked.emit(self.text().strip()))
        self._list.setPopup(self.popup)
        self._list.setWidget(self)
        self._list.activated[QModelIndex].connect(self._take)  # type: ignore[index] # the stubs know no overloads
        self.textEdited.connect(self._typed)

    def offer(self, places: Sequence[FoundPlace]) -> None:
        """Show what was found for what is typed; while typing goes on the list is renewed."""
        self._offered.clear()
        for one in places:
            item = QStandardItem(self.word(one))
            item.setData(one, PLACE)
            self._offered.appendRow(item)
        if places and self.hasFocus() and self.place is None:
            self._list.complete()
        else:
            self.popup.hide()

    def choose(self, place: FoundPlace | None) -> None:
        """Narrow to a place, or to none."""
        self._timer.stop()
        before, self.place = self.place, place
        self.setText(self.word(place) if place else "")
        if place != before:
            self.chosen.emit()

    def word(self, place: FoundPlace) -> str:
        """Name a place so that it is told from others of its name."""
        if place.district_code and not place.office_code:
            return self.tr("{district} (district)").format(district=place.name)
        return f"{place.name}, {place.within}".rstrip(", ")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the only one that was found; what names no place is not left standing as if it narrowed."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason or self.place is not None or not self.text():
            return
        only = self._offered.item(0) if self._offered.rowCount() == 1 else None
        self.choose(only.data(PLACE) if only is not None else None)

    def _take(self, index: QModelIndex) -> None:
        self.choose(index.data(PLACE))

    def _typed(self, text: str) -> None:
        if self.place is not None:
            self.place = None
            self.chosen.emit()
        self._offered.clear()
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.popup.hide()
