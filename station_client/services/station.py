"""Whose work an officer may see on this PC: their own; who is in charge of the office, all of the office's."""

from __future__ import annotations

from station_client.domain.ids import Login
from station_client.domain.office import Officer
from station_client.services.desk_notes import Notes, kept_officer


class Station:
    """The officers of this PC as one of them may see their work."""

    def __init__(self, officer: Officer, notes: Notes) -> None:
        """See as ``officer``; ``notes`` know the others."""
        self._officer = officer
        self._notes = notes
        self._seen = {officer.login: True}

    def sees(self, author: Login) -> bool:
        """Tell whether the officer may see what ``author`` wrote here."""
        if author not in self._seen:
            self._seen[author] = self._officer.rights.in_charge and self.colleague(author) is not None
        return self._seen[author]

    def colleague(self, login: Login) -> Officer | None:
        """Give an officer of the same office who signs in on this PC, or None."""
        other = kept_officer(self._notes, login)
        return other if other is not None and other.office.code == self._officer.office.code else None
