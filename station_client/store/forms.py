"""Records as the store keeps them: JSON text of the field's own dataclasses.

A field that a later version adds must have a default; then an older row still reads.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

from station_client.decoders import decoder_of
from station_client.errors import StoreDamagedError

Form = TypeVar("Form")

_encoder = msgspec.json.Encoder()


def to_json(form: object) -> bytes:
    """Write a record."""
    return _encoder.encode(form)


def from_json(data: bytes, kind: type[Form]) -> Form:
    """Read a record of ``kind``. Raises ``StoreDamagedError`` where the text is not one."""
    try:
        return decoder_of(kind).decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
        raise StoreDamagedError(f"a stored {kind.__name__} does not read") from wrong
