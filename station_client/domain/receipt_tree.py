"""One signature for several receipts, each of which can be checked without the others: a tree of their hashes.

The centre signs the tree's root; a receipt carries the hashes that lead from its own lines up to it. Pure; both ends
use it, and whoever checks a printed receipt.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

FORM: Final = "station-receipts 1"
ALONE: Final = 64
"""The length of a signature (Ed25519): one of exactly that length is of the receipt's own lines."""
TOGETHER: Final = 8
"""How many receipts share a signature at the most: each of them is printed with the hashes of three steps."""
MOST_STEPS: Final = 8
_HASH: Final = 32
_LEAF, _KNOT = b"\0", b"\1"


def groups(receipts: int) -> Iterator[range]:
    """Split the receipts of one answer, in their order, into those that share a signature."""
    return (range(at, min(at + TOGETHER, receipts)) for at in range(0, receipts, TOGETHER))


def to_sign(key_id: str, texts: Sequence[str]) -> str:
    """Give what is signed for some receipts' lines: of one receipt its own lines, of several their root."""
    return texts[0] if len(texts) == 1 else _root_text(key_id, _levels(texts)[-1][0])


def carried(signature: bytes, texts: Sequence[str]) -> list[bytes]:
    """Give each receipt's own signature, with its steps to the root behind the one that all of them share."""
    if len(texts) == 1:
        return [signature]
    levels = _levels(texts)
    return [signature + _steps(levels, place) for place in range(len(texts))]


def what_was_signed(text: str, key_id: str, signature: bytes) -> str:
    """Give the text that a receipt's signature is of: its first 64 bytes are then held against it."""
    if len(signature) == ALONE:
        return text
    sides, hashes = signature[ALONE], signature[ALONE + 1 :]
    knot = _leaf(text)
    for step in range(len(hashes) // _HASH):
        beside = hashes[step * _HASH : (step + 1) * _HASH]
        knot = _knot(beside, knot) if sides >> step & 1 else _knot(knot, beside)
    return _root_text(key_id, knot)


def is_signature(found: bytes) -> bool:
    """Tell whether bytes have the form of a receipt's signature, alone or with others."""
    if len(found) == ALONE:
        return True
    steps, rest = divmod(len(found) - ALONE - 1, _HASH)
    return not rest and 1 <= steps <= MOST_STEPS and found[ALONE] >> steps == 0


def _root_text(key_id: str, root: bytes) -> str:
    return f"{FORM}\nkey {key_id}\nroot {root.hex()}"


def _levels(texts: Sequence[str]) -> list[list[bytes]]:
    """Give the tree from its leaves to its root; a knot that is left alone goes up as it is."""
    levels = [[_leaf(text) for text in texts]]
    while len(levels[-1]) > 1:
        below = levels[-1]
        pairs = (below[at : at + 2] for at in range(0, len(below), 2))
        levels.append([_knot(*pair) if len(pair) > 1 else pair[0] for pair in pairs])
    return levels


def _steps(levels: Sequence[Sequence[bytes]], place: int) -> bytes:
    """Give the way from a leaf: one byte that says which hashes stand on the left, then the hashes."""
    sides, hashes, taken = 0, b"", count()
    for level in levels[:-1]:
        beside = place ^ 1
        if beside < len(level):
            sides |= (place & 1) << next(taken)
            hashes += level[beside]
        place >>= 1
    return bytes((sides,)) + hashes


def _leaf(text: str) -> bytes:
    return hashlib.sha256(_LEAF + text.encode()).digest()


def _knot(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(_KNOT + left + right).digest()
