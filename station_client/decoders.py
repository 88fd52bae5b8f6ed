"""Decoders of JSON to our own types, each made once, and never two at a time.

msgspec writes what it learns of a class on the class itself before it has learned all of it. A second thread that asks
for the same class meanwhile takes the half for the whole, and the process dies of it (seen with msgspec 0.22.0: the
first look at the outbox from two threads). What was made whole may be used from any thread.
"""

from __future__ import annotations

from threading import RLock
from types import UnionType
from typing import Any, TypeVar, cast, overload

import msgspec

Kind = TypeVar("Kind")

_made: dict[object, msgspec.json.Decoder[Any]] = {}
_making = RLock()


@overload
def decoder_of(kind: type[Kind]) -> msgspec.json.Decoder[Kind]: ...
@overload
def decoder_of(kind: UnionType) -> msgspec.json.Decoder[Any]: ...
def decoder_of(kind: type[Kind] | UnionType) -> msgspec.json.Decoder[Any]:
    """Give the one decoder of a type: a class, a tuple of one, or a union of some."""
    made = _made.get(kind)
    if made is None:
        with _making:
            made = _made.get(kind)
            if made is None:
                made = _made[kind] = msgspec.json.Decoder(cast("type[Any]", kind))
    return made
