"""At a station: the copy knows no victim, and who may know is given it by the centre, with a trace at both ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from station_client.domain.fir import Complainant
from station_client.domain.redaction import HIDDEN
from sync.protocol.records import FirRecord
from tests.support.centre import DSP, SI_A, SmallCentre, small_centre
from tests.support.houses import Pc
from tests.support.records import a_fir, an_alert
from tests.support.terminals import Terminal, terminal

NAME = "Kamla Vati"
WHY = "The medical examination is today."
KEY = a_fir().key


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a centre with a protected FIR and an alert that names its victim."""
    form = replace(a_fir().form, complainant=Complainant(name=NAME), contents=f"{NAME} states that …")
    fir: FirRecord = a_fir(victim_protected=True, form=form)
    with small_centre(tmp_path / "centre") as made:
        made.put(fir, an_alert(1, description=f"{NAME} was followed home by a man on foot.", fir_key=KEY))
        yield made


def seat(small: SmallCentre, tmp_path: Path, login: str) -> Terminal:
    """Sit an officer down at a PC of their own, which has synced."""
    at = terminal(Pc(tmp_path / login, small.centre))
    assert at.run("sign-in", "--officer", login) == 0
    assert at.run("sync") == 0
    return at


def test_the_copy_knows_no_name_and_the_centre_gives_it(small: SmallCentre, tmp_path: Path) -> None:
    """Whoever may know is shown it once; what is on the PC stays as it was; both ends have their line."""
    at = seat(small, tmp_path, DSP)
    table = at.table("show", KEY)
    assert table["fir"]["form"]["complainant"]["name"] == HIDDEN
    assert at.table("search", NAME)["page"]["lines"] == []
    assert at.table("search", "followed", "home")["page"]["lines"][0]["headline"].startswith(HIDDEN)
    told = at.table("whole", "fir", KEY, "--why", WHY)
    assert told["fir"]["form"]["complainant"]["name"] == NAME
    assert at.table("show", KEY)["fir"]["form"]["complainant"]["name"] == HIDDEN
    assert any(one["act"] == "victim-asked" for one in at.table("audit", "list")["entries"])
    with small.house.store.read() as unit:
        assert [(one.login, one.act, one.reason) for one in unit.disclosures.all()] == [(DSP, "victim-read", WHY)]


def test_without_the_right_or_a_reason_it_is_refused_by_name(small: SmallCentre, tmp_path: Path) -> None:
    """The centre's word, not the window's."""
    at = seat(small, tmp_path, SI_A)
    assert at.table("whole", "fir", KEY, "--why", WHY)["error"]["code"] == "not-entitled"
    assert at.table("whole", "fir", KEY, "--why", "x")["error"]["reason"] == "too-short"
    assert at.table("sensitive", "mark", "fir", KEY, "--why", WHY)["error"]["code"] == "not-entitled"


def test_a_sensitive_alert_leaves_the_copy_and_comes_back(small: SmallCentre, tmp_path: Path) -> None:
    """With the next sync of every station; the rank reads it meanwhile."""
    rank, at = seat(small, tmp_path, DSP), seat(small, tmp_path, SI_A)
    uid = an_alert(1).uid
    assert rank.run("sensitive", "mark", "alert", uid, "--why", WHY) == 0
    assert at.run("sync") == 0
    assert at.table("show", uid)["error"]["code"] == "not-in-copy"
    told = rank.table("whole", "alert", uid, "--why", WHY)
    assert NAME in told["alert"]["description"]
    assert rank.run("sensitive", "unmark", "alert", uid, "--why", WHY) == 0
    assert at.run("sync") == 0
    assert at.run("show", uid) == 0
