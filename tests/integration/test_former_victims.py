"""A name that the law protected once stays hidden: when the FIR names another, is gone, or loses the alert."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from central.errors import Refused
from central.store.tallies import Scope
from station_client.domain.fir import Complainant, Row
from station_client.domain.redaction import HIDDEN
from sync.protocol.codes import ItemReason, Outcome
from sync.protocol.messages import PushItem
from sync.protocol.records import AlertRecord, FirRecord, GoneRecord
from tests.support.centre import SmallCentre, an_item
from tests.support.victims import ADDRESS, NAME, SECRETS, everywhere, the_alert, the_fir

MOTHER = Complainant(name="Savitri Bai", nationality="INDIA", addresses=(Row(("1", "Present", "Nai Basti, lane 4")),))


def changed_fir(version: int, **changed: object) -> FirRecord:
    """Give the FIR with another informant in the victim's place, the victim's own name elsewhere on the form."""
    fir = the_fir(version=version)
    form = replace(fir.form, complainant=MOTHER, delay_reason=f"{NAME} was afraid")
    return msgspec.structs.replace(fir, form=form, **changed)


def test_a_name_that_was_protected_stays_hidden_when_the_fir_names_another(small: SmallCentre) -> None:
    """In the alert that was there, in one that comes later, on the form, and in a file that was made before."""
    small.put(the_fir(), the_alert())
    snapshot = small.house.snapshots.make(Scope(alerts=True, firs_of_state="09"))
    assert snapshot is not None
    small.put(changed_fir(2), the_alert(2))
    assert [one for one in SECRETS if one.encode() in everywhere(small)] == []
    with pytest.raises(Refused):
        small.centre.gazette.snapshot_file(small.sign_in().access_token, sha256=snapshot.sha256)
    small.put(the_alert(3, gd_reason=f"{MOTHER.name} came with {NAME}"))
    assert b"Savitri" not in everywhere(small)


def test_neither_a_fir_that_is_gone_nor_one_that_comes_back_gives_a_name_away(small: SmallCentre) -> None:
    """A FIR's end is no reason to name its victim; nor is its first change afterwards."""
    small.put(the_fir(), the_alert(), GoneRecord(sequence=0, kind="fir", key=the_fir().key))
    assert [one for one in SECRETS if one.encode() in everywhere(small)] == []
    small.put(changed_fir(3))
    assert [one for one in SECRETS if one.encode() in everywhere(small)] == []


def test_who_is_named_when_protection_ends_is_whom_the_fir_names_then(small: SmallCentre) -> None:
    """The informant of then may be read in the alert as on the FIR; a former one who was protected may not."""
    small.put(the_fir(), the_alert(), the_alert(2, gd_reason=f"{MOTHER.name} reported it"), changed_fir(2))
    assert b"Savitri" not in everywhere(small)
    small.put(changed_fir(3, victim_protected=False))
    with small.house.store.read() as unit:
        alerts = repr([unit.records.told("alert", the_alert(number).uid) for number in (1, 2)])
    assert MOTHER.name in alerts
    assert [one for one in SECRETS if one in alerts] == []


def test_a_correction_that_names_another_fir_does_not_lift_the_mask(small: SmallCentre) -> None:
    """What an alert said under a protected FIR's number stays hidden under another's, now and when that one changes."""
    small.put(the_fir(), the_alert())
    moved = the_alert(version=2)
    small.put(msgspec.structs.replace(moved, fir_key="31682034/2026/0999", fir_shown="0999/2026"))
    assert [one for one in SECRETS if one.encode() in everywhere(small)] == []


def test_an_alert_that_moved_away_first_is_told_anew_when_the_fir_protects(small: SmallCentre) -> None:
    """The FIR that it named before is remembered whether or not it protected anybody then."""
    small.put(the_fir(protected=False), the_alert())
    moved = the_alert(version=2)
    small.put(msgspec.structs.replace(moved, fir_key="31682034/2026/0999", fir_shown="0999/2026"))
    assert NAME.upper().encode() in everywhere(small)
    small.put(the_fir(version=2))
    assert [one for one in SECRETS if one.encode() in everywhere(small)] == []


def kept_alert(small: SmallCentre, uid: str) -> AlertRecord:
    """Give an alert as the centre keeps it for whoever may ask for all of it."""
    with small.house.store.read() as unit:
        found = unit.records.one("alert", uid)
    assert isinstance(found, AlertRecord)
    return found


def correction(small: SmallCentre, said: str, now: str, **changed: object) -> PushItem:
    """Have an alert received that names the protected FIR and says ``said``; give a correction that says ``now``."""
    small.put(the_fir())
    item = an_item(description=said, fir_key=the_fir().key, fir_shown="")
    small.push_one(small.sign_in(), item)
    return msgspec.structs.replace(
        item, item_id=an_item().item_id, edits=item.item_id, base_version=1, description=now, **changed
    )


def test_a_correction_by_one_who_is_not_shown_the_name_keeps_it(small: SmallCentre) -> None:
    """The author's PC sends the marks back; the name is there for whoever may ask, and for nobody else."""
    edit = correction(small, f"{NAME} was followed by a white car.", f"{HIDDEN} was followed by a black car.")
    first, second = (small.push_one(small.sign_in(), edit) for _ in range(2))
    assert (first.outcome, second.receipt) == (Outcome.RECEIVED, first.receipt)
    assert kept_alert(small, edit.edits).description == f"{NAME} was followed by a black car."
    assert [one for one in SECRETS if one.encode() in everywhere(small)] == []


def test_a_correction_whose_marks_may_mean_either_is_refused(small: SmallCentre) -> None:
    """By the field that is meant; what stands is not touched."""
    said = f"{NAME} of {ADDRESS} was followed by a white car."
    edit = correction(small, said, f"A girl, {HIDDEN}, was followed.")
    answer = small.push_one(small.sign_in(), edit)
    assert (answer.outcome, answer.reason) == (Outcome.REFUSED, ItemReason.DESCRIPTION_MASKED)
    assert kept_alert(small, edit.edits).description == said


def test_a_correction_that_moves_to_the_general_diary_names_nobody(small: SmallCentre) -> None:
    """What is put back stays hidden, whatever the alert rests on now."""
    said, now = f"{NAME} was followed by a white car.", f"{HIDDEN} was followed by a black car."
    edit = correction(small, said, now, fir_key="", gd_number="12", gd_reason="The FIR was struck off.")
    assert small.push_one(small.sign_in(), edit).outcome == Outcome.RECEIVED
    assert kept_alert(small, edit.edits).description == f"{NAME} was followed by a black car."
    assert [one for one in SECRETS if one.encode() in everywhere(small)] == []
