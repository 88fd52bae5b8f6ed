"""The pieces of a text between its blanks, each read once: of the next text most have been read before."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import Final

from station_client.text import names
from station_client.text.normalise import normalise

MOST: Final = 60_000
MOST_WHOLE: Final = 20_000

_DIGIT: Final = re.compile("[0-9]")

Keys = tuple[str, ...]
Read = tuple[str, Keys]
"""A text normalised, and the keys of the names in it, each once."""


class Pieces:
    """How each piece is spelt, and the keys of the names in it; a text's pieces are asked for all at once.

    ``fresh`` are those that were not read before, without the ones that have a digit: such hardly come twice.
    """

    def __init__(self, most: int = MOST) -> None:
        """Remember nothing yet, and about ``most`` pieces later on."""
        self._most = most
        self.fresh: list[str] = []
        self._known = _Known(self.fresh)
        self._whole: dict[str, Read] = {}

    def clear(self) -> None:
        """Forget everything."""
        self.fresh.clear()
        self._known.clear()
        self._whole.clear()

    def read_again(self, text: str) -> Read:
        """Read a short text that many alerts have in common, such as their office's name."""
        found = self._whole.get(text)
        if found is None:
            if len(self._whole) >= MOST_WHOLE:
                self._whole.clear()
            found = self._whole[text] = self.read(text)
        return found

    def read(self, text: str) -> Read:
        """Normalise a text, its blanks becoming one each; give it with the keys of its names."""
        if len(self._known) >= self._most:
            self._forget_rare()
        read = list(map(self._known.__getitem__, text.split()))
        keys = tuple(dict.fromkeys(chain.from_iterable([one[1] for one in read])))
        return text.lower() if text.isascii() else " ".join([one[0] for one in read]), keys

    def _forget_rare(self) -> None:
        """Forget the half that was met last: common pieces were met early."""
        for piece in list(islice(reversed(self._known), len(self._known) - self._most // 2)):
            del self._known[piece]


class _Known(dict[str, Read]):
    """The pieces that were read; one that was not is read when it is asked for, and kept unless it has a digit."""

    def __init__(self, fresh: list[str]) -> None:
        """Say of each piece that is kept in ``fresh`` how it is spelt."""
        super().__init__()
        self._fresh = fresh

    def __missing__(self, piece: str) -> Read:
        """Read a piece; with a digit it holds no name where it is one word, or none of its letters is a capital."""
        if piece.isascii():
            spelt = piece.lower()
            if _DIGIT.search(piece):
                return spelt, () if spelt == piece or piece.isalnum() else tuple(names.keys(piece))
        else:
            spelt = normalise(piece)
            if any(map(str.isdigit, piece)):
                return spelt, tuple(names.keys(piece))
        self._fresh.append(spelt)
        self[piece] = read = spelt, tuple(sorted(names.keys(piece)))
        return read
