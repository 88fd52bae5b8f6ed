"""A batch at the centre: what its items have in common is asked for once, and each is judged by its own author."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from central.rights import Account
from central.store.bodies import identity
from central.store.tallies import Scope
from station_client.domain.fir import Complainant
from station_client.domain.office import Act
from sync.protocol.codes import ItemReason, Outcome
from sync.protocol.enquiries import SearchAsk
from sync.protocol.feed import added, weight
from sync.protocol.messages import PushBatch
from sync.protocol.records import AlertRecord
from tests.support.centre import (
    ALL,
    CONSTABLE_A,
    DIRECTORY,
    SHO_A,
    SI_A,
    SI_B,
    STATION_A,
    SmallCentre,
    an_item,
    claim_of,
)
from tests.support.records import a_fir, an_alert
from tests.support.statements import statements

A_BATCH = 50
"""Statements: the records, their entries in the index, what they may repeat, their numbers, their own rows."""


def test_each_item_is_judged_by_its_own_author(small: SmallCentre) -> None:
    """In one batch; who never signed in here, or may not, is refused each time, and the rest is received."""
    small.sign_in(CONSTABLE_A)
    grant = small.sign_in(SI_A)
    authors = (SI_A, CONSTABLE_A, SHO_A, "nobody", SI_A, SHO_A)
    answers = small.centre.push(grant.access_token, PushBatch(items=tuple(map(an_item, authors)))).answers
    unknown, may_not = ItemReason.UNKNOWN_AUTHOR, ItemReason.NOT_ENTITLED
    assert [one.reason for one in answers] == ["", may_not, unknown, unknown, "", unknown]


def test_who_hands_over_another_officers_alert_is_noted(small: SmallCentre) -> None:
    """A colleague's line carries what waited on the PC; whether its author wrote it, the trail helps to ask."""
    small.sign_in(SI_A)
    grant, theirs, own = small.sign_in(SHO_A), an_item(), an_item(SHO_A)
    for _ in range(2):
        small.centre.push(grant.access_token, PushBatch(items=(theirs, own)))
    with small.house.store.read() as unit:
        lines = [(one.login, one.subject) for one in unit.trail.all() if one.act == "item-for-another"]
    assert lines == [(SHO_A, f"{theirs.item_id} {SI_A}")]


def test_a_withdrawal_counts_in_the_next_batch(small: SmallCentre) -> None:
    """Nothing of an author is remembered from one batch to the next."""
    small.sign_in(CONSTABLE_A)
    grant = small.sign_in(SI_A)
    item = an_item()
    assert small.push_one(grant, item).outcome == Outcome.RECEIVED
    with small.house.store.read() as unit:
        before = unit.officers.one(SI_A)
    assert before is not None
    small.house.accounts.put_officer(Account(SI_A, before.name, before.rank, before.office_code, (Act.VIEW,), ALL), "")
    assert small.push_one(small.sign_in(CONSTABLE_A), an_item()).reason == ItemReason.NOT_ENTITLED


def test_a_batch_costs_a_few_statements_however_many_items_it_has(small: SmallCentre) -> None:
    """Of one FIR or of many, with files or without."""
    grant = small.sign_in()
    small.centre.push(grant.access_token, PushBatch(items=tuple(an_item() for _ in range(25))))
    several = [an_item(fir_key=f"{STATION_A}/2026/{at:04d}", fir_shown=f"{at:04d}/2026") for at in range(1, 41)]
    with statements() as told:
        small.centre.push(grant.access_token, PushBatch(items=tuple(an_item() for _ in range(40))))
        small.centre.push(grant.access_token, PushBatch(items=(*several, an_item(files=(claim_of(b"%PDF-1.4"),)))))
    assert len(told) < 2 * A_BATCH
    assert sum("FROM machine_officers" in one for one in told) == 2


def test_numbers_and_sequences_follow_the_order_of_the_items(small: SmallCentre) -> None:
    """Without a gap, through refusals, changes and repeats between them; and each alert is found afterwards."""
    grant = small.sign_in()
    first, refused, second = an_item(), an_item(description="short"), an_item()
    edit = an_item(edits=first.item_id, base_version=1, description="Five kilograms of opium, not four, at the canal.")
    many = [an_item() for _ in range(80)]  # of one minute: their wanted places in the index collide
    batch = PushBatch(items=(first, refused, second, edit, first, *many))
    answers = small.centre.push(grant.access_token, batch).answers
    assert [one.outcome for one in answers[:5]] == ["received", "refused", "received", "received", "received"]
    assert answers[4] == answers[0]
    numbers = [one.receipt.record_number for one in answers if one.receipt is not None]
    assert numbers == [f"2026-{at:06d}" for at in (1, 2, 3, 1, *range(4, 84))]
    told = small.centre.changes(grant.access_token, since=len(DIRECTORY), rows=500).records
    alerts = [one for one in told if isinstance(one, AlertRecord)]
    assert [one.uid for one in alerts] == [second.item_id, first.item_id, *(one.item_id for one in many)]
    assert [one.sequence for one in alerts] == [10, *range(11, 92)]
    found = small.centre.enquiries.search(grant.access_token, SearchAsk(words="opium", rows=100))
    assert {one.uid for one in found.alerts} == {one.uid for one in alerts}


def test_a_fir_goes_along_once_and_before_the_alerts_that_name_it(small: SmallCentre) -> None:
    """It is told anew when the first of them comes, to other States too; the counts are right at once."""
    small.put(a_fir(619), a_fir(620))
    grant = small.sign_in()
    other = an_item(fir_key=f"{STATION_A}/2026/0620", fir_shown="0620/2026")
    small.centre.push(grant.access_token, PushBatch(items=(an_item(), other, an_item())))
    elsewhere = small.sign_in(SI_B, machine_id="machine-b").access_token
    told = small.centre.changes(elsewhere, since=len(DIRECTORY), rows=500).records
    assert [identity(one)[0] for one in told] == ["fir", "fir", "alert", "alert", "alert"]
    with small.house.store.read() as unit:
        counts, digest = unit.tallies.of(Scope(alerts=True, firs_of_state="05"))
    assert (counts["alert"], counts["fir"]) == (3, 2)
    weights = (weight(*identity(one)[:2], one.sequence) for one in told)
    places = (weight(*identity(one)[:2], at) for at, one in enumerate(DIRECTORY, start=1))
    assert digest == added("", (*weights, *places))


def test_a_protected_victim_is_kept_out_of_each_alert_of_a_batch(small: SmallCentre) -> None:
    """The feed tells none of the wordings, the alerts are kept whole, and who is not named there is told as it is."""
    form = replace(a_fir().form, complainant=Complainant(name="Sunita Devi"))
    small.put(a_fir(619, victim_protected=True, form=form))
    named = [an_item(description=f"{at} men followed Sunita Devi to the canal bridge at night.") for at in range(9)]
    free = an_item(description="Sunita Devi is a common name too.", fir_key="", fir_shown="", gd_number="12")
    free = msgspec.structs.replace(free, gd_reason="FIR to follow today")
    grant = small.sign_in()
    small.centre.push(grant.access_token, PushBatch(items=(*named, free)))
    told = small.centre.changes(grant.access_token, since=len(DIRECTORY), rows=500).records
    texts = {one.uid: one.description for one in told if isinstance(one, AlertRecord)}
    assert [("Sunita" in texts[one.item_id]) for one in (*named, free)] == [False] * 9 + [True]
    with small.house.store.read() as unit:
        whole = [unit.records.one("alert", one.item_id) for one in named]
    assert [one.description for one in whole if isinstance(one, AlertRecord)] == [one.description for one in named]


def test_an_alert_that_a_register_brought_before_is_told_anew(small: SmallCentre) -> None:
    """Under the very id of an item: it is one record, as the item says it, among the others of its batch."""
    item = an_item()
    small.put(an_alert(1, uid=item.item_id))
    grant = small.sign_in()
    answers = small.centre.push(grant.access_token, PushBatch(items=(an_item(), item, an_item()))).answers
    assert [one.outcome for one in answers] == [Outcome.RECEIVED] * 3
    told = small.centre.changes(grant.access_token, since=len(DIRECTORY), rows=500).records
    texts = [one.description for one in told if isinstance(one, AlertRecord) and one.uid == item.item_id]
    assert texts == [item.description]
    with small.house.store.read() as unit:
        counts, _ = unit.tallies.of(Scope(alerts=True, firs_of_state=""))
    assert counts["alert"] == 3
