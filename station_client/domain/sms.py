"""A short message as the networks count it, and the registered templates that it must be made of. Pure.

India's rule (TRAI, DLT): text that is not a registered template with its variables filled in is blocked on its
way. One part has 160 signs of the GSM alphabet or 70 of Unicode; each of several has 153 or 67.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

PLACEHOLDER = "{#var#}"
VARIABLE_LENGTH = 30
TEXT_LENGTH = 1000
GSM_ALONE, GSM_PART = 160, 153
UNICODE_ALONE, UNICODE_PART = 70, 67
MOST_PARTS = 10

GSM_BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_EXTENDED = {
    "\f": 0x0A, "^": 0x14, "{": 0x28, "}": 0x29, "\\": 0x2F, "[": 0x3C, "~": 0x3D, "]": 0x3E, "|": 0x40, "€": 0x65,
}  # fmt: skip
_ESCAPE = "\x1b"
_BEYOND_ONE_UNIT = 0xFFFF


@dataclass(frozen=True, slots=True)
class Template:
    """A text that was registered: ``text`` holds ``{#var#}`` where something may be filled in."""

    template_id: str
    name: str
    text: str
    language: str = ""
    entity_id: str = ""

    @property
    def variables(self) -> int:
        """Count the places that are to be filled in."""
        return self.text.count(PLACEHOLDER)

    def filled(self, variables: tuple[str, ...]) -> str:
        """Give the text with its places filled in, as far as there are words for them."""
        fixed = self.text.split(PLACEHOLDER)
        words = (*variables, *("" for _ in range(len(fixed))))
        return "".join(text + word for text, word in zip(fixed, (*words[: len(fixed) - 1], ""), strict=True))


@dataclass(frozen=True, slots=True)
class Count:
    """How long a text is on the air: its signs, its parts, and the signs that still fit into the last part."""

    signs: int
    parts: int
    left: int
    unicode: bool


def is_gsm(text: str) -> bool:
    """Tell whether the GSM alphabet has every sign of a text."""
    return all(sign in GSM_EXTENDED or (sign in GSM_BASIC and sign != _ESCAPE) for sign in text)


def units(sign: str, *, unicode: bool) -> int:
    """Count the places that one sign takes: some take two."""
    if unicode:
        return 2 if ord(sign) > _BEYOND_ONE_UNIT else 1
    return 2 if sign in GSM_EXTENDED else 1


def split(text: str) -> tuple[str, ...]:
    """Part a text as it goes on the air; no sign that takes two places is torn."""
    unicode = not is_gsm(text)
    alone, most = (UNICODE_ALONE, UNICODE_PART) if unicode else (GSM_ALONE, GSM_PART)
    sizes = [units(sign, unicode=unicode) for sign in text]
    if sum(sizes) <= alone:
        return (text,)
    starts, taken = [0], 0
    for place, size in enumerate(sizes):
        if taken + size > most:
            starts.append(place)
            taken = 0
        taken += size
    return tuple(text[start:end] for start, end in pairwise((*starts, len(text))))


def count(text: str) -> Count:
    """Count a text's signs and parts."""
    unicode = not is_gsm(text)
    pieces = split(text)
    alone, most = (UNICODE_ALONE, UNICODE_PART) if unicode else (GSM_ALONE, GSM_PART)
    taken = [sum(units(sign, unicode=unicode) for sign in piece) for piece in pieces]
    room = alone if len(pieces) == 1 else most
    return Count(sum(taken), len(pieces), room - taken[-1], unicode)


def is_template(text: str) -> bool:
    """Tell whether a text can be a template: not empty, in bounds, its places spelt as they must be."""
    left_over = re.sub(re.escape(PLACEHOLDER), "", text)
    return bool(text.strip()) and len(text) <= TEXT_LENGTH and "{#" not in left_over and "#}" not in left_over
