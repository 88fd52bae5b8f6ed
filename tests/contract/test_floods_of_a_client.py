"""A client that asks and sends without end, over real HTTPS, on each kind of database: sent away, and noted."""

from __future__ import annotations

import pytest

from central.floods import NOTED_A_MINUTE
from station_client.errors import CentreFaultError
from sync.protocol.codes import Code, ItemReason, Outcome
from sync.protocol.messages import PushBatch
from tests.support.centre import CONSTABLE_A, SI_B
from tests.support.changed_client import THEIRS, Changed
from tests.support.ends import an_item


def test_a_flood_of_requests_is_sent_away_until_it_ebbs(changed: Changed) -> None:
    """With the time to wait, and one line a refusal at first; another station's PC notices nothing."""
    access, others = changed.enter(), changed.enter(SI_B, THEIRS)
    for _ in range(120):
        changed.line.summary(access, cursor=0)
    with pytest.raises(CentreFaultError) as no:
        changed.line.summary(access, cursor=0)
    assert (no.value.reason, no.value.retry_after) == (Code.BUSY, 1)
    assert "one machine" in no.value.detail
    changed.line.summary(others, cursor=0)
    assert changed.noted("flood-refused") == ["too many requests of one machine"]
    changed.clock.forward(seconds=no.value.retry_after)
    changed.line.summary(access, cursor=0)


def test_a_flood_of_alerts_is_stopped_before_it_is_recorded(changed: Changed) -> None:
    """Over all processes, by the database; nothing of the batch is kept, and all of it may come later."""
    access = changed.enter()
    flood = PushBatch(items=tuple(an_item() for _ in range(50)))
    changed.line.push(access, flood)
    more = PushBatch(items=tuple(an_item() for _ in range(11)))
    with pytest.raises(CentreFaultError) as no:
        changed.line.push(access, more)
    assert (no.value.reason, no.value.retry_after) == (Code.BUSY, 600)
    assert changed.noted("flood-refused") == ["50 items of one machine in an hour"]
    changed.clock.forward(hours=1, seconds=1)
    fresh = changed.end.let_in().access_token
    assert {one.outcome for one in changed.line.push(fresh, more).answers} == {Outcome.RECEIVED}


def test_ever_new_pcs_bring_an_office_no_more(changed: Changed) -> None:
    """What an hour bears is counted by office too; another office goes on."""
    flood = [PushBatch(items=tuple(an_item() for _ in range(count))) for count in (50, 50, 1)]
    first, second, third = (changed.enter(machine=f"pc-{number}") for number in range(3))
    changed.line.push(first, flood[0])
    changed.line.push(second, flood[1])
    with pytest.raises(CentreFaultError) as no:
        changed.line.push(third, flood[2])
    assert (no.value.reason, no.value.retry_after) == (Code.BUSY, 600)
    assert changed.noted("flood-refused") == ["100 items of one office in an hour"]
    assert changed.push(changed.enter(SI_B, THEIRS), an_item(SI_B)).outcome == Outcome.RECEIVED


def test_what_is_refused_does_not_fill_the_trail(changed: Changed) -> None:
    """Each refused item is a line, and of a machine no more of them in an hour than of what is taken."""
    access = changed.enter(CONSTABLE_A)
    for _ in range(2):
        changed.line.push(access, PushBatch(items=tuple(an_item(CONSTABLE_A) for _ in range(30))))
    for _ in range(40):
        with pytest.raises(CentreFaultError) as no:
            changed.line.push(access, PushBatch(items=(an_item(CONSTABLE_A),)))
        assert (no.value.reason, no.value.retry_after) == (Code.BUSY, 600)
    flood = ["too many refused items of one machine in an hour"] * NOTED_A_MINUTE
    assert (len(changed.noted("item-refused")), changed.noted("flood-refused")) == (60, flood)
    changed.clock.forward(minutes=1)
    assert changed.push(access, an_item(CONSTABLE_A)).reason == ItemReason.NOT_ENTITLED


def test_ever_new_pcs_fill_the_trail_no_further(changed: Changed) -> None:
    """What is refused is counted by office too: a new PC begins with what its office has left."""
    for number, count in enumerate((50, 50)):
        access = changed.enter(CONSTABLE_A, machine=f"pc-{number}")
        changed.line.push(access, PushBatch(items=tuple(an_item(CONSTABLE_A) for _ in range(count))))
    access = changed.enter(CONSTABLE_A, machine="pc-2")
    with pytest.raises(CentreFaultError) as no:
        changed.line.push(access, PushBatch(items=(an_item(CONSTABLE_A),)))
    assert (no.value.reason, no.value.retry_after, len(changed.noted("item-refused"))) == (Code.BUSY, 600, 100)
    assert changed.noted("flood-refused") == ["too many refused items of one office in an hour"]
    other = an_item(CONSTABLE_A)
    assert changed.push(changed.enter(SI_B, THEIRS), other).reason == ItemReason.UNKNOWN_AUTHOR
