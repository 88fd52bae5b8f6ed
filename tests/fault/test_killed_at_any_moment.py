"""SIGKILL at random moments through draft → attach → submit → apply-sync: nothing that was told as kept is lost."""

from __future__ import annotations

import contextlib
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from benchmarks.soak.ledger import Ledger
from benchmarks.soak.life import KINDS, live
from benchmarks.soak.pc import make_pc, start
from station_client.app import House

KILLS = 200
SEED = 20260814
SEEDS = (SEED, SEED + 1)
ROOT = Path(__file__).resolve().parents[2]
QUICK_DISK = Path("/dev/shm")  # a kill is no power cut: that a disk is slow to sync adds only time


@pytest.mark.timeout(600)  # two hundred starts of the program: half a minute on a quiet machine
@pytest.mark.skipif(not hasattr(os, "fork"), reason="each life is a fork: the kills were NOT tried")
def test_nothing_that_was_told_is_lost_over_two_hundred_kills(tmp_path: Path) -> None:
    """Every draft, file, item, page and receipt is there at the next start; both files open whole, page by page.

    Two PCs side by side, each killed half as often, with other words and other moments.
    """
    place = QUICK_DISK if os.access(QUICK_DISK, os.W_OK) else tmp_path
    each = KILLS // len(SEEDS)
    with contextlib.ExitStack() as running:
        soaks = [running.enter_context(soak(each, seed, place)) for seed in SEEDS]
        ends = [(one.communicate(), one.returncode) for one in soaks]
    for (out, err), code in ends:
        assert code == 0, out + err
        said = json.loads(out.splitlines()[-1].removeprefix("soak: "))
        assert (said["ok"], said["kills"], said["lost"]) == (True, each, [])
        assert sum(said["acknowledged"].values()) > each
        assert {"starting", *KINDS} == set(said["killed_after"])


def soak(kills: int, seed: int, place: Path) -> subprocess.Popen[str]:
    """Begin to kill a PC of its own that has its folder under ``place``."""
    command = [sys.executable, "-m", "benchmarks.soak", "--kills", str(kills), "--seed", str(seed)]
    environment = {**os.environ, "TMPDIR": str(place)}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    )


class EnoughError(Exception):
    """The life has told enough."""


def lived(house: House, ledger: Ledger, acts: int) -> None:
    """Let an officer work until so many acts were told."""

    def tell(*told: str | int) -> None:
        ledger.note(list(told))
        if sum(ledger.told.values()) >= acts and ledger.told["receipt"]:
            raise EnoughError

    with pytest.raises(EnoughError):
        live(house, random.Random(SEED), tell)


def spoil(sql: str) -> Callable[[House], None]:
    """Give what changes the desk behind the program's back."""

    def change(house: House) -> None:
        with house.verbs.session.stores().desk._database.write() as connection:
            connection.execute(text(sql))

    return change


def lose_files(house: House) -> None:
    """Take every sealed file away."""
    house.verbs.session.stores().blobs.sweep(())


def set_back(house: House) -> None:
    """Forget the centre's last page."""
    house.verbs.session.stores().replica.feed.put_setting("cursor", "0")


@pytest.mark.parametrize(
    ("loss", "named"),
    [
        (spoil("DELETE FROM drafts"), "draft nor in the outbox"),
        (spoil("DELETE FROM outbox"), "neither a draft nor"),
        (spoil("DELETE FROM receipts"), "its receipt"),
        (spoil("DELETE FROM audit WHERE number = 2"), "the audit trail is broken"),
        (lose_files, "the bytes of"),
        (set_back, "the cursor stands at 0"),
    ],
)
def test_the_search_for_losses_finds_each_kind(tmp_path: Path, loss: Callable[[House], None], named: str) -> None:
    """A search that finds nothing says something only if it would find what is missing."""
    make_pc(tmp_path / "pc")
    ledger, house = Ledger(), start(tmp_path / "pc")
    try:
        lived(house, ledger, 40)
        assert ledger.missing(house, all_of_it=True) == []
        loss(house)
        assert named in " · ".join(ledger.missing(house, all_of_it=True))
    finally:
        house.close()
