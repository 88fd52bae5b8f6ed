"""The part of the search that saves what was found as a table: warned of, followed, traced, and to be stopped."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from station_client.errors import StationError
from station_client.security.durable import replace_file
from station_client.services.progress import Progress
from station_client.services.views import OutsideLine, SearchQuery
from station_client.sheets.writing import Cell, as_sheet
from ui import words
from ui.language import day, day_time, phrase_of, say
from ui.screens.screen import Screen
from ui.widgets.outside_question import OutsideQuestion
from ui.widgets.progress_strip import ProgressStrip


class Exporting(QObject):
    """Saves the results of one question at a time; ``strip`` shows how far it is."""

    def __init__(self, screen: Screen) -> None:
        """Work for a screen, under which the strip and the dialogs live."""
        super().__init__(screen)
        self._screen = screen
        self.strip = ProgressStrip()
        self._progress: Progress | None = None
        self._dialog: QFileDialog | None = None

    def ask(self, query: SearchQuery) -> OutsideQuestion:
        """Warn that the file is in clear, then ask where it shall lie."""
        question = OutsideQuestion(self._screen)
        question.save.clicked.connect(partial(self._ask_path, query))
        question.open()
        return question

    def save_to(self, path: Path, query: SearchQuery) -> None:
        """Write what is found now as a workbook or CSV, by the name's ending."""
        if self._progress is not None:
            return
        self._progress = progress = Progress()
        self.strip.follow(progress)
        work = partial(self._write, path, query, progress)
        self._screen.bridge.run(work, partial(self._saved, path), self._failed, lane="search-export")

    def stop(self) -> None:
        """Give up what is under way, and every question about it: the program is being locked."""
        if self._progress is not None:
            self._progress.cancel()
        if self._dialog is not None:
            self._dialog.close()
        for question in self._screen.findChildren(OutsideQuestion):
            question.close()

    def _ask_path(self, query: SearchQuery) -> None:
        self._dialog = QFileDialog(self._screen, self.tr("Save results as a table"))
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.setNameFilters([self.tr("Excel workbook (*.xlsx)"), self.tr("CSV table (*.csv)")])
        self._dialog.setDefaultSuffix("xlsx")
        self._dialog.selectFile(f"alerts-{self._screen.verbs.clock.now():%Y%m%d-%H%M}.xlsx")
        self._dialog.fileSelected.connect(lambda path: self.save_to(Path(path), query))
        self._dialog.open()

    def _write(self, path: Path, query: SearchQuery, progress: Progress) -> int | None:
        """Gather, trace, write; on the pool. None where it was stopped. Raises ``StoreError``."""
        export = self._screen.verbs.search_export
        found = export.gather(query, progress)
        if found is None:
            return None
        rows = [_row(one) for one in found]
        body = as_sheet(path.suffix, self.tr("Alerts"), self._headings(), rows, self._note(len(rows)))
        if progress.cancelled:
            return None
        export.exported(len(rows), hashlib.sha256(body).hexdigest())
        replace_file(path, body)
        return len(rows)

    def _headings(self) -> Sequence[str]:
        return (
            self.tr("Record no."),
            self.tr("Date"),
            self.tr("Received at the centre"),
            self.tr("Category"),
            self.tr("Status"),
            self.tr("Description"),
            self.tr("Place"),
            self.tr("FIR"),
            self.tr("GD entry"),
            self.tr("Attachments"),
        )

    def _note(self, count: int) -> str:
        """Say who made the table, when, and as of which sync."""
        verbs = self._screen.verbs
        signed_in, last = verbs.session.current(), verbs.sync.status().last_sync
        officer = f"{signed_in.officer.rank} {signed_in.officer.name}" if signed_in else ""
        as_on = day_time(last) if last else self.tr("never synced")
        said = self.tr("{count} alerts, as on {as_on}; saved {now} by {officer}. Victims' details and numbers hidden.")
        return said.format(count=count, as_on=as_on, now=day_time(verbs.clock.now()), officer=officer)

    def _saved(self, path: Path, count: int | None) -> None:
        self._ended()
        if count is None:
            self._screen.notice.emit("quiet", self.tr("Stopped. No table was saved."))
        else:
            said = self.tr("{count} alerts saved as {name}. The file is in clear: delete it when it is done with.")
            self._screen.notice.emit("good", said.format(count=count, name=path.name))

    def _failed(self, error: StationError) -> None:
        self._ended()
        self._screen.notice.emit("warning", str(phrase_of(error)))

    def _ended(self) -> None:
        self._progress = None
        self.strip.end()


def _row(one: OutsideLine) -> tuple[Cell, ...]:
    line = one.line
    return (
        line.record_number,
        day(line.issued_at),
        day_time(line.received_at),
        say(words.category(line.category)),
        say(words.life(line.life)),
        one.description,
        line.place,
        line.fir_shown,
        line.gd_number,
        line.files,
    )
