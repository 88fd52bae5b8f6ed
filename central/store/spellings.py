"""One search in the language of each database; every word is quoted, so none of it can be an order. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from station_client.domain import fir_number
from station_client.text import index
from station_client.text.normalise import words
from station_client.text.query import Part, Query

MOST_WORDS = 16_000  # PostgreSQL counts places up to 16,383
MOST_PLACES = 200  # and remembers 256 of a word
BETWEEN_FIELDS = 10
LONGEST_WORD = 300


@dataclass(frozen=True, slots=True)
class Facets:
    """What narrows a search besides its words."""

    category: str = ""
    district_code: str = ""
    office_code: str = ""


class Spelling(Protocol):
    """How one database writes a search."""

    def row(self, found: Sequence[str]) -> str:
        """Write words that stand in a row."""

    def beginning(self, word: str) -> str:
        """Write the beginning of a word."""

    def all_of(self, ways: Sequence[str]) -> str:
        """Write that each is needed."""

    def any_of(self, ways: Sequence[str]) -> str:
        """Write that one is enough."""

    def without(self, kept: str, unwanted: str) -> str:
        """Write that something must not be there."""


class Fts5:
    """SQLite's."""

    def row(self, found: Sequence[str]) -> str:
        """Write words that stand in a row."""
        return '"' + " ".join(found).replace('"', '""').replace("\0", "") + '"'

    def beginning(self, word: str) -> str:
        """Write the beginning of a word."""
        return f"{self.row([word])} *"

    def all_of(self, ways: Sequence[str]) -> str:
        """Write that each is needed."""
        return " AND ".join(ways)

    def any_of(self, ways: Sequence[str]) -> str:
        """Write that one is enough."""
        return "(" + " OR ".join(ways) + ")"

    def without(self, kept: str, unwanted: str) -> str:
        """Write that something must not be there."""
        return f"({kept}) NOT {unwanted}"


class TsQuery:
    """PostgreSQL's."""

    def row(self, found: Sequence[str]) -> str:
        """Write words that stand in a row."""
        quoted = [_lexeme(one) for one in found]
        return quoted[0] if len(quoted) == 1 else "(" + " <-> ".join(quoted) + ")"

    def beginning(self, word: str) -> str:
        """Write the beginning of a word."""
        return f"{_lexeme(word)}:*"

    def all_of(self, ways: Sequence[str]) -> str:
        """Write that each is needed."""
        return " & ".join(ways)

    def any_of(self, ways: Sequence[str]) -> str:
        """Write that one is enough."""
        return "(" + " | ".join(ways) + ")"

    def without(self, kept: str, unwanted: str) -> str:
        """Write that something must not be there."""
        return f"({kept}) & !{unwanted}"


def expression(spelling: Spelling, query: Query, numbers: Sequence[str], facets: Facets) -> str:
    """Write a whole search; empty where nothing narrows it but, perhaps, dates."""
    needed = [_part(spelling, one) for one in query.wanted]
    if numbers:
        needed.append(spelling.any_of([_number(spelling, one) for one in numbers]))
    if facets.category:
        needed.append(spelling.row([index.category_tag(facets.category)]))
    if facets.district_code:
        needed.append(spelling.row([index.district_tag(facets.district_code)]))
    if facets.office_code:
        needed.append(spelling.row([index.office_tag(facets.office_code)]))
    if not query.unwanted:
        return spelling.all_of(needed)
    kept = spelling.all_of(needed or [spelling.row([index.EVERY_ALERT])])
    return spelling.without(kept, spelling.any_of([_part(spelling, one) for one in query.unwanted]))


def vector(fields: Iterable[str]) -> str:
    """Write the words of an entry with their places, as PostgreSQL keeps them; no parser of its own cuts them anew."""
    places: dict[str, list[int]] = {}
    at = 0
    for field in fields:
        for word in _cut(field):
            at += 1
            if at > MOST_WORDS:
                break
            held = places.setdefault(word, [])
            if len(held) < MOST_PLACES:
                held.append(at)
        at += BETWEEN_FIELDS
    return " ".join(f"{_lexeme(word)}:{','.join(map(str, held))}" for word, held in places.items())


def _cut(field: str) -> Iterable[str]:
    """Cut a field at its blanks; what begins with a sign of ours is one word, the rest is cut as every text is."""
    for piece in field.split():
        yield from (piece,) if piece[0] in (index.TAG, index.SOUND, index.REFERENCE) else words(piece)


def _part(spelling: Spelling, part: Part) -> str:
    ways = [spelling.beginning(part.words[0]) if part.begins else spelling.row(part.words)]
    ways += [spelling.row([one]) for one in part.variants]
    ways += [spelling.row([index.sound(key)]) for key in part.keys]
    ways += [spelling.row([index.reference(token)]) for token in part.tokens]
    if part.number:
        ways.append(_number(spelling, part.number))
    return spelling.any_of(ways)


def _number(spelling: Spelling, text: str) -> str:
    number = fir_number.parse(text)
    return spelling.row([index.number_tags(number)[-1]] if number else words(text) or [index.EVERY_ALERT])


def _lexeme(word: str) -> str:
    """Quote a word; one that is longer than any word is cut, on both sides alike."""
    kept = word[:LONGEST_WORD].replace("\\", "\\\\").replace("'", "''").replace("\0", "")
    return f"'{kept}'"
