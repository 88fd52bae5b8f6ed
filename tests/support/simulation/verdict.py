"""At the end of every story: none lost, none doubled, none under another's name, and everybody says the same."""

from __future__ import annotations

from collections import Counter

from central.store.items import Item, ItemFile
from station_client.domain.ids import AlertUid, ItemId
from station_client.domain.outbox import ItemState, OutboxItem
from sync.protocol.records import AlertRecord
from sync.summary import difference
from tests.support.centre import CONSTABLE_A
from tests.support.simulation.world import Country, Place

TURNED_DOWN = frozenset({ItemState.REFUSED, ItemState.SET_ASIDE})


def judge(land: Country) -> None:
    """Compare what was written with what is at the centre, in the outboxes and in every copy."""
    items = {one.item_id: one for place in land.places for one in place.here.stores.desk.outbox.items()}
    assert set(items) == set(land.written), "an item is lost or made up"
    alerts = alerts_at_the_centre(land)
    numbers = Counter(one.record_number for one in alerts.values())
    assert max(numbers.values(), default=1) == 1, "one number for two alerts"
    for item_id, item in items.items():
        judge_item(land, item, alerts)
        if item.state is ItemState.COMPLETE:
            judge_receipt(land, item_id)
    wanted = {str(one) for one, item in items.items() if not item.edits and item.state is ItemState.COMPLETE}
    assert set(alerts) == wanted, "the centre has other alerts than were completed"
    for uid, alert in alerts.items():
        judge_changes(land, alert, [one for one in items.values() if one.edits == uid])
    for place in land.places:
        judge_copy(place, alerts)


def judge_item(land: Country, item: OutboxItem, alerts: dict[str, AlertRecord]) -> None:
    """Expect an alert to be complete, or refused for its author; a change may besides have come second."""
    wrote = land.written[item.item_id]
    reasons = {"not-entitled", "conflict"} if item.edits else {"not-entitled"} if wrote.author == CONSTABLE_A else set()
    assert item.author == wrote.author
    if item.state in TURNED_DOWN:
        assert item.reason in reasons, f"{item.item_id} {item.state} {item.reason}"
        assert str(item.item_id) not in alerts
    else:
        assert item.state is ItemState.COMPLETE, f"{item.item_id} {item.state} {item.reason}"


def judge_receipt(land: Country, item_id: ItemId) -> None:
    """Expect the receipt to say what the centre recorded: number, moments, each file, and the author's own name."""
    receipt = next(r for r in (one.here.stores.desk.receipts.one(item_id) for one in land.places) if r)
    kept, files = recorded(land, item_id)
    assert kept.author == land.written[item_id].author == receipt.author, "another's name"
    assert (kept.record_number, kept.received_at) == (receipt.record_number, receipt.received_at)
    assert kept.complete_at == receipt.complete_at
    assert kept.complete_at is not None
    assert {one.sha256 for one in files} == {one.sha256 for one in receipt.files}
    assert all(one.verified for one in files)


def judge_changes(land: Country, alert: AlertRecord, changes: list[OutboxItem]) -> None:
    """Expect each change to count once: the version says how many, the newest stands in the text."""
    done = [one for one in changes if one.state is ItemState.COMPLETE]
    assert alert.version == 1 + len(done), f"version {alert.version} after {len(done)} changes"
    bases = sorted(one.base_version for one in done)
    assert bases == list(range(1, alert.version)), "two changes of one version"
    last = next((one.item_id for one in done if one.base_version == alert.version - 1), ItemId(alert.uid))
    assert land.written[last].text in alert.description


def judge_copy(place: Place, alerts: dict[str, AlertRecord]) -> None:
    """Expect a copy to be the centre's scope: cursor, counts and digest, and each alert as the centre has it."""
    replica, held = place.here.stores.replica, place.here.purse.held
    assert held is not None
    cursor = replica.feed.cursor()
    summary = place.line.summary(held.access, cursor=cursor)
    assert summary.cursor == cursor
    assert difference(summary, replica.standing.tally()) == ""
    assert place.here.engine.status().waiting == 0
    for uid, alert in alerts.items():
        copy = replica.alerts.one(AlertUid(uid))
        assert copy is not None
        assert (copy.description, copy.version, copy.record_number) == (
            alert.description,
            alert.version,
            alert.record_number,
        )


def alerts_at_the_centre(land: Country) -> dict[str, AlertRecord]:
    """Read every alert from the centre's feed; fails where one is there twice."""
    access = land.small.sign_in(machine_id="auditor").access_token
    frames = land.places[0].line.feed(access, since=0, dictionary="")
    told = [one for frame in frames if frame.kind.name == "RECORDS" for one in frame.records]
    found = [one for one in told if isinstance(one, AlertRecord)]
    assert len(found) == len({one.uid for one in found}), "an alert is there twice"
    return {one.uid: one for one in found}


def recorded(land: Country, item_id: ItemId) -> tuple[Item, tuple[ItemFile, ...]]:
    """Give an item as the centre recorded it."""
    with land.small.house.store.read() as unit:
        item = unit.items.one(item_id)
        assert item is not None, "the centre does not have it"
        return item, unit.items.files(item_id)
