"""Alerts that may be of the same event as a new one: told to its sender, who decides; nothing is refused for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from central.rights import Actor
from central.store.bodies import read_body
from central.store.findings import first_row
from central.store.unit import Unit
from station_client.decoders import decoder_of
from station_client.domain.alert import Life
from station_client.text.alike import NEAR, Sketched, likeness, runs
from sync.protocol.codes import Alikeness
from sync.protocol.messages import AlikeRecord
from sync.protocol.records import AlertRecord

WITHIN = timedelta(days=60)
COMPARED = 20
MOST = 5
STANDS = frozenset({Life.ACTIVE, Life.CORRECTED, Life.LOCATED})

Likes = list[tuple[Alikeness, AlertRecord]]


@dataclass(frozen=True, slots=True)
class Wording:
    """What of a new alert is compared, as the feed tells it: who is protected there is not compared."""

    uid: str
    category: str
    fir_key: str
    description: str


class Doubles:
    """Which alerts name the FIR of a new one in its category, or say nearly the same.

    Texts are compared before a batch's turn to write comes (``look``), so that nobody waits for that; in its turn only
    what changed since is looked at (``of``). What the feed does not tell is neither compared nor named.
    """

    def __init__(self, now: datetime, sketched: Sketched) -> None:
        """Compare with what was received of late; ``sketched`` holds what was read of the new texts."""
        self._since = first_row(now - WITHIN)
        self._sketched = sketched
        self._head = 0
        self._found: dict[Wording, Likes] = {}

    def look(self, unit: Unit, new: Sequence[Wording]) -> None:
        """Look for alerts that are like new ones, as of now."""
        self._head = unit.records.head()
        self._found = self._like(unit, new, after=0)

    def of(self, unit: Unit, new: Sequence[AlertRecord]) -> dict[str, tuple[AlikeRecord, ...]]:
        """Give what senders are told, by the new alerts' uids: the newest first. ``new`` is not in the feed yet.

        Of those that come together the later ones are like the earlier ones.
        """
        wordings = {one.uid: wording_of(one) for one in new}
        seen = [one for one in wordings.values() if one in self._found]
        found = self._like(unit, [one for one in wordings.values() if one not in self._found], after=0)
        if unit.records.head() > self._head:
            found |= self._like(unit, seen, after=self._head)
            named = {one.uid for likes in self._found.values() for _, one in likes}
            stands = unit.records.still_told(named, until=self._head)
            for wording in seen:
                found[wording] += [like for like in self._found[wording] if like[1].uid in stands]
        else:
            found |= {wording: self._found[wording] for wording in seen}
        earlier = _Earlier(self._sketched)
        return {one.uid: _told((*found[wordings[one.uid]], *earlier.like(one))) for one in new}

    def _like(self, unit: Unit, new: Sequence[Wording], *, after: int) -> dict[Wording, Likes]:
        """Compare with what changed after a sequence, by two questions for all."""
        found: dict[Wording, Likes] = {one: [] for one in new}
        firs: dict[str, list[AlertRecord]] = {}
        of_firs = unit.findings.told_of_firs({one.fir_key for one in new} - {""}, after=after, most=COMPARED)
        for one in _read(of_firs):
            firs.setdefault(one.fir_key, []).append(one)
        bands = [self._sketched[one.description].bands for one in new]
        near = unit.sketches.near(bands, since_row=self._since, after=after, most=COMPARED)
        read = {body: (one, runs(one.description)) for body in {body for _, body in near} for one in _read((body,))}
        for wording in new:
            same = (one for one in firs.get(wording.fir_key, ()) if one.category == wording.category)
            found[wording] += [(Alikeness.SAME_FIR, one) for one in same if _may_be(one, wording.uid)]
        for item, body in near:
            wording, (one, said) = new[item], read[body]
            if _may_be(one, wording.uid) and likeness(self._sketched[wording.description].runs, said) >= NEAR:
                found[wording].append((Alikeness.SAME_WORDS, one))
        return found


class _Earlier:
    """What came earlier in the same batch."""

    def __init__(self, sketched: Sketched) -> None:
        self._sketched = sketched
        self._of_fir: dict[tuple[str, str], list[AlertRecord]] = {}
        self._of_band: dict[int, list[AlertRecord]] = {}

    def like(self, new: AlertRecord) -> Likes:
        """Give those that are like a new one, which is an earlier one from here on."""
        said = self._sketched[new.description]
        of_fir = self._of_fir.setdefault((new.fir_key, new.category), []) if new.fir_key else []
        likes: Likes = [(Alikeness.SAME_FIR, one) for one in of_fir[-COMPARED:]]
        met = {one.uid: one for band in said.bands for one in self._of_band.get(band, ())[-COMPARED:]}
        often = Counter(one.uid for band in said.bands for one in self._of_band.get(band, ())[-COMPARED:])
        for uid, _ in often.most_common(COMPARED):
            if likeness(said.runs, self._sketched[met[uid].description].runs) >= NEAR:
                likes.append((Alikeness.SAME_WORDS, met[uid]))
        of_fir.append(new)
        for band in set(said.bands):
            self._of_band.setdefault(band, []).append(new)
        return likes


def wording_of(alert: AlertRecord) -> Wording:
    """Give what of an alert is compared."""
    return Wording(alert.uid, alert.category, alert.fir_key, alert.description)


def kept(found: tuple[AlikeRecord, ...]) -> str:
    """Write what a sender is told, to be kept with the item: a repeat is told the same, whatever came since."""
    return msgspec.json.encode(found).decode() if found else ""


def told_again(unit: Unit, actor: Actor, texts: Mapping[str, str]) -> dict[str, tuple[AlikeRecord, ...]]:
    """Read what ``kept`` wrote of some items, for a sender whose office is told of alerts.

    Without what the feed tells no more; an item of which nothing was kept is not among them.
    """
    if not actor.office_looks:
        return {}
    decoder = decoder_of(tuple[AlikeRecord, ...])
    found = {item_id: decoder.decode(text) for item_id, text in texts.items() if text}
    told = unit.records.still_told({one.uid for likes in found.values() for one in likes})
    return {item_id: tuple(one for one in likes if one.uid in told) for item_id, likes in found.items()}


def _read(bodies: Iterable[bytes]) -> Iterator[AlertRecord]:
    for body in bodies:
        one = read_body(body)
        if isinstance(one, AlertRecord):
            yield one


def _may_be(one: AlertRecord, uid: str) -> bool:
    return one.uid != uid and one.life in STANDS


def _told(likes: Sequence[tuple[Alikeness, AlertRecord]]) -> tuple[AlikeRecord, ...]:
    """Tell the newest, each once: of the same FIR rather than in the same words."""
    by_fir = [like for like in likes if like[0] is Alikeness.SAME_FIR]
    found = {one.uid: (why, one) for why, one in (*likes, *by_fir)}
    newest = sorted(found.values(), key=lambda like: (like[1].received_at, like[1].record_number), reverse=True)
    return tuple(
        AlikeRecord(
            uid=one.uid,
            record_number=one.record_number,
            office_name=one.office_name,
            district_name=one.district_name,
            received_at=one.received_at,
            why=why,
        )
        for why, one in newest[:MOST]
    )
