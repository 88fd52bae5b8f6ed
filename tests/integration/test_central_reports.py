"""Form-24 and the other reports, from real log-ins and uploads, over both databases."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import openpyxl
import pytest

from central.demonstration import __file__ as demonstration
from central.errors import IntakeError, Refused
from central.intake.carried import take_carried
from central.reports.files import written
from station_client.domain.alert import Category
from station_client.domain.report import Report
from sync.protocol.codes import Code
from sync.protocol.enquiries import ReportAsk
from sync.protocol.records import StateRecord
from tests.support.centre import DSP, SI_A, STATION_A, HandClock, SmallCentre, an_item
from tests.support.records import a_fir, an_alert

CARRIED = Path(demonstration).with_name("carry_over_2022_06.csv")
HEADING = "state_code,month,stations,log_ins,log_ins_month,alerts,alerts_month\n"


def asked(small: SmallCentre, report: str, month: str, login: str = DSP) -> Report:
    """Ask for a report as an officer who may have it."""
    grant = small.sign_in(login, machine_id=f"machine-{login}")
    return small.centre.enquiries.report(grant.access_token, ReportAsk(report=report, month=month))


def by_state(report: Report) -> dict[object, tuple[object, ...]]:
    """Give the rows by their State."""
    return {row[1]: row[2:] for row in report.rows}


def test_form_24_counts_what_really_happened(small: SmallCentre, clock: HandClock) -> None:
    """Log-ins and uploads of the month and of all months, by State; a month that is over does not change."""
    july = small.sign_in()
    small.push_one(july, an_item())
    clock.moment = datetime(2026, 9, 2, tzinfo=UTC)
    september = small.sign_in()
    small.push_one(september, an_item())
    small.push_one(september, an_item())
    small.sign_in("pnegi", machine_id="machine-b")
    now = by_state(asked(small, "form-24", "2026-09"))
    assert now == {"UTTAR PRADESH": (1, 3, 2, 3, 2), "UTTARAKHAND": (1, 1, 1, 0, 0)}
    assert by_state(asked(small, "form-24", "2026-08"))["UTTAR PRADESH"] == (1, 1, 1, 1, 1)
    assert by_state(asked(small, "form-24", "2026-07"))["UTTAR PRADESH"] == (1, 0, 0, 0, 0)


def test_the_sheet_of_july_2022_is_reproduced(small: SmallCentre) -> None:
    """Entered figures of every State add up to the published totals; ten States had no alert in the month."""
    with CARRIED.open(newline="") as source:
        entered = list(csv.DictReader(source))
    small.put(*(StateRecord(sequence=0, code=row["state_code"], name=row["state"]) for row in entered))
    assert take_carried(small.house.store, CARRIED) == 36
    report = asked(small, "form-24", "2022-06")
    assert report.totals[2:] == (16_361, 92_070, 6_342, 35_145, 2_264)
    assert by_state(report)["UTTARAKHAND"][-1] == 1_067
    assert sum(row[-1] == 0 for row in report.rows) == 10
    assert all("made-up" in row["note"] for row in entered)


def test_own_counts_go_on_from_entered_figures(small: SmallCentre, tmp_path: Path) -> None:
    """Nothing is counted twice: the entered month is whole, later ones are added."""
    entered = tmp_path / "entered.csv"
    entered.write_text(HEADING + "09,2026-07,1500,1000,100,500,50\n")
    take_carried(small.house.store, entered)
    small.push_one(small.sign_in(), an_item())
    assert by_state(asked(small, "form-24", "2026-08"))["UTTAR PRADESH"] == (1, 1002, 2, 501, 1)
    assert by_state(asked(small, "form-24", "2026-07"))["UTTAR PRADESH"] == (1500, 1000, 100, 500, 50)
    entered.write_text(HEADING + "09,2026-07,1500,1000,100,600,60\n")
    take_carried(small.house.store, entered)
    assert by_state(asked(small, "form-24", "2026-07"))["UTTAR PRADESH"][-2:] == (600, 60)


@pytest.mark.parametrize(
    "row",
    ["99,2026-07,1,1,1,1,1", "09,2026-7,1,1,1,1,1", "09,2026-07,one,1,1,1,1", "09,2026-07,1,1,2,1,1"],
    ids=["unknown State", "no month", "no number", "more in a month than in all"],
)
def test_entered_figures_that_cannot_be_are_refused_by_line(small: SmallCentre, tmp_path: Path, row: str) -> None:
    """The line is named, and nothing of the file is kept."""
    (tmp_path / "bad.csv").write_text(f"{HEADING}05,2026-07,1,1,1,1,1\n{row}\n")
    with pytest.raises(IntakeError) as refused:
        take_carried(small.house.store, tmp_path / "bad.csv")
    assert refused.value.line == 3
    with small.house.store.read() as unit:
        assert unit.usage.carried("2026-12") == ()


def test_alerts_are_counted_by_category_state_and_month(small: SmallCentre) -> None:
    """Of what stands in the feed; a withdrawn or changed alert counts as it is now."""
    july = datetime(2026, 7, 1, tzinfo=UTC)
    small.put(an_alert(1), an_alert(2, category=Category.SEIZURE), an_alert(3, received_at=july))
    small.put(an_alert(2, category=Category.JAIL_BREAK))
    counted = {row[0]: row[1:] for row in asked(small, "alerts-by-category", "2026-08").rows}
    assert counted[Category.HIGH_ALERT] == (2, 1)
    assert counted[Category.JAIL_BREAK] == (1, 1)
    assert counted[Category.SEIZURE] == (0, 0)
    assert by_state(asked(small, "alerts-by-state", "2026-08")) == {"UTTAR PRADESH": (3, 2), "UTTARAKHAND": (0, 0)}
    months = {row[0]: row[-1] for row in asked(small, "alerts-by-month", "2026-08").rows}
    assert (months["2026-07"], months["2026-08"], len(months)) == (1, 2, 12)


def test_data_quality_names_the_stations_with_something_to_mend(small: SmallCentre) -> None:
    """No FIR, a FIR that is not here, the same FIR and category twice, empty fields of FIRs; the own State's only."""
    key = a_fir().key
    small.put(a_fir(), an_alert(1), an_alert(2, fir_key=f"{STATION_A}/2026/0700"))
    small.put(an_alert(3, fir_key=key), an_alert(4, fir_key=key), an_alert(5, state_code="05"))
    assert asked(small, "data-quality", "2026-08").rows == ((STATION_A, "RAMPUR", 1, 1, 1, 4),)


def test_reports_are_a_right(small: SmallCentre) -> None:
    """An officer without it is refused, and so are reports and months that are none."""
    with pytest.raises(Refused) as refused:
        asked(small, "form-24", "2026-08", SI_A)
    assert refused.value.code == Code.NOT_ENTITLED
    for report, month in (("form-25", "2026-08"), ("form-24", "2026-13"), ("form-24", "")):
        with pytest.raises(Refused):
            asked(small, report, month)


def test_a_report_is_a_sheet_too(small: SmallCentre) -> None:
    """CSV and XLSX hold the same rows, with headings, totals and the moment; a name is never taken for a formula."""
    small.put(StateRecord(sequence=0, code="08", name='=HYPERLINK("x")'))
    report = asked(small, "form-24", "2026-08")
    lines = list(csv.reader(io.StringIO(written(report, "csv").decode("utf-8-sig"))))
    assert lines[0][:3] == ["S.No", "State/UT", "Police stations"]
    assert lines[1][1] == '\'=HYPERLINK("x")'
    assert lines[-2][2] == "2"
    assert "as on 01/08/2026" in lines[-1][0]
    sheet = openpyxl.load_workbook(io.BytesIO(written(report, "xlsx"))).worksheets[0]
    assert sheet["B2"].data_type == "s"
    assert [cell.value for cell in sheet[3]][1:3] == ["UTTAR PRADESH", 1]


def test_the_state_keeps_its_pillars_when_the_directory_comes_again(small: SmallCentre, tmp_path: Path) -> None:
    """A new directory file knows nothing of pillars and takes nothing away."""
    from central.intake.directory import take_directory  # noqa: PLC0415 the one test that needs it
    from central.intake.pillars import integrate  # noqa: PLC0415 the same

    integrate(small.house.store, "09", ("prison", "court"))
    (tmp_path / "directory.csv").write_text("kind,code,name,state_code,district_code\nstate,09,UTTAR PRADESH (NEW),,\n")
    take_directory(small.house, tmp_path / "directory.csv")
    with small.house.store.read() as unit:
        state = unit.records.one("state", "09")
    assert isinstance(state, StateRecord)
    assert msgspec.structs.replace(state, sequence=0) == StateRecord(
        sequence=0, code="09", name="UTTAR PRADESH (NEW)", integrated=("court", "prison")
    )
