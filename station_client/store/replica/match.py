"""A search turned into the index's own language; every word is quoted, so none of it can be an order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from station_client.domain import fir_number
from station_client.text import index
from station_client.text.normalise import words
from station_client.text.query import Part, Query

MOST_MONTHS: Final = 12
BEGINNING_LETTERS: Final = 4

Lexicon = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Facets:
    """What narrows a search besides its words. Moments are UTC; ``until`` is not included."""

    category: str = ""
    district_code: str = ""
    office_code: str = ""
    lives: tuple[str, ...] = ()
    status: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search in the index's language, thing by thing: all that must be there, and of ``unwanted`` nothing."""

    words: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    @property
    def expression(self) -> str:
        """Give the MATCH expression; empty where nothing narrows the search but, perhaps, dates."""
        needed = " AND ".join((*self.words, *self.facets))
        if not self.unwanted:
            return needed
        return f"({needed or _tag(index.EVERY_ALERT)}) NOT {_any(self.unwanted)}"


def wanted(query: Query, numbers: Sequence[str], facets: Facets, lexicon: Lexicon) -> Wanted:
    """Give what a search asks of the index.

    ``lexicon`` gives the commonest words with a beginning that is too short for the index.
    """
    needed = tuple(asked_of(part, lexicon) for part in query.wanted)
    narrowing: list[str] = []
    if numbers:
        narrowing.append(_any(_number(one) for one in numbers))
    if facets.category:
        narrowing.append(_tag(index.category_tag(facets.category)))
    if facets.district_code:
        narrowing.append(_tag(index.district_tag(facets.district_code)))
    if facets.office_code:
        narrowing.append(_tag(index.office_tag(facets.office_code)))
    if facets.lives:
        narrowing.append(_any(_tag(index.life_tag(life)) for life in facets.lives))
    if facets.status:
        narrowing.append(_tag(index.status_tag(facets.status)))
    if (needed or narrowing) and (months := _months(facets)):
        narrowing.append(_any(_tag(index.month_tag(month)) for month in months))
    return Wanted(needed, tuple(narrowing), tuple(asked_of(part, lexicon) for part in query.unwanted))


def asked_of(part: Part, lexicon: Lexicon) -> str:
    """Give what one thing asks of the index."""
    ways = _begun(part.words[0], lexicon) if part.begins else [_quoted(part.words)]
    ways += [_quoted([variant]) for variant in part.variants]
    ways += [_quoted([index.sound(key)]) for key in part.keys]
    ways += [_quoted([index.reference(token)]) for token in part.tokens]
    if part.number:
        ways.append(_number(part.number))
    return _any(ways)


def _begun(beginning: str, lexicon: Lexicon) -> list[str]:
    if len(beginning) >= BEGINNING_LETTERS:
        return [f"{_quoted([beginning])} *"]
    return [_quoted([word]) for word in (beginning, *lexicon(beginning))]


def _number(text: str) -> str:
    """Find one FIR number: by its own token where it is one, else by its words."""
    number = fir_number.parse(text)
    if number is not None:
        return _quoted([index.number_tags(number)[-1]])
    return f"ids : {_quoted(words(text) or [index.EVERY_ALERT])}"


def _tag(token: str) -> str:
    return _quoted([token])


def _quoted(found: Iterable[str]) -> str:
    """Quote words in a row; they hold letters, digits and marks only, and no quote."""
    return '"' + " ".join(found).replace('"', '""').replace("\0", "") + '"'


def _any(ways: Iterable[str]) -> str:
    return "(" + " OR ".join(ways) + ")"


def _months(facets: Facets) -> list[datetime]:
    """List the months of a short span; a long one is left to the row ids."""
    if facets.since is None or facets.until is None or facets.until <= facets.since:
        return []
    months: list[datetime] = []
    month = facets.since.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    while month < facets.until:
        months.append(month)
        if len(months) > MOST_MONTHS:
            return []
        month = month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)
    return months
