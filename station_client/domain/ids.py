"""Names for things that last: made by whoever creates the thing, the same at both ends."""

from __future__ import annotations

from datetime import datetime
from typing import NewType
from uuid import UUID

AlertUid = NewType("AlertUid", str)
DraftId = NewType("DraftId", str)
ItemId = NewType("ItemId", str)
MachineId = NewType("MachineId", str)
Login = NewType("Login", str)
OfficeCode = NewType("OfficeCode", str)
Sha256 = NewType("Sha256", str)

RANDOM_BYTES = 10


def uuid7(moment: datetime, randomness: bytes) -> str:
    """Make a UUIDv7 (RFC 9562 §5.7): time first, so ids of one PC sort by when they were made.

    ``randomness`` is ten bytes from a cryptographic source; the id says when, never who.
    """
    if len(randomness) != RANDOM_BYTES:
        message = f"uuid7 wants {RANDOM_BYTES} random bytes, not {len(randomness)}"
        raise ValueError(message)
    milliseconds = int(moment.timestamp() * 1000)
    value = int.from_bytes(milliseconds.to_bytes(6, "big") + randomness, "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(UUID(int=value))


def is_uuid7(text: str) -> bool:
    """Tell whether ``text`` is a UUIDv7 in its canonical spelling."""
    try:
        return str(UUID(text)) == text and UUID(text).version == 7  # noqa: PLR2004 the version's own number
    except ValueError:
        return False
