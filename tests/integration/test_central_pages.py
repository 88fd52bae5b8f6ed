"""A page of an older register goes in as its records would one by one, by a few statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from central.errors import IntakeError
from central.intake.pages import Entry, pages, put_page
from central.store import findings as findings_store
from central.store.bodies import identity, read_body
from central.store.findings import BITS, Findings
from central.store.guarded_tables import former_firs, guarded, victim_wordings
from central.store.report_tables import findings, gaps, sketches
from central.store.tables import records
from central.store.tallies import Scope
from central.store.unit import Unit
from station_client.domain.alert import Life
from station_client.domain.fir import Complainant
from sync.protocol.feed import added, weight
from sync.protocol.records import AlertRecord, FirRecord
from tests.support.centre import SmallCentre, small_centre
from tests.support.records import a_fir, an_alert
from tests.support.statements import statements

HERE = Scope(alerts=True, firs_of_state="09")
A_PAGE = 60
"""Statements, of new records, however many they are."""


def put(small: SmallCentre, entries: Iterable[Entry]) -> int:
    """Take records in as an import does."""
    with small.house.store.write() as unit:
        return sum(put_page(unit, page) for page in pages(enumerate(entries, start=1)))


def put_singly(small: SmallCentre, entries: Iterable[Entry]) -> None:
    """Take them in one by one, those that changed."""
    for one in entries:
        with small.house.store.write() as unit:
            before = unit.records.one(*identity(one)[:2])
            if before is None or msgspec.structs.replace(before, sequence=0) != one:
                unit.records.put(one)


def told(unit: Unit) -> dict[str, object]:
    """Give all that a centre keeps of its records, without where in the feed each stands."""
    ask = unit.records._connection.execute
    uids = {row.row: row.uid for row in ask(select(findings))}
    kept = ask(select(guarded.c.kind, guarded.c.key, guarded.c.sensitive, guarded.c.body))
    bodies = ask(select(records.c.body, records.c.gone, records.c.shared, records.c.withheld, records.c.high))
    return {
        "records": sorted((str(msgspec.structs.replace(read_body(one.body), sequence=0)), *one[1:]) for one in bodies),
        "guarded": sorted((*one[:3], str(msgspec.structs.replace(read_body(one.body), sequence=0))) for one in kept),
        "gaps": sorted(map(tuple, ask(select(gaps)))),
        "wordings": sorted(map(tuple, ask(select(victim_wordings)))),
        "former": sorted(map(tuple, ask(select(former_firs)))),
        "findings": sorted(tuple(one)[1:] for one in ask(select(findings))),
        "sketches": sorted((uids[row.row], row.band) for row in ask(select(sketches))),
        "counts": unit.tallies.of(HERE)[0],
    }


def is_counted(unit: Unit) -> None:
    """See that the digest is that of what stands there."""
    everything = [read_body(body) for _, body in unit.records.after(0, 2**40, HERE, rows=10_000)]
    weights = [weight(*identity(one)[:2], one.sequence) for one in everything if identity(one)[2]]
    assert unit.tallies.of(HERE)[1] == added("", weights)
    assert sorted(one.sequence for one in everything) == sorted({one.sequence for one in everything})


def firs() -> st.SearchStrategy[FirRecord]:
    """Draw a FIR of a few, plain or protecting a victim, whole or with gaps."""
    form = st.builds(
        lambda name, contents: replace(a_fir().form, complainant=Complainant(name=name), contents=contents),
        st.sampled_from(["", "Sunita Devi", "राम कुमार"]),
        st.sampled_from(["", "Sunita Devi was followed."]),
    )
    return st.builds(
        lambda serial, version, hidden, said: a_fir(serial, version=version, victim_protected=hidden, form=said),
        st.integers(1, 6),
        st.integers(1, 3),
        st.booleans(),
        form,
    )


def alerts() -> st.SearchStrategy[AlertRecord]:
    """Draw an alert of a few, about a FIR or none."""
    return st.builds(
        lambda number, serial, version, text, life: an_alert(
            number,
            fir_key=a_fir(serial).key if serial else "",
            version=version,
            description=text,
            life=life,
        ),
        st.integers(1, 6),
        st.integers(0, 6),
        st.integers(1, 3),
        st.sampled_from(["Two men followed Sunita Devi to the bridge.", "A white van, its number not known."]),
        st.sampled_from([Life.ACTIVE, Life.EXPIRED]),
    )


FILES = st.lists(st.lists(firs(), max_size=8) | st.lists(alerts(), max_size=8), min_size=1, max_size=4)


@given(files=FILES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_page_leaves_what_its_records_leave_one_by_one(
    files: list[list[Entry]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever was there, in whatever order files of FIRs and of alerts come, and though a line comes twice."""
    folder = tmp_path_factory.mktemp("pages")
    with small_centre(folder / "paged") as paged, small_centre(folder / "singly") as singly:
        for entries in files:
            put(paged, entries)
            put_singly(singly, entries)
        with paged.house.store.read() as mine, singly.house.store.read() as theirs:
            assert told(mine) == told(theirs)
            is_counted(mine)


def test_new_records_cost_a_few_statements_however_many_they_are(small: SmallCentre) -> None:
    """FIRs, and alerts that name them; both are found afterwards, and counted."""
    many = [a_fir(at) for at in range(1, 301)]
    named = [an_alert(at, fir_key=a_fir(at).key, description=f"A motorcycle, number {at}.") for at in range(1, 21)]
    free = [an_alert(at, description=f"Seen near the bridge, {at} of them.") for at in range(21, 301)]
    with statements() as asked:
        assert put(small, many) == 300
    assert len(asked) < A_PAGE
    with statements() as asked:
        assert put(small, [*named, *free]) == 300
    assert len(asked) < A_PAGE + 6 * len(named)  # each FIR that goes along for the first time is told anew
    assert put(small, [*many, *named, *free]) == 0
    with small.house.store.read() as unit:
        is_counted(unit)
        assert len(Findings(unit.records._connection).of_fir(a_fir(7).key)) == 1


class Looked(set[int]):
    """Rows that are taken; counts how often somebody looked for one."""

    looks = 0

    def __contains__(self, row: object) -> bool:
        """Look for a row."""
        Looked.looks += 1
        return super().__contains__(row)


def test_a_page_of_one_day_walks_past_what_that_day_has_once(
    small: SmallCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A register of dates without a time has all of a day in one minute; each still has a row that nobody had."""
    taken, hole = 5_000, 1 << BITS  # the hole is the last row that the first look at the database sees
    empty = {"category": "", "state_code": "09", "office_code": "", "fir_key": ""}
    monkeypatch.setattr(findings_store, "set", Looked, raising=False)
    Looked.looks = 0
    with small.house.store.write() as unit:
        rows = [{"row": row, "uid": str(row)} | empty for row in range(taken) if row != hole]
        unit.records._connection.execute(findings.insert(), rows)
        given = Findings(unit.records._connection)._free([0] * 500)
    assert given == [hole, *range(taken, taken + 499)]
    assert Looked.looks < 2 * taken


def test_the_line_that_no_station_could_read_is_named(small: SmallCentre) -> None:
    """Whichever of a page it is; nothing of the page is kept."""
    bad = [an_alert(1), an_alert(2), an_alert(3, author="x" * 5000), an_alert(4)]
    for entries, line in ((bad, 3), ([a_fir(1), a_fir(2, status="x" * 5000)], 2)):
        with pytest.raises(IntakeError) as no:
            put(small, entries)
        assert no.value.line == line
    with small.house.store.read() as unit:
        assert unit.records.one("alert", an_alert(1).uid) is None


def test_no_page_names_a_record_twice() -> None:
    """Lines stay in their order, and a page has its bound."""
    entries = [(at, an_alert(number)) for at, number in enumerate((1, 2, 1, 3, 4, 5, 4), start=1)]
    found = list(pages(entries, most=3))
    assert [[line for line, _ in page] for page in found] == [[1, 2], [3, 4, 5], [6, 7]]
