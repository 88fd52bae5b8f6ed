"""The small picture before a file's name: the shape of its kind until its own picture has come."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from ui import theme, words

SIDE = 44


class Thumbnail(QLabel):
    """A square of its own size, so that nothing moves when the picture comes; the file's name says what it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._kind = ""
        self._picture = QPixmap()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedSize(SIDE, SIDE)

    def show_kind(self, kind: str) -> None:
        """Show the shape of a kind of file; an empty kind is an empty place, no higher than a line."""
        self._kind, self._picture = kind, QPixmap()
        self.setFixedSize(SIDE, SIDE if kind else theme.icon_size())
        self._draw()

    def show_picture(self, image: QImage) -> None:
        """Show the file's own picture; a null image changes nothing."""
        if not image.isNull():
            self._picture = QPixmap.fromImage(image)
            self._draw()

    def pictured(self) -> bool:
        """Tell whether the file's own picture is shown."""
        return not self._picture.isNull()

    def changeEvent(self, event: QEvent) -> None:
        """Draw it in other colours: the language's change is also sent for those."""
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        if not self._picture.isNull():
            ratio = self.devicePixelRatioF()
            fitted = self._picture.scaled(
                QSize(SIDE, SIDE) * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter = QPainter(fitted)
            painter.setPen(theme.colours(self).line)  # a white page would have no edge
            painter.drawRect(fitted.rect().adjusted(0, 0, -1, -1))
            painter.end()
            fitted.setDevicePixelRatio(ratio)
            self.setPixmap(fitted)
            return
        icon = words.kind(self._kind).icon if self._kind else "paper-clip"
        self.setPixmap(theme.sign(icon or "file", theme.colours(self).quiet))
