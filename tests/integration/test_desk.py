"""The desk on real SQLCipher: what officers write is there, in order, and moves only whole."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from station_client.domain.alert import Attention
from station_client.domain.ids import AlertUid, DraftId, ItemId, Login
from station_client.domain.outbox import ItemState
from station_client.domain.reasons import Field, Reason
from station_client.errors import InputError, NotInCopyError, StoreDamagedError
from station_client.store.desk import Desk, Trace, open_desk
from station_client.store.desk.under_way import Move
from tests.support.casework import NOON, OFFICER, draft, item_of, receipt_of

KEY = bytes(range(32))
OTHER = Login("r.khan")


@pytest.fixture
def told() -> list[str]:
    """Collect one word for each change."""
    return []


@pytest.fixture
def desk(tmp_path: Path, told: list[str]) -> Iterator[Desk]:
    """Open a fresh desk."""
    opened = open_desk(tmp_path / "desk.db", KEY, copies=tmp_path, changed=lambda: told.append("changed"))
    told.clear()
    yield opened
    opened.close()


def test_a_draft_is_kept_as_typed(desk: Desk, told: list[str]) -> None:
    """Each save is a version; the last one is what is there."""
    first = desk.drafts.save(draft())
    second = desk.drafts.save(replace(first, description="Thirteen phones."))
    assert (first.version, second.version) == (1, 2)
    assert desk.drafts.one(first.draft_id) == second
    assert told == ["changed", "changed"]


def test_drafts_are_listed_by_author(desk: Desk) -> None:
    """Last saved first."""
    mine, later = desk.drafts.save(draft(1)), desk.drafts.save(draft(2))
    theirs = desk.drafts.save(draft(3, author=OTHER))
    assert desk.drafts.all(OFFICER) == (later, mine)
    assert desk.drafts.all() == (theirs, later, mine)
    desk.drafts.delete(theirs.draft_id)
    assert desk.drafts.all(OTHER) == ()
    assert desk.drafts.one(DraftId("none")) is None


def test_submitting_moves_a_draft_into_the_outbox(desk: Desk) -> None:
    """It is in one place only, and nobody can change it any more."""
    kept = desk.drafts.save(draft())
    item = item_of(kept)
    desk.outbox.submit(item, kept.draft_id)
    assert desk.drafts.one(kept.draft_id) is None
    assert desk.drafts.all() == ()
    assert desk.outbox.items() == (item,)
    assert desk.outbox.one(item.item_id) == item
    assert desk.outbox.waiting() == 1
    with pytest.raises(InputError, match="already-sent"):
        desk.drafts.save(kept)
    with pytest.raises(InputError, match="already-sent"):
        desk.outbox.submit(item_of(kept, 1), kept.draft_id)
    desk.drafts.delete(kept.draft_id)
    assert desk.outbox.take_back(item.item_id) == kept


def test_nothing_is_submitted_without_its_draft(desk: Desk) -> None:
    """Half of a submit is none."""
    with pytest.raises(NotInCopyError):
        desk.outbox.submit(item_of(draft()), draft().draft_id)
    assert desk.outbox.items() == ()


@pytest.mark.parametrize("state", [ItemState.QUEUED, ItemState.REFUSED, ItemState.SET_ASIDE])
def test_what_is_not_under_way_can_be_taken_back(desk: Desk, state: ItemState) -> None:
    """It is a draft again, as it was, and can be submitted again."""
    kept = desk.drafts.save(draft())
    desk.outbox.submit(item_of(kept), kept.draft_id)
    desk.outbox.update(item_of(kept, state=state, reason="description"))
    assert desk.outbox.take_back(item_of(kept).item_id) == kept
    assert desk.outbox.items() == ()
    assert desk.drafts.one(kept.draft_id) == kept
    desk.outbox.submit(item_of(kept, 1), kept.draft_id)
    assert desk.outbox.waiting() == 1


@pytest.mark.parametrize("state", [ItemState.SENDING, ItemState.RECEIVED, ItemState.COMPLETE])
def test_what_the_centre_may_have_cannot_be_taken_back(desk: Desk, state: ItemState) -> None:
    """An alert that is out is recalled at the centre, not here."""
    kept = desk.drafts.save(draft())
    item = item_of(kept, state=state)
    desk.outbox.submit(item, kept.draft_id)
    with pytest.raises(InputError, match="already-sent"):
        desk.outbox.take_back(item.item_id)
    assert desk.outbox.items() == (item,)


def test_an_item_taken_back_meanwhile_is_not_updated(desk: Desk) -> None:
    """The engine is told, and nothing comes back to life."""
    kept = desk.drafts.save(draft())
    desk.outbox.submit(item_of(kept), kept.draft_id)
    desk.outbox.take_back(item_of(kept).item_id)
    with pytest.raises(NotInCopyError):
        desk.outbox.update(item_of(kept, state=ItemState.SENDING))
    with pytest.raises(NotInCopyError):
        desk.outbox.take_back(ItemId("none"))
    assert desk.outbox.items() == ()


def test_the_outbox_keeps_its_order(desk: Desk) -> None:
    """First submitted, first sent, whatever is updated; only what waits is counted."""
    items = []
    for number in range(4):
        kept = desk.drafts.save(draft(number))
        items.append(item_of(kept, number))
        desk.outbox.submit(items[-1], kept.draft_id)
    desk.outbox.update(replace(items[0], state=ItemState.COMPLETE))
    desk.outbox.update(replace(items[2], state=ItemState.REFUSED))
    assert [one.item_id for one in desk.outbox.items()] == [one.item_id for one in items]
    assert desk.outbox.waiting() == 2


def test_many_items_move_by_one_change_and_none_that_was_moved_meanwhile(desk: Desk) -> None:
    """Taken back, set aside, moved by a person: such a one stays as it is, and its receipt is not kept."""
    items = [item_of(desk.drafts.save(draft(number)), number) for number in range(4)]
    for number, item in enumerate(items):
        desk.outbox.submit(item, draft(number).draft_id)
    desk.outbox.take_back(items[1].item_id)
    aside = replace(items[2], state=ItemState.SET_ASIDE)
    desk.outbox.update(aside)
    done = [replace(one, state=ItemState.COMPLETE, record_number="CM-1") for one in items]
    moves = [Move(one, ItemState.QUEUED, receipt_of(one, complete_at=NOON)) for one in done]
    assert desk.under_way.move(moves) == {items[0].item_id, items[3].item_id}
    assert desk.outbox.items() == (done[0], aside, done[3])
    assert {one.item_id for one in desk.receipts.all()} == {items[0].item_id, items[3].item_id}
    late = [Move(one, ItemState.COMPLETE, receipt_of(one)) for one in (done[0], done[3])]
    desk.under_way.move(late)
    assert all(one.complete_at == NOON for one in desk.receipts.all())
    assert desk.under_way.move([]) == frozenset()


def test_a_receipt_comes_with_its_items_state(desk: Desk) -> None:
    """Both or neither; a complete receipt is never made incomplete by a late answer."""
    kept = desk.drafts.save(draft())
    item = item_of(kept)
    desk.outbox.submit(item, kept.draft_id)
    complete = receipt_of(item, complete_at=NOON)
    desk.outbox.update(replace(item, state=ItemState.COMPLETE, record_number="CM-1"), complete)
    desk.receipts.put(receipt_of(item))
    assert desk.receipts.one(item.item_id) == complete
    assert desk.receipts.one(ItemId("none")) is None
    with pytest.raises(NotInCopyError):
        desk.outbox.update(item_of(kept, 5), receipt_of(item_of(kept, 5)))
    later = receipt_of(item_of(kept, 6), received_at=NOON + timedelta(hours=1))
    desk.receipts.put(later)
    assert desk.receipts.all() == (later, complete)


def test_attention_only_grows(desk: Desk) -> None:
    """What was acknowledged is not new again because somebody looked."""
    one, other = AlertUid("one"), AlertUid("other")
    assert desk.attention.mark(one, Attention.SEEN, OFFICER, NOON)
    assert desk.attention.mark(one, Attention.ACKNOWLEDGED, OTHER, NOON)
    assert not desk.attention.mark(one, Attention.SEEN, OFFICER, NOON)
    assert desk.attention.of((one, other)) == {one: Attention.ACKNOWLEDGED, other: Attention.NEW}
    many = [AlertUid(str(number)) for number in range(1200)]
    assert set(desk.attention.of(many).values()) == {Attention.NEW}


def test_notes_are_kept_by_name(desk: Desk) -> None:
    """The last word counts."""
    desk.settings.put("skew", "1")
    desk.settings.put("skew", "2")
    assert desk.settings.get("skew") == "2"
    assert desk.settings.get("none") is None


def test_the_audit_trail_is_whole(desk: Desk) -> None:
    """Entries stand in order with who, what and when."""
    assert desk.audit.verify() == 0
    for number in range(3):
        desk.audit.append(OFFICER, "opened", f"alert {number}", NOON, 0.25)
    assert desk.audit.verify() == 3
    assert [(one.number, one.subject) for one in desk.audit.entries()] == [
        (1, "alert 0"),
        (2, "alert 1"),
        (3, "alert 2"),
    ]
    assert desk.audit.entries()[0].at == NOON


@pytest.mark.parametrize(
    "meddling",
    [
        "UPDATE audit SET entry = replace(entry, 'alert 1', 'alert 9') WHERE number = 2",
        "DELETE FROM audit WHERE number = 2",
        "DELETE FROM audit WHERE number = 3",
        "DELETE FROM audit",
        "UPDATE audit SET number = CASE number WHEN 1 THEN -2 WHEN 2 THEN 1 ELSE 3 END",
        "DELETE FROM settings WHERE name = 'audit-head'",
    ],
)
def test_meddling_with_the_audit_trail_shows(desk: Desk, meddling: str) -> None:
    """A changed, missing, moved or cut-off entry, even by one who can open the file."""
    for number in range(3):
        desk.audit.append(OFFICER, "opened", f"alert {number}", NOON, 0)
    with desk._database.write() as connection:
        connection.execute(text(meddling))
    with pytest.raises(StoreDamagedError) as shown:
        desk.audit.verify()
    desk.audit.append(OFFICER, "signed-in", "", NOON, 0)  # what the next sign-in writes must not heal it
    with pytest.raises(StoreDamagedError) as still:
        desk.audit.verify()
    assert str(still.value) == str(shown.value)


def test_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    """Drafts, items, receipts, notes."""
    path = tmp_path / "desk.db"
    first = open_desk(path, KEY, copies=tmp_path)
    one, other = first.drafts.save(draft(1)), first.drafts.save(draft(2))
    first.outbox.submit(item_of(other), other.draft_id)
    first.close()
    again = open_desk(path, KEY, copies=tmp_path)
    assert again.drafts.all() == (one,)
    assert again.outbox.items() == (item_of(other),)
    again.close()


def test_what_the_centre_has_is_never_taken_back(desk: Desk) -> None:
    """Not even where its files were set aside: it would be sent twice."""
    kept = desk.drafts.save(draft())
    item = item_of(kept, state=ItemState.SET_ASIDE, record_number="CM-1")
    desk.outbox.submit(item, kept.draft_id)
    with pytest.raises(InputError, match="already-sent"):
        desk.outbox.take_back(item.item_id)
    assert desk.outbox.items() == (item,)


def test_a_newer_state_is_not_written_over(desk: Desk) -> None:
    """Whoever expects an older one is told, and leaves no trace."""
    kept = desk.drafts.save(draft())
    item = item_of(kept, state=ItemState.RECEIVED, record_number="CM-1")
    desk.outbox.submit(item, kept.draft_id)
    trace = Trace(OFFICER, "retried", item.item_id, NOON, 0)
    again = replace(item, state=ItemState.QUEUED)
    assert not desk.outbox.update(again, receipt_of(item), expected={ItemState.REFUSED}, trace=trace)
    assert (desk.outbox.one(item.item_id), desk.receipts.all(), desk.audit.entries()) == (item, (), ())
    assert desk.outbox.update(again, expected={ItemState.RECEIVED}, trace=trace)
    assert desk.outbox.one(item.item_id) == again
    assert desk.audit.verify() == 1


def test_every_file_that_may_be_wanted_again_is_named(desk: Desk) -> None:
    """Of a draft that rests under its item too."""
    kept = desk.drafts.save(draft())
    desk.outbox.submit(item_of(kept), kept.draft_id)
    assert desk.drafts.files() == desk.outbox.files() == {kept.files[0].sha256}


def test_what_is_written_together_is_kept_together(desk: Desk, told: list[str]) -> None:
    """One change for whoever watches; its own thread sees it at once; one that fails leaves nothing of the others."""
    first, second = desk.drafts.save(draft(1)), desk.drafts.save(draft(2))
    told.clear()
    with desk.together():
        desk.drafts.save(replace(first, description="One."))
        desk.drafts.save(replace(second, description="Two."))
        assert desk.drafts.one(second.draft_id) == replace(second, version=2, description="Two.")
        assert told == []
    assert told == ["changed"]
    with contextlib.suppress(InputError), desk.together():
        desk.drafts.save(replace(first, version=2, description="Never."))
        raise InputError(Field.DRAFT, Reason.ALREADY_SENT)
    kept = desk.drafts.one(first.draft_id)
    assert kept is not None
    assert (kept.version, kept.description) == (2, "One.")
