"""The search line that people type: words, "phrases" and -not. Anything else in it is just text.

No input is wrong: what cannot mean anything means nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from station_client.text import names
from station_client.text.normalise import normalise, words

LONGEST: Final = 1000
MOST_PARTS: Final = 32

_PARTS: Final = re.compile(r'(?P<minus>(?:(?<=\s)|^)[-\u2212–])?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+))')
_CURLY: Final = dict.fromkeys(map(ord, "“”„‟«»″\uff02"), '"')
_PLURAL_LEAST: Final = 4


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that must be in a text: its normalised words in a row.

    A single ``word*`` finds every word that begins so (``begins``). A single word may also be found in other
    spellings (``variants``) or, as a name, by its ``keys``.
    """

    words: tuple[str, ...]
    begins: bool = False
    variants: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What must be there, and what must not."""

    wanted: tuple[Part, ...] = ()
    unwanted: tuple[Part, ...] = ()

    @property
    def terms(self) -> tuple[str, ...]:
        """Give the normalised words to highlight in what was found."""
        return tuple(dict.fromkeys(word for part in self.wanted for word in (*part.words, *part.variants)))


def parse(text: str) -> Query:
    """Read a search line; never raises."""
    wanted: dict[Part, None] = {}
    unwanted: dict[Part, None] = {}
    for match in _PARTS.finditer(text[:LONGEST].translate(_CURLY)):
        if len(wanted) + len(unwanted) >= MOST_PARTS:
            break
        phrase = match["phrase"]
        part = _exact(phrase) if phrase is not None else _word(match["word"])
        if part is not None:
            (unwanted if match["minus"] else wanted)[part] = None
    return Query(tuple(wanted), tuple(unwanted))


def _exact(text: str) -> Part | None:
    found = words(normalise(text))
    return Part(tuple(found)) if found else None


def _word(text: str) -> Part | None:
    """Read one word as typed; what holds several (``MH-12``, ``0123/2024``) is a phrase of them."""
    part = _exact(text)
    if part is None or len(part.words) > 1:
        return part
    word = part.words[0]
    if text.endswith("*"):
        return Part(part.words, begins=True)
    if any(char.isdigit() for char in word):
        return part
    return Part(part.words, variants=_plurals(word), keys=names.readings(text))


def _plurals(word: str) -> tuple[str, ...]:
    """Give the other number of an English noun: 'vehicles' finds 'vehicle', and the reverse."""
    if not word.isascii() or len(word) < _PLURAL_LEAST:
        return ()
    if word.endswith("s"):
        return () if word.endswith("ss") else (word[:-1],)
    return (word + "s",)
