"""Where in a shown text the words stand that were looked for."""

from __future__ import annotations

from collections.abc import Collection

from station_client.text import names
from station_client.text.normalise import normalise, spans


def find(text: str, terms: Collection[str]) -> tuple[tuple[int, int], ...]:
    """Give the spans (start, end) of the words that meet a term, in their order.

    ``terms`` are normalised (``Query.terms``); a name meets its other spellings and scripts too.
    """
    if not terms:
        return ()
    wanted = frozenset(terms)
    keys = {key for term in wanted for key in names.sought(term)}
    return tuple((start, end) for start, end in spans(text) if _meets(text[start:end], wanted, keys))


def _meets(word: str, wanted: frozenset[str], keys: set[str]) -> bool:
    plain = normalise(word)
    if plain in wanted:
        return True
    if plain.isascii() and not word[:1].isupper():
        return False
    return not keys.isdisjoint(names.indexed(word))
