"""A picture shown inside the program: fitted to its place, or in its true size by a key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

LARGEST_PIXELS = 100_000_000


class PictureView(QScrollArea):
    """Fits the picture into its place; ``+`` shows its true size, ``-`` fits it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing shown."""
        super().__init__(parent)
        self._picture = QPixmap()
        self._fitted = True
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_image(self, image: QImage, spoken: str) -> None:
        """Show a picture that was decoded elsewhere; ``spoken`` names it for the screen reader."""
        self._picture = QPixmap.fromImage(image)
        self.setAccessibleName(spoken)
        self._fit()

    def clear(self) -> None:
        """Show nothing and keep nothing."""
        self._picture = QPixmap()
        self._label.clear()
        self.setAccessibleName("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """``+`` true size, ``-`` fitted."""
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._fitted = event.key() == Qt.Key.Key_Minus
            self._fit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit it again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            return
        room = self.viewport().size() - QSize(4, 4)
        small = self._picture.width() <= room.width() and self._picture.height() <= room.height()
        if small or not self._fitted:
            self._label.setPixmap(self._picture)
            return
        mode = Qt.TransformationMode.SmoothTransformation
        self._label.setPixmap(self._picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, mode))


def decode(content: bytes) -> QImage:
    """Turn a picture's bytes into an image, on any thread; a null image if it is too large or none."""
    from PySide6.QtCore import QBuffer, QByteArray  # noqa: PLC0415 only when a picture is opened
    from PySide6.QtGui import QImageReader  # noqa: PLC0415 the same

    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    image = QImage() if size.width() * size.height() > LARGEST_PIXELS else reader.read()
    del reader  # before its buffer, which Qt's TIFF reader asks a last time as it goes: otherwise the program dies
    return image
