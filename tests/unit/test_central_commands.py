"""``station-central`` from the inside: each command does one thing, says it, and never shows a password unasked."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from central.commands.run import main
from central.errors import Refused
from tests.support.centre import small_centre

GOOD = "a long enough password"


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Give the folder of a fresh centre with one station."""
    folder = tmp_path / "centre"
    assert main(["init", "--folder", str(folder)]) == 0
    (tmp_path / "directory.csv").write_text(
        "kind,code,name,state_code,district_code\n"
        "state,09,UTTAR PRADESH,,\ndistrict,150,HARDOI,09,\npolice-station,31682034,RAMPUR,09,150\n"
    )
    assert main(["directory", "import", "--folder", str(folder), str(tmp_path / "directory.csv")]) == 0
    capsys.readouterr()
    return folder


def add(folder: Path, login: str = "si.one", password: str = GOOD, *more: str) -> int:
    """Add an officer with a password through a descriptor."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w") as sink:
        sink.write(password + "\n")
    who = ("--name", "S. One", "--rank", "Sub-Inspector", "--office", "31682034")
    return main(["officers", "add", login, "--folder", str(folder), *who, "--password-fd", str(reading), *more])


def test_init_says_where_the_certificate_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So that a station can be told what to trust; the folder is its owner's alone."""
    assert main(["init", "--folder", str(tmp_path / "c")]) == 0
    said = capsys.readouterr().out
    assert f"ca: {tmp_path / 'c' / 'tls' / 'ca.pem'}" in said
    assert stat.S_IMODE((tmp_path / "c").stat().st_mode) == 0o700


def test_an_officer_is_added_and_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With rights; the password is nowhere in what is said."""
    assert add(folder, "SI.One", GOOD, "--acts", "view,upload", "--categories", "all") == 0
    assert main(["officers", "list", "--folder", str(folder), "--json"]) == 0
    assert main(["officers", "list", "--folder", str(folder)]) == 0
    said = capsys.readouterr().out
    row = json.loads(said.splitlines()[1])
    assert (row["login"], row["acts"], len(row["categories"])) == ("si.one", ["view", "upload"], 7)
    assert "si.one  Sub-Inspector S. One  31682034  view,upload" in said
    assert GOOD not in said


@pytest.mark.parametrize(
    ("password", "more", "says"),
    [
        ("short", (), "10 signs"),
        (GOOD, ("--acts", "fly"), "fly"),
        (GOOD, ("--office", "99999999"), "no office 99999999"),
    ],
)
def test_an_officer_who_cannot_be_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], password: str, more: tuple[str, ...], says: str
) -> None:
    """One line on standard error, exit code 1."""
    assert add(folder, "si.one", password, *more) == 1
    assert says in capsys.readouterr().err


def test_an_officer_is_changed_without_a_password(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For a transfer or a farewell."""
    add(folder)
    who = ("--name", "S. One", "--rank", "Inspector", "--office", "31682034", "--keep-password", "--inactive")
    assert main(["officers", "add", "si.one", "--folder", str(folder), *who]) == 0
    main(["officers", "list", "--folder", str(folder)])
    assert "Inspector S. One  31682034  view  (inactive)" in capsys.readouterr().out


def test_imported_officers_passwords_go_where_they_are_asked_to(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """To a file of the owner's alone, which is never written over; or once to the screen."""
    sheet = tmp_path / "officers.csv"
    heading = "login,name,rank,office_code,acts,categories\n"
    sheet.write_text(f"{heading}si.two,T,SI,31682034,view,\n")
    handed = tmp_path / "passwords.json"
    into = ["officers", "import", "--folder", str(folder), str(sheet), "--passwords-to", str(handed)]
    assert main(into) == 0
    password = json.loads(handed.read_text())["si.two"]
    assert stat.S_IMODE(handed.stat().st_mode) == 0o600
    assert password not in capsys.readouterr().out
    sheet.write_text(f"{heading}si.three,T,SI,31682034,view,\n")
    assert main(into) == 1
    assert "could not be handed out" in capsys.readouterr().err
    main(["officers", "list", "--folder", str(folder)])
    assert "si.three" not in capsys.readouterr().out
    sheet.write_text(f"{heading}si.four,T,SI,31682034,view,\n")
    assert main(into[:-2]) == 0
    assert "si.four" in capsys.readouterr().out


def test_a_bad_file_is_named_by_line(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, and nothing was taken."""
    (tmp_path / "alerts.jsonl").write_text("{}\n")
    assert main(["alerts", "import", "--folder", str(folder), str(tmp_path / "alerts.jsonl")]) == 1
    assert "line 1" in capsys.readouterr().err
    handed = tmp_path / "passwords.json"
    (tmp_path / "officers.csv").write_text("login\n")
    into = [
        "officers",
        "import",
        "--folder",
        str(folder),
        str(tmp_path / "officers.csv"),
        "--passwords-to",
        str(handed),
    ]
    assert main(into) == 1
    assert not handed.exists()


def test_the_demonstration_wants_an_empty_centre(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Made-up data never mixes with a State's own."""
    assert main(["demo-data", "--folder", str(folder)]) == 1
    assert "not empty" in capsys.readouterr().err


def test_an_unknown_machine_cannot_be_withdrawn(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Said, not passed over."""
    assert main(["machines", "revoke", "--folder", str(folder), "nobody"]) == 1
    assert "no such machine" in capsys.readouterr().err


def test_snapshots_are_made_ahead_and_old_things_dropped(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What State IT runs at night; what was begun long ago and never finished goes too."""
    assert main(["snapshots", "--folder", str(folder), "09"]) == 0
    left = folder / "snapshots" / "begun.part"
    left.touch()
    os.utime(left, (0, 0))
    assert main(["tidy", "--folder", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "snapshot: 09 3 records, " in said
    assert "tidied: cursors from 0 on are served" in said
    assert [path.suffix for path in (folder / "snapshots").iterdir()] == [".frames"]


def test_a_withdrawn_machine_is_taken_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Once, with a trace; the tokens of before speak for nobody, and what is not withdrawn is not taken back."""
    folder = tmp_path / "centre"
    assert main(["init", "--folder", str(folder)]) == 0
    with small_centre(folder) as centre:
        grant = centre.sign_in(machine_id="pc-1")
    restore = ["machines", "restore", "--folder", str(folder), "pc-1"]
    assert main(restore) == 1
    assert main(["machines", "revoke", "--folder", str(folder), "pc-1"]) == 0
    assert main(restore) == 0
    assert main(restore) == 1
    assert "no such machine is withdrawn" in capsys.readouterr().err
    with small_centre(folder) as centre:
        assert centre.acts()[-2:] == ("machine-revoked", "machine-restored")
        with pytest.raises(Refused):
            centre.centre.changes(grant.access_token, since=0, rows=10)
        assert centre.sign_in(machine_id="pc-1").access_token


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only init makes one: a slip of the pen must not start an empty centre."""
    assert main(["officers", "list", "--folder", str(tmp_path / "slip")]) == 1
    assert "init" in capsys.readouterr().err
    assert not (tmp_path / "slip").exists()


def test_a_wrong_usage_has_its_own_code() -> None:
    """2, as everywhere; and a password cannot be an argument."""
    for argv, code in ((["officers", "add", "x", "--folder", "/x", "--password", "p"], 2), (["--version"], 0)):
        with pytest.raises(SystemExit) as end:
            main(argv)
        assert end.value.code == code


def test_an_officer_is_given_codes_and_helped_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The secret is shown once, as text and as an address; a lost telephone and wrong passwords are mended."""
    add(folder)
    capsys.readouterr()
    assert main(["officers", "code", "SI.One", "--folder", str(folder)]) == 0
    said = capsys.readouterr().out
    secret = said.splitlines()[0].removeprefix("secret: ").replace(" ", "")
    assert len(secret) == 32
    assert f"secret={secret}" in said
    assert main(["officers", "unlock", "si.one", "--folder", str(folder)]) == 0
    assert main(["officers", "code", "si.one", "--remove", "--folder", str(folder)]) == 0
    assert main(["officers", "code", "si.one", "--remove", "--folder", str(folder)]) == 1
    assert main(["officers", "unlock", "nobody", "--folder", str(folder)]) == 1
    assert secret not in capsys.readouterr().out
