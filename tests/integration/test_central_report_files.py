"""Reports as files over the web, and the commands about reports and pillars."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import requests

from central.commands.run import main
from central.demonstration import __file__ as demonstration
from central.tls import make_development_certificates
from central.web.serving import served
from tests.support.centre import DSP, small_centre

CARRIED = Path(demonstration).with_name("carry_over_2022_06.csv")


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Give the folder of a fresh centre with every State that the entered figures name."""
    with CARRIED.open(newline="") as source:
        states = [f"state,{row['state_code']},{row['state']},," for row in csv.DictReader(source)]
    directory = tmp_path / "directory.csv"
    directory.write_text("\n".join(["kind,code,name,state_code,district_code", *states]) + "\n")
    assert main(["init", "--folder", str(tmp_path / "centre")]) == 0
    assert main(["directory", "import", "--folder", str(tmp_path / "centre"), str(directory)]) == 0
    capsys.readouterr()
    return tmp_path / "centre"


def test_the_commands_make_the_sheet_of_july_2022(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Figures in, Form-24 out: on the screen, as JSON, and as a workbook in a file."""
    at = ("--folder", str(folder))
    assert main(["reports", "carry-over", "import", *at, str(CARRIED)]) == 0
    assert "36 rows" in capsys.readouterr().out
    assert main(["reports", "form-24", *at, "--month", "2022-06"]) == 0
    assert "Total,,16361,92070,6342,35145,2264" in capsys.readouterr().out
    assert main(["reports", "form-24", *at, "--month", "2022-06", "--as", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert sum(row[-1] for row in told["rows"]) == 2264
    target = folder / "form.xlsx"
    assert main(["reports", "form-24", *at, "--month", "2022-06", "--as", "xlsx", "--to", str(target)]) == 0
    assert openpyxl.load_workbook(target).worksheets[0]["A1"].value == "S.No"
    assert main(["reports", "form-24", *at, "--month", "June"]) == 1
    assert main(["reports", "form-24", *at, "--as", "xlsx"]) == 1


def test_the_commands_know_pillars(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A State's are named; an unknown one, an unknown State, an event of no FIR are refused."""
    at = ("--folder", str(folder))
    assert main(["pillars", "state", *at, "09", "court", "prison"]) == 0
    assert "court, prison" in capsys.readouterr().out
    assert main(["pillars", "state", *at, "09", "church"]) == 1
    assert main(["pillars", "state", *at, "99", "court"]) == 1
    (folder / "events.csv").write_text(
        "fir_key,pillar,day,event\n31682034/2026/0001,prison,2026-08-01,Admitted\n", encoding="utf-8"
    )
    assert main(["pillars", "import", *at, str(folder / "events.csv")]) == 1


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[requests.Session]:
    """Give a browser's worth of HTTP to a served centre, signed in as one who may have reports."""
    authority = make_development_certificates(tmp_path / "tls")
    with (
        small_centre(tmp_path / "small") as small,
        served(small.centre, tmp_path / "tls") as port,
        requests.Session() as http,
    ):
        http.trust_env = False
        http.verify = str(authority)
        http.headers["Authorization"] = f"Bearer {small.sign_in(DSP).access_token}"
        http.params = {}
        http.headers["X-Here"] = f"https://localhost:{port}/v1/reports/"
        yield http


def test_a_report_is_downloaded_as_a_file(ask: requests.Session) -> None:
    """CSV and XLSX with their own types and names; another form is refused."""
    base = str(ask.headers["X-Here"])
    sheet = ask.get(f"{base}form-24?month=2026-08&as=csv", timeout=30)
    assert sheet.headers["content-disposition"] == 'attachment; filename="form-24-2026-08.csv"'
    assert next(csv.reader(io.StringIO(sheet.content.decode("utf-8-sig"))))[0] == "S.No"
    book = ask.get(f"{base}alerts-by-category?month=2026-08&as=xlsx", timeout=30)
    assert openpyxl.load_workbook(io.BytesIO(book.content)).worksheets[0].max_row > 7
    assert ask.get(f"{base}form-24?month=2026-08&as=pdf", timeout=30).status_code == 400
    assert ask.get(f"{base}form-24?month=2026-08", timeout=30).json()["report"] == "form-24"
