"""Bytes to messages and back: strict, bounded, and wrong input is refused by name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import TypeVar, get_args, get_type_hints

import msgspec

from station_client.decoders import decoder_of
from sync.protocol.bounds import FIRST_YEAR, LAST_YEAR

Message = TypeVar("Message", bound=msgspec.Struct)

_encoder = msgspec.json.Encoder(order="deterministic")


class NotUnderstoodError(ValueError):
    """These bytes are not the message that was expected; the text names the field."""


def encode(message: msgspec.Struct) -> bytes:
    """Write a message as the wire carries it: UTF-8 JSON, keys in a fixed order."""
    return _encoder.encode(message)


def decode(data: bytes, kind: type[Message]) -> Message:
    """Read one message of ``kind``; raise ``NotUnderstoodError`` with the field's path otherwise."""
    try:
        message = decoder_of(kind).decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise NotUnderstoodError(str(wrong)) from wrong
    for path in wild_moments(message, "$"):
        wild = f"a moment outside {FIRST_YEAR}-{LAST_YEAR} - at `{path}`"
        raise NotUnderstoodError(wild)
    return message


def wild_moments(thing: object, path: str) -> Iterator[str]:
    """Name the moments of a message that no clock of ours can mean; reckoning with them would overflow."""
    if isinstance(thing, datetime):
        if not FIRST_YEAR <= thing.year <= LAST_YEAR:
            yield path
    elif isinstance(thing, msgspec.Struct):
        for name in _timed_fields(type(thing)):
            yield from wild_moments(getattr(thing, name), f"{path}.{name}")
    elif isinstance(thing, tuple):
        for place, one in enumerate(thing):
            yield from wild_moments(one, f"{path}[{place}]")


@cache
def _timed_fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """Name the fields of a message in which a moment may stand: the others, most of them, are not looked at."""
    return tuple(name for name, inner in get_type_hints(kind).items() if _tells_moments(inner, frozenset({kind})))


def _tells_moments(kind: object, seen: frozenset[object]) -> bool:
    if kind is datetime:
        return True
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        fields = () if kind in seen else get_type_hints(kind).values()
        return any(_tells_moments(one, seen | {kind}) for one in fields)
    return any(_tells_moments(one, seen) for one in get_args(kind))
