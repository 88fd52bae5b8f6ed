"""One of the five places: an attached file with its kind, size and warnings in words, or an empty place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_client.domain.attachment import Attachment, Verdict
from ui import theme, words
from ui.language import reason, say, size
from ui.widgets.button import button, label, name
from ui.widgets.elided import ElidedLabel
from ui.widgets.thumbnail import Thumbnail


class FilePlace(QWidget):
    """Shows one attachment; ``removed`` carries its hash."""

    removed = Signal(str)

    def __init__(self, at: int, parent: QWidget | None = None) -> None:
        """Begin empty, as place ``at`` (counted from 0)."""
        super().__init__(parent)
        self._at = at
        self._file: Attachment | None = None
        self.picture = Thumbnail()
        self.picture.show_kind("")
        self._name = ElidedLabel("strong", Qt.TextElideMode.ElideMiddle)  # the ending tells what it is
        self._about = ElidedLabel("small")
        self._warning = label("warning", wrap=True)
        self._warning.hide()
        self.remove = button("plain", "remove")
        self.remove.clicked.connect(self._remove)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for part in (self._name, self._about, self._warning):
            texts.addWidget(part)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.INSIDE)
        row.addWidget(self.picture)
        row.addLayout(texts, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self._name.setMinimumWidth(40)
        self.setMinimumHeight(theme.ROW)

    def show_file(self, file: Attachment | None) -> None:
        """Show a file, or that the place is empty; the picture of the file that stood here already stays."""
        if file is None or self._file is None or file.sha256 != self._file.sha256:
            self.picture.show_kind(file.kind if file else "")
        self._file = file
        self.retranslate()

    def text(self) -> str:
        """Give what an officer reads of the place."""
        warning = self._warning.text() if self._file else ""
        facts = self._facts(self._file)[:-1] if self._file else ()  # nobody listens to a hash
        return " · ".join(part for part in (self._full_name(), *facts, warning) if part)

    def retranslate(self) -> None:
        """Set every word of the place."""
        file = self._file
        self.remove.setVisible(file is not None)
        beside = Qt.AlignmentFlag.AlignTop if file else Qt.AlignmentFlag.AlignVCenter  # of several lines the first
        self._row.setAlignment(self.picture, beside)
        role = "quiet" if file is None else "strong"
        theme.mark(self._name, role=role)
        self._about.setVisible(file is not None)
        self._about.setText(" · ".join(self._facts(file)) if file else "")
        warned = file is not None and file.verdict is not Verdict.ACCEPT
        self._warning.setText(" ".join(reason(one) for one in file.reasons) if file and warned else "")
        self._warning.setVisible(bool(self._warning.text()))
        name(self.remove, self.tr("Remove {name}").format(name=file.name) if file else "", shown=False)
        self._name.setText(self._full_name())
        self.setAccessibleName(self.text())

    def _facts(self, file: Attachment) -> tuple[str, ...]:
        """Give what there is to know besides the name; the hash comes last, its end may be cut."""
        kind, verdict = words.kind(file.kind), words.verdict(file.verdict)
        return say(kind), size(file.size), say(verdict), f"SHA-256 {file.sha256}"

    def _full_name(self) -> str:
        if self._file is None:
            return self.tr("Place {number}: empty").format(number=self._at + 1)
        return self._file.name

    def _remove(self) -> None:
        if self._file is not None:
            self.removed.emit(str(self._file.sha256))
