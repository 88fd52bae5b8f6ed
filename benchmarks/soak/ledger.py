"""What was told as kept, and the search for anything of it that is not there."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from benchmarks.soak.life import alert
from station_client import app
from station_client.domain.ids import DraftId, ItemId, Sha256
from station_client.domain.outbox import ItemState, OutboxItem
from station_client.errors import StationError
from station_client.services.deeds import Deed
from station_client.store.stores import Stores

Told = list[str | int]


@dataclass
class Work:
    """What was told of one alert that an officer wrote."""

    version: int = 0
    description: str = ""
    files: set[str] = field(default_factory=set)
    item: str = ""
    received: bool = False


@dataclass
class Ledger:
    """Everything that was told, over all lives of the program."""

    works: dict[str, Work] = field(default_factory=dict)
    cursor: int = 0
    told: Counter[str] = field(default_factory=Counter)
    touched: set[str] = field(default_factory=set)

    def note(self, told: Told) -> None:
        """Write down one acknowledgement."""
        what = str(told[0])
        self.told[what] += 1
        if what == "page":
            self.cursor = int(told[1])
            return
        draft = str(told[2]) if what in {"item", "taken-back"} else str(told[1])
        if what == "receipt":
            draft = next(key for key in self.touched if self.works[key].item == draft)
        self.touched.add(draft)
        work = self.works.setdefault(draft, Work())
        if what == "draft":
            work.version, work.description = int(told[2]), str(told[3])
        elif what == "file":
            work.version = int(told[2])
            work.files.add(str(told[3]))
        elif what == "item":
            work.item = str(told[1])
        elif what == "receipt":
            work.received = True
        elif what == "taken-back":
            work.item = ""
        else:
            del self.works[draft]
            self.touched.discard(draft)

    def missing(self, house: app.House, *, all_of_it: bool) -> list[str]:
        """Name everything that was told and is not there; of this life only, unless ``all_of_it`` is asked."""
        stores = house.verbs.session.stores()
        asked = set(self.works) if all_of_it else self.touched
        by_draft = {item.draft_id: item for item in stores.desk.outbox.items()}
        found = [f"{key}: {one}" for key in asked for one in _gone(stores, DraftId(key), self.works[key], by_draft)]
        found += self._page_gone(stores, all_of_it=all_of_it)
        self.touched.clear()
        return found + _unsound(stores)

    def _page_gone(self, stores: Stores, *, all_of_it: bool) -> list[str]:
        here = stores.replica.feed.cursor()
        if here < self.cursor:
            return [f"the cursor stands at {here}, told was {self.cursor}"]
        self.cursor = here
        first = 0 if all_of_it else max(0, here - 20)
        found = [f"alert {at}" for at in range(first, here) if stores.replica.alerts.one(alert(at).uid) is None]
        counted = stores.replica.search.find(words="robbery", limit=1)
        return found if counted.capped or counted.count == here else [*found, f"the index counts {counted.count}"]


def _gone(stores: Stores, draft_id: DraftId, work: Work, items: dict[DraftId, OutboxItem]) -> list[str]:
    """Say what is missing of one work. The act that was under way at the kill may be done, and told to nobody."""
    draft, item = stores.desk.drafts.one(draft_id), items.get(draft_id)
    here = draft or item
    if draft is not None and item is not None:
        return ["both a draft and in the outbox"]
    if here is None:
        return [] if _done(stores, Deed.DISCARDED, draft_id) else ["neither a draft nor in the outbox"]
    found = []
    if work.item and item is None and not _done(stores, Deed.TAKEN_BACK, work.item):
        found.append("its place in the outbox")
    if draft is not None and draft.version < work.version:
        found.append(f"version {work.version}")
    if (draft is None or draft.version == work.version) and here.description != work.description:
        found.append("its words")
    if work.files - {one.sha256 for one in here.files}:
        found.append("a file of it")
    if work.received and (item is None or item.state is not ItemState.COMPLETE):
        found.append("its state")
    if work.received and item is not None and stores.desk.receipts.one(ItemId(item.item_id)) is None:
        found.append("its receipt")
    return found + [f"the bytes of {one}" for one in work.files if not _whole(stores, Sha256(one))]


def _done(stores: Stores, deed: Deed, subject: str) -> bool:
    """Tell whether the trail says that this was done: the officer's own act, cut off before it was told."""
    return any((one.act, one.subject) == (deed, subject) for one in stores.desk.audit.entries())


def _whole(stores: Stores, sha256: Sha256) -> bool:
    try:
        with stores.blobs.open(sha256) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except StationError:
        return False


def _unsound(stores: Stores) -> list[str]:
    """Look whether both files are consistent, in their form and in their ciphers, and the trail unbroken."""
    found = []
    for database in (stores.desk._database, stores.replica._database):  # noqa: SLF001 a soak looks inside
        database.checkpoint()  # the ciphers' check reads the file alone
        with database.read() as connection:
            if connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() != ["ok"]:
                found.append(f"{database.path.name} is inconsistent")
            if connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all():
                found.append(f"{database.path.name} has a page that does not open")
    try:
        stores.desk.audit.verify()
    except StationError:
        found.append("the audit trail is broken")
    return found
