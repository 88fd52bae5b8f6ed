"""What stations send is judged, recorded once, answered the same for ever, and told to everybody."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import msgspec
import pytest

from central.errors import Refused
from station_client.domain.alert import Category, Life
from sync.protocol.codes import Code, ItemReason, Outcome
from sync.protocol.messages import ItemAnswer, PushBatch, PushItem
from tests.support.centre import (
    CONSTABLE_A,
    DSP,
    JAILER,
    SHO_A,
    SI_A,
    SI_B,
    SmallCentre,
    an_item,
    claim_of,
    small_centre,
)
from tests.support.received import PDF, alerts, receipt_of


def test_an_item_becomes_an_alert_that_everybody_sees(small: SmallCentre) -> None:
    """With the sender's office from the directory, and its files named before their bytes are here."""
    item = an_item(files=(claim_of(PDF),))
    receipt = receipt_of(small.push_one(small.sign_in(), item))
    (alert,) = alerts(small)
    assert (alert.uid, alert.record_number) == (item.item_id, receipt.record_number)
    assert (alert.office_name, alert.district_name, alert.state_code) == ("RAMPUR", "HARDOI", "09")
    assert (alert.author, alert.life, alert.version) == ("Sub-Inspector Anil Sharma", Life.ACTIVE, 1)
    assert [one.sha256 for one in alert.files] == [claim_of(PDF).sha256]
    assert alert.issued_at <= alert.received_at == receipt.received_at


def test_a_repeat_gets_the_same_answer_for_ever(small: SmallCentre, tmp_path: Path) -> None:
    """Across a restart too; nothing is recorded twice."""
    item = an_item()
    first = small.push_one(small.sign_in(), item)
    small.house.close()
    with small_centre(tmp_path / "centre", database_url=small.house.settings.database_url) as reopened:
        grant = reopened.sign_in()
        assert reopened.push_one(grant, item) == first
        assert reopened.push_one(grant, msgspec.structs.replace(item, skew_seconds=4.5)) == first
        assert len(alerts(reopened)) == 1


def test_the_same_item_many_times_at_once_is_recorded_once(small: SmallCentre) -> None:
    """Two lines, one item: the time-out and the repeat may overlap."""
    grant, item = small.sign_in(), an_item()
    small.centre.changes(grant.access_token, since=0, rows=1)
    answers: list[ItemAnswer] = []
    threads = [threading.Thread(target=lambda: answers.append(small.push_one(grant, item))) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len({receipt_of(one).record_number for one in answers}) == 1
    assert len(alerts(small)) == 1


def test_an_id_with_other_content_is_refused(small: SmallCentre) -> None:
    """The first stands; the other is not told what the first one says."""
    grant, item = small.sign_in(), an_item()
    small.push_one(grant, item)
    other = small.push_one(grant, msgspec.structs.replace(item, description="Quite another text here"))
    assert (other.outcome, other.reason, other.receipt) == (Outcome.REFUSED, ItemReason.ID_REUSED, None)


def test_another_office_cannot_ask_for_an_items_receipt(small: SmallCentre) -> None:
    """A guessed or copied id gives nothing away."""
    item = an_item()
    small.push_one(small.sign_in(), item)
    answer = small.push_one(small.sign_in(SI_B, machine_id="machine-b"), item)
    assert (answer.reason, answer.receipt) == (ItemReason.ID_REUSED, None)


def test_record_numbers_follow_one_another(small: SmallCentre) -> None:
    """By year, without a gap for what was refused."""
    grant = small.sign_in()
    items = (an_item(), an_item(description="short"), an_item(), an_item())
    answers = small.centre.push(grant.access_token, PushBatch(items=items)).answers
    assert [one.item_id for one in answers] == [one.item_id for one in items]
    numbers = [one.receipt.record_number for one in answers if one.receipt]
    assert numbers == ["2026-000001", "2026-000002", "2026-000003"]


def test_the_author_counts_and_not_who_is_signed_in(small: SmallCentre) -> None:
    """After the change of shift, a constable's session carries the sub-inspector's work."""
    small.sign_in(SI_A)
    grant = small.sign_in(CONSTABLE_A)
    assert small.push_one(grant, an_item(SI_A)).outcome == Outcome.RECEIVED
    assert small.push_one(grant, an_item(CONSTABLE_A)).reason == ItemReason.NOT_ENTITLED


@pytest.mark.parametrize("author", [SHO_A, SI_B, DSP, "nobody", ""])
def test_an_author_must_have_signed_in_on_this_machine(small: SmallCentre, author: str) -> None:
    """Neither a colleague who never was here, nor another office's officer, nor nobody."""
    assert small.push_one(small.sign_in(), an_item(author)).reason == ItemReason.UNKNOWN_AUTHOR


def test_a_jailer_sends_what_jails_send(small: SmallCentre) -> None:
    """Jail breaks and jail releases, and nothing else."""
    grant = small.sign_in(JAILER, machine_id="machine-j")
    gd = {"fir_key": "", "fir_shown": "", "gd_number": "12", "gd_reason": "From the register"}
    outcomes = {
        category: small.push_one(grant, an_item(JAILER, category=category, **gd)).outcome  # type: ignore[arg-type]
        for category in Category
    }
    assert {category for category, outcome in outcomes.items() if outcome == Outcome.RECEIVED} == {
        Category.JAIL_BREAK,
        Category.JAIL_RELEASE,
    }


def test_a_refusal_leaves_nothing_but_a_line_in_the_trail(small: SmallCentre) -> None:
    """The same item is judged anew when the reason is gone."""
    grant, item = small.sign_in(), an_item(SHO_A)
    assert small.push_one(grant, item).reason == ItemReason.UNKNOWN_AUTHOR
    assert small.acts()[-1] == "item-refused"
    small.sign_in(SHO_A)
    assert small.push_one(grant, item).outcome == Outcome.RECEIVED


@pytest.mark.parametrize("item_id", ["", "1", "../../x", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"])
def test_an_id_that_is_no_uuid7_spoils_the_batch(small: SmallCentre, item_id: str) -> None:
    """Only a client that is not ours makes such ids."""
    with pytest.raises(Refused) as no:
        small.push_one(small.sign_in(), an_item(item_id=item_id))
    assert no.value.code == Code.NOT_UNDERSTOOD


def test_a_batch_has_a_limit(small: SmallCentre) -> None:
    """Two hundred items, and no more."""
    item = an_item()
    with pytest.raises(Refused) as no:
        small.centre.push(small.sign_in().access_token, PushBatch(items=(item,) * 201))
    assert no.value.code == Code.TOO_LARGE


def test_the_description_is_kept_as_it_was_written(small: SmallCentre) -> None:
    """Every script, line breaks and all; only the blanks around it go."""
    text = "पहली पंक्ति।\nSecond line\twith a tab — ৰ, ੴ, ஃ, اردو."
    small.push_one(small.sign_in(), an_item(description=f"  {text}\n"))
    assert alerts(small)[0].description == text


def test_a_moment_without_a_zone_is_not_understood(small: SmallCentre) -> None:
    """Nobody can say when that was."""
    item: PushItem = an_item()
    with pytest.raises(Refused) as no:
        small.push_one(small.sign_in(), msgspec.structs.replace(item, written_at=item.written_at.replace(tzinfo=None)))
    assert no.value.code == Code.NOT_UNDERSTOOD


@pytest.mark.parametrize("year", [1, 1999, 9999])
def test_a_moment_in_no_year_of_ours_is_not_understood(small: SmallCentre, year: int) -> None:
    """Neither the beginning nor the end of time is a failure of the centre's."""
    item: PushItem = an_item()
    with pytest.raises(Refused) as no:
        small.push_one(small.sign_in(), msgspec.structs.replace(item, written_at=item.written_at.replace(year=year)))
    assert no.value.code == Code.NOT_UNDERSTOOD


@pytest.mark.parametrize("changed", [{"size": 2**80}, {"size": -(2**70)}])
def test_huge_numbers_are_a_reason_against_the_item(small: SmallCentre, changed: dict[str, object]) -> None:
    """They never reach the database."""
    item = an_item(files=(msgspec.structs.replace(claim_of(PDF), **changed),))
    assert small.push_one(small.sign_in(), item).reason == ItemReason.FILES


def test_an_item_is_judged_before_anything_is_looked_up_for_it(small: SmallCentre) -> None:
    """Tens of thousands of claims do not keep the one writer for seconds."""
    grant = small.sign_in()
    small.push_one(grant, an_item())
    began = time.monotonic()
    answer = small.push_one(grant, an_item(files=(claim_of(PDF),) * 80_000))
    assert answer.reason == ItemReason.FILES
    assert time.monotonic() - began < 2
