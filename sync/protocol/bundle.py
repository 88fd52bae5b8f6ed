"""A batch in columns, for a centre that said that it reads them: what its items have in common is said once."""

from __future__ import annotations

from datetime import datetime

import msgspec

from station_client.decoders import decoder_of
from sync.protocol.bounds import Whole
from sync.protocol.codec import NotUnderstoodError, decode, encode, wild_moments
from sync.protocol.codes import BATCH_BYTES
from sync.protocol.dictionary import dictionary
from sync.protocol.gathering import gathered
from sync.protocol.messages import PushBatch, PushItem
from sync.protocol.packing import Dictionary, message_packed, message_unpacked
from sync.protocol.shapes import Column
from sync.protocol.spreading import Allowance, spread

MOST_CELLS = 100_000

decoder_of(PushItem)  # what ``convert`` goes by is learnt here, before two threads can ask for it at once


class ItemBundle(msgspec.Struct, frozen=True, kw_only=True):
    """The ``rows`` items of a batch, a column for each field of ``PushItem``."""

    rows: Whole
    items: Column


def bundled(batch: PushBatch, name: str) -> bytes:
    """Write a batch by a trained dictionary that both ends have. Raises ``NotUnderstoodError`` where it is not here."""
    rows = [msgspec.to_builtins(one, builtin_types=(datetime,)) for one in batch.items]
    return message_packed(encode(ItemBundle(rows=len(rows), items=gathered(rows))), _trained(name))


def unbundled(data: bytes, name: str) -> PushBatch:
    """Read a batch; raise ``NotUnderstoodError`` for anything else, and for what would grow beyond a batch."""
    bundle = decode(message_unpacked(data, BATCH_BYTES, _trained(name)), ItemBundle)
    try:
        rows = list(spread(bundle.items, bundle.rows, Allowance(MOST_CELLS)))
        batch = PushBatch(items=msgspec.convert(rows, tuple[PushItem, ...], builtin_types=(datetime,)))
    except (msgspec.ValidationError, RecursionError) as wrong:
        raise NotUnderstoodError(str(wrong)) from wrong
    if sum(len(one.description) for one in batch.items) > BATCH_BYTES:
        raise NotUnderstoodError("a batch that says more than a batch can")
    for path in wild_moments(batch, "$"):
        raise NotUnderstoodError(f"a moment that no clock means - at `{path}`")
    return batch


def _trained(name: str) -> Dictionary:
    found = dictionary(name)
    if found is None:
        raise NotUnderstoodError("a dictionary that is not here")
    return found
