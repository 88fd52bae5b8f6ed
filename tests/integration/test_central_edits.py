"""Changes of alerts at the centre: by their office, from the version they stand at, once, and told to everybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from central.push import content_hash
from central.rights import Account
from station_client.domain.alert import Category, Life
from station_client.domain.office import Act
from sync.protocol.codes import ItemReason, Outcome
from sync.protocol.messages import Grant, PushItem
from sync.protocol.records import AlertRecord
from tests.support.centre import (
    PASSWORD,
    SHO_A,
    SI_A,
    SI_B,
    STATION_A,
    HandClock,
    SmallCentre,
    an_item,
    claim_of,
    small_centre,
)

PDF = b"%PDF-1.4\n" + b"evidence " * 90


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a small centre."""
    with small_centre(tmp_path / "centre", HandClock()) as made:
        yield made


@pytest.fixture
def sent(small: SmallCentre) -> PushItem:
    """Give an alert of station A that the centre has, with a file."""
    item = an_item(files=(claim_of(PDF),))
    small.push_one(small.sign_in(), item)
    return item


def stands(small: SmallCentre, uid: str) -> AlertRecord:
    """Give the alert as everybody has it from the feed."""
    grant = small.sign_in(SI_B, machine_id="machine-b")
    records = small.centre.changes(grant.access_token, since=0, rows=500).records
    (found,) = [one for one in records if isinstance(one, AlertRecord) and one.uid == uid]
    return found


def sho(small: SmallCentre) -> Grant:
    """Sign in who is in charge of station A, on its machine."""
    return small.sign_in(SHO_A)


def test_a_correction_is_the_same_alert_one_version_on(small: SmallCentre, sent: PushItem) -> None:
    """Its number, its moment, its author and its files stay; a repeat gets the same answer and changes nothing."""
    before = stands(small, sent.item_id)
    more = PDF + b"more"
    edit = an_item(
        edits=sent.item_id,
        base_version=1,
        description="Five kilograms of opium, not four, recovered near the canal.",
        files=(claim_of(more, name="more.pdf"),),
    )
    first, second = (small.push_one(small.sign_in(), edit) for _ in range(2))
    assert (first.outcome, first) == (Outcome.RECEIVED, second)
    after = stands(small, sent.item_id)
    assert (after.life, after.version, after.description) == (Life.CORRECTED, 2, edit.description)
    assert (after.record_number, after.issued_at, after.author) == (
        before.record_number,
        before.issued_at,
        before.author,
    )
    assert [one.name for one in after.files] == ["photo.pdf", "more.pdf"]
    (change,) = after.changes
    assert (change.life, change.author) == (Life.CORRECTED, after.author)
    assert change.at >= after.received_at
    assert before.changes == ()
    assert after.sequence > before.sequence


def test_an_edit_of_an_older_version_is_a_conflict_and_the_centre_wins(small: SmallCentre, sent: PushItem) -> None:
    """Two officers correct at once: the second is told which version stands, and nothing of theirs is taken."""
    grant = small.sign_in()
    first = an_item(edits=sent.item_id, base_version=1, description="The first correction of this alert.")
    second = an_item(edits=sent.item_id, base_version=1, description="The second correction of this alert.")
    small.push_one(grant, first)
    answer = small.push_one(grant, second)
    assert (answer.outcome, answer.reason, answer.version) == (Outcome.REFUSED, ItemReason.CONFLICT, 2)
    assert stands(small, sent.item_id).description == first.description


@pytest.mark.parametrize("life", ["", Life.LOCATED, Life.RECALLED])
def test_an_alert_of_a_kind_that_its_officer_may_not_send_is_not_theirs_to_change(
    small: SmallCentre, life: str
) -> None:
    """Not even under the name of a kind that they may: their own office's High Alert stays what it was."""
    sent = an_item(SHO_A, category=Category.HIGH_ALERT)
    small.push_one(sho(small), sent)
    acts = (Act.VIEW, Act.UPLOAD, Act.RECALL)
    account = Account(SI_A, "Anil Sharma", "Sub-Inspector", STATION_A, acts, (Category.SEIZURE,))
    small.house.accounts.put_officer(account, PASSWORD)
    edit = an_item(
        edits=sent.item_id, base_version=1, life=life, category=Category.SEIZURE, description="It was nothing at all."
    )
    assert small.push_one(small.sign_in(), edit).reason == ItemReason.NOT_ENTITLED
    after = stands(small, sent.item_id)
    assert (after.version, after.life, after.category) == (1, Life.ACTIVE, Category.HIGH_ALERT)


def test_what_was_found_is_said_with_why(small: SmallCentre, sent: PushItem) -> None:
    """The alert keeps its text; the reason stands below it; it may still be recalled, by whoever may."""
    found = an_item(edits=sent.item_id, base_version=1, life="located", description="Found at Lalpur on 2 August.")
    small.push_one(small.sign_in(), found)
    after = stands(small, sent.item_id)
    assert after.life == Life.LOCATED
    assert after.description == f"{sent.description}\n\n{found.description}"
    recall = an_item(SI_A, edits=sent.item_id, base_version=2, life="recalled", description="Sent by mistake, sorry.")
    assert small.push_one(small.sign_in(), recall).reason == ItemReason.NOT_ENTITLED
    grant = sho(small)
    recall = an_item(SHO_A, edits=sent.item_id, base_version=2, life="recalled", description="Sent by mistake, sorry.")
    assert small.push_one(grant, recall).outcome == Outcome.RECEIVED
    recalled = stands(small, sent.item_id)
    assert recalled.life == Life.RECALLED
    assert [one.life for one in recalled.changes] == [Life.LOCATED, Life.RECALLED]
    assert recalled.changes[0].author != recalled.changes[1].author
    late = an_item(SHO_A, edits=sent.item_id, base_version=3, description="One more correction after the recall.")
    assert small.push_one(grant, late).reason == ItemReason.CONFLICT


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"life": "expired"}, ItemReason.NOT_UNDERSTOOD),
        ({"edits": "0198a7c4-5e1b-7c3d-9f20-6b7a8c9d0e1f"}, ItemReason.CONFLICT),
        ({"base_version": 0}, ItemReason.CONFLICT),
        ({"base_version": 2}, ItemReason.CONFLICT),
        ({"description": "short"}, ItemReason.DESCRIPTION),
    ],
)
def test_a_change_that_cannot_stand_changes_nothing(
    small: SmallCentre, sent: PushItem, changed: dict[str, Any], reason: ItemReason
) -> None:
    """An unknown end, an unknown alert, another version, a text that is none."""
    edit = an_item(**{"edits": sent.item_id, "base_version": 1, **changed})
    assert small.push_one(small.sign_in(), edit).reason == reason
    assert stands(small, sent.item_id).version == 1


def test_items_of_before_there_were_edits_keep_their_hash() -> None:
    """A centre that was updated still knows them: the repeat of one is no other content."""
    item = an_item(
        item_id="0198a7c4-5e1b-7c3d-9f20-6b7a8c9d0e1f",
        written_at=datetime(2026, 8, 1, tzinfo=UTC),
        files=(claim_of(b"%PDF x"),),
    )
    assert content_hash(item) == "691b983e9310db9646ca7884d076de3a157818c59cc373abd6124c29aadb0e5e"


def test_nobody_changes_another_offices_alert(small: SmallCentre, sent: PushItem) -> None:
    """Whatever their own rights are."""
    grant = small.sign_in(SI_B, machine_id="machine-b")
    fir: dict[str, Any] = {"fir_key": "35055012/2026/0007", "fir_shown": "0007/2026"}
    edit = an_item(SI_B, edits=sent.item_id, base_version=1, **fir)
    assert small.push_one(grant, edit).reason == ItemReason.NOT_ENTITLED
    assert stands(small, sent.item_id).version == 1
