"""A date as officers type it: 6/11/2026, 06-11-2026 or 06112026."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QDate
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QSizePolicy, QWidget

SEPARATORS: Final = "/-. "


class DateField(QDateEdit):
    """Day, month, year; a stroke leads to the next part, and one too many changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Write dates as stations do; never so narrow that the year is cut."""
        super().__init__(parent)
        self.setDisplayFormat("dd/MM/yyyy")
        self.setCalendarPopup(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def day(self) -> date:
        """Give the date that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show a date."""
        self.setDate(QDate(day.year, day.month, day.day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a stroke between the parts: Qt would skip a part that a full figure had already reached."""
        if not event.text() or event.text() not in SEPARATORS:
            super().keyPressEvent(event)
        elif not self.lineEdit().hasSelectedText():  # a part that was just reached is selected whole
            self.setCurrentSectionIndex(min(self.currentSectionIndex() + 1, self.sectionCount() - 1))
            self.setSelectedSection(self.currentSection())
