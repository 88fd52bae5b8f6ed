"""A long work that is under way: how far it is, and the button that ends it with nothing made."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from station_client.services.progress import Progress
from ui import theme
from ui.widgets.button import button, label, name

LOOK_MILLISECONDS = 120


class ProgressStrip(QWidget):
    """Hidden until it follows a work; the work's own thread steps, this one only looks (``looked``)."""

    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to follow."""
        super().__init__(parent)
        self._followed: Progress | None = None
        self._text, self._bar = label("quiet"), QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel = button("", "close")
        self.cancel.clicked.connect(self._end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.INSIDE)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel)
        self._timer = QTimer(self, interval=LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        self._retranslate()
        self.hide()

    def follow(self, progress: Progress) -> None:
        """Show how far this work is from now on."""
        self._followed = progress
        self.cancel.setEnabled(True)
        self._look()
        self._timer.start()
        self.show()

    def end(self) -> None:
        """Show nothing: the work is done or was given up."""
        self._timer.stop()
        self._followed = None
        self.hide()

    def text(self) -> str:
        """Give what is said of the work now."""
        return self._text.text()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the language of now."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _end(self) -> None:
        if self._followed is not None:
            self._followed.cancel()
            self.cancel.setEnabled(False)

    def _look(self) -> None:
        if self._followed is None:
            return
        done, whole = self._followed.done, self._followed.whole
        self._bar.setRange(0, whole)
        self._bar.setValue(min(done, whole))
        said = self.tr("{done} of {whole}").format(done=f"{done:,}", whole=f"{max(done, whole):,}")
        self._text.setText(said if whole else self.tr("Counting…"))
        self._bar.setAccessibleName(self._text.text())
        self.looked.emit()

    def _retranslate(self) -> None:
        name(self.cancel, self.tr("Stop"))
        self._look()
