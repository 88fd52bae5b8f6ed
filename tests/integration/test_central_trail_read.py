"""The audit trails are read at the centre's own machine: its own, and those that the stations' PCs handed over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from central.commands.run import main
from central.errors import Refused
from sync.protocol.trail import TrailEntry
from tests.support.centre import SHO_A, SI_A, HandClock, SmallCentre, small_centre


@pytest.fixture
def small(tmp_path: Path, database_url: str) -> Iterator[SmallCentre]:
    """Give a centre on each kind of database, at which two days have passed."""
    clock = HandClock()
    with small_centre(tmp_path / "centre", clock, database_url=database_url) as made:
        made.sign_in(SI_A, machine_id="pc-1")
        with pytest.raises(Refused):
            made.sign_in(SI_A, machine_id="pc-1", password="not the password")
        clock.forward(days=1)
        made.sign_in(SHO_A, machine_id="pc-2")
        entry = TrailEntry(
            number=7,
            login=SI_A,
            act="print",
            subject="31682034/2026/0001",
            at=clock.now(),
            skew_seconds=-190.0,
            chain="0",
        )
        with made.house.store.write() as unit:
            unit.station_trails.add("pc-1", 1, [entry], clock.now())
        yield made


def read(small: SmallCentre, capsys: pytest.CaptureFixture[str], which: str, *asked: str) -> list[str]:
    """Run the command; give the lines that it says."""
    capsys.readouterr()
    place = ["--folder", str(small.house.settings.folder)]
    place += ["--database", small.house.settings.database_url] if small.house.settings.database_url else []
    assert main(["trail", which, *place, *asked]) == 0
    return capsys.readouterr().out.splitlines()


def test_the_keeper_reads_what_was_done_and_refused(small: SmallCentre, capsys: pytest.CaptureFixture[str]) -> None:
    """Oldest first, in Indian time; by officer, PC, act and day."""
    whole = read(small, capsys, "centre")
    acts = [line.split("  ")[3] for line in whole]
    assert acts == ["machine-enrolled", "sign-in", "sign-in-refused", "machine-enrolled", "sign-in"]
    assert whole[1] == f"01/08/2026 12:00:00 IST  {SI_A}  pc-1  sign-in"
    assert read(small, capsys, "centre", "--login", SHO_A) == read(small, capsys, "centre", "--since", "2026-08-02")
    assert read(small, capsys, "centre", "--until", "2026-08-01") == whole[:3]
    assert read(small, capsys, "centre", "--only", "sign-in", "--machine", "pc-2") == whole[4:]
    assert read(small, capsys, "centre", "--newest", "2") == whole[3:]
    assert read(small, capsys, "centre", "--newest", "0") == whole
    assert read(small, capsys, "centre", "--login", "nobody") == []
    told = [json.loads(line) for line in read(small, capsys, "centre", "--json")]
    assert (told[2]["login"], told[2]["act"], told[2]["at"][:10]) == (SI_A, "sign-in-refused", "2026-08-01")


def test_the_keeper_reads_what_the_pcs_say(small: SmallCentre, capsys: pytest.CaptureFixture[str]) -> None:
    """With the PC's own moment and how far its clock was off."""
    (line,) = read(small, capsys, "stations")
    assert line == (
        f"02/08/2026 12:00:00 IST  pc-1  7  {SI_A}  print  31682034/2026/0001"
        "  (on the PC 02/08/2026 12:00:00 IST, clock -190.0 s)"
    )
    (told,) = map(json.loads, read(small, capsys, "stations", "--json", "--machine", "pc-1"))
    assert (told["number"], told["act"], told["skew_seconds"], told["strand"]) == (7, "print", -190.0, 1)
    assert read(small, capsys, "stations", "--machine", "pc-2") == []


def test_no_pc_moves_the_keepers_terminal(small: SmallCentre, capsys: pytest.CaptureFixture[str]) -> None:
    """What a PC says of itself is no line of its own and no order to the screen."""
    forged = "x\n05/08/2026 12:00:00 IST  pc-1  8  rkverma  sign-in\x1b[2J\x9b31m\u2028\u202e"
    entry = TrailEntry(
        number=8, login=SI_A, act="print", subject=forged, at=HandClock().now(), skew_seconds=0.0, chain="1"
    )
    with small.house.store.write() as unit:
        unit.station_trails.add("pc-1", 1, [entry], small.house.clock.now())
    for way in ((), ("--json",)):
        lines = read(small, capsys, "stations", *way)
        assert len(lines) == 2
        assert "".join(lines).isprintable()
    assert json.loads(lines[1])["subject"] == forged


@pytest.mark.parametrize("day", ["31/08/2026", "0001-01-01", "9999-12-31", "yesterday"])
@pytest.mark.parametrize("which", ["--since", "--until"])
def test_a_day_that_is_none_is_named(which: str, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With the field, and how one is written; so is one that no clock of ours reaches."""
    with pytest.raises(SystemExit) as wrong:
        main(["trail", "centre", which, day])
    assert wrong.value.code == 2
    assert f"argument {which}: {day!r} is no day; one is written 2026-08-31" in capsys.readouterr().err
