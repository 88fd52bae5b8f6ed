"""Where in a shown text the words stand that were looked for."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from itertools import accumulate
from typing import Final

from station_client.text import names, references
from station_client.text.normalise import normalise, shown_spans

_CHUNK: Final = re.compile(r"\S+")

Span = tuple[int, int]


def find(text: str, terms: Collection[str]) -> tuple[Span, ...]:
    """Give the spans (start, end) of the words that meet a term, in their order.

    ``terms`` are a query's (``Query.terms``); a name meets its other spellings and scripts too, a section of law
    its counterpart in the other code. No span ends between a letter and its marks.
    """
    if not terms:
        return ()
    tokens = frozenset(term for term in terms if references.is_token(term))
    wanted = frozenset(terms) - tokens
    begun = tuple(term[:-1] for term in wanted if term.endswith("*"))
    keys = {key for term in wanted for key in names.sought(term)}
    found = [(start, end) for start, end in shown_spans(text) if _meets(text[start:end], wanted, begun, keys)]
    if tokens:
        found += _pointing(text, tokens)
    return tuple(_apart((start, _whole(text, end)) for start, end in found))


def excerpt(text: str, terms: Collection[str], length: int) -> str:
    """Give about ``length`` signs around the first word that meets a term, cut between words; else nothing."""
    first = next(iter(find(text, terms)), None)
    if first is None:
        return ""
    chunks = [match.span() for match in _CHUNK.finditer(text)]
    inside = [one for one in chunks if first[0] - length // 4 <= one[0] and one[1] <= first[0] - length // 4 + length]
    if not inside:
        return ""
    words = " ".join(text[start:end] for start, end in inside)
    return ("… " if inside[0] != chunks[0] else "") + words + (" …" if inside[-1] != chunks[-1] else "")


def _meets(word: str, wanted: frozenset[str], begun: tuple[str, ...], keys: set[str]) -> bool:
    plain = normalise(word)
    if plain in wanted or (begun and plain.startswith(begun)):
        return True
    if plain.isascii() and not word[:1].isupper():
        return False
    return not keys.isdisjoint(names.indexed(word))


def _pointing(text: str, tokens: frozenset[str]) -> Iterator[Span]:
    """Find what points at the same thing, by the words it is written in."""
    chunks = [match.span() for match in _CHUNK.finditer(text)]
    spelt = [normalise(text[start:end]) for start, end in chunks]
    edges = [0, *accumulate(len(chunk) + 1 for chunk in spelt)]
    for one in references.find(" ".join(spelt)):
        if not tokens.isdisjoint(one.written):
            first = max(0, bisect_right(edges, one.start) - 1)
            last = max(first, bisect_left(edges, one.end) - 1)
            inside = [*shown_spans(text, chunks[first][0], chunks[last][1])]
            if inside:
                yield inside[0][0], inside[-1][1]


def _whole(text: str, end: int) -> int:
    while end < len(text) and unicodedata.category(text[end]) in {"Mn", "Mc", "Me"}:
        end += 1
    return end


def _apart(found: Iterator[Span]) -> Iterator[Span]:
    """Put spans in order and those that touch together."""
    reached: Span | None = None
    for start, end in sorted(found):
        if reached is not None and start < reached[1]:
            reached = (reached[0], max(reached[1], end))
            continue
        if reached is not None:
            yield reached
        reached = (start, end)
    if reached is not None:
        yield reached
