"""Files sealed in pieces: of any size in little memory, and a cut, moved or changed piece is noticed.

The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM: each piece of 64 KiB has the
nonce *prefix ‖ counter ‖ last-flag*. Every file has its own key and prefix, derived from a random salt in
its header; the header is authenticated with each piece. Layout::

    magic (4) · salt (32) · piece (65,536 + 16) … · last piece (0 to 65,536 + 16)
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from station_client.errors import StoreDamagedError
from station_client.security import cipher

MAGIC: Final = b"SCS1"
SALT_BYTES: Final = 32
HEADER_BYTES: Final = len(MAGIC) + SALT_BYTES
PIECE_BYTES: Final = 64 * 1024
STORED_BYTES: Final = PIECE_BYTES + cipher.TAG_BYTES

_PREFIX_BYTES: Final = 7
_COUNTER_BYTES: Final = 4


class _Pieces:
    """The cipher of one file: seals and opens its pieces by their number."""

    def __init__(self, key: bytes, header: bytes) -> None:
        derived = cipher.subkey(key, "file", salt=header[len(MAGIC) :], length=cipher.KEY_BYTES + _PREFIX_BYTES)
        self._aead = AESGCM(derived[: cipher.KEY_BYTES])
        self._prefix = derived[cipher.KEY_BYTES :]
        self._header = header

    def _nonce(self, number: int, *, last: bool) -> bytes:
        return self._prefix + number.to_bytes(_COUNTER_BYTES, "big") + (b"\x01" if last else b"\x00")

    def seal(self, number: int, plain: bytes | memoryview, *, last: bool) -> bytes:
        return self._aead.encrypt(self._nonce(number, last=last), plain, self._header)

    def open(self, number: int, sealed: bytes, *, last: bool) -> bytes:
        try:
            return self._aead.decrypt(self._nonce(number, last=last), sealed, self._header)
        except (InvalidTag, ValueError) as wrong:
            raise StoreDamagedError(f"piece {number} of a sealed file does not open") from wrong


class SealingWriter:
    """Seals what is written to it, piece by piece, into ``sink``; ``finish`` writes the last piece."""

    def __init__(self, key: bytes, sink: BinaryIO) -> None:
        """Write the header at the sink's present place."""
        self.header = MAGIC + cipher.random_bytes(SALT_BYTES)
        self._pieces = _Pieces(key, self.header)
        self._sink = sink
        self._number = 0
        self._pending = bytearray()
        sink.write(self.header)

    def write(self, data: bytes) -> None:
        """Take more plain bytes; a piece is sealed once it is known not to be the last."""
        self._pending += data
        whole = max(len(self._pending) - 1, 0) // PIECE_BYTES
        with memoryview(self._pending) as view:
            for start in range(0, whole * PIECE_BYTES, PIECE_BYTES):
                piece = view[start : start + PIECE_BYTES]
                self._sink.write(self._pieces.seal(self._number, piece, last=False))
                piece.release()
                self._number += 1
        del self._pending[: whole * PIECE_BYTES]

    def finish(self) -> None:
        """Seal the last piece, which may be empty."""
        self._sink.write(self._pieces.seal(self._number, bytes(self._pending), last=True))
        self._pending.clear()


class _OpeningReader(io.RawIOBase):
    """Reads plain bytes out of a sealed file that stands at ``start`` of ``source``."""

    def __init__(self, key: bytes, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        header = source.read(HEADER_BYTES)
        if len(header) != HEADER_BYTES or not header.startswith(MAGIC):
            raise StoreDamagedError("sealed file has no header")
        self._start = source.tell()
        body = source.seek(0, io.SEEK_END) - self._start
        self._last, rest = divmod(max(body - 1, 0), STORED_BYTES)
        if not body or rest + 1 < cipher.TAG_BYTES:
            raise StoreDamagedError("sealed file is cut short")
        self.size = body - (self._last + 1) * cipher.TAG_BYTES
        self._pieces = _Pieces(key, header)
        self._at = 0
        self._held: tuple[int, bytes] = (-1, b"")
        self._piece(self._last)  # a file cut at a piece's edge is noticed now, not after it was believed

    def _piece(self, number: int) -> bytes:
        if self._held[0] != number:
            self._source.seek(self._start + number * STORED_BYTES)
            sealed = self._source.read(STORED_BYTES)
            self._held = (number, self._pieces.open(number, sealed, last=number == self._last))
        return self._held[1]

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = max(base + offset, 0)
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # Python hands a memoryview here
        number, inside = divmod(self._at, PIECE_BYTES)
        if self._at >= self.size:
            return 0
        part = self._piece(number)[inside : inside + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def close(self) -> None:
        self._source.close()
        super().close()


class SealedReader(io.BufferedReader):
    """A sealed file, open for reading as if it were plain; ``len`` is its plain size.

    Any damage raises ``StoreDamagedError`` before a wrong byte is given.
    """

    def __init__(self, key: bytes, source: BinaryIO) -> None:
        """Read the header at the source's present place; the source is closed with the reader."""
        raw = _OpeningReader(key, source)
        self.size = raw.size
        super().__init__(raw, PIECE_BYTES)

    def __len__(self) -> int:
        return self.size

    def __bool__(self) -> bool:
        return True


def seal_stream(key: bytes, source: BinaryIO, sink: BinaryIO) -> int:
    """Seal all of ``source`` into ``sink``; give the plain bytes' count."""
    writer = SealingWriter(key, sink)
    count = 0
    while data := source.read(PIECE_BYTES):
        writer.write(data)
        count += len(data)
    writer.finish()
    return count


def whole_pieces(key: bytes, source: BinaryIO) -> Iterator[bytes]:
    """Give what can be read of a sealed file that broke off while it was written: the pieces before the torn one."""
    header = source.read(HEADER_BYTES)
    if len(header) != HEADER_BYTES or not header.startswith(MAGIC):
        return
    pieces, number = _Pieces(key, header), 0
    while sealed := source.read(STORED_BYTES):
        for last in (False, True):
            try:
                plain = pieces.open(number, sealed, last=last)
            except StoreDamagedError:
                continue
            yield plain
            break
        else:
            return
        if last:
            return
        number += 1


def open_stream(key: bytes, source: BinaryIO) -> SealedReader:
    """Open what ``seal_stream`` sealed. Raises ``StoreDamagedError`` where it was changed."""
    return SealedReader(key, source)
