"""Compression: the one door to zstd. What is read is bounded before it is made, whatever the bytes claim."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import IO, Final, cast

import zstandard

from sync.protocol.codec import NotUnderstoodError

WINDOW_LOG: Final = 23
WINDOW_BYTES: Final = 1 << WINDOW_LOG
MESSAGE_LEVEL: Final = 15
_ROOM: Final = 8 * 1024 * 1024 + 1
"""More than any payload: with less, the library leaves behind what it had no room for until the next payload."""

Dictionary = zstandard.ZstdCompressionDict


@cache
def prepared(dictionary: bytes) -> Dictionary:
    """Prepare a trained dictionary once for all frames that use it."""
    return zstandard.ZstdCompressionDict(dictionary)


@lru_cache(maxsize=8)
def _digested(dictionary: Dictionary, level: int) -> Dictionary:
    """Work a dictionary through for a level, once: that takes eighty times as long as one small payload with it."""
    ready = zstandard.ZstdCompressionDict(dictionary.as_bytes())
    ready.precompute_compress(level=level)
    return ready


def packed(plain: bytes, level: int, dictionary: Dictionary | None = None) -> bytes:
    """Compress a payload by itself. Its length and its dictionary stand in the frame's header and the request."""
    known = None if dictionary is None else _digested(dictionary, level)
    compressor = zstandard.ZstdCompressor(
        level=level, dict_data=known, write_content_size=False, write_dict_id=False, write_checksum=False
    )
    return compressor.compress(plain)


def unpacked(stored: bytes, size: int, dictionary: Dictionary | None = None) -> bytes:
    """Give the ``size`` bytes of a payload; raise ``NotUnderstoodError`` for anything else."""
    return Window(dictionary).read(stored, size)


def message_packed(plain: bytes, dictionary: Dictionary | None = None) -> bytes:
    """Compress a message as ``Content-Encoding: zstd`` has it, or by a dictionary that its media type names."""
    known = None if dictionary is None else _digested(dictionary, MESSAGE_LEVEL)
    compressor = zstandard.ZstdCompressor(level=MESSAGE_LEVEL, dict_data=known, write_dict_id=False)
    return compressor.compress(plain)


def message_unpacked(stored: bytes, most: int, dictionary: Dictionary | None = None) -> bytes:
    """Give a message; raise ``NotUnderstoodError`` for bytes that are none, or for more than ``most`` of them."""
    decompressor = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=WINDOW_BYTES)
    reader = decompressor.stream_reader(stored)
    try:
        plain = reader.read(most + 1)
    except zstandard.ZstdError as wrong:
        raise NotUnderstoodError(f"compressed bytes that are none: {wrong}") from wrong
    if len(plain) > most:
        raise NotUnderstoodError(f"a message of more than {most} bytes")
    return plain


class Packer:
    """Compresses payload after payload, each with the help of those before it."""

    def __init__(self, level: int) -> None:
        """Begin with an empty window."""
        parameters = zstandard.ZstdCompressionParameters.from_level(level, window_log=WINDOW_LOG)
        self._stream = zstandard.ZstdCompressor(compression_params=parameters).compressobj()

    def add(self, plain: bytes) -> bytes:
        """Give what a reader that had all payloads before this one needs for it."""
        return self._stream.compress(plain) + self._stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)


class Window:
    """Decompresses payload after payload; keeps at most eight megabytes of what was before."""

    def __init__(self, dictionary: Dictionary | None = None) -> None:
        """Begin with an empty window."""
        self._sink = _Sink()
        decompressor = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=WINDOW_BYTES)
        self._stream = decompressor.stream_writer(cast("IO[bytes]", self._sink), write_size=_ROOM, closefd=False)

    def read(self, stored: bytes, size: int) -> bytes:
        """Give the next payload, which has ``size`` bytes; after an error nothing more can be read."""
        self._sink.expect(size)
        try:
            self._stream.write(stored)
        except zstandard.ZstdError as wrong:
            raise NotUnderstoodError(f"compressed bytes that are none: {wrong}") from wrong
        return self._sink.taken()


class _Sink:
    """Takes what comes out of the decompressor, up to the length that was announced."""

    def __init__(self) -> None:
        self._got = bytearray()
        self._size = 0

    def expect(self, size: int) -> None:
        self._got, self._size = bytearray(), size

    def write(self, piece: bytes) -> int:
        if len(self._got) + len(piece) > self._size:
            raise NotUnderstoodError("a payload longer than its frame says")
        self._got += piece
        return len(piece)

    def taken(self) -> bytes:
        if len(self._got) != self._size:
            raise NotUnderstoodError("a payload shorter than its frame says")
        return bytes(self._got)
