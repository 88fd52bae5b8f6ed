"""An older register comes in: every good row, each bad one by its number and reason, and never twice."""

from __future__ import annotations

import csv
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from central.commands.run import main
from central.errors import IntakeError
from central.intake import register
from central.intake.masked import MASKED
from central.intake.register import Wish, take_register
from station_client.domain.alert import Category, Life
from station_client.domain.ids import is_uuid7
from station_client.domain.redaction import HIDDEN
from sync.protocol.records import AlertRecord, FirRecord
from tests.support.centre import STATION_A, STATION_B, SmallCentre, small_centre
from tests.support.records import a_fir

HEADING = "PS Code,Alert Category,Details,Alert Date,FIR No.,GD No.,Status"
GOOD = f"{STATION_A},Hue & Cry,Child missing since morning,05/02/2019,0123/2019,,"
HINDI = "थाना कोड,श्रेणी,विवरण,दिनांक,प्राथमिकी संख्या,स्थिति"


@pytest.fixture
def small(tmp_path: Path, database_url: str) -> Iterator[SmallCentre]:
    """Open a small centre on each kind of database."""
    with small_centre(tmp_path / "centre", database_url=database_url) as made:
        yield made


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Give a writer of CSV files."""

    def writing(*lines: str, name: str = "register.csv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
        return path

    return writing


def kept(small: SmallCentre) -> tuple[AlertRecord | FirRecord, ...]:
    """Give every alert and FIR of the centre, in the feed's order."""
    grant = small.sign_in("skapoor", machine_id="m")
    page = small.centre.changes(grant.access_token, since=0, rows=500)
    return tuple(one for one in page.records if isinstance(one, AlertRecord | FirRecord))


def report(path: Path) -> list[list[str]]:
    """Read a report."""
    with path.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.reader(source))


def test_good_rows_come_in_and_bad_ones_are_named(
    small: SmallCentre, write: Callable[..., Path], tmp_path: Path
) -> None:
    """One wrong row never keeps the other ten thousand out; the report never quotes a cell."""
    path = write(
        HEADING,
        GOOD,
        f"{STATION_A},murder,Text long enough to stand,05/02/2019,1/2019,,",
        "99999999,seizure,Text long enough to stand,05/02/2019,1/2019,,",
        f"{STATION_A},seizure,short,05/02/2019,1/2019,,",
        f"{STATION_A},seizure,Text long enough to stand,31/02/2019,1/2019,,",
        f"{STATION_A},seizure,Text long enough to stand,2/5/19,1/2019,,",
        f"{STATION_A},seizure,Text long enough to stand,05/02/2019,,,",
        f"{STATION_A},seizure,Text long enough to stand,05/02/2019,abc,,",
        ",,,,,,",
        f"{STATION_A},seizure,Text long enough to stand,05/02/2019,,12,active",
    )
    told = take_register(small.house, path, "alerts", Wish(report=tmp_path / "out.csv"))
    assert (told.read, told.good, told.changed, told.rejected) == (9, 2, 2, 7)
    rows = report(tmp_path / "out.csv")
    assert rows[0] == ["row", "field", "reason"]
    wrong = ["category", "station_code", "description", "date", "date", "fir_number", "fir_number"]
    assert [(row[0], row[1]) for row in rows[1:]] == list(zip("3456789", wrong, strict=True))
    first, second = kept(small)
    assert isinstance(first, AlertRecord)
    assert isinstance(second, AlertRecord)
    assert is_uuid7(first.uid)
    assert (first.category, first.life, first.fir_key) == (Category.HIGH_ALERT, Life.EXPIRED, f"{STATION_A}/2019/0123")
    assert first.issued_at.isoformat() == "2019-02-04T18:30:00+00:00"
    assert (second.category, second.life, second.gd_number) == (Category.SEIZURE, Life.ACTIVE, "12")


def test_hindi_headings_words_and_digits_are_read(small: SmallCentre, write: Callable[..., Path]) -> None:
    """A register as a Hindi-speaking office keeps it needs no rewriting."""
    path = write(HINDI, f"{STATION_A},मानव तस्करी,दो बच्चे बस अड्डे से मिले,०५/०२/२०१९,एफ.आई.आर. सं. १२३/२०१९,बरामद")
    assert take_register(small.house, path, "alerts", Wish()).changed == 1
    (alert,) = kept(small)
    assert isinstance(alert, AlertRecord)
    assert (alert.category, alert.life, alert.fir_shown) == (Category.TRAFFICKING, Life.LOCATED, "0123/2019")


def test_a_second_time_and_another_order_change_nothing(small: SmallCentre, write: Callable[..., Path]) -> None:
    """Ids come from what a row says, so the register may be exported anew and sorted otherwise."""
    other = f"{STATION_B},jail break,Two prisoners fled at night,06/02/2019,7/2019,,"
    assert take_register(small.house, write(HEADING, GOOD, other), "alerts", Wish()).changed == 2
    again = write(HEADING, other, GOOD, GOOD, name="again.csv")
    told = take_register(small.house, again, "alerts", Wish())
    assert (told.good, told.changed) == (3, 0)
    assert len(kept(small)) == 2


def test_a_row_that_was_hidden_on_its_way_out_does_not_come_back(
    small: SmallCentre, write: Callable[..., Path], tmp_path: Path
) -> None:
    """It is named by its field; the text that the centre has stays, and the rows beside it come in."""
    heading = f"{HEADING},Record No"
    take_register(small.house, write(heading, f"{GOOD},R 1"), "alerts", Wish())
    (before,) = kept(small)
    masked = GOOD.replace("Child missing since morning", f"{HIDDEN} missing since morning")
    wish = Wish(report=tmp_path / "report.csv")
    told = take_register(small.house, write(heading, f"{masked},R 1", f"{GOOD},R 2"), "alerts", wish)
    assert (told.good, told.rejected) == (1, 1)
    assert report(tmp_path / "report.csv")[1] == ["2", "description", MASKED]
    assert before in kept(small)


def test_a_dry_run_keeps_nothing_and_reports_all(
    small: SmallCentre, write: Callable[..., Path], tmp_path: Path
) -> None:
    """State IT sees what would happen, and the real run after it is not taken for a resumed one."""
    path = write(HEADING, GOOD, f"{STATION_A},?,x,y,z,,")
    told = take_register(small.house, path, "alerts", Wish(dry_run=True, report=tmp_path / "out.csv"))
    assert (told.good, told.changed, told.rejected) == (1, 0, 1)
    assert len(report(tmp_path / "out.csv")) == 2
    assert kept(small) == ()
    assert take_register(small.house, path, "alerts", Wish(resume=True)).changed == 1


def test_a_kill_in_the_middle_loses_and_doubles_nothing(
    small: SmallCentre, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A batch and how far it is are one transaction; with ``--resume`` the rest comes in and nothing again."""
    monkeypatch.setattr(register, "BATCH", 2)
    lines = [f"{STATION_A},seizure,Ten litres of liquor seized,05/02/2019,{n}/2019,," for n in range(1, 8)]
    path = write(HEADING, *lines)
    keep, calls = register._keep, []

    def killed(*asked: object) -> int:
        calls.append(asked)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return keep(*asked)  # type: ignore[arg-type] # passed on as they came

    monkeypatch.setattr(register, "_keep", killed)
    with pytest.raises(KeyboardInterrupt):
        take_register(small.house, path, "alerts", Wish())
    assert len(kept(small)) == 4
    head = kept(small)[-1].sequence
    told = take_register(small.house, path, "alerts", Wish(resume=True))
    assert (told.before, told.good, told.changed) == (5, 7, 3)
    assert [one.sequence for one in kept(small)[4:]] == [head + 1, head + 2, head + 3]


def test_firs_come_in_and_never_over_a_whole_one(
    small: SmallCentre, write: Callable[..., Path], tmp_path: Path
) -> None:
    """The full number names its station, sections are rows, a protected victim is protected, a better FIR stays."""
    small.put(a_fir(serial=5, version=2))
    path = write(
        "Registration No;Date of FIR;U/S;Brief facts;वादी",
        f"{STATION_A}190619;05/02/2019 20:11 hrs;IPC 379, 411; Arms Act 25",
        f"{STATION_A}240620;05/08/2024;BNS 64(1);Contents;Somebody",
        f"{STATION_A}260005;05/08/2026;BNS 303;Contents;Somebody",
        "12/2019;05/02/2019;;;",
    )
    told = take_register(small.house, path, "firs", Wish(report=tmp_path / "out.csv"))
    assert (told.good, told.changed, told.rejected) == (2, 2, 2)
    assert [row[1] for row in report(tmp_path / "out.csv")[1:]] == ["fir_number", "station_code"]
    one, two = (fir for fir in kept(small) if isinstance(fir, FirRecord) and fir.version == 1)
    assert (one.key, one.form.fir_at, one.victim_protected) == (f"{STATION_A}/2019/0619", "05/02/2019 20:11", False)
    assert [(act.act, act.section) for act in one.form.acts] == [("IPC", "379"), ("IPC", "411")]
    assert (two.shown, two.victim_protected, two.form.complainant.name) == ("0620/2024", True, HIDDEN)
    with small.house.store.read() as unit:
        whole = unit.records.one("fir", two.key)
    assert isinstance(whole, FirRecord)
    assert whole.form.complainant.name == "Somebody"


def test_a_workbook_is_read_as_a_register_is(small: SmallCentre, tmp_path: Path) -> None:
    """Excel's own dates and numbers mean what an officer sees in the cell."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Station", "Type", "Details", "Date", "FIR No"])
    when = datetime(2019, 2, 5, 20, 11)  # noqa: DTZ001 a cell of Excel has no zone
    sheet.append([int(STATION_A), "Seizure", "Ten  litres of\u00a0liquor seized", when, "1/2019"])
    book.save(tmp_path / "register.xlsx")
    assert take_register(small.house, tmp_path / "register.xlsx", "alerts", Wish()).changed == 1
    (alert,) = kept(small)
    assert isinstance(alert, AlertRecord)
    assert (alert.description, alert.issued_at.isoformat()) == (
        "Ten litres of liquor seized",
        "2019-02-05T14:41:00+00:00",
    )


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("r.csv", b"a,b\n1,2\n", "the heading lacks"),
        ("r.csv", b"\xff\xfe\x00", "not UTF-8"),
        ("r.csv", b"", "the heading lacks"),
        ("r.xlsx", b"not a zip", "no XLSX"),
        ("r.xlsx", b"PK\x05\x06" + bytes(18), "no XLSX"),
    ],
)
def test_what_is_no_register_is_said(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    """A file that is something else is refused as a whole, in words."""
    path = tmp_path / name
    path.write_bytes(content)
    with small_centre(tmp_path / "centre") as small, pytest.raises(IntakeError, match=reason):
        take_register(small.house, path, "alerts", Wish())


def test_memory_does_not_grow_with_the_register(tmp_path: Path) -> None:
    """Ten times the rows, hardly more memory: the rows are streamed."""

    def peak(rows: int) -> int:
        path = tmp_path / f"{rows}.csv"
        with path.open("w", encoding="utf-8") as sink:
            sink.write(HEADING + "\n")
            for number in range(rows):
                sink.write(f"{STATION_A},seizure,Ten litres of liquor seized {number},05/02/2019,{number + 1}/2019,,\n")
        tracemalloc.start()
        with small_centre(tmp_path / f"centre-{rows}") as small:
            tracemalloc.reset_peak()
            assert take_register(small.house, path, "alerts", Wish(dry_run=True)).good == rows
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(6000) < 2 * peak(600)


def test_the_command_takes_a_register_and_says_what_became_of_it(
    tmp_path: Path, write: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """By its ending a file is a register; the same command once more with ``--resume`` says that all was in."""
    with small_centre(tmp_path / "centre"):
        pass
    asked = [
        "alerts",
        "import",
        "--folder",
        str(tmp_path / "centre"),
        str(write(HEADING, GOOD, f"{STATION_A},?,x,y,z,,")),
    ]
    assert main([*asked, "--dry-run"]) == 0
    assert capsys.readouterr().out == "alerts: 2 rows read, 1 would come in, 1 rejected\n"
    assert main([*asked, "--report", str(tmp_path / "out.csv")]) == 0
    assert capsys.readouterr().out == "alerts: 2 rows read, 1 good, 1 new or changed, 1 rejected\n"
    assert main([*asked, "--resume"]) == 0
    assert "resumed: up to row 3 everything was in" in capsys.readouterr().out
