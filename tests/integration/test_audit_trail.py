"""The audit trail on the command line: listed with three clocks, proved, and its first wrong entry named."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.support.centre import PASSWORD, SI_A, SmallCentre
from tests.support.houses import Pc
from tests.support.terminals import Terminal, terminal


@pytest.fixture
def pc(tmp_path: Path, centre: SmallCentre) -> Pc:
    """Set up a PC on which an officer has signed in and out twice: four entries."""
    made = Pc(tmp_path / "pc", centre.centre)
    for _ in range(2):
        with made.house() as verbs:
            verbs.session.sign_in(SI_A, PASSWORD)
    return made


@pytest.fixture
def at(pc: Pc) -> Terminal:
    """Sit down at its terminal."""
    return terminal(pc)


def meddle(pc: Pc, statement: str) -> None:
    """Change the trail as one who holds the database's own key could."""
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        with verbs.session.stores().desk._database.write() as connection:
            for one in statement.split(";"):
                connection.execute(text(one))


def test_a_whole_trail_is_proved(at: Terminal) -> None:
    """The sign-in that asks is part of it."""
    assert at.table("audit", "verify") == {"ok": True, "entries": 5, "at_centre": 0}
    assert at.run("audit", "verify") == 0
    assert "whole: 7 entries" in at.out


def test_each_entry_says_who_what_and_when_by_three_clocks(at: Terminal) -> None:
    """UTC, IST and this PC's clock against the centre's; `--limit` gives the newest."""
    entries = at.table("audit", "list")["entries"]
    assert [one["number"] for one in entries] == [1, 2, 3, 4, 5]
    first = entries[0]
    assert (first["login"], first["act"]) == (SI_A, "signed-in")
    utc, ist = datetime.fromisoformat(first["at"]), datetime.fromisoformat(first["at_ist"])
    assert utc == ist
    assert ist.utcoffset() == timedelta(hours=5, minutes=30)
    assert abs(first["skew_seconds"]) < 60
    assert at.run("audit", "list", "--limit", "1") == 0
    (line,) = at.out.splitlines()
    assert line.startswith("7  ")
    assert " IST  clock " in line


def test_entries_of_another_pc_do_not_pass(at: Terminal, pc: Pc, tmp_path: Path, centre: SmallCentre) -> None:
    """Laid among this PC's own in the place of one, chain and all: each PC chains under a key of its own."""
    other = Pc(tmp_path / "other", centre.centre)
    with other.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        with verbs.session.stores().desk._database.read() as connection:
            taken = connection.execute(text("SELECT entry, chain FROM audit WHERE number = 1")).one()
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        with verbs.session.stores().desk._database.write() as connection:
            laid = text("UPDATE audit SET entry = :entry, chain = :chain WHERE number = 1")
            connection.execute(laid, {"entry": taken.entry, "chain": taken.chain})
    assert at.run("audit", "verify") == 12
    assert "entry 1 " in at.err


@pytest.mark.parametrize(
    ("meddling", "first"),
    [
        ("UPDATE audit SET entry = replace(entry, 'signed-out', 'signed-in!') WHERE number = 2", 2),
        ("DELETE FROM audit WHERE number = 3", 3),
        ("DELETE FROM audit WHERE number >= 4", 4),
        ("DELETE FROM audit", 1),
        (
            ("UPDATE audit SET number = -2 WHERE number = 2; UPDATE audit SET number = 2 WHERE number = 3;"
            "UPDATE audit SET number = 3 WHERE number = -2"),
            2,
        ),
        ("UPDATE audit SET chain = zeroblob(32) WHERE number = 1", 1),
        (("UPDATE settings SET value = '4:' || (SELECT hex(chain) FROM audit WHERE number = 4) "
         "WHERE name = 'audit-head'; DELETE FROM audit WHERE number > 4"), 5),
        ("DELETE FROM settings WHERE name = 'audit-head'; DELETE FROM audit WHERE number > 2", 3),
    ],
    ids=["edited", "removed", "cut off", "emptied", "reordered", "chain changed", "head forged", "head removed"],
)  # fmt: skip
def test_meddling_is_named_and_never_heals(at: Terminal, pc: Pc, meddling: str, first: int) -> None:
    """However many sign-ins write on after it, the first wrong entry is the one that was touched."""
    meddle(pc, meddling)
    for _ in range(2):
        error = at.table("audit", "verify")["error"]
        assert (at.code, error["code"]) == (12, "trail-broken")
        assert f"entry {first} " in error["happened"]
    assert at.run("audit", "verify") == 12
    assert f"entry {first} " in at.err
