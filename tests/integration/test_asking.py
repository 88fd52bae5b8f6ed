"""A station asks the centre beyond its copy: a wanted FIR, a search, a report; with and without the line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from central.intake.pillars import integrate
from station_client.domain.ids import OfficeCode
from station_client.domain.pillars import PillarEvent
from station_client.domain.report import ReportName
from station_client.errors import InputError, LineError, NotEntitledError, NotInCopyError
from station_client.services.verbs import Verbs
from station_client.services.views import SearchQuery
from sync.protocol.records import GoneRecord
from tests.support.centre import DSP, PASSWORD, SI_A, STATION_A, SmallCentre, small_centre
from tests.support.houses import Pc
from tests.support.records import a_fir, an_alert
from tests.support.terminals import terminal

EVENT = PillarEvent("court", "2026-08-10", "Cognisance taken", "UPHR010012342026", "CJM HARDOI")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a small centre."""
    with small_centre(tmp_path / "centre") as made:
        yield made


@pytest.fixture
def pc(small: SmallCentre, tmp_path: Path) -> Pc:
    """Give a PC with a line to it."""
    return Pc(tmp_path / "pc", small.centre)


@pytest.fixture
def verbs(pc: Pc) -> Iterator[Verbs]:
    """Give the verbs of that PC's house."""
    with pc.house() as made:
        yield made


def lose(verbs: Verbs, key: str) -> None:
    """Take a FIR out of the copy, as if it had never come."""
    from station_client.store.replica.changes import Changes, Gone  # noqa: PLC0415 one test's own deed

    verbs.session.stores().replica.feed.apply(Changes(cursor=None, gone=(Gone("fir", key),)))


def test_a_wanted_fir_comes_with_the_next_sync(small: SmallCentre, pc: Pc, verbs: Verbs) -> None:
    """Asked for with no line, it waits through a restart of the line, comes whole, and moves no cursor."""
    fir = a_fir(events=(EVENT,))
    small.put(fir)
    verbs.session.sign_in(SI_A, PASSWORD)
    verbs.sync.sync_once()
    lose(verbs, fir.key)
    cursor = verbs.session.stores().replica.feed.cursor()
    pc.cut = True
    verbs.firs.want(fir.key)
    with pytest.raises(LineError):
        verbs.sync.sync_once()
    assert verbs.firs.wanted(fir.key) == ""
    with pytest.raises(NotInCopyError):
        verbs.firs.one(fir.key)
    pc.cut = False
    verbs.sync.sync_once()
    assert verbs.firs.one(fir.key).events == (EVENT,)
    assert verbs.firs.wanted(fir.key) is None
    assert verbs.session.stores().replica.feed.cursor() == cursor
    verbs.sync.sync_once()
    assert verbs.sync.status().error == ""


def test_a_fir_that_the_centre_does_not_give_is_told_and_not_asked_for_ever(small: SmallCentre, verbs: Verbs) -> None:
    """The refusal stands with the wish, until somebody wishes again."""
    key = f"{STATION_A}/2026/0777"
    verbs.session.sign_in(SI_A, PASSWORD)
    verbs.firs.want(key)
    verbs.sync.sync_once()
    assert verbs.firs.wanted(key) == "not-found"
    station = verbs.session.stores().replica.directory.office(OfficeCode(STATION_A))
    assert station is not None
    assert verbs.firs.station(key) == station.name
    assert not verbs.firs.station("99999999/2026/0001")
    asked = small.acts().count("fir-not-given")
    verbs.sync.sync_once()
    assert small.acts().count("fir-not-given") == asked
    small.put(a_fir(777))
    verbs.firs.want(key)
    verbs.sync.sync_once()
    opened = verbs.firs.one(key)
    assert opened.key == key
    trail = verbs.audit.entries()
    assert verbs.firs.again(key) == opened  # it was opened once, however often it is shown anew
    assert verbs.audit.entries() == trail
    with pytest.raises(InputError):
        verbs.firs.want("0777/2026")


def test_a_state_that_is_not_integrated_is_told_apart_from_nothing_done(small: SmallCentre, verbs: Verbs) -> None:
    """The FIR says with which pillars its State exchanges."""
    small.put(a_fir())
    verbs.session.sign_in(SI_A, PASSWORD)
    verbs.sync.sync_once()
    assert verbs.firs.one(a_fir().key).integrated == ()
    integrate(small.house.store, "09", ("prison", "court"))
    verbs.sync.sync_once()
    assert verbs.firs.one(a_fir().key).integrated == ("court", "prison")


def test_the_centre_finds_what_the_copy_lacks_and_nothing_of_it_stays(small: SmallCentre, verbs: Verbs) -> None:
    """The same query; pages; the copy is as it was."""
    verbs.session.sign_in(SI_A, PASSWORD)
    verbs.sync.sync_once()
    small.put(*(an_alert(at) for at in range(1, 8)))
    query = SearchQuery(words='"white van" -tractor')
    assert verbs.search.find(query).count == 0
    first = verbs.search.ask_centre(query, limit=5)
    rest = verbs.search.ask_centre(query, first.page.next_row, 5)
    assert len({one.uid for one in (*first.page.lines, *rest.page.lines)}) == 7
    assert rest.page.next_row is None
    assert all("White van" in text for text in (*first.texts.values(), *rest.texts.values()))
    assert verbs.search.find(query).count == 0
    with pytest.raises(InputError):
        verbs.search.ask_centre(SearchQuery(fir_number="no number"))


def test_a_report_is_kept_with_its_moment(small: SmallCentre, pc: Pc, verbs: Verbs) -> None:
    """With no line the last answer is there, as on its own moment; another month's is not shown for it."""
    small.put(an_alert(1))
    verbs.session.sign_in(DSP, PASSWORD)
    month = verbs.reports.this_month()
    told = verbs.reports.ask(ReportName.FORM_24, month)
    assert [row[1] for row in told.rows] == ["UTTAR PRADESH", "UTTARAKHAND"]
    assert told.rows[0][3] == 1
    pc.cut = True
    with pytest.raises(LineError):
        verbs.reports.ask(ReportName.FORM_24, month)
    assert verbs.reports.kept(ReportName.FORM_24, month) == told
    assert verbs.reports.kept(ReportName.FORM_24, "2020-01") is None


def test_reports_of_the_copy_need_no_line_and_no_right(small: SmallCentre, pc: Pc, verbs: Verbs) -> None:
    """Alerts by category and month, and what of this station's records should be looked at."""
    key = a_fir().key
    small.put(a_fir(), an_alert(1), an_alert(2, fir_key=key), an_alert(3, fir_key=key), an_alert(4, fir_key=f"{key}9"))
    verbs.session.sign_in(SI_A, PASSWORD)
    verbs.sync.sync_once()
    pc.cut = True
    counted = {row[0]: row[1:] for row in verbs.reports.local(ReportName.BY_CATEGORY, "2026-08").rows}
    assert counted["high-alert"] == (4, 4)
    months = verbs.reports.local(ReportName.BY_MONTH, "2026-08").rows
    assert (months[-1][0], months[-1][-1], len(months)) == ("2026-08", 4, 12)
    assert verbs.reports.local(ReportName.QUALITY, "2026-08").rows == ((STATION_A, "RAMPUR", 1, 1, 1, 4),)
    with pytest.raises(NotEntitledError):
        verbs.reports.ask(ReportName.FORM_24, "2026-08")
    assert verbs.reports.kept(ReportName.FORM_24, "2026-08") is None


def test_a_fetched_fir_is_withdrawn_like_any_other(small: SmallCentre, verbs: Verbs) -> None:
    """What the feed takes back goes from the copy, however it came."""
    fir = a_fir()
    small.put(fir)
    verbs.session.sign_in(SI_A, PASSWORD)
    verbs.firs.want(fir.key)
    verbs.sync.sync_once()
    small.put(GoneRecord(sequence=0, kind="fir", key=fir.key))
    verbs.sync.sync_once()
    with pytest.raises(NotInCopyError):
        verbs.firs.one(fir.key)


def test_the_command_line_asks_too(small: SmallCentre, tmp_path: Path) -> None:
    """A report as a sheet, a wanted FIR, a search at the centre."""
    small.put(a_fir(), an_alert(1))
    at = terminal(Pc(tmp_path / "terminal", small.centre))
    assert at.run("sign-in", "--officer", DSP) == 0
    target = tmp_path / "form.csv"
    assert at.table("report", "form-24", "--to", str(target))["report"]["name"] == "form-24"
    trail = [(one["act"], one["subject"].split()[0]) for one in at.table("audit", "list")["entries"]]
    assert trail.count(("report-exported", "form-24")) == 1
    assert "UTTARAKHAND" in target.read_text("utf-8-sig")
    assert at.table("ask-centre", "van")["page"]["count"] == 1
    assert at.table("want-fir", a_fir().key)["state"] == "here"
    assert at.table("want-fir", f"{STATION_A}/2026/0999")["state"] == "not-found"
    at.run("report", "data-quality", "--month", "2026-08")
    assert "Empty fields in FIRs" in at.out
