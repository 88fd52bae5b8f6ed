"""``station-central rights``: single rights given and taken, and the rank that marking sensitive takes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from central.commands.run import main
from central.rights import Account, is_senior
from station_client.domain.office import Act
from tests.support.centre import PASSWORD, STATION_A, small_centre

UPLOADS = ("seizure-recovery",)
ONE = Account("si.one", "S. One", "Sub-Inspector", STATION_A, ("view", "upload"), UPLOADS)
DSP = Account("dsp.one", "D. One", "Dy. SP", STATION_A, ("view",), ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of a centre with a sub-inspector and a deputy superintendent."""
    folder = tmp_path / "centre"
    with small_centre(folder) as small:
        for one in (ONE, DSP):
            small.house.accounts.put_officer(one, PASSWORD)
    return folder


def test_single_rights_are_given_and_taken(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others stay, a right that is there already changes nothing, and each change is in the audit trail."""
    at = ["--folder", str(folder)]
    assert main(["rights", "grant", "SI.One", *at, "--acts", "recall view", "--categories", "jail-break"]) == 0
    assert main(["rights", "withdraw", "si.one", *at, "--acts", "upload"]) == 0
    capsys.readouterr()
    assert main(["rights", "show", "si.one", *at, "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["acts"], set(row["categories"])) == (["view", "recall"], {"seizure-recovery", "jail-break"})
    with small_centre(folder) as small, small.house.store.read() as unit:
        lines = [(one.act, one.subject) for one in unit.trail.all() if one.act.startswith("rights-")]
    assert lines == [
        ("rights-granted", "si.one jail-break"),
        ("rights-granted", "si.one recall"),
        ("rights-withdrawn", "si.one upload"),
    ]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("grant", "si.one", "--acts", "mark-sensitive"), "'Sub-Inspector' is none"),
        (("grant", "si.one", "--acts", "all"), "'Sub-Inspector' is none"),
        (("grant", "si.one", "--acts", "fly"), "fly"),
        (("withdraw", "si.one"), "which rights"),
        (("show", "nobody"), "no such officer"),
    ],
)
def test_rights_that_cannot_be_are_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], says: str
) -> None:
    """By name, and nothing is changed."""
    assert main(["rights", *asked, "--folder", str(folder)]) == 1
    assert says in capsys.readouterr().err
    main(["rights", "show", "si.one", "--folder", str(folder)])
    assert "acts: view, upload\n" in capsys.readouterr().out


def test_no_way_to_mark_sensitive_leads_past_the_rank(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither adding nor importing; and whoever comes to another rank has the right no longer."""
    who = ["--name", "S. One", "--rank", "Inspector", "--office", STATION_A, "--keep-password"]
    assert main(["officers", "add", "si.one", "--folder", str(folder), *who, "--acts", "mark-sensitive"]) == 1
    sheet = tmp_path / "officers.csv"
    sheet.write_text("login,name,rank,office_code,acts,categories\nsi.two,T,Inspector,31682034,all,\n")
    assert main(["officers", "import", "--folder", str(folder), str(sheet)]) == 1
    assert "line 2" in capsys.readouterr().err
    assert main(["rights", "grant", "dsp.one", "--folder", str(folder), "--acts", "mark-sensitive"]) == 0
    with small_centre(folder) as small, small.house.store.write() as unit:
        account = unit.officers.one("dsp.one")
        assert account is not None
        assert account.may(Act.MARK_SENSITIVE)
        small.house.accounts.put_in(unit, replace(account, rank="Inspector"), "")
    with small_centre(folder) as small:
        assert "mark-sensitive" not in small.sign_in("dsp.one").officer.acts
    capsys.readouterr()
    main(["rights", "show", "dsp.one", "--folder", str(folder)])
    assert "do not count, for the rank: mark-sensitive" in capsys.readouterr().out


@pytest.mark.parametrize(
    "rank",
    [
        *(
            "Deputy Superintendent",
            "Dy. SP",
            "Dy.S.P.",
            "DySP",
            "DSP (Traffic)",
            "Addl. SP",
            "A.C.P.",
            "Circle Officer",
        ),
        *("Senior Superintendent of Police", "Deputy Inspector General", "Inspector-General of Police", "DGP"),
        *("पुलिस उपाधीक्षक", "उप पुलिस अधीक्षक", "अपर पुलिस अधीक्षक", "पुलिस महानिरीक्षक", "पुलिस उप महानिरीक्षक"),
    ],
)
def test_ranks_from_deputy_superintendent_on(rank: str) -> None:
    """As offices write them, in English and Hindi."""
    assert is_senior(rank)


@pytest.mark.parametrize(
    "rank",
    [
        *("", "Inspector", "Inspector (SP office)", "Sub-Inspector", "ASI", "Head Constable", "Deputy Jailer", "SHO"),
        *(
            "Superintendent of Jail",
            "Office Superintendent",
            "निरीक्षक",
            "उप निरीक्षक",
            "Reader to SP",
            "General Inspector",
        ),
    ],
)
def test_ranks_below_deputy_superintendent(rank: str) -> None:
    """Whatever of a higher rank's words is in them."""
    assert not is_senior(rank)
