"""The pieces of a text between its blanks, each read once: of the next text most have been read before."""

from __future__ import annotations

from typing import Final

from station_client.text import names
from station_client.text.normalise import normalise

MOST: Final = 60_000


Read = tuple[str, tuple[str, ...]]  # the piece normalised, and the keys of the names in it


class Pieces(dict[str, Read]):
    """What was read of each piece; quicker to ask than a cache that knows what was asked last.

    ``fresh`` are those that were not read before, without the ones that have a digit: such hardly come twice.
    """

    def __init__(self) -> None:
        """Remember nothing yet."""
        super().__init__()
        self.fresh: list[str] = []

    def __missing__(self, piece: str) -> Read:
        """Read a piece."""
        if piece.isascii() and piece.isalnum() and not piece.isalpha():
            return piece.lower(), ()  # one word, and none that is a name
        read = normalise(piece), tuple(names.keys(piece))
        if piece.isalpha() or not any(map(str.isdigit, piece)):
            if len(self) >= MOST:
                super().clear()
            self[piece] = read
            self.fresh.append(read[0])
        return read

    def clear(self) -> None:
        """Forget everything."""
        super().clear()
        self.fresh.clear()

    def read(self, text: str) -> tuple[str, set[str]]:
        """Normalise a text, its blanks becoming one each; give it with the keys of its names."""
        found = list(map(self.__getitem__, text.split()))
        told = text.lower() if text.isascii() else " ".join([one[0] for one in found])
        return told, {key for one in found if one[1] for key in one[1]}
