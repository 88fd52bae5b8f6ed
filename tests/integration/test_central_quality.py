"""The data-quality report: what is wanting at each station, counted, with no text of a case in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from central.commands.run import main
from central.keeping.quality import qualities, write_csv
from station_client.domain.alert import Category, Life
from station_client.domain.fir import FirForm
from sync.protocol.records import OfficeRecord
from tests.support.centre import STATION_A, STATION_B, HandClock, SmallCentre, small_centre
from tests.support.records import MOMENT, a_fir, an_alert

EMPTY = FirForm(district="HARDOI", station="RAMPUR", year="2026", number="0002", fir_at="")


@pytest.fixture
def small(tmp_path: Path, database_url: str) -> Iterator[SmallCentre]:
    """Open a centre where one station's data is wanting in every way, on each kind of database."""
    with small_centre(tmp_path / "centre", HandClock(MOMENT), database_url=database_url) as made:
        made.put(a_fir(), a_fir(serial=2, form=EMPTY))
        made.put(
            an_alert(1, fir_key=a_fir().key), an_alert(2, fir_key=f"{STATION_A}/2026/0777", description="Too short.")
        )
        made.put(an_alert(3, fir_key=a_fir().key, life=Life.LOCATED))
        made.put(an_alert(4, issued_at=MOMENT - timedelta(days=200)), an_alert(5, category=Category.SEIZURE))
        yield made


def test_everything_that_is_wanting_is_counted(small: SmallCentre) -> None:
    """One row for each office, also for those that have sent nothing."""
    rows = {one.office.code: one.row() for one in qualities(small.house)}
    assert len(rows) == 4
    counted = {name: value for name, value in rows[STATION_A].items() if isinstance(value, int)}
    assert counted == {
        "alerts": 5,
        "alerts_active": 4,
        "alerts_active_over_180_days": 1,
        "alerts_without_fir": 2,
        "alerts_whose_fir_is_not_here": 1,
        "alerts_with_short_text": 1,
        "alerts_like_another": 1,
        "alerts_received_after_24_h": 1,
        "firs": 2,
        "firs_without_sections": 1,
        "firs_without_contents": 1,
    }
    assert all(not value for value in rows[STATION_B].values() if isinstance(value, int))
    assert [one.row() for one in qualities(small.house, STATION_A)] == [rows[STATION_A]]


def test_the_table_opens_in_a_spreadsheet_without_harm(small: SmallCentre) -> None:
    """A name that looks like a formula is text."""
    odd = OfficeRecord(sequence=0, code="X1", kind="prison", name="=1+1", district_code="150", state_code="09")
    small.put(odd)
    sink = io.StringIO()
    write_csv(qualities(small.house, "X1"), sink)
    (row,) = csv.DictReader(io.StringIO(sink.getvalue()))
    assert row["office_name"] == "'=1+1"


def test_the_command_says_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For a person in a line, for a script as a table; a station that nobody knows is an error."""
    with small_centre(tmp_path / "centre") as small:
        small.put(a_fir())
    where = ["--folder", str(tmp_path / "centre")]
    assert main(["quality", *where, "--station", STATION_A]) == 0
    assert capsys.readouterr().out == f"{STATION_A}  RAMPUR: firs 1\n"
    assert main(["quality", *where, "--csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 5
    assert main(["quality", *where, "--station", "nowhere"]) == 1
