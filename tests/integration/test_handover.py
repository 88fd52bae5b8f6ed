"""Drafts go from officer to officer with a trace; an officer sees their own work, who is in charge the office's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from station_client.domain.alert import Category
from station_client.domain.draft import Draft
from station_client.errors import InputError
from tests.support.centre import PASSWORD, SHO_A, SI_A, SmallCentre
from tests.support.houses import Pc


def whole(empty: Draft) -> Draft:
    """Write all that an alert needs."""
    return replace(
        empty, fir_text="12/26", category=Category.HIGH_ALERT, description="A girl of eight, missing from the fair."
    )


def test_a_draft_is_handed_over_with_a_trace(tmp_path: Path, centre: SmallCentre) -> None:
    """By its author or by who is in charge, to an officer of this PC; the giver can no longer change it."""
    pc = Pc(tmp_path / "a", centre.centre)
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        draft_ = verbs.drafts.save(replace(verbs.drafts.begin(), description="A tractor was taken."))
        for nobody in ("z.nobody", SI_A, SHO_A):
            with pytest.raises(InputError) as wrong:
                verbs.drafts.hand_over(draft_.draft_id, nobody)
            assert wrong.value.reason == "not-here"
        verbs.session.add_officer(SHO_A, PASSWORD)
        with pytest.raises(InputError):
            verbs.drafts.of_station()
        given = verbs.drafts.hand_over(draft_.draft_id, SHO_A)
        assert (given.author, given.description) == (SHO_A, draft_.description)
        assert verbs.drafts.mine() == ()
        with pytest.raises(InputError):
            verbs.drafts.save(draft_)
        last = verbs.audit.entries()[-1]
        assert (last.act, last.subject) == ("draft-handed-over", f"{draft_.draft_id} {SI_A} > {SHO_A}")
        verbs.session.sign_in(SHO_A, PASSWORD)
        assert verbs.drafts.mine() == (given,)
        verbs.drafts.hand_over(draft_.draft_id, SI_A)
        assert [one.author for one in verbs.drafts.of_station()] == [SI_A]
        back = verbs.drafts.hand_over(draft_.draft_id, SHO_A)  # in charge: another officer's draft too
        assert back.author == SHO_A


def test_the_outbox_of_others_is_for_who_is_in_charge(tmp_path: Path, centre: SmallCentre) -> None:
    """An officer sees their own; the officer in charge sees the office's, and changes only their own."""
    pc = Pc(tmp_path / "a", centre.centre)
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        verbs.session.add_officer(SHO_A, PASSWORD)
        verbs.session.sign_in(SHO_A, PASSWORD)
        kept = verbs.drafts.save(whole(verbs.drafts.begin()))
        theirs = verbs.drafts.submit(kept.draft_id)
        verbs.session.sign_in(SI_A, PASSWORD)
        assert verbs.outbox.items() == ()
        with pytest.raises(InputError):
            verbs.outbox.one(theirs.item_id)
        mine = verbs.drafts.submit(verbs.drafts.save(whole(verbs.drafts.begin())).draft_id)
        assert [one.item_id for one in verbs.outbox.items()] == [mine.item_id]
        verbs.session.sign_in(SHO_A, PASSWORD)
        assert {one.item_id for one in verbs.outbox.items()} == {mine.item_id, theirs.item_id}
        with pytest.raises(InputError):
            verbs.outbox.take_back(mine.item_id)
