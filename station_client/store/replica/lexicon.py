"""The commonest words with a beginning, for completing what is typed and for finding by two or three letters.

To count a word the index walks every alert that has it: tenths of a second where a beginning is common. So what
was counted is kept until the feed moves.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, select, text

from station_client.store.replica.tables import settings

MOST_LIKELY: Final = 128
MOST_KEPT: Final = 256

_CURSOR: Final = select(settings.c.value).where(settings.c.name == "cursor")
_LIKELY: Final = text(
    "SELECT term FROM lexicon WHERE term >= :beginning AND term < :after AND col IN ('title', 'body', 'names')"
    " GROUP BY term ORDER BY max(doc) DESC, term LIMIT :limit"
)

Found = tuple[str, ...]


class Lexicon:
    """The words of one copy."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._kept: tuple[str | None, dict[str, Found]] = (None, {})

    def likely(self, connection: Connection, beginning: str) -> Found:
        """Give the commonest words that begin so (normalised)."""
        if not beginning:
            return ()
        kept = self._kept_at(connection.execute(_CURSOR).scalar_one_or_none())
        if beginning not in kept:
            given = {"beginning": beginning, "after": beginning + "\U0010ffff", "limit": MOST_LIKELY}
            kept[beginning] = tuple(connection.execute(_LIKELY, given).scalars())
        return kept[beginning]

    def _kept_at(self, cursor: str | None) -> dict[str, Found]:
        """Give what is known of the copy as it stands; several threads may ask, each with a view of its own moment."""
        at, kept = self._kept
        if at != cursor or cursor is None or len(kept) >= MOST_KEPT:
            kept = {}
            self._kept = (cursor, kept)
        return kept
