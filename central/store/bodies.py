"""A record of the feed as bytes, and by what it is known."""

from __future__ import annotations

import msgspec

from station_client.decoders import decoder_of
from sync.protocol.codec import decode
from sync.protocol.records import (
    AlertRecord,
    DistrictRecord,
    FirRecord,
    GoneRecord,
    OfficeRecord,
    Record,
    StateRecord,
)

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Record] = decoder_of(Record)


def read_body(body: bytes) -> Record:
    """Read a record as the store keeps it."""
    return _decoder.decode(body)


def written_body(record: Record) -> bytes:
    """Write a record as the store keeps it."""
    return _encoder.encode(record)


def readable_body(record: Record) -> bytes:
    """Write a record. Raise ``NotUnderstoodError`` for one that stations could not read: it would stop every feed."""
    body = _encoder.encode(record)
    decode(body, type(record))
    return body


def identity(record: Record) -> tuple[str, str, str]:
    """Give a record's kind, its key and its State (empty for a tombstone)."""
    match record:
        case AlertRecord():
            return "alert", record.uid, record.state_code
        case FirRecord():
            return "fir", record.key, record.state_code
        case StateRecord():
            return "state", record.code, record.code
        case DistrictRecord():
            return "district", record.code, record.state_code
        case OfficeRecord():
            return "office", record.code, record.state_code
        case GoneRecord():
            return record.kind, record.key, ""
