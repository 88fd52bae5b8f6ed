"""Whom the law protects is in nothing that leaves the centre by itself; who may know asks, says why, and is noted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from central.errors import Refused
from central.pages import Page
from central.store.bodies import identity
from central.store.tallies import Scope
from station_client.domain.alert import Category
from station_client.domain.office import Act
from station_client.domain.redaction import HIDDEN
from sync.protocol.codes import Code
from sync.protocol.enquiries import MarkAsk, WholeAnswer, WholeAsk
from sync.protocol.feed import digest_of
from sync.protocol.records import AlertRecord, FirRecord, GoneRecord, Record
from tests.support.centre import (
    CONSTABLE_A,
    DSP,
    OFFICERS,
    PASSWORD,
    SHO_A,
    SI_A,
    SI_B,
    HandClock,
    SmallCentre,
    an_item,
    claim_of,
    give_rights,
    small_centre,
)
from tests.support.victims import NAME, OFFICES, SECRETS, VICTIM, the_alert, the_fir, told

WHY = "The medical examination has to be arranged today."


@pytest.fixture
def small(tmp_path: Path, database_url: str) -> Iterator[SmallCentre]:
    """Give a centre on each kind of database; the officer in charge there may see victims."""
    with small_centre(tmp_path / "house", HandClock(), database_url=database_url) as made:
        give_rights(made, SHO_A, Act.SEE_VICTIM)
        yield made


def whole(small: SmallCentre, login: str, machine: str, ask: WholeAsk) -> WholeAnswer:
    """Ask for what is kept back."""
    return small.centre.enquiries.whole(small.sign_in(login, machine_id=machine).access_token, ask)


@pytest.mark.parametrize("order", ["fir-first", "alert-first"])
def test_no_byte_that_the_centre_tells_names_the_victim(small: SmallCentre, order: str) -> None:
    """Not the own station's feed, page, snapshot, search or FIR, whichever of alert and FIR came first."""
    both: tuple[Record, ...] = (the_fir(), the_alert())
    small.put(*(both if order == "fir-first" else both[::-1]))
    for login, machine in OFFICES:
        records, everything = told(small, login, machine)
        assert [one for one in SECRETS if one.encode() in everything] == []
        alert = next(one for one in records if isinstance(one, AlertRecord))
        assert f"attacked {HIDDEN} near" in alert.description
        firs = [one.form.acts for one in records if isinstance(one, FirRecord)]
        assert firs == ([] if login == SI_B else [the_fir().form.acts])


def test_what_was_told_before_the_law_protected_it_is_told_anew(small: SmallCentre) -> None:
    """Alert and FIR come again without the name, under new sequences; the file made before is given no more."""
    small.put(the_fir(protected=False), the_alert())
    before, everything = told(small, SI_A, "machine-a")
    assert NAME.encode() in everything  # nothing was to be kept back yet, so the search below can fail
    snapshot = small.house.snapshots.make(Scope(alerts=True, firs_of_state="09"))
    assert snapshot is not None
    small.put(the_fir(version=2))
    access = small.sign_in().access_token
    with pytest.raises(Refused):
        small.centre.gazette.snapshot_file(access, sha256=snapshot.sha256)
    after, everything = told(small, SI_A, "machine-a")
    assert [one for one in SECRETS if one.encode() in everything] == []
    assert min(one.sequence for one in after[-2:]) > max(one.sequence for one in before)
    small.put(the_fir(protected=False, version=3))
    assert NAME.encode() in told(small, SI_A, "machine-a")[1]


def test_a_file_that_was_being_made_meanwhile_is_thrown_away(
    small: SmallCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read before the law protected it must not be given out under a later cursor."""
    small.put(the_fir(protected=False))
    last = small.house.snapshots._stream.end

    def ends(page: Page) -> bytes:
        small.put(the_fir())
        return last(page)

    monkeypatch.setattr(small.house.snapshots._stream, "end", ends)
    assert small.house.snapshots.make(Scope(alerts=True, firs_of_state="09")) is None
    assert list((small.house.settings.folder).rglob("*.frames")) == []


def test_who_may_know_asks_with_a_reason_and_is_noted(small: SmallCentre) -> None:
    """The right opens it, in the own State only; each answer and each refusal is a line with the reason."""
    small.put(the_fir(), the_alert())
    ask = WholeAsk(kind="fir", key=the_fir().key, reason=WHY)
    answer = whole(small, SHO_A, "machine-a", ask)
    assert answer.fir is not None
    assert answer.fir.form == the_fir().form
    alert = whole(small, DSP, "machine-d", WholeAsk(kind="alert", key=the_alert().uid, reason=WHY)).alert
    assert alert is not None
    assert NAME.upper() in alert.description
    with pytest.raises(Refused) as no:
        whole(small, CONSTABLE_A, "machine-a", ask)
    assert no.value.code == Code.NOT_ENTITLED
    with small.house.store.read() as unit:
        lines = [(one.login, one.act, one.key, one.reason) for one in unit.disclosures.all()]
    key, uid = the_fir().key, the_alert().uid
    assert lines == [
        (SHO_A, "victim-read", key, WHY),
        (DSP, "victim-read", uid, WHY),
        (CONSTABLE_A, "whole-not-given", key, WHY),
    ]
    assert small.acts().count("victim-read") == 2
    assert answer.number == 1


@pytest.mark.parametrize("reason", ["", "because", "x" * 600, "a reason\x00of some length"])
def test_without_a_reason_nothing_is_given(small: SmallCentre, reason: str) -> None:
    """A reason is words; nothing is given or noted without one."""
    small.put(the_fir())
    with pytest.raises(Refused) as no:
        whole(small, DSP, "machine-d", WholeAsk(kind="fir", key=the_fir().key, reason=reason))
    assert no.value.code == Code.NOT_UNDERSTOOD
    with small.house.store.read() as unit:
        assert unit.disclosures.all() == ()


def test_another_state_asks_in_vain(small: SmallCentre) -> None:
    """The right of one State opens nothing of another's, and it is not told whether there is anything."""
    other = next(one for one in OFFICERS if one.login == SI_B)
    small.house.accounts.put_officer(replace(other, acts=tuple(Act)), PASSWORD)
    small.put(the_fir())
    answers = []
    for key in (the_fir().key, "31682034/2026/9999"):
        with pytest.raises(Refused) as no:
            whole(small, SI_B, "machine-b", WholeAsk(kind="fir", key=key, reason=WHY))
        answers.append((no.value.code, str(no.value)))
    assert answers[0] == answers[1]


def test_a_court_event_does_not_cost_the_identity(small: SmallCentre) -> None:
    """What State IT works on is the record whole: a change of it keeps what is kept back."""
    small.put(the_fir())
    with small.house.store.write() as unit:
        there = unit.records.one("fir", the_fir().key)
        assert isinstance(there, FirRecord)
        unit.records.put(msgspec.structs.replace(there, status="charge-sheeted", version=2))
    answer = whole(small, DSP, "machine-d", WholeAsk(kind="fir", key=the_fir().key, reason=WHY))
    assert answer.fir is not None
    assert (answer.fir.form.complainant, answer.fir.status) == (VICTIM, "charge-sheeted")


def test_a_sensitive_alert_leaves_every_copy_and_comes_back(small: SmallCentre) -> None:
    """It is told as gone to all, found by nobody, counted nowhere; its own office and the rank are given it."""
    grant = small.sign_in(SI_A)
    data = b"%PDF-1.7 a sketch"
    item = an_item(description="A raid on the godown is prepared for tonight.", files=(claim_of(data),))
    small.push_one(grant, item)
    small.put_blob(grant, data)
    dsp = small.sign_in(DSP, machine_id="machine-d").access_token
    ask = MarkAsk(kind="alert", key=item.item_id, sensitive=True, reason="Order of the Superintendent of 1 August.")
    with pytest.raises(Refused) as no:
        small.centre.enquiries.mark(grant.access_token, ask)
    assert no.value.code == Code.NOT_ENTITLED
    assert small.centre.enquiries.mark(dsp, ask).sensitive
    for login, machine in OFFICES:
        records, everything = told(small, login, machine)
        assert b"godown" not in everything
        assert isinstance(records[-1], GoneRecord)
    other = small.sign_in(SI_B, machine_id="machine-b").access_token
    with pytest.raises(Refused):
        small.centre.get_blob(other, sha256=claim_of(data).sha256)
    size, reading = small.centre.get_blob(small.sign_in(SI_A).access_token, sha256=claim_of(data).sha256)
    reading.close()
    assert size == len(data)
    want = WholeAsk(kind="alert", key=item.item_id, reason=WHY)
    own, rank = (whole(small, *who, want) for who in ((CONSTABLE_A, "machine-a"), (DSP, "machine-d")))
    assert own.alert == rank.alert
    assert own.sensitive
    with pytest.raises(Refused):
        whole(small, SI_B, "machine-b", want)
    dsp = small.sign_in(DSP, machine_id="machine-d").access_token
    small.centre.enquiries.mark(dsp, msgspec.structs.replace(ask, sensitive=False))
    assert b"godown" in told(small, SI_B, "machine-b")[1]
    assert small.push_one(small.sign_in(SI_A), item).receipt is not None


def test_a_change_of_a_sensitive_alert_stays_with_those_who_may_have_it(small: SmallCentre) -> None:
    """A correction by its own office is taken and told to nobody."""
    grant = small.sign_in(SI_A)
    item = an_item(description="A raid on the godown is prepared for tonight.")
    small.push_one(grant, item)
    dsp = small.sign_in(DSP, machine_id="machine-d").access_token
    mark = MarkAsk(kind="alert", key=item.item_id, sensitive=True, reason="Order of the Superintendent of 1 August.")
    small.centre.enquiries.mark(dsp, mark)
    edit = an_item(description="The raid on the warehouse is tomorrow.", edits=item.item_id, base_version=1)
    assert small.push_one(small.sign_in(SI_A), edit).receipt is not None
    assert b"warehouse" not in told(small, SI_B, "machine-b")[1]
    answer = whole(small, DSP, "machine-d", WholeAsk(kind="alert", key=item.item_id, reason=WHY))
    assert answer.alert is not None
    assert "warehouse" in answer.alert.description


def test_sums_and_records_agree_whatever_is_kept_back(small: SmallCentre) -> None:
    """What a copy must hold is what the feed told, before and after marks."""
    small.put(the_fir(), the_alert(), the_alert(2, category=Category.SEIZURE))
    dsp = small.sign_in(DSP, machine_id="machine-d").access_token
    mark = MarkAsk(kind="alert", key=the_alert(2).uid, sensitive=True, reason="Order of the Superintendent.")
    small.centre.enquiries.mark(dsp, mark)
    records, _ = told(small, SI_A, "machine-a")
    access = small.sign_in().access_token
    summary = small.centre.gazette.summary(access, cursor=records[-1].sequence)
    held = [one for one in map(_named, records) if one is not None]
    assert summary.digest == digest_of(held)


def _named(record: Record) -> tuple[str, str, int] | None:
    kind, key, _ = identity(record)
    return None if isinstance(record, GoneRecord) else (kind, key, record.sequence)
