"""Tamil writes k, g and h with one letter, and so t and d, p and b, c, s and j: 'கணேஷ்' is Ganesh, 'முருகன்' Murugan.

A key from Tamil is folded, with a mark of its own, and what is looked for is folded beside it; a Tamil word that is
looked for is opened to the sounds that its letters may stand for. So only Tamil pays for it.
"""

from __future__ import annotations

from itertools import islice, product
from typing import Final

MOST_OPENED: Final = 48
MARK: Final = "z"  # no key of sounds has one

_STOPS: Final = str.maketrans("ghdbfjs", "kktppcc")
_STANDS_FOR: Final = {"k": "kgh", "c": "csj", "s": "sj", "t": "td", "p": "pbf"}
_FIRST, _AFTER = "\u0b80", "\u0c00"


def is_tamil(word: str) -> bool:
    """Tell whether a word is written in Tamil."""
    return any(_FIRST <= char < _AFTER for char in word)


def folded(key: str) -> str:
    """Give a key as Tamil's letters would keep it, marked."""
    plain = key.translate(_STOPS)
    return MARK + "".join(char for at, char in enumerate(plain) if at == 0 or char != plain[at - 1])


def opened(key: str) -> tuple[str, ...]:
    """Give the keys that a Tamil word's key may stand for, the likeliest first."""
    return tuple(map("".join, islice(product(*(_STANDS_FOR.get(char, char) for char in key)), MOST_OPENED)))
