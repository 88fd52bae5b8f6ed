"""Whatever changes an account by command line leaves lines in the audit trail: what, of whom, never a password."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from central.commands.run import main
from tests.support.centre import PASSWORD, STATION_A, small_centre

BY = "station-central"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of a centre."""
    folder = tmp_path / "centre"
    with small_centre(folder):
        pass
    return folder


def add(folder: Path, rank: str, *more: str) -> None:
    """Add an officer, or change one."""
    who = ("--name", "S. One", "--rank", rank, "--office", STATION_A)
    assert main(["officers", "add", "si.one", "--folder", str(folder), *who, *more]) == 0


def password() -> tuple[str, str]:
    """Hand a password over through a descriptor."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w") as sink:
        sink.write(PASSWORD + "\n")
    return "--password-fd", str(reading)


def lines(folder: Path, before: int = 0) -> list[str]:
    """Give the lines that name the officers of these tests."""
    with small_centre(folder) as small, small.house.store.read() as unit:
        found = [one for one in unit.trail.all() if one.subject.startswith(("si.", "hc."))]
    assert {one.login for one in found} <= {BY}
    assert PASSWORD not in repr(found)
    return [f"{one.act} {one.subject}" for one in found][before:]


def test_an_officer_s_whole_story_is_there(folder: Path) -> None:
    """Added, promoted, given and taken rights, a new password, withdrawn, taken back; nothing twice."""
    add(folder, "Sub-Inspector", "--acts", "view", *password())
    first = lines(folder)
    assert first == [f"officer-added si.one {STATION_A}", "rights-granted si.one view"]
    add(folder, "Inspector", "--acts", "upload", "--categories", "jail-break", *password())
    second = lines(folder, len(first))
    assert second == [
        "officer-changed si.one rank",
        "rights-granted si.one jail-break",
        "rights-granted si.one upload",
        "rights-withdrawn si.one view",
        "password-set si.one",
    ]
    rights = ("--acts", "upload", "--categories", "jail-break", "--keep-password")
    add(folder, "Inspector", *rights, "--inactive")
    add(folder, "Inspector", *rights)
    add(folder, "Inspector", *rights)
    assert lines(folder, len(first) + len(second)) == ["officer-withdrawn si.one", "officer-restored si.one"]


def test_an_import_is_no_way_past_the_trail(folder: Path, tmp_path: Path) -> None:
    """Whoever is new, and whoever it changes; who stays as they were leaves no line."""
    sheet, heading = tmp_path / "officers.csv", "login,name,rank,office_code,acts,categories\n"
    command = ["officers", "import", "--folder", str(folder), str(sheet)]
    sheet.write_text(f"{heading}si.two,T,SI,{STATION_A},view,\nhc.three,U,HC,{STATION_A},view,\n")
    assert main(command) == 0
    first = lines(folder)
    assert first == [
        f"officer-added si.two {STATION_A}",
        "rights-granted si.two view",
        f"officer-added hc.three {STATION_A}",
        "rights-granted hc.three view",
    ]
    sheet.write_text(f"{heading}si.two,T,SI,{STATION_A},view message,\nhc.three,U,HC,{STATION_A},view,\n")
    assert main(command) == 0
    assert lines(folder, len(first)) == ["rights-granted si.two message"]


def test_a_new_key_for_receipts_is_noted(folder: Path) -> None:
    """By its name."""
    assert main(["keys", "make", "--folder", str(folder)]) == 0
    with small_centre(folder) as small:
        assert small.acts()[-1] == "receipt-key-made"
