"""The change feed, page by page: what an office is entitled to, in one order."""

from __future__ import annotations

import pytest

from central.errors import Refused
from central.rights import Account
from station_client.domain.office import Act
from sync.protocol.codes import Code
from sync.protocol.records import DistrictRecord, OfficeRecord, StateRecord
from tests.support.centre import (
    ALL,
    DSP,
    HIGHER_OFFICE,
    PASSWORD,
    SI_A,
    SI_B,
    STATION_A,
    SmallCentre,
    an_item,
)
from tests.support.records import a_fir, an_alert


def test_an_alert_takes_its_fir_along(small: SmallCentre) -> None:
    """The station in the other State can open the FIR that the alert names."""
    small.put(a_fir())
    small.push_one(small.sign_in(), an_item())
    grant = small.sign_in(SI_B, machine_id="machine-b")
    kinds = [type(one).__name__ for one in small.centre.changes(grant.access_token, since=0, rows=500).records]
    assert kinds[-2:] == ["FirRecord", "AlertRecord"]


def test_pages_follow_one_another_by_rows(small: SmallCentre) -> None:
    """Each record once, in order; the last page ends at the head."""
    small.put(*(an_alert(number) for number in range(1, 24)))
    grant, cursor, seen, pages = small.sign_in(), 0, [], 0
    while True:
        page = small.centre.changes(grant.access_token, since=cursor, rows=7)
        seen += [one.sequence for one in page.records]
        assert len(page.records) <= 7
        cursor, pages = page.cursor, pages + 1
        if not page.more:
            break
    assert (seen, pages, cursor) == (list(range(1, page.head + 1)), 5, page.head)


def test_a_page_is_bounded_by_bytes(small: SmallCentre) -> None:
    """Very long texts fill a page before five hundred rows do."""
    small.put(*(an_alert(number, description="x" * 99_000) for number in range(1, 100)))
    grant = small.sign_in()
    page = small.centre.changes(grant.access_token, since=8, rows=500)
    assert (len(page.records), page.more) == (84, True)
    rest = small.centre.changes(grant.access_token, since=page.cursor, rows=500)
    assert (len(rest.records), rest.more) == (15, False)


def put_officer(small: SmallCentre, login: str, *acts: Act, office: str = HIGHER_OFFICE) -> None:
    """Add an officer with these rights, or change one."""
    small.house.accounts.put_officer(Account(login, "N. Example", "Constable", office, acts, ALL), PASSWORD)


def test_an_officer_who_may_not_look_starves_nobody(small: SmallCentre) -> None:
    """A PC has one copy and one cursor: what it is told is its office's, whoever is signed in."""
    put_officer(small, "sends", Act.UPLOAD, office=STATION_A)
    small.put(a_fir(), an_alert())
    blind, sees = small.sign_in("sends"), small.sign_in(SI_A)
    pages = [small.centre.changes(one.access_token, since=8, rows=100) for one in (blind, sees)]
    assert pages[0].records == pages[1].records
    assert [type(one).__name__ for one in pages[0].records] == ["FirRecord", "AlertRecord"]


def test_an_office_where_nobody_may_look_is_told_nothing_and_passes_nothing_over(small: SmallCentre) -> None:
    """Its cursor waits before the first case; when somebody there may look, it goes on from there."""
    put_officer(small, DSP, Act.UPLOAD)
    small.put(an_alert(1), StateRecord(sequence=0, code="07", name="DELHI"), an_alert(2))
    grant = small.sign_in(DSP, machine_id="machine-h")
    first = small.centre.changes(grant.access_token, since=0, rows=500)
    assert {type(one) for one in first.records} == {StateRecord, DistrictRecord, OfficeRecord}
    assert (first.cursor, first.head, first.more) == (8, 11, False)
    again = small.centre.changes(grant.access_token, since=8, rows=500)
    assert (again.records, again.cursor, again.more) == ((), 8, False)
    put_officer(small, "looks", Act.VIEW)
    given = small.centre.changes(grant.access_token, since=8, rows=500)
    assert [one.sequence for one in given.records] == [9, 10, 11]


def test_an_officer_who_left_does_not_look(small: SmallCentre) -> None:
    """Only active officers count for their office."""
    put_officer(small, DSP, Act.UPLOAD)
    gone = Account("left", "L", "Inspector", HIGHER_OFFICE, (Act.VIEW,), (), active=False)
    small.house.accounts.put_officer(gone, PASSWORD)
    small.put(an_alert(1))
    grant = small.sign_in(DSP, machine_id="machine-h")
    assert small.centre.changes(grant.access_token, since=8, rows=500).records == ()


def test_what_is_not_for_an_office_moves_its_cursor_all_the_same(small: SmallCentre) -> None:
    """The other State's FIRs are not asked for again and again."""
    small.put(*(a_fir(serial) for serial in range(1, 30)))
    grant = small.sign_in(SI_B, machine_id="machine-b")
    page = small.centre.changes(grant.access_token, since=8, rows=10)
    assert (page.records, page.cursor, page.more) == ((), page.head, False)


def test_a_cursor_beyond_the_head_is_answered_with_nothing(small: SmallCentre) -> None:
    """The client sees the head and knows that the centre was restored."""
    page = small.centre.changes(small.sign_in().access_token, since=10**9, rows=10)
    assert (page.records, page.cursor, page.more) == ((), 10**9, False)
    assert page.head < 10**9


@pytest.mark.parametrize(("since", "rows"), [(-1, 10), (0, 0), (0, -5)])
def test_a_page_that_cannot_be_is_not_understood(small: SmallCentre, since: int, rows: int) -> None:
    """Numbers below nothing."""
    with pytest.raises(Refused) as no:
        small.centre.changes(small.sign_in().access_token, since=since, rows=rows)
    assert no.value.code == Code.NOT_UNDERSTOOD
