"""Changes of alerts from the officer's side: through the outbox, from what was read, and never lost to a conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from station_client.domain.alert import Alert, Category, Life
from station_client.domain.ids import AlertUid
from station_client.domain.outbox import ItemState
from station_client.errors import DraftIncompleteError, InputError
from station_client.services.verbs import Verbs
from tests.support.centre import PASSWORD, SHO_A, SI_A, SI_B, SmallCentre, small_centre
from tests.support.houses import Pc

WORDS = "Four kilograms of opium recovered near the canal; two men held."


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[SmallCentre]:
    """Open a small centre."""
    with small_centre(tmp_path / "centre") as made:
        yield made


@pytest.fixture
def pc(tmp_path: Path, centre: SmallCentre) -> Pc:
    """Set up station A's PC."""
    return Pc(tmp_path / "a", centre.centre)


@pytest.fixture
def a(pc: Pc) -> Iterator[Verbs]:
    """Sign the sub-inspector of station A in."""
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        yield verbs


def sent(a: Verbs) -> AlertUid:
    """Send an alert, and have it back in the copy."""
    draft = a.drafts.begin()
    typed = replace(draft, fir_text="0619/2026", category=Category.SEIZURE, description=WORDS)
    item = a.drafts.submit(a.drafts.save(typed).draft_id)
    a.sync.sync_once()
    return AlertUid(item.item_id)


def as_it_stands(verbs: Verbs, uid: AlertUid) -> Alert:
    """Give the alert after a sync."""
    verbs.sync.sync_once()
    return verbs.alerts.view(uid).alert


def test_a_correction_is_a_draft_that_replaces_the_alert_for_everybody(
    a: Verbs, centre: SmallCentre, tmp_path: Path
) -> None:
    """Begun from what stands, asked for twice it is one draft; sent, the other station reads the new words."""
    uid = sent(a)
    draft = a.amending.correct(uid)
    assert (draft.description, draft.edits, draft.base_version) == (WORDS, uid, 1)
    assert a.amending.correct(uid) == draft
    item = a.drafts.submit(a.drafts.save(replace(draft, description=f"{WORDS} A third fled.")).draft_id)
    after = as_it_stands(a, uid)
    assert (after.life, after.version, after.description) == (Life.CORRECTED, 2, f"{WORDS} A third fled.")
    assert a.outbox.one(item.item_id).state is ItemState.COMPLETE
    with Pc(tmp_path / "b", centre.centre).house() as b:
        b.session.sign_in(SI_B, PASSWORD)
        assert as_it_stands(b, uid).description.endswith("A third fled.")
        assert b.amending.allowed(uid) == frozenset()
        with pytest.raises(InputError):
            b.amending.correct(uid)


def test_who_may_recall_does_and_nobody_else(a: Verbs, centre: SmallCentre, tmp_path: Path) -> None:
    """With a reason that says something; afterwards nothing more can be made of it."""
    uid = sent(a)
    assert a.amending.allowed(uid) == {Life.CORRECTED, Life.LOCATED}
    with pytest.raises(InputError):
        a.amending.recall(uid, "Sent by mistake, the men were released.")
    a.amending.located(uid, "The third man was found at Lalpur.")
    assert as_it_stands(a, uid).life is Life.LOCATED
    with Pc(tmp_path / "sho", centre.centre).house() as sho:
        sho.session.sign_in(SHO_A, PASSWORD)
        sho.sync.sync_once()
        with pytest.raises(DraftIncompleteError):
            sho.amending.recall(uid, "no")
        sho.amending.recall(uid, "Sent by mistake, the men were released.")
        after = as_it_stands(sho, uid)
        assert after.life is Life.RECALLED
        assert after.description.splitlines()[0] == WORDS
        assert sho.amending.allowed(uid) == frozenset()


def test_the_loser_of_a_conflict_is_kept_and_can_be_made_again(a: Verbs) -> None:
    """The alert changed meanwhile: the change is set aside by name, its words are all there, and go on from now."""
    uid = sent(a)
    late = a.amending.correct(uid)
    mine = a.drafts.save(replace(late, description=f"{WORDS} Mine, written with no line."))
    a.amending.located(uid, "The third man was found at Lalpur.")
    a.sync.sync_once()
    item = a.drafts.submit(mine.draft_id)
    after = as_it_stands(a, uid)
    lost = a.outbox.one(item.item_id)
    assert (lost.state, lost.reason) == (ItemState.REFUSED, "conflict")
    assert (after.life, after.version) == (Life.LOCATED, 2)
    again = a.outbox.take_back(item.item_id)
    assert (again.description, again.base_version) == (mine.description, 2)
    a.drafts.submit(again.draft_id)
    assert as_it_stands(a, uid).description == mine.description
