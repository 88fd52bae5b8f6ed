"""One spelling for what is written in several: applied to every text before it is indexed, and to every query.

Only for finding. What is shown is never changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

VERSION: Final = 3
"""Grows whenever the result of ``normalise`` or ``names.key`` changes: the index is then made anew."""

INDIC_BLOCKS: Final = (0x900, 0x980, 0xA00, 0xA80, 0xB00, 0xB80, 0xC00, 0xC80, 0xD00)

_NUKTA, _VIRAMA, _ANUSVARA, _CANDRABINDU, _DIGIT_ZERO = 0x3C, 0x4D, 0x02, 0x01, 0x66
_NASALS = (0x19, 0x1E, 0x23, 0x28, 0x2E)
_FIRST_STOP, _LAST_STOP = 0x15, 0x2D

_DROPPED: Final = "\u00ad\u0640\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_HARAKAT: Final = (range(0x610, 0x61B), range(0x64B, 0x660), range(0x670, 0x671), range(0x6D6, 0x6ED))
_URDU: Final = {  # two by number: they look like Latin letters
    "ی": "يىئ",
    "ک": "ك",
    "\u06c1": "هةۂۃ",
    "\u0627": "أإآٱ",
    "و": "ؤ",
    "ن": "ں",
}
_WHOLE_LETTERS: Final = {"ൺ": "ണ്", "ൻ": "ന്", "ർ": "ര്", "ൽ": "ല്", "ൾ": "ള്", "ൿ": "ക്", "ৎ": "ত্"}


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys(map(ord, _DROPPED))
    table.update((mark, None) for span in _HARAKAT for mark in span)
    for block in INDIC_BLOCKS:
        table[block + _CANDRABINDU] = chr(block + _ANUSVARA)
        if unicodedata.category(chr(block + _NUKTA)) == "Mn":
            table[block + _NUKTA] = None
        table.update((block + _DIGIT_ZERO + digit, str(digit)) for digit in range(10))
    for zero in (0x660, 0x6F0):
        table.update((zero + digit, str(digit)) for digit in range(10))
    table.update((ord(variant), letter) for letter, variants in _URDU.items() for variant in variants)
    table.update((ord(letter), parts) for letter, parts in _WHOLE_LETTERS.items())
    return table


_TABLE: Final = _table()
_HALF_NASAL: Final = re.compile(
    "|".join(
        f"[{''.join(chr(block + one) for one in _NASALS)}]{chr(block + _VIRAMA)}"
        f"(?=[{chr(block + _FIRST_STOP)}-{chr(block + _LAST_STOP)}])"
        for block in INDIC_BLOCKS
    )
)
_MARKS: Final = "".join(char for char in map(chr, range(0x300, 0xE00)) if unicodedata.category(char) in {"Mn", "Mc"})
_FOREIGN: Final = re.compile(r"([A-Za-z]?[^\x00-\x7f]+)")  # with the letter before: an accent may follow it
_WORD: Final = re.compile(rf"(?:[^\W_]+|[{_MARKS}]+)+")
_SHOWN: Final = re.compile(rf"(?:[^\W_]|[{_MARKS}])(?:[^\W_]|[{_MARKS}{_DROPPED}])*")


def normalise(text: str) -> str:
    """Bring a text to the one spelling in which it is looked for.

    Joiners, nukta and vowel points go; letter variants of Urdu, half nasals, chillus and the digits of every
    script become one; case is folded.
    """
    if text.isascii():
        return text.lower()
    parts = _FOREIGN.split(text)  # every second one is foreign
    parts[1::2] = map(_spelt, parts[1::2])
    return "".join(parts).lower()


@lru_cache(maxsize=8_000)
def _spelt(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text).translate(_TABLE)
    whole = unicodedata.normalize("NFC", parts).translate(_TABLE)
    return _HALF_NASAL.sub(_anusvara, whole).casefold()


def _anusvara(half: re.Match[str]) -> str:
    return chr((ord(half[0][0]) & ~0x7F) + _ANUSVARA)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Find the words of a text as the index cuts them: letters, digits and marks in a row."""
    return (match.span() for match in _WORD.finditer(text))


def shown_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Find the words of a shown text: joiners and other unseen signs stand in them and do not cut them."""
    return (match.span() for match in _SHOWN.finditer(text, start, len(text) if end is None else end))


def words(text: str) -> list[str]:
    """Cut a text into its words."""
    return _WORD.findall(text)
