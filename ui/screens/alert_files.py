"""The part of the alert's page that opens its files: seen inside, in another program, or saved in clear."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from station_client.domain.alert import AttachedFile
from station_client.domain.attachment import Inspection, Kind, harmless_name, why_not_lent
from station_client.domain.ids import Sha256
from station_client.errors import NotInCopyError, NotLentError, StationError
from ui.language import phrase_of
from ui.screens.screen import Screen
from ui.screens.sheets import sheet_of
from ui.screens.verdicts import Verdicts
from ui.widgets.file_rows import SHOWN_INSIDE, FileRow, FileRows
from ui.widgets.lend_question import LendQuestion
from ui.widgets.own_folder import own_folder
from ui.widgets.shown_file import Sheet, ShownFile


class AlertFiles(QObject):
    """Does with a file what its row asks for; ``pictured`` says that one is about to be shown inside."""

    pictured = Signal()

    def __init__(self, screen: Screen, rows: FileRows, picture: ShownFile) -> None:
        """Work for a screen, on which ``rows`` and ``picture`` stand."""
        super().__init__(screen)
        self._screen, self._rows, self._picture = screen, rows, picture
        self._verdicts = Verdicts(screen.verbs.files, screen.bridge, self)
        rows.open_asked.connect(self._open)
        rows.save_asked.connect(self._ask_path)
        picture.page_asked.connect(self._see)

    def judge(self, here: frozenset[str]) -> None:
        """Have every row whose bytes are on this PC say what is found in them."""
        for sha256, row in self._rows.rows.items():
            if sha256 in here:
                self._verdicts.ask(row)

    def forget(self) -> None:
        """Give up every question, and let no verdict come any more that was asked for until now: the rows are gone."""
        self._verdicts.forget()
        for question in self._screen.findChildren(LendQuestion):
            question.close()

    def save_copy(self, sha256: str, target: Path) -> None:
        """Write the checked bytes of a file where the officer chose, unless its row went while that was asked."""
        row, files, wanted = self._rows.rows.get(sha256), self._screen.verbs.files, Sha256(sha256)
        if row is None:
            return
        row.set_busy(busy=True)

        def work() -> None:
            files.ensure(wanted)
            files.save_as(wanted, target)

        self._screen.bridge.run(work, partial(self._saved, sha256), self._failed, lane="file")

    def _open(self, sha256: str) -> None:
        row = self._rows.rows[sha256]
        if row.file.kind in SHOWN_INSIDE:
            self._see(sha256)
        elif row.found is not None:
            self._ask_to_lend(row, row.found)
        else:
            row.set_busy(busy=True)
            work, done = partial(self._look, row.file), partial(self._looked, row)
            self._screen.bridge.run(work, done, self._failed, lane="file")

    def _look(self, file: AttachedFile) -> Inspection:
        """Bring a file where it is not here, and look at it before anybody is asked. On a bridge's thread."""
        files = self._screen.verbs.files
        files.ensure(file.sha256)
        found = files.judge(file.sha256, file.name)
        if found is None:
            raise NotInCopyError("file")
        return found

    def _looked(self, row: FileRow, found: Inspection) -> None:
        if self._rows.rows.get(row.file.sha256) is not row:  # of a page that was left
            return
        row.show_found(found)
        self._here(row.file.sha256)
        if self._screen.isVisible():
            self._ask_to_lend(row, found)

    def _ask_to_lend(self, row: FileRow, found: Inspection) -> None:
        shown = harmless_name(row.file.name)
        if reason := why_not_lent(found, row.file.kind):
            self._failed(NotLentError(shown, reason))
            return
        question = LendQuestion(shown, found, self._screen)
        question.lend.clicked.connect(partial(self._lend, row.file))
        question.open()

    def _see(self, sha256: str, number: int = 0) -> None:
        row = self._rows.rows.get(sha256)
        if row is not None:
            row.set_busy(busy=True)
            work = partial(sheet_of, self._screen.verbs.files, row.file, number)
            self._screen.bridge.run(work, self._show_sheet, self._failed, lane="file")

    def _show_sheet(self, sheet: Sheet) -> None:
        row = self._here(sheet.sha256)
        if row is None:
            return
        if sheet.image.isNull():
            self._tell("warning", self.tr("It cannot be shown here. Save a copy to open it elsewhere."))
            return
        self.pictured.emit()
        self._picture.show_sheet(sheet, row.file.name)

    def _lend(self, file: AttachedFile, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 the button's own word
        row = self._rows.rows.get(file.sha256)
        if row is None:  # a correction took it away while the question stood
            return
        row.set_busy(busy=True)
        files, lending = self._screen.verbs.files, self._screen.verbs.lending

        def work() -> Path:
            files.ensure(file.sha256)
            return lending.lend(file.sha256, file.name, Kind(file.kind))

        self._screen.bridge.run(work, partial(self._lent, file.sha256), self._failed, lane="file")

    def _lent(self, sha256: str, path: Path) -> None:
        """Have another program open a copy; take it back where none does, or where the page is gone meanwhile."""
        row = self._here(sha256)
        if row is not None and self._screen.isVisible():
            if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                return
            self._tell("warning", self.tr("No program of this PC opens this kind of file. Ask State IT for one."))
        self._screen.bridge.run(self._screen.verbs.lending.take_back, lambda _done: None, self._failed, lane="file")

    def _ask_path(self, sha256: str) -> None:
        start = str(own_folder() / harmless_name(self._rows.rows[sha256].file.name))
        caption = self.tr("Save a copy: it will not be encrypted there")
        chosen, _filter = QFileDialog.getSaveFileName(self._screen, caption, start)
        if chosen:
            self.save_copy(sha256, Path(chosen))

    def _saved(self, sha256: str, _done: None) -> None:
        self._here(sha256)
        self._tell("good", self.tr("The copy is saved. It is not encrypted there: delete it when done."))

    def _here(self, sha256: str) -> FileRow | None:
        """Say of a file that its bytes have come; None where its row is gone."""
        row = self._rows.rows.get(sha256)
        if row is not None:
            row.set_here()
            row.set_busy(busy=False)
            self._verdicts.ask(row)
        return row

    def _failed(self, error: StationError) -> None:
        for row in self._rows.rows.values():
            row.set_busy(busy=False)
        self._tell("warning", str(phrase_of(error)))

    def _tell(self, kind: str, text: str) -> None:
        self._screen.notice.emit(kind, text)
