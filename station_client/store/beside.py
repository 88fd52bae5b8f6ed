"""The write-ahead log that lies beside a database, proved to be its own before anything of it is taken over.

The database's library believes any log that is whole in itself, and copies its pages into the file. The log of
another installation would so overwrite this one's work for good. One look at the log's first page tells whose it is:
each page carries a keyed hash.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from pathlib import Path
from typing import Final

from station_client.errors import StoreDamagedError
from station_client.security.durable import disk_door

LOG: Final = "-wal"

_HEAD: Final = struct.Struct(">IIIIIIII")  # magic, version, page size, checkpoint, two salts, two checksums
_FRAME: Final = struct.Struct(">IIIIII")  # page, size after the commit, two salts, two checksums
_LITTLE: Final = 0x377F0682
_BIG: Final = 0x377F0683
_SIZES: Final = frozenset(1 << power for power in range(9, 17))
_SALT: Final = 16  # the first page's own first bytes: not ciphered, not hashed
_HASH: Final = 64
_MASK: Final = 0x3A
_ROUNDS: Final = 2


def prove_log(database: Path, key: bytes, salt: bytes) -> None:
    """Raise ``StoreDamagedError`` where the log beside ``database`` is whole but of another key.

    A log that is torn passes: the library leaves out by itself what was never committed.
    """
    path = database.with_name(database.name + LOG)
    with disk_door():
        try:
            with path.open("rb") as log:
                head = log.read(_HEAD.size)
                if len(head) < _HEAD.size:
                    return
                size = _HEAD.unpack(head)[2]
                frame, page = log.read(_FRAME.size), log.read(size)
        except FileNotFoundError:
            return
    if _believed(head, frame, page) and not _of_key(page, _FRAME.unpack(frame)[0], key, salt):
        raise StoreDamagedError(f"{path.name} is the log of another installation's file")


def _believed(head: bytes, frame: bytes, page: bytes) -> bool:
    """Tell whether the library would take over the log's first page."""
    magic, _version, size, _checkpoint, *salts, first, second = _HEAD.unpack(head)
    whole = size in _SIZES and len(frame) == _FRAME.size and len(page) == size
    if magic not in {_LITTLE, _BIG} or not whole:
        return False
    order = ">" if magic == _BIG else "<"
    began = _checksum(head[:24], order, (0, 0))
    said = _FRAME.unpack(frame)
    return (
        began == (first, second)
        and list(said[2:4]) == salts
        and _checksum(frame[:8] + page, order, began) == (said[4], said[5])
    )


def _checksum(data: bytes, order: str, began: tuple[int, int]) -> tuple[int, int]:
    first, second = began
    for one, other in struct.iter_unpack(f"{order}II", data):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second


def _of_key(page: bytes, number: int, key: bytes, salt: bytes) -> bool:
    """Tell whether the page's hash is made with this key, as SQLCipher 4 makes it."""
    mask = bytes(one ^ _MASK for one in salt)
    hashing = hashlib.pbkdf2_hmac("sha512", key, mask, _ROUNDS, dklen=len(key))
    hashed = page[_SALT if number == 1 else 0 : -_HASH] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(hashing, hashed, "sha512"), page[-_HASH:])
