"""The search line that people type: words, "phrases" and -not. Anything else in it is just text.

No input is wrong: what cannot mean anything means nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from station_client.domain import fir_number
from station_client.text import names, references
from station_client.text.normalise import normalise, words

LONGEST: Final = 1000
MOST_PARTS: Final = 32
BEGINNING_LEAST: Final = 2

_PARTS: Final = re.compile(r'(?P<minus>(?:(?<=\s)|^)[-\u2212–])?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+))')
_CURLY: Final = dict.fromkeys(map(ord, "“”„‟«»″\uff02"), '"')
_PLURAL_LEAST: Final = 4


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that must be in a text: its normalised words in a row.

    A single ``word*`` finds every word that begins so (``begins``). A single word may also be found in other
    spellings (``variants``) or, as a name, by its ``keys``. What points at a section of law, a phone or a vehicle
    is found by its ``tokens`` too, and a FIR's number by that ``number``, in whatever form.
    """

    words: tuple[str, ...]
    begins: bool = False
    variants: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What must be there, and what must not."""

    wanted: tuple[Part, ...] = ()
    unwanted: tuple[Part, ...] = ()

    @property
    def terms(self) -> tuple[str, ...]:
        """Give what to highlight in what was found: normalised words, beginnings with their star, and tokens."""
        return tuple(dict.fromkeys(term for part in self.wanted for term in _terms(part)))


def _terms(part: Part) -> tuple[str, ...]:
    words = (f"{part.words[0]}*",) if part.begins else part.words
    return (*words, *part.variants, *part.tokens)


def parse(text: str, *, typing: bool = False) -> Query:
    """Read a search line; never raises. ``typing``: its last word may be half typed, and is a beginning too."""
    wanted: dict[Part, None] = {}
    unwanted: dict[Part, None] = {}
    for minus, part in _parts(text[:LONGEST].translate(_CURLY)):
        if len(wanted) + len(unwanted) >= MOST_PARTS:
            break
        (unwanted if minus else wanted)[part] = None
    if typing and wanted and not text[-1:].isspace():
        *others, last = wanted
        wanted = dict.fromkeys((*others, _half_typed(last, text)))
    return Query(tuple(wanted), tuple(unwanted))


def _half_typed(part: Part, text: str) -> Part:
    """Take the last thing of a line for a beginning, where it is one word of two letters or more at the line's end."""
    word = part.words[-1]
    whole = len(part.words) > 1 or part.tokens or part.number or len(word) < BEGINNING_LEAST
    return part if whole or not normalise(text).endswith(word) else replace(part, begins=True)


def _parts(line: str) -> Iterator[tuple[bool, Part]]:
    """Read a line from left to right: phrases as they are, the words between two of them or two dashes together."""
    together: list[str] = []
    minus = False
    for match in _PARTS.finditer(line):
        if together and (match["minus"] or match["phrase"] is not None):
            yield from _run(together, minus=minus)
            together = []
        if match["phrase"] is not None:
            if part := _exact(match["phrase"]):
                yield bool(match["minus"]), part
            continue
        minus = minus if together else bool(match["minus"])
        together.append(match["word"])
    yield from _run(together, minus=minus)


def _run(typed: list[str], *, minus: bool) -> Iterator[tuple[bool, Part]]:
    """Read words in a row; what points at something takes all the words it is written in.

    A dash holds for the first thing after it.
    """
    at = 0
    for start, end, part in _pointing(typed):
        for word in typed[at:start]:
            if found := _word(word):
                yield minus, found
            minus = False
        yield minus, part
        at, minus = end, False
    for word in typed[at:]:
        if found := _word(word):
            yield minus, found
        minus = False


def _pointing(typed: list[str]) -> Iterator[tuple[int, int, Part]]:
    """Give what points at something: its first word, the one after its last, and what is looked for.

    Several in one word (``302/34``) are one part each, and so are all of a row that shares words.
    """
    spelt = [normalise(word) for word in typed]
    if (whole := " ".join(spelt)) and fir_number.parse(whole):
        yield 0, len(typed), Part(tuple(words(whole)), number=whole)
        return
    edges = [0, *accumulate(len(word) + 1 for word in spelt)]
    at = 0
    for one in references.find(whole, typed=True):
        first, last = bisect_right(edges, one.start) - 1, bisect_left(edges, one.end)
        yield max(first, at), last, Part(tuple(words(whole[one.start : one.end])), tokens=one.sought)
        at = max(at, last)


def _exact(text: str) -> Part | None:
    found = words(normalise(text))
    return Part(tuple(found)) if found else None


def _word(text: str) -> Part | None:
    """Read one word as typed; what holds several (``MH-12``, ``0123/2024``) is a phrase of them."""
    part = _exact(text)
    if part is None or len(part.words) > 1:
        return part if part is None or not fir_number.parse(normalise(text)) else replace(part, number=normalise(text))
    word = part.words[0]
    if text.endswith("*"):
        return Part(part.words, begins=True)
    if any(char.isdigit() for char in word):
        return part
    return Part(part.words, variants=_plurals(word), keys=names.sought(text))


def _plurals(word: str) -> tuple[str, ...]:
    """Give the other number of an English noun: 'vehicles' finds 'vehicle', and the reverse."""
    if not word.isascii() or len(word) < _PLURAL_LEAST:
        return ()
    if word.endswith("s"):
        return () if word.endswith("ss") else (word[:-1],)
    return (word + "s",)
