"""The service file that State IT copies is one that systemd takes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

UNIT = Path(__file__).resolve().parents[2] / "packaging" / "systemd" / "station-central.service"


def test_systemd_takes_the_service_file(tmp_path: Path) -> None:
    """No unknown setting, no value it does not understand; the program's path is this machine's for the test."""
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("no systemd-analyze is installed here")
    text = UNIT.read_text("utf-8").replace("/opt/station-central/bin/station-central", sys.executable)
    copy = tmp_path / UNIT.name
    copy.write_text(text.replace("=station-central\n", "=root\n"), encoding="utf-8")
    said = subprocess.run([program, "verify", str(copy)], capture_output=True, text=True, check=False)
    assert (said.returncode, [line for line in said.stderr.splitlines() if UNIT.name in line]) == (0, [])
