"""The categories in a word or two, for a column that has no room for their names on the dashboard."""

from __future__ import annotations

from typing import Final

from station_client.domain.alert import Category
from station_client.domain.draft import Draft
from station_client.domain.outbox import OutboxItem
from station_client.services.views import AlertLine
from ui.language import say
from ui.words import QT_TRANSLATE_NOOP, Word

_SHORTER: Final = {
    Category.HEINOUS_CRIME: Word(QT_TRANSLATE_NOOP("words", "Heinous Crime")),
    Category.TRAFFICKING: Word(QT_TRANSLATE_NOOP("words", "Trafficking")),
    Category.SEIZURE: Word(QT_TRANSLATE_NOOP("words", "Seizures")),
    Category.INTERSTATE: Word(QT_TRANSLATE_NOOP("words", "Interstate")),
}


def shorter(row: Draft | OutboxItem | AlertLine) -> str:
    """Give the shorter name of a row's category in the language of now; empty where its own is short already."""
    word = _SHORTER.get(row.category) if row.category else None
    return say(word) if word else ""
