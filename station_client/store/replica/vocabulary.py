"""How often each word stands in the copy, roughly: for completing what is typed, and for beginnings of few letters.

The index itself would have to walk every alert that has a word. A new word is written with the page that brings it;
of a large page every eighth alert is counted for all, and counts are written now and then: they only decide which
words come first, and a kill may cost some.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Connection, text

from station_client.store.replica.dictation import Dictation
from station_client.text.normalise import words
from station_client.text.pieces import Pieces

_DIGIT: Final = re.compile(r"\d").search
MOST_LIKELY: Final = 128
MOST_WAITING: Final = 20_000
LONGEST: Final = 40
KEPT: Final = 40_000
"""Pieces remembered in this process; the one beside it has a memory of its own, and both count."""
SAMPLED_FROM: Final = 64
EVERY: Final = 8

_MEET: Final = "INSERT INTO vocabulary(term, docs) VALUES (?, 1) ON CONFLICT(term) DO NOTHING"
_ADD: Final = (
    "INSERT INTO vocabulary(term, docs) VALUES (?, ?) ON CONFLICT(term) DO UPDATE SET docs = docs + excluded.docs"
)
_HELD: Final = text("SELECT 1 FROM words WHERE words MATCH :match LIMIT 1")
_LIKELY: Final = text(
    "SELECT term FROM vocabulary WHERE term >= :beginning AND term < :after ORDER BY docs DESC, term LIMIT :limit"
)


def likely(connection: Connection, beginning: str) -> tuple[str, ...]:
    """Give the commonest words that begin so (normalised)."""
    if not beginning:
        return ()
    given = {"beginning": beginning, "after": beginning + "\U0010ffff", "limit": MOST_LIKELY}
    return tuple(connection.execute(_LIKELY, given).scalars())


def forget(connection: Connection, texts: Iterable[str]) -> None:
    """Take out the words of withdrawn texts that no other alert holds; call it when the index has let them go."""
    for term in set().union(*map(_terms, texts)):
        if connection.execute(_HELD, {"match": f'"{term}"'}).first() is None:
            connection.execute(text("DELETE FROM vocabulary WHERE term = :term"), {"term": term})


class Vocabulary:
    """What the writer of one copy remembers of its words; to be forgotten where a page did not go in."""

    def __init__(self, dictation: Dictation | None = None) -> None:
        """Know nothing yet; ``dictation`` works out the words of large pages beside this process."""
        self.pieces = Pieces(KEPT)
        self.dictation = dictation or Dictation(alone=True)
        self._waiting: Counter[str] = Counter()

    def clear(self) -> None:
        """Forget everything: the next words are written whether they are new or not."""
        self.pieces.clear()
        self.dictation.forget()
        self._waiting.clear()

    def take(self, connection: Connection, texts: Sequence[str]) -> None:
        """Write the words that ``pieces`` met for the first time, and count those of normalised texts."""
        every = 1 if len(texts) < SAMPLED_FROM else EVERY
        for told in texts[::every]:
            self._waiting.update(set(told.split()))
        met = _terms(" ".join(self.pieces.fresh))
        self.pieces.fresh.clear()
        counts: Counter[str] = Counter()
        if every == 1 or len(self._waiting) > MOST_WAITING:
            for piece, count in self._waiting.items():
                for term in _terms(piece):
                    counts[term] += count * every
            self._waiting.clear()
        if met:
            connection.exec_driver_sql(_MEET, [(term,) for term in sorted(met)])
        if counts:
            connection.exec_driver_sql(_ADD, sorted(counts.items()))


def _terms(text: str) -> set[str]:
    """Cut a text into what may be completed: no numbers. Most are one plain word, of which nothing is to be cut."""
    if len(text) <= LONGEST and text.isascii() and text.isalpha():
        return {text}
    return {one for one in words(text) if len(one) <= LONGEST and not _DIGIT(one)}
