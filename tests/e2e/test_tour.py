"""The tour as ``make demo`` runs it: every step verified, one line of JSON at the end, nothing left running."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parents[2]
STEPS = 8


def _tour(tmp_path: Path, *arguments: str, seconds: float) -> tuple[int, str, dict[str, Any]]:
    unseen = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [
            *(sys.executable, "-m", "benchmarks.tour"),
            *("--work", str(tmp_path / "work"), "--pictures", str(tmp_path / "pictures")),
            *arguments,
        ],
        cwd=PROJECT,
        env=unseen,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    last = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
    table: dict[str, Any] = json.loads(last.removeprefix("demo: ")) if last.startswith("demo: ") else {}
    return done.returncode, done.stdout + done.stderr, table


def _left_running(folder: Path) -> list[str]:
    """Name the processes that still speak of this tour's folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            told = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except OSError:
            continue
        if str(folder).encode() in told and process.name != str(os.getpid()):
            found.append((process / "cmdline").read_bytes().decode("utf-8", "replace"))
    return found


@pytest.mark.e2e
@pytest.mark.timeout(300)
def test_tour_verifies_every_step(tmp_path: Path) -> None:
    """All eight steps pass, are told in order with their figures, and every picture is there."""
    code, said, table = _tour(tmp_path, seconds=280)
    assert code == 0, said
    assert table["ok"] is True
    assert [(one["step"], one["ok"]) for one in table["steps"]] == [(at, True) for at in range(1, STEPS + 1)]
    assert table["not_run"] == []
    assert {"what", "goal", "value", "unit", "met"} == set(table["goals"][0])
    assert len(list((tmp_path / "pictures").glob("*.png"))) == table["pictures"]
    assert _left_running(tmp_path) == []


@pytest.mark.e2e
@pytest.mark.timeout(60)
def test_failing_step_is_told(tmp_path: Path) -> None:
    """A program that cannot start fails its step: exit code 1, the step named, the rest named as not run."""
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    hands = nothing / "station-hands"
    hands.write_text("#!/bin/sh\nexit 7\n", "ascii")
    hands.chmod(0o700)
    code, said, table = _tour(tmp_path, "--frozen", str(nothing), seconds=50)
    assert code == 1, said
    assert table["ok"] is False
    assert "step 2" in table["failure"]
    assert "exit code 7" in table["failure"]
    assert len(table["not_run"]) == STEPS - 2
    assert _left_running(tmp_path) == []
