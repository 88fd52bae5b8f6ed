"""Alerts that may be of the same event as a new one: told to its sender, who decides; nothing is refused for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import msgspec

from central.rights import Actor
from central.store.bodies import read_body
from central.store.findings import first_row
from central.store.unit import Unit
from station_client.decoders import decoder_of
from station_client.domain.alert import Life
from station_client.text.alike import NEAR, bands, likeness, runs
from sync.protocol.codes import Alikeness
from sync.protocol.messages import AlikeRecord
from sync.protocol.records import AlertRecord, Record

WITHIN = timedelta(days=60)
COMPARED = 20
MOST = 5
STANDS = frozenset({Life.ACTIVE, Life.CORRECTED, Life.LOCATED})


def alike(unit: Unit, uid: str) -> tuple[AlikeRecord, ...]:
    """Name alerts that stand and name the same FIR in the same category, or say nearly the same; the newest first.

    What the feed does not tell (a sensitive alert, a protected victim's name) is neither compared nor named.
    """
    new = unit.records.told("alert", uid)
    if not isinstance(new, AlertRecord):
        return ()
    found: dict[str, AlikeRecord] = {}
    for why, one in (*_of_the_fir(unit, new), *_near(unit, new)):
        if one.uid != uid and one.life in STANDS and one.uid not in found:
            found[one.uid] = _told(one, why)
    return tuple(sorted(found.values(), key=lambda one: one.received_at, reverse=True)[:MOST])


def kept(found: tuple[AlikeRecord, ...]) -> str:
    """Write what a sender is told, to be kept with the item: a repeat is told the same, whatever came since."""
    return msgspec.json.encode(found).decode() if found else ""


def told_again(unit: Unit, actor: Actor, text: str) -> tuple[AlikeRecord, ...]:
    """Read what ``kept`` wrote, for a sender whose office is told of alerts; without what the feed tells no more."""
    if not text or not actor.office_looks:
        return ()
    found = decoder_of(tuple[AlikeRecord, ...]).decode(text)
    told = unit.records.still_told([one.uid for one in found])
    return tuple(one for one in found if one.uid in told)


def _of_the_fir(unit: Unit, new: AlertRecord) -> Iterator[tuple[Alikeness, AlertRecord]]:
    bodies = unit.findings.told_of_fir(new.fir_key, COMPARED) if new.fir_key else ()
    named: Iterator[Record] = map(read_body, bodies)
    for one in named:
        if isinstance(one, AlertRecord) and one.category == new.category:
            yield Alikeness.SAME_FIR, one


def _near(unit: Unit, new: AlertRecord) -> Iterator[tuple[Alikeness, AlertRecord]]:
    said = runs(new.description)
    since = first_row(new.received_at - WITHIN)
    bodies: Iterator[Record] = map(read_body, unit.sketches.near(bands(said), since, COMPARED))
    for one in bodies:
        if isinstance(one, AlertRecord) and likeness(said, runs(one.description)) >= NEAR:
            yield Alikeness.SAME_WORDS, one


def _told(one: AlertRecord, why: Alikeness) -> AlikeRecord:
    return AlikeRecord(
        uid=one.uid,
        record_number=one.record_number,
        office_name=one.office_name,
        district_name=one.district_name,
        received_at=one.received_at,
        why=why,
    )
