"""The files of an alert: kind, name, size and hash in a row each, with what may be done with them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from station_client.domain.alert import AttachedFile
from station_client.domain.attachment import LENT, Inspection, Verdict
from station_client.ports import Download
from ui import aloud, theme, words
from ui.language import say, size
from ui.widgets.button import button, label, name
from ui.widgets.elided import ElidedLabel
from ui.widgets.judged import Judged, judgement
from ui.widgets.thumbnail import Thumbnail

GROUP = 16
ROOM, LEAST_NAME = 26, 20  # letters: what stands around the words in a row, and what of a name is always read
PICTURES = frozenset({"jpeg", "png", "tiff"})
SHOWN_INSIDE = PICTURES | {"pdf"}
OPENED = SHOWN_INSIDE | LENT


class FileRow(QFrame):
    """One file: opened inside where it is a picture or a PDF, in another program or saved by the officer's choice."""

    open_asked = Signal(str)
    save_asked = Signal(str)

    def __init__(self, file: AttachedFile, *, here: bool) -> None:
        """Make the row; ``here`` says whether the bytes are on this PC already."""
        super().__init__()
        self.file = file
        self.found: Inspection | None = None
        self._here = here
        self._busy = self._brief = False
        theme.mark(self, role="surface")
        self.picture = Thumbnail()
        self.picture.show_kind(file.kind)
        self._name = ElidedLabel("strong", Qt.TextElideMode.ElideMiddle)
        self._name.setText(file.name)
        self._about = ElidedLabel("small")
        self._judged = Judged()
        self._judged.hide()
        self._hash = label("small", wrap=True)
        self._hash.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._open = button("", "eye")
        if file.kind not in OPENED:
            self._open.hide()  # nothing is shown that has no parent yet: it would be a window of its own
        self._open.clicked.connect(lambda: self.open_asked.emit(file.sha256))
        self._save = button("", "save")
        self._save.clicked.connect(lambda: self.save_asked.emit(file.sha256))
        self._lay_out()
        self._say()

    def set_busy(self, *, busy: bool) -> None:
        """Say that the bytes are being brought and checked."""
        self._busy = busy
        for part in (self._open, self._save):
            part.setEnabled(not busy)
        self._say(self.tr("bringing it from the centre…") if busy and not self._here else "")

    def show_progress(self, done: int) -> None:
        """Say how much of the bytes has come; a hundred per cent is said when they are checked."""
        if self._busy and not self._here and self.file.size:
            percent = min(99, 100 * done // self.file.size)
            self._say(self.tr("bringing it from the centre, {percent} %").format(percent=percent))

    def set_here(self) -> None:
        """Say that the bytes are on this PC now."""
        self._here = True
        self._say()

    def show_found(self, found: Inspection) -> None:
        """Say what this PC finds in the bytes; what is not sound is opened by no other program, only saved."""
        self.found = found
        self._judged.show_found(found)
        self._judged.show()
        if found.verdict is Verdict.REJECT and self.file.kind in LENT:
            self._open.hide()
        self._name_buttons()
        if found.verdict is not Verdict.ACCEPT or self._open.hasFocus() or self._save.hasFocus():
            aloud.tell(self, f"{self.file.name}: {judgement(found)}")  # what is sound is heard by whoever comes to it

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the name would be cut short, let the buttons show their signs alone."""
        super().resizeEvent(event)
        if self._brief != self._narrow():
            self._name_buttons()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for part in (self._name, self._about):
            texts.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(theme.INSIDE)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self._open)
        row.addWidget(self._save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.BETWEEN, theme.GRID, theme.INSIDE, theme.GRID)
        whole.setSpacing(theme.GRID)
        whole.addLayout(row)
        whole.addWidget(self._judged)
        whole.addWidget(self._hash)

    def _narrow(self) -> bool:
        words = self.tr("Open…") + self.tr("Save a copy…")  # the longest of any row: rows of one alert look alike
        letter = self.fontMetrics().averageCharWidth()
        return self.width() < self.fontMetrics().horizontalAdvance(words) + (ROOM + LEAST_NAME) * letter

    def _open_word(self) -> str:
        return self.tr("Open") if self.file.kind in SHOWN_INSIDE else self.tr("Open…")

    def _name_buttons(self) -> None:
        self._brief = self._narrow()
        name(self._open, self._open_word(), shown=not self._brief)
        self._open.setAccessibleName(self.tr("Open {file}").format(file=self.file.name))
        for part in (self._open, self._save):
            part.setAccessibleDescription(judgement(self.found) if self.found else "")
        name(self._save, self.tr("Save a copy…"), shown=not self._brief)
        self._save.setAccessibleName(self.tr("Save a copy of {file}").format(file=self.file.name))

    def _say(self, doing: str = "") -> None:
        where = self.tr("on this PC") if self._here else self.tr("at the centre; opening brings it")
        about = (say(words.kind(self.file.kind)), size(self.file.size), doing or where)
        self._about.setText(" · ".join(about))
        groups = (self.file.sha256[start : start + GROUP] for start in range(0, len(self.file.sha256), GROUP))
        self._hash.setText(" ".join(("SHA-256", *groups)))
        self._hash.setToolTip(self.file.sha256)
        self._hash.setAccessibleName(self.tr("SHA-256 of {file}").format(file=self.file.name))
        self._name_buttons()


class FileRows(QWidget):
    """All files of one alert."""

    open_asked = Signal(str)
    save_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self.rows: dict[str, FileRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID)

    def show_files(self, files: tuple[AttachedFile, ...], here: frozenset[str]) -> None:
        """Show these files; the rows of the same files stay as they are."""
        if [one.sha256 for one in files] == list(self.rows):
            for sha256, row in self.rows.items():
                if sha256 in here:
                    row.set_here()
            return
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}
        for file in files:
            made = FileRow(file, here=file.sha256 in here)
            made.open_asked.connect(self.open_asked)
            made.save_asked.connect(self.save_asked)
            self._column.addWidget(made)
            self.rows[file.sha256] = made

    def show_download(self, coming: Download | None) -> None:
        """Move the file that is being fetched, if it is one of these."""
        row = self.rows.get(coming.sha256) if coming else None
        if coming is not None and row is not None:
            row.show_progress(coming.done)
