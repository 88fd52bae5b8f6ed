"""A station asks who a protected victim is: with the right, a reason and a trace at both ends; and keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from station_client.domain.fir import Complainant
from station_client.domain.reasons import Field
from station_client.domain.redaction import HIDDEN
from station_client.errors import InputError, LineError, NotEntitledError
from station_client.services.deeds import Deed
from station_client.services.verbs import Verbs
from tests.support.centre import DSP, PASSWORD, SI_A, SmallCentre, small_centre
from tests.support.houses import Pc
from tests.support.records import a_fir

WHY = "The medical examination has to be arranged today."
VICTIM = Complainant(name="Kamla Vati", nationality="INDIA")


def protected() -> object:
    """Give a FIR whose informant is the victim."""
    form = replace(a_fir().form, complainant=VICTIM, contents="Kamla Vati states that she was followed home.")
    return a_fir(victim_protected=True, form=form)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a centre that holds it."""
    with small_centre(tmp_path / "centre") as made:
        made.put(protected())  # type: ignore[arg-type] # a FirRecord
        yield made


@pytest.fixture
def pc(small: SmallCentre, tmp_path: Path) -> Pc:
    """Give a PC with a line to it."""
    return Pc(tmp_path / "pc", small.centre)


@pytest.fixture
def verbs(pc: Pc) -> Iterator[Verbs]:
    """Give its verbs."""
    with pc.house() as made:
        yield made


def test_the_copy_never_has_it_and_the_answer_is_not_kept(small: SmallCentre, pc: Pc, verbs: Verbs) -> None:
    """Shown once, written down at the centre with the reason and here without it; afterwards the copy is as before."""
    verbs.session.sign_in(DSP, PASSWORD)
    verbs.sync.sync_once()
    key = a_fir().key
    assert verbs.disclosure.may_ask()
    told = verbs.disclosure.fir(key, f"  {WHY}\n")
    assert told.fir.form.complainant.name == VICTIM.name
    with small.house.store.read() as unit:
        assert [(one.login, one.key, one.reason) for one in unit.disclosures.all()] == [(DSP, key, WHY)]
        assert told.number == 1
    assert verbs.firs.one(key).form.complainant.name == HIDDEN
    entries = [(one.act, one.subject) for one in verbs.audit.entries()]
    assert (Deed.VICTIM_ASKED, key) in entries
    assert WHY not in str(entries)
    pc.cut = True
    with pytest.raises(LineError):
        verbs.disclosure.fir(key, WHY)
    assert [one.act for one in verbs.audit.entries()].count(Deed.VICTIM_ASKED) == 2


@pytest.mark.parametrize("why", ["", "because", " " * 40, "x" * 501])
def test_a_reason_is_words(verbs: Verbs, why: str) -> None:
    """Without one nothing is asked and nothing is traced."""
    verbs.session.sign_in(DSP, PASSWORD)
    with pytest.raises(InputError) as wrong:
        verbs.disclosure.fir(a_fir().key, why)
    assert wrong.value.field == Field.WHY
    assert Deed.VICTIM_ASKED not in {one.act for one in verbs.audit.entries()}


def test_without_the_right_nobody_is_asked(verbs: Verbs) -> None:
    """The button is not even there."""
    verbs.session.sign_in(SI_A, PASSWORD)
    assert not verbs.disclosure.may_ask()
    with pytest.raises(NotEntitledError):
        verbs.disclosure.fir(a_fir().key, WHY)
