"""What a station may print of an alert, by what its own copy knows of the FIR; and the trace of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from station_client.domain.fir import Complainant
from station_client.domain.ids import AlertUid
from station_client.domain.redaction import HIDDEN, Withheld
from station_client.errors import NotInCopyError
from station_client.services.deeds import Deed
from station_client.services.verbs import Verbs
from tests.support.centre import PASSWORD, SI_A, small_centre
from tests.support.houses import Pc
from tests.support.records import a_fir, an_alert

TEXT = "White van seen near the school; call 9876543210."
KNOWN, GUARDED = a_fir(1), a_fir(2, victim_protected=True)
PLAIN = an_alert(1, fir_key=KNOWN.key, fir_shown=KNOWN.shown, description=TEXT)
PROTECTED = an_alert(2, fir_key=GUARDED.key, fir_shown=GUARDED.shown, description=TEXT)
ELSEWHERE = an_alert(3, fir_key="31682034/2026/77", fir_shown="0077/2026", description=TEXT)
BY_DIARY = an_alert(4, gd_number="41", gd_reason="FIR follows", description=TEXT)


@pytest.fixture
def verbs(tmp_path: Path) -> Iterator[Verbs]:
    """Sign the sub-inspector in on a PC that has a copy of all four."""
    with small_centre(tmp_path / "centre") as small:
        person = Complainant(name="Kamla Vati", nationality="INDIA")
        guarded = a_fir(2, victim_protected=True, form=replace(a_fir().form, complainant=person))
        small.put(KNOWN, guarded, PLAIN, PROTECTED, ELSEWHERE, BY_DIARY)
        with Pc(tmp_path / "pc", small.centre).house() as made:
            made.session.sign_in(SI_A, PASSWORD)
            made.sync.sync_once()
            yield made


@pytest.mark.parametrize(
    ("uid", "withheld"),
    [
        (PLAIN.uid, None),
        (PROTECTED.uid, Withheld.VICTIM),
        (ELSEWHERE.uid, Withheld.UNKNOWN),
        (BY_DIARY.uid, None),
    ],
)
def test_paper_has_what_the_copy_may_tell(verbs: Verbs, uid: str, withheld: Withheld | None) -> None:
    """The FIR of the copy decides about the words; numbers are masked; the State is named from the directory."""
    paper = verbs.alerts.for_paper(AlertUid(uid))
    masked = TEXT.replace("987654", "XXXXXX")
    assert (paper.withheld, paper.alert.description) == (withheld, masked if withheld is None else HIDDEN)
    states = {one.code: one.name for one in verbs.addresses.states()}
    assert paper.state_name == states["09"]
    assert [(one.act, one.subject) for one in verbs.audit.entries()].count((Deed.ALERT_EXPORTED, uid)) == 1


def test_an_alert_that_is_not_here_gives_no_paper_and_leaves_no_trace(verbs: Verbs) -> None:
    """There is nothing that could be printed."""
    with pytest.raises(NotInCopyError):
        verbs.alerts.for_paper(AlertUid("nothing"))
    assert Deed.ALERT_EXPORTED not in {one.act for one in verbs.audit.entries()}
