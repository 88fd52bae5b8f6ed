"""The parts of a short message in the bytes of SMPP 3.4. Pure.

GSM text goes as one octet for each septet, anything else in UCS-2 (as UTF-16, so that rarer signs survive). Each of
several parts begins with the header by which the telephone puts them together again.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass

from station_client.domain.sms import GSM_BASIC, GSM_EXTENDED, is_gsm, split

GSM, UCS2 = 0x00, 0x08
PLAIN, WITH_HEADER = 0x00, 0x40
ENTITY_TAG, TEMPLATE_TAG = 0x1400, 0x1401  # India's DLT parameters
_ESCAPE = 0x1B


@dataclass(frozen=True, slots=True)
class Segment:
    """One part: its bytes, how they are coded, and whether they begin with a header."""

    data: bytes
    coding: int
    esm_class: int


def segments(text: str, reference: str) -> tuple[Segment, ...]:
    """Give the parts of a text; those of one ``reference`` carry the same number at every try."""
    coding = GSM if is_gsm(text) else UCS2
    pieces = [_septets(one) if coding == GSM else one.encode("utf-16-be") for one in split(text)]
    if len(pieces) == 1:
        return (Segment(pieces[0], coding, PLAIN),)
    number = hashlib.sha256(reference.encode()).digest()[0]
    return tuple(
        Segment(bytes((5, 0, 3, number, len(pieces), place)) + piece, coding, WITH_HEADER)
        for place, piece in enumerate(pieces, start=1)
    )


def dlt_parameters(entity: str, template: str) -> bytes:
    """Write what India's operators look for: which entity sends, and under which registered template."""
    said = ((ENTITY_TAG, entity), (TEMPLATE_TAG, template))
    return b"".join(
        struct.pack(">HH", tag, len(word) + 1) + word.encode("ascii", "replace") + b"\0" for tag, word in said if word
    )


def _septets(text: str) -> bytes:
    written = bytearray()
    for sign in text:
        if sign in GSM_EXTENDED:
            written += bytes((_ESCAPE, GSM_EXTENDED[sign]))
        else:
            written.append(GSM_BASIC.index(sign))
    return bytes(written)
