"""Looks whether all of a centre is sound, and names what is not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from central.house import House
from central.receipt_keys import ReceiptKeys
from central.store.unit import Unit
from central.tls import CERTIFICATE_FILE, ends_at
from central.trails import DiffersError, prove
from sync.protocol.trail import TrailBatch

SOON = timedelta(days=30)


def faults(house: House, *, every_byte: bool = False) -> Iterator[str]:
    """Give a line for each fault; none where the centre is sound.

    ``every_byte`` reads each file and takes its hash again, which takes as long as reading the disk does, and chains
    each station's audit trail again.
    """
    yield from _certificate(house.settings.tls / CERTIFICATE_FILE, house.clock.now())
    if ReceiptKeys(house.settings.keys).signer() is None:
        yield "receipts are not signed: `station-central keys make`"
    with house.store.read() as unit:
        yield from _order(unit)
        for login in unit.one_time_codes.locked():
            yield f"the one-time code of {login} is sealed by another key than that in keys/codes.key"
        for stored in unit.soundness.stock():
            yield from _file(house, stored.sha256, stored.size, every_byte=every_byte)
        for item_id, sha256 in unit.soundness.verified_without_bytes():
            yield f"item {item_id}: its file {sha256} counts as verified and is not in the stock"
        if every_byte:
            yield from _trails(unit)


def _order(unit: Unit) -> Iterator[str]:
    newest, head = unit.soundness.newest_record(), unit.records.head()
    if newest > head:
        yield f"the feed's head is {head}, and a record stands at {newest}"


def _trails(unit: Unit) -> Iterator[str]:
    for machine_id, strand in unit.station_trails.strands():
        entries = unit.station_trails.entries(machine_id, strand)
        try:
            prove(TrailBatch(strand=strand, after=0, before="", entries=entries))
        except DiffersError as wrong:
            yield f"the audit trail of machine {machine_id}, strand {strand}: {wrong} is not as it came"


def _file(house: House, sha256: str, size: int, *, every_byte: bool) -> Iterator[str]:
    if not house.blobs.has(sha256):
        yield f"the file {sha256} is not in the folder"
        return
    count, digest = 0, hashlib.sha256()
    if not every_byte:
        count = house.blobs.size(sha256)
    else:
        for piece in house.blobs.get(sha256):
            count += len(piece)
            digest.update(piece)
        if digest.hexdigest() != sha256:
            yield f"the file {sha256} holds other bytes"
            return
    if count != size:
        yield f"the file {sha256} has {count} bytes instead of {size}"


def _certificate(path: Path, now: datetime) -> Iterator[str]:
    if not path.is_file():
        yield f"there is no certificate at {path}"
        return
    end = ends_at(path)
    if end < now:
        yield f"the certificate ended on {end:%d/%m/%Y}"
    elif end - now < SOON:
        yield f"the certificate ends on {end:%d/%m/%Y}"
