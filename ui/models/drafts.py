"""The drafts of the officer who is signed in, last saved first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from station_client.domain.alert import headline
from station_client.domain.draft import Draft
from station_client.domain.particulars import composed
from ui import theme, words
from ui.language import date_chip, fir_or_gd, say
from ui.models.short_categories import shorter
from ui.models.snapshots import SnapshotTable

SAVED, CATEGORY, NUMBER, TEXT, FILES, AUTHOR = range(6)


class DraftsModel(SnapshotTable[Draft]):
    """One row for each draft."""

    signs = MappingProxyType({FILES: "paper-clip"})
    shorten = MappingProxyType({CATEGORY: shorter})

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """``now`` says what "today" is."""
        super().__init__(parent)
        self._now = now
        self.names: Mapping[str, str] = {}  # of officers, by their login

    def headings(self) -> tuple[str, ...]:
        """Name the columns."""
        return (
            self.tr("Saved"),
            self.tr("Category"),
            self.tr("FIR or GD"),
            self.tr("Description"),
            self.tr("Attachments"),
            self.tr("Written by"),
        )

    def cell(self, row: Draft, column: int) -> str:
        """Word one cell."""
        if column == SAVED:
            return date_chip(row.saved_at, self._now())
        if column == CATEGORY:
            return say(words.category(row.category)) if row.category else self.tr("not chosen yet")
        if column == NUMBER:
            return row.fir_text or (fir_or_gd("", row.gd_number) if row.gd_number else "")
        if column == TEXT:
            return headline(composed(row))
        if column == AUTHOR:
            return self.names.get(str(row.author), str(row.author))
        return str(len(row.files)) if row.files else ""

    def sign(self, row: Draft, column: int) -> QIcon | None:
        """Show the shape of a draft beside its time."""
        del row
        word = words.draft()
        return theme.icon(word.icon, theme.colours().tone(word.tone)) if column == SAVED else None

    def identity(self, row: Draft) -> str:
        """Name a draft by its id."""
        return str(row.draft_id)
