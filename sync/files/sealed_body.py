"""A sealed file on its way out, which tells its own damage from everything else that may go wrong with it."""

from __future__ import annotations

from typing import BinaryIO

from station_client.errors import StoreError


class UnreadableError(Exception):
    """The sealed file itself cannot be read as it was attached; whatever else fails is not the file's fault."""


class SealedBody:
    """A part of a sealed file, read a few kilobytes at a time."""

    def __init__(self, body: BinaryIO, offset: int) -> None:
        """Read ``body`` from ``offset`` on. Raises ``UnreadableError``."""
        self._body = body
        try:
            body.seek(offset)
        except (StoreError, OSError) as damaged:
            raise UnreadableError from damaged

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes. Raises ``UnreadableError``."""
        try:
            return self._body.read(size)
        except (StoreError, OSError) as damaged:
            raise UnreadableError from damaged
