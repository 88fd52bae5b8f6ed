"""A command whose output nobody reads to its end (``| head``) ends as other programs do: without a word."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from central.commands.run import UNHEARD
from tests.support.centre import small_centre
from tests.support.centre_process import PROJECT

COMMANDS = (("quality",), ("quality", "--csv"), ("officers", "list"), ("reports", "alerts-by-category"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of a centre that has something to say."""
    folder = tmp_path / "centre"
    with small_centre(folder):
        pass
    return folder


def unheard(*command: str) -> tuple[int, str]:
    """Run a command whose reader is gone before it says anything; give its exit code and what it complained of."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        done = subprocess.run(
            (sys.executable, "-m", "central", *command), cwd=PROJECT, stdout=nobody, stderr=subprocess.PIPE, check=False
        )
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nobody_is_told_of_a_broken_pipe(folder: Path, command: tuple[str, ...]) -> None:
    """No traceback, and the exit code that a shell gives to any such program."""
    assert unheard(*command, "--folder", str(folder)) == (UNHEARD, "")


def test_passwords_that_nobody_read_are_nobody_s(folder: Path, tmp_path: Path) -> None:
    """An officer whose password went nowhere is not added."""
    sheet = tmp_path / "officers.csv"
    sheet.write_text("login,name,rank,office_code,acts,categories\nsi.two,T,SI,31682034,view,\n")
    assert unheard("officers", "import", str(sheet), "--folder", str(folder)) == (UNHEARD, "")
    with small_centre(folder) as small, small.house.store.read() as unit:
        assert unit.officers.one("si.two") is None
