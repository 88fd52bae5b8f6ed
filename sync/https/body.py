"""What is sent, in small pieces, so that a time-out means *stalled* and progress means *gone out*."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

PIECE_BYTES = 8 * 1024


def _quiet(_sent: int) -> None:
    """Tell nobody: a message is too small for progress."""


class Body:
    """A request's body with a length, read a few kilobytes at a time.

    ``requests`` sends a ``bytes`` body in one call that must end within the *connect* time-out; of a
    file-like body each piece has that time for itself.
    """

    def __init__(
        self, source: BinaryIO, size: int, progress: Callable[[int], None] = _quiet, *, encoding: str = ""
    ) -> None:
        """``progress`` is told the bytes handed to the socket so far, before each piece."""
        self.encoding = encoding
        self._source = source
        self._size = size
        self._progress = progress
        self._sent = 0

    def __len__(self) -> int:
        return self._size

    def read(self, size: int = -1) -> bytes:
        """Give the next piece, never more than the announced length."""
        self._progress(self._sent)
        most = min(PIECE_BYTES, self._size - self._sent)
        piece = self._source.read(most if size < 0 else min(size, most)) if most else b""
        self._sent += len(piece)
        return piece
