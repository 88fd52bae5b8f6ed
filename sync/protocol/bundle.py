"""A batch in columns, for a centre that said that it reads them: what its items have in common is said once."""

from __future__ import annotations

import msgspec

from sync.protocol.bounds import Whole
from sync.protocol.codec import NotUnderstoodError, decode, encode
from sync.protocol.codes import BATCH_BYTES
from sync.protocol.dictionary import dictionary
from sync.protocol.messages import PushBatch, PushItem
from sync.protocol.packing import Dictionary, message_packed, message_unpacked
from sync.protocol.rows import MOST_CELLS, gathered_rows, spread_rows
from sync.protocol.shapes import Column
from sync.protocol.spreading import Allowance


class ItemBundle(msgspec.Struct, frozen=True, kw_only=True):
    """The ``rows`` items of a batch, a column for each field of ``PushItem``."""

    rows: Whole
    items: Column


def bundled(batch: PushBatch, name: str) -> bytes:
    """Write a batch by a trained dictionary that both ends have. Raises ``NotUnderstoodError`` where it is not here."""
    bundle = ItemBundle(rows=len(batch.items), items=gathered_rows(batch.items))
    return message_packed(encode(bundle), _trained(name))


def unbundled(data: bytes, name: str) -> PushBatch:
    """Read a batch; raise ``NotUnderstoodError`` for anything else, and for what would grow beyond a batch."""
    bundle = decode(message_unpacked(data, BATCH_BYTES, _trained(name)), ItemBundle)
    items = tuple(spread_rows(bundle.items, bundle.rows, PushItem, Allowance(MOST_CELLS)))
    if sum(len(one.description) for one in items) > BATCH_BYTES:
        raise NotUnderstoodError("a batch that says more than a batch can")
    return PushBatch(items=items)


def _trained(name: str) -> Dictionary:
    found = dictionary(name)
    if found is None:
        raise NotUnderstoodError("a dictionary that is not here")
    return found
