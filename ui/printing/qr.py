"""A text as a QR code: dark and light squares. Door to segno."""

from __future__ import annotations

import segno

QUIET = 4
"""How many light squares stand around the code; without them a scanner does not find it."""


def squares(text: str) -> tuple[bytes, ...]:
    """Give the rows of a text's code, 1 for dark, its quiet zone included."""
    code = segno.make(text, error="l", micro=False)
    return tuple(bytes(row) for row in code.matrix_iter(border=QUIET))
