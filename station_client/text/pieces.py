"""The pieces of a text between its blanks, each read once: of the next text most have been read before."""

from __future__ import annotations

from itertools import islice
from typing import Final

from station_client.text import names
from station_client.text.normalise import normalise

MOST: Final = 60_000
MOST_WHOLE: Final = 20_000

Read = tuple[str, set[str]]  # a text normalised, and the keys of the names in it


class Pieces:
    """How each piece is spelt, and the keys of the names in it; a text's pieces are asked for all at once.

    ``fresh`` are those that were not read before, without the ones that have a digit: such hardly come twice.
    """

    def __init__(self, most: int = MOST) -> None:
        """Remember nothing yet, and about ``most`` pieces later on."""
        self._most = most
        self.fresh: list[str] = []
        self._spelt: dict[str, str] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._whole: dict[str, Read] = {}

    def clear(self) -> None:
        """Forget everything."""
        self.fresh.clear()
        self._spelt.clear()
        self._keys.clear()
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
        if len(self._spelt) >= self._most:
            self._forget_rare()
        pieces = text.split()
        once = set(pieces)
        keys: set[str] = set()
        passing = [piece for piece in once.difference(self._spelt) if not self._learn(piece)]
        for piece in passing:
            if not _is_plain(piece):
                keys.update(names.keys(piece))
        keys.update(*map(self._keys.__getitem__, once & self._keys.keys()))
        if text.isascii():
            return text.lower(), keys
        self._spelt.update(zip(passing, map(normalise, passing), strict=True))
        told = " ".join(map(self._spelt.__getitem__, pieces))
        for piece in passing:
            del self._spelt[piece]
        return told, keys

    def _learn(self, piece: str) -> bool:
        """Read a piece and keep it; one with a digit is not kept."""
        if not piece.isalpha() and any(map(str.isdigit, piece)):
            return False
        self._spelt[piece] = spelt = normalise(piece)
        self.fresh.append(spelt)
        if found := tuple(names.keys(piece)):
            self._keys[piece] = found
        return True

    def _forget_rare(self) -> None:
        """Forget the half that was met last: common pieces were met early."""
        for piece in list(islice(reversed(self._spelt), len(self._spelt) - self._most // 2)):
            del self._spelt[piece]
            self._keys.pop(piece, None)


def _is_plain(piece: str) -> bool:
    """Tell that a piece with a digit holds no name: it is one word, or none of its letters is a capital."""
    return piece.isascii() and (piece.isalnum() or piece.lower() == piece)
