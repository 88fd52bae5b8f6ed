"""Which font family shapes which stretch of a text: each script has its own Noto face. Pure.

Naming the family for each stretch is what makes Hindi come out shaped on every machine, with or
without system fonts: a family that claims a script without its shaping rules is never asked.
"""

from __future__ import annotations

from collections.abc import Iterator

LATIN = "Noto Sans"

_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0600, 0x08FF, "Noto Naskh Arabic"),
    (0x0900, 0x097F, "Noto Sans Devanagari"),
    (0x0980, 0x09FF, "Noto Sans Bengali"),
    (0x0A00, 0x0A7F, "Noto Sans Gurmukhi"),
    (0x0A80, 0x0AFF, "Noto Sans Gujarati"),
    (0x0B00, 0x0B7F, "Noto Sans Oriya"),
    (0x0B80, 0x0BFF, "Noto Sans Tamil"),
    (0x0C00, 0x0C7F, "Noto Sans Telugu"),
    (0x0C80, 0x0CFF, "Noto Sans Kannada"),
    (0x0D00, 0x0D7F, "Noto Sans Malayalam"),
    (0x1CD0, 0x1CFF, "Noto Sans Devanagari"),
    (0xA8E0, 0xA8FF, "Noto Sans Devanagari"),
)
_SHARED = frozenset(" \t\u00a0\u200c\u200d0123456789!\"#%'()*+,-./:;<=>?[\\]^_{|}~₹…–—’“”")


def family_of(char: str) -> str:
    """Give the font family of one character's script."""
    code = ord(char)
    return next((family for first, last, family in _BLOCKS if first <= code <= last), LATIN)


def stretches(text: str) -> Iterator[tuple[int, int, str]]:
    """Cut a text into (start, length, family); digits and signs stay with the script that stands before them.

    Qt shapes them as part of that script, and each of the families has them.
    """
    start, family = 0, ""
    for index, char in enumerate(text):
        own = family if char in _SHARED else family_of(char)
        if own != family and family:
            yield start, index - start, family
            start = index
        family = own
    if text:
        yield start, len(text) - start, family or LATIN
