"""The five places for attachments: choose, drop or paste; the limits are said before anything is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from station_client.domain.attachment import ENDINGS, Attachment, Limits
from station_client.domain.reasons import Reason
from ui import theme
from ui.language import reason, size
from ui.widgets.button import button, label, name
from ui.widgets.field_error import FieldError
from ui.widgets.file_place import FilePlace
from ui.widgets.own_folder import own_folder

DIALOG = QSize(820, 520)


class AttachmentPlaces(QFrame):
    """Shows what is attached and asks for more; ``chosen`` (paths), ``pasted`` (name, picture), ``removed`` (hash)."""

    chosen = Signal(object)
    pasted = Signal(str, QImage)
    removed = Signal(str)

    def __init__(self, limits: Limits, parent: QWidget | None = None) -> None:
        """Lay out as many places as the State's policy allows."""
        super().__init__(parent)
        self._limits = limits
        self._files: tuple[Attachment, ...] = ()
        self._dialog: QFileDialog | None = None
        self._folder = ""
        theme.mark(self, role="surface")
        self.setAcceptDrops(True)
        self._title = label("heading")
        self._said = label("small", wrap=True)
        self._busy = label("quiet", wrap=True)
        self._busy.hide()
        self.choose = button("", "add")
        self.paste = button("", "paste")
        self.scan = button("", "picture")
        self.scan.hide()  # who has a scan folder behind it shows it
        self.error = FieldError(self.choose)
        self.places = [FilePlace(at) for at in range(limits.files)]
        self._lay_out()
        self.choose.clicked.connect(self.ask)
        self.paste.clicked.connect(self.take_clipboard)
        for place in self.places:
            place.removed.connect(self.removed)

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Show what is attached now."""
        self._files = tuple(files)
        for at, place in enumerate(self.places):
            place.show_file(self._files[at] if at < len(self._files) else None)
        full = len(self._files) >= self._limits.files
        self.choose.setDisabled(full)
        self.paste.setDisabled(full)
        self.scan.setDisabled(full)

    def show_picture(self, sha256: str, image: QImage) -> None:
        """Show the small picture of a file, in whichever place it stands by now."""
        for place, file in zip(self.places, self._files, strict=False):
            if file.sha256 == sha256:
                place.picture.show_picture(image)

    def show_busy(self, sentence: str) -> None:
        """Say which file is being checked; empty when none is."""
        self._busy.setText(sentence)
        self._busy.setVisible(bool(sentence))

    def retranslate(self) -> None:
        """Set every word."""
        self._title.setText(self.tr("Attachments"))
        self._said.setText(
            self.tr("Up to {count} files of {size} each: {kinds}. Choose, drop them here, or paste a picture.").format(
                count=self._limits.files,
                size=size(self._limits.bytes_per_file),
                kinds=", ".join(ending.upper() for ending in ENDINGS),
            )
        )
        name(self.choose, self.tr("&Attach files…"), more=self.tr("Ctrl+O"))
        name(self.paste, self.tr("&Paste"), more=self.tr("Paste a picture or copied files (Ctrl+Shift+V)"))
        name(self.scan, self.tr("Fr&om scanner…"), more=self.tr("The scan folder; nothing in it is changed"))
        for place in self.places:
            place.retranslate()

    def ask(self) -> None:
        """Open the file dialog, for the kinds that the centre takes."""
        if self._full():
            return
        kinds = " ".join(f"*.{ending} *.{ending.upper()}" for ending in ENDINGS)
        self._dialog = QFileDialog(self, self.tr("Attach files"), self._folder or str(own_folder()))
        self._dialog.resize(DIALOG)
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._dialog.setNameFilters([self.tr("Files the centre takes ({kinds})").format(kinds=kinds)])
        self._dialog.filesSelected.connect(self._picked)
        self._dialog.open()

    def _picked(self, names: Sequence[str]) -> None:
        """Begin in the same folder the next time: an alert's files mostly lie together."""
        paths = [Path(one) for one in names]
        if paths:
            self._folder = str(paths[0].parent)
        self.chosen.emit(paths)

    def take_clipboard(self) -> None:
        """Attach what was copied: files, or a picture (as PNG)."""
        if self._full():
            return
        copied: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where nothing was ever copied
        paths = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()] if copied else []
        if paths:
            self.chosen.emit(paths)
            return
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self.error.say(self.tr("There is no picture and no file to paste. Copy one first."))
            return
        self.pasted.emit(self.tr("pasted picture") + ".png", image)

    def _full(self) -> bool:
        """Say that every place is taken, if so: before a dialog is opened for nothing."""
        full = len(self._files) >= self._limits.files
        if full:
            self.error.say(reason(Reason.TOO_MANY))
        return full

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the files that were dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.chosen.emit(paths)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.BETWEEN, theme.INSIDE, theme.BETWEEN, theme.INSIDE)
        column.setSpacing(theme.GRID)
        column.addWidget(self._title)
        column.addWidget(self._said)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.paste)
        buttons.addWidget(self.scan)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addWidget(self.error)
        column.addWidget(self._busy)
        for place in self.places:
            column.addWidget(place)


def png(image: QImage) -> bytes:
    """Write a picture as PNG bytes; slow for large ones, so not on the GUI thread."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs want bytes for the format
    return bytes(content.data())
