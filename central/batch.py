"""One batch on its way in: what its items have in common is asked for once, and what is new is written together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from central.alike import Doubles, kept, told_again
from central.errors import Refused
from central.rights import Account, Actor, is_name
from central.store.arrivals import as_told
from central.store.findings import Texts
from central.store.items import Item, ItemFile, Stored
from central.store.naming import named_by
from central.store.unit import Unit
from station_client.clock import to_ist
from sync.protocol.codes import Code
from sync.protocol.messages import AlikeRecord, PushItem
from sync.protocol.records import AlertRecord, OfficeRecord


@dataclass(frozen=True, slots=True)
class Kept:
    """An item that the centre has, with its files, and what its sender is told of alerts that are like it."""

    item: Item
    files: tuple[ItemFile, ...]
    doubles: tuple[AlikeRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read of a batch before its turn to write: its texts, and what they are like where that is told."""

    texts: Texts
    doubles: Doubles | None


class Batch:
    """The machine and the officer who hand a batch over, its authors and its office, as ``unit`` has them.

    ``kept`` are those of its items that the centre has, by their ids. New alerts are written by ``finish``, all of them
    together, or before a change that may be of one of them.
    """

    def __init__(
        self, unit: Unit, actor: Actor, items: Sequence[PushItem], readings: Readings, *, now: datetime
    ) -> None:
        """Look which of the items, and which of their files, are here already; ``now`` is when they came."""
        self.unit = unit
        self.actor = actor
        self.now = now
        self._readings = readings
        self._authors: dict[str, Account | None] = {}
        self._fresh: list[AlertRecord] = []
        self._counter = f"record-{to_ist(now).year}"
        self._numbered = 0
        here = unit.items.several([one.item_id for one in items])
        doubles = told_again(unit, actor, {item_id: one.alike for item_id, (one, _) in here.items()})
        self.kept = {item_id: Kept(*both, doubles.get(item_id, ())) for item_id, both in here.items()}
        self._stock = unit.stock.several({file.sha256 for one in items for file in one.files})

    def author(self, login: str) -> Account | None:
        """Give an author who may send from here: active, of the machine's office, and once signed in on it."""
        if login not in self._authors:
            self._authors[login] = self._asked(login)
        return self._authors[login]

    @cached_property
    def office(self) -> OfficeRecord:
        """Give the machine's office; raise ``Refused`` where the directory has it no more."""
        office = self.unit.records.office(self.actor.office_code)
        if office is None:
            raise Refused(Code.NOT_ENTITLED, "the office is no longer in the directory")
        return office

    @cached_property
    def district_name(self) -> str:
        """Give the name of the office's district."""
        return self.unit.records.place_names(self.office)[0]

    def stored(self, sha256: str) -> Stored | None:
        """Give what is known of a file's bytes that are here."""
        return self._stock.get(sha256)

    def edited(self, sent: PushItem) -> AlertRecord | None:
        """Give the alert that an item changes, as the centre holds it now."""
        if not sent.edits:
            return None
        self._settle()
        found = self.unit.records.one("alert", sent.edits)
        return found if isinstance(found, AlertRecord) else None

    def number(self) -> str:
        """Take the next record number of the year."""
        self._numbered = (self._numbered or self.unit.counters.value(self._counter)) + 1
        return f"{self._counter.removeprefix('record-')}-{self._numbered:06d}"

    def keep(self, item: Item, files: tuple[ItemFile, ...], alert: AlertRecord) -> None:
        """Keep an item that is a new alert, or one that changes an alert: then that, as it is from now on."""
        self.kept[item.item_id] = Kept(item, files)
        if alert.uid == item.item_id:
            self._fresh.append(alert)
            return
        self.unit.records.put(alert)
        self.unit.items.add([(item, files)])

    def finish(self) -> None:
        """Write what was not written yet."""
        self._settle()
        if self._numbered:
            self.unit.counters.raise_to(self._counter, self._numbered)

    def _settle(self) -> None:
        """Write the new alerts: their texts without what the law keeps back, what they are like, and their items."""
        unit, doubles, fresh = self.unit, self._readings.doubles, self._fresh
        if not fresh:
            return
        hidden = unit.arrivals.hidden(frozenset().union(*map(named_by, fresh)))
        both = [(one, as_told(one, hidden)) for one in fresh]
        alike = doubles.of(unit, [told for _, told in both]) if doubles is not None else {}
        known = unit.arrivals.known([one.uid for one in fresh])
        unit.arrivals.put([one for one in both if one[0].uid not in known], self._readings.texts)
        for one in fresh:
            if one.uid in known:  # it came with a register before, under this very id
                unit.records.put(one)
            of_it, here = alike.get(one.uid, ()), self.kept[one.uid]
            self.kept[one.uid] = replace(here, item=replace(here.item, alike=kept(of_it)), doubles=of_it)
        unit.items.add([(self.kept[one.uid].item, self.kept[one.uid].files) for one in fresh])
        self._fresh = []

    def _asked(self, login: str) -> Account | None:
        author = self.unit.officers.one(login) if is_name(login) else None
        if author is None or not author.active or author.office_code != self.actor.office_code:
            return None
        return author if self.unit.sessions.signed_in_before(self.actor.machine_id, author.login) else None
