"""The officers of this PC, in the order in which they were let in."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from station_client.services.views import OfficerHere
from ui import theme
from ui.language import day_time
from ui.models.snapshots import SnapshotTable

NAME, RANK, LOGIN, SINCE, STATE = range(5)


class OfficersModel(SnapshotTable[OfficerHere]):
    """One row for each officer; ``login`` is whoever looks."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.login = ""

    def headings(self) -> tuple[str, ...]:
        """Name the columns."""
        return (self.tr("Name"), self.tr("Rank"), self.tr("Login name"), self.tr("Since"), self.tr("State"))

    def cell(self, row: OfficerHere, column: int) -> str:
        """Word one cell."""
        return {
            NAME: row.name,
            RANK: row.rank,
            LOGIN: str(row.login),
            SINCE: day_time(row.since) if row.since else self.tr("not known"),
            STATE: self._state(row),
        }[column]

    def sign(self, row: OfficerHere, column: int) -> QIcon | None:
        """Show the warning's shape where the centre withdrew the officer."""
        return theme.icon("warning", theme.colours().warning) if column == STATE and row.withdrawn else None

    def identity(self, row: OfficerHere) -> str:
        """Name an officer by the login."""
        return str(row.login)

    def _state(self, row: OfficerHere) -> str:
        if row.withdrawn:
            return self.tr("Withdrawn by the centre")
        return self.tr("Signed in now") if row.login == self.login else self.tr("May sign in")
