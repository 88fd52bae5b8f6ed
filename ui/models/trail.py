"""The audit trail, newest first; older entries are asked for while the officer scrolls."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from station_client.clock import shown_skew, to_ist
from station_client.services.views import TrailLine, TrailPage
from ui import theme, words
from ui.language import say
from ui.models.paged import PagedTable

NUMBER, TIME, OFFICER, DEED, SUBJECT, CLOCK, CENTRE = range(7)


class TrailModel(PagedTable[TrailLine]):
    """One row for each deed; ``older_wanted`` asks for those before an entry."""

    def show_page(self, page: TrailPage) -> None:
        """Show the newest entries."""
        self.show_newest(page.lines, page.next_number)

    def add_page(self, page: TrailPage) -> None:
        """Put older entries below what is shown."""
        self.add_older(page.lines, page.next_number)

    def headings(self) -> tuple[str, ...]:
        """Name the columns."""
        return (
            self.tr("№"),
            self.tr("Time (IST)"),
            self.tr("Officer"),
            self.tr("Act"),
            self.tr("On what"),
            self.tr("Clock"),
            self.tr("At the centre"),
        )

    def cell(self, row: TrailLine, column: int) -> str:
        """Word one cell; the clock's is this PC's minus the centre's, and never a minus zero."""
        return {
            NUMBER: str(row.number),
            TIME: to_ist(row.at).strftime("%d/%m/%Y %H:%M:%S"),
            OFFICER: row.name or str(row.login),
            DEED: say(words.deed(row.act)),
            SUBJECT: row.subject,
            CLOCK: self.tr("{seconds} s").format(seconds=shown_skew(row.skew_seconds)),
            CENTRE: self.tr("sent") if row.sent else self.tr("not yet"),
        }[column]

    def sign(self, row: TrailLine, column: int) -> QIcon | None:
        """Show the shape of what is out of the ordinary, and of what the centre has."""
        worn = theme.colours()
        if column == CENTRE:
            return theme.icon("received", worn.tone("good")) if row.sent else theme.icon("queued", worn.quiet)
        word = words.deed(row.act)
        return theme.icon(word.icon, worn.tone(word.tone)) if column == DEED and word.icon else None

    def identity(self, row: TrailLine) -> str:
        """Name an entry by its number."""
        return str(row.number)
