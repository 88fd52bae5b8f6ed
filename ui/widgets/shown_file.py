"""An attachment shown inside the program: a picture, or a PDF page by page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_client.domain.ids import Sha256
from ui import theme
from ui.widgets.button import button, label, name
from ui.widgets.picture import PictureView


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture of a file: the file, its image, and which page it is of so many (a picture has one)."""

    sha256: Sha256
    image: QImage
    number: int = 0
    pages: int = 1


class ShownFile(QWidget):
    """The picture, and under it the way to the other pages; ``page_asked`` wants one of the file that is shown."""

    page_asked = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing shown."""
        super().__init__(parent)
        self.picture = PictureView()
        self._sheet: Sheet | None = None
        self._before, self._after = button("", "back"), button("", "next")
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._where = label("quiet")
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._before, self._where, self._after):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.picture, 1)
        column.addWidget(self._bar)
        keys = ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1))
        for key, step in keys:
            pressed = QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, key))
            QShortcut(pressed, self, lambda step=step: self._turn(step))
        self._say()

    def show_sheet(self, sheet: Sheet, file_name: str) -> None:
        """Show one picture."""
        self._sheet = sheet
        spoken = self.tr("Picture {file}").format(file=file_name)
        if sheet.pages > 1:
            spoken = self.tr("{file}, page {number} of {count}").format(
                file=file_name, number=sheet.number + 1, count=sheet.pages
            )
        self.picture.set_image(sheet.image, spoken)
        self._say()
        self.show()

    def clear(self) -> None:
        """Show nothing and keep nothing."""
        self._sheet = None
        self.picture.clear()
        self._say()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _turn(self, step: int) -> None:
        sheet = self._sheet
        if sheet is not None and 0 <= sheet.number + step < sheet.pages:
            self.page_asked.emit(sheet.sha256, sheet.number + step)

    def _say(self) -> None:
        name(self._before, self.tr("&Previous page"), more="Ctrl+PgUp")
        name(self._after, self.tr("Ne&xt page"), more="Ctrl+PgDown")
        sheet = self._sheet
        self._bar.setVisible(sheet is not None and sheet.pages > 1)
        if sheet is not None:
            self._where.setText(self.tr("Page {number} of {count}").format(number=sheet.number + 1, count=sheet.pages))
            self._before.setEnabled(sheet.number > 0)
            self._after.setEnabled(sheet.number + 1 < sheet.pages)
